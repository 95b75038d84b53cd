import styles from './Numbers.module.css'

/** The numbers that say at a glance what there is to know. */
export function Numbers({
  figures,
}: {
  figures: readonly { label: string; value: number | string; isBad?: boolean }[]
}) {
  return (
    <dl className={styles.numbers}>
      {figures.map(({ label, value, isBad }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={isBad && value !== 0 ? styles.bad : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
