import styles from './Shell.module.css'

/** The ring of six seconds, as the panel draws it, with its gap at the end of the sixth. */
export function SixMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="15" className={styles.markTrack} />
      <circle cx="20" cy="20" r="15" className={styles.markRing} pathLength="6" strokeDasharray="5 1" />
      <text x="20" y="20" className={styles.markText}>
        六
      </text>
    </svg>
  )
}
