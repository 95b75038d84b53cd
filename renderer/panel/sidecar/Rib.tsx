import styles from './rib.module.css'
import { useSidecar } from './sidecar-context.tsx'
import { SIDECAR_STRINGS } from './strings.ts'

/** All that is left of the sidecar where there is no room: a press draws it out. */
export function Rib({ side }: { side: 'right' | 'left' }) {
  const sidecar = useSidecar()
  return (
    <button
      type="button"
      className={styles.rib}
      data-side={side}
      aria-label={SIDECAR_STRINGS.rib}
      onClick={() => sidecar.drawOut(true)}
    >
      <svg aria-hidden="true" viewBox="0 0 22 22" className={styles.ring}>
        <circle r="8.5" cx="11" cy="11" pathLength="6" strokeDasharray="0.8 0.2" strokeDashoffset="-0.1" />
      </svg>
      <span className={styles.text}>{SIDECAR_STRINGS.ribText}</span>
    </button>
  )
}
