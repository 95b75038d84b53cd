import type { ReactNode } from 'react'
import type { RowProblem } from '../../../../shared/model/transfer.ts'
import { importStrings as words } from '../../strings/import.ts'
import dialog from './Import.module.css'
import styles from './RowList.module.css'

interface RowListProps<Row> {
  title: string
  heads: readonly string[]
  rows: readonly Row[]
  cellsOf: (row: Row) => readonly ReactNode[]
  /** How many there are, where not all of them are given. */
  count?: number
  isOpen?: boolean
}

/** Rows shown at once; a report of thousands is read in a spreadsheet. */
const MOST_ROWS = 200

/** One kind of rows of a report, folded away unless it matters. */
export function RowList<Row>({
  title,
  heads,
  rows,
  cellsOf,
  count = rows.length,
  isOpen = false,
}: RowListProps<Row>) {
  if (rows.length === 0) return null
  const shown = rows.slice(0, MOST_ROWS)
  return (
    <details className={styles.rows} open={isOpen}>
      <summary>{words.rows(title, count)}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className={head === words.row ? styles.rowNumber : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a report never change
              <tr key={at}>
                {cellsOf(row).map((cell, column) => (
                  <td key={heads[column]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {count > shown.length && <p className={dialog.advice}>{words.moreRows(count - shown.length)}</p>}
    </details>
  )
}

/** Rows of which something has to be known, with the reason. */
export function Problems({
  title,
  rows,
  count,
  isOpen,
}: Pick<RowListProps<RowProblem>, 'title' | 'rows' | 'count' | 'isOpen'>) {
  return (
    <RowList<RowProblem>
      title={title}
      heads={[words.row, words.reason, words.excerpt]}
      rows={rows}
      cellsOf={({ row, reason, excerpt }) => [row, reason, excerpt]}
      {...(count !== undefined && { count })}
      {...(isOpen !== undefined && { isOpen })}
    />
  )
}
