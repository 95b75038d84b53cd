import type { ReactNode } from 'react'
import { strings } from '../../strings.ts'
import styles from './RowList.module.css'
import dialog from './Transfer.module.css'

interface RowListProps<Row> {
  title: string
  heads: readonly string[]
  rows: readonly Row[]
  cellsOf: (row: Row) => readonly ReactNode[]
  isOpen?: boolean
}

/** Rows shown at once; a report of thousands is read in a spreadsheet. */
const MOST_ROWS = 200

/** One kind of rows of a report, folded away unless it matters. */
export function RowList<Row>({ title, heads, rows, cellsOf, isOpen = false }: RowListProps<Row>) {
  if (rows.length === 0) return null
  return (
    <details className={styles.rows} open={isOpen}>
      <summary>{title}</summary>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a report never change
            <tr key={at}>
              {cellsOf(row).map((cell, column) => (
                <td key={heads[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && (
        <p className={dialog.advice}>{strings.products.transfer.moreRows(rows.length - MOST_ROWS)}</p>
      )}
    </details>
  )
}

/** The numbers that say at a glance what an import or a refresh comes to. */
export function Numbers({
  figures,
}: {
  figures: readonly { label: string; value: number; isBad?: boolean }[]
}) {
  return (
    <dl className={styles.numbers}>
      {figures.map(({ label, value, isBad }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={isBad && value > 0 ? styles.bad : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
