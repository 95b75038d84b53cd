import styles from './Keys.module.css'

/** Keys as they are printed on a keyboard, to be pressed together. */
export function Keys({ names }: { names: readonly string[] }) {
  return (
    <span className={styles.keys}>
      {names.map((name) => (
        <kbd key={name} className={styles.key}>
          {name}
        </kbd>
      ))}
    </span>
  )
}
