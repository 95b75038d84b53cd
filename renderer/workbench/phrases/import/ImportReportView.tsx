import { Alert } from 'antd'
import type { ImportReport, RowProblem } from '../../../../shared/model/transfer.ts'
import { strings } from '../../strings.ts'
import styles from './Import.module.css'

/** Rows listed of each kind; the copied report has all of them. */
const MOST_ROWS = 200

/** What an import would do, or did: three numbers, then every row that is not simply added. */
export function ImportReportView({ report, isDone }: { report: ImportReport; isDone: boolean }) {
  const { fileName, encoding, rowsRead, added, duplicates, refused, notes, groupsCreated } = report
  return (
    <div className={styles.report}>
      {isDone && <Alert type="success" showIcon title={strings.import.done(added)} />}
      {!isDone && added === 0 && <Alert type="warning" showIcon title={strings.import.nothingNew} />}
      <p className={styles.advice}>{strings.import.about(fileName, encoding, rowsRead)}</p>
      <dl className={styles.numbers}>
        <Figure label={isDone ? strings.import.added : strings.import.toAdd} value={added} />
        <Figure label={strings.import.duplicates} value={duplicates.length} />
        <Figure label={strings.import.refused} value={refused.length} isBad={refused.length > 0} />
      </dl>
      {groupsCreated.length > 0 && <p>{strings.import.groupsCreated(groupsCreated.join('、'), isDone)}</p>}
      <Rows title={strings.import.refused} rows={refused} isOpen />
      <Rows title={strings.import.duplicatesSkipped} rows={duplicates} isOpen={refused.length === 0} />
      <Rows
        title={strings.import.notes}
        rows={notes}
        isOpen={refused.length === 0 && duplicates.length === 0}
      />
    </div>
  )
}

function Figure({ label, value, isBad = false }: { label: string; value: number; isBad?: boolean }) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd className={isBad ? styles.bad : undefined}>{value}</dd>
    </div>
  )
}

function Rows({ title, rows, isOpen }: { title: string; rows: readonly RowProblem[]; isOpen: boolean }) {
  if (rows.length === 0) return null
  return (
    <details className={styles.rows} open={isOpen}>
      <summary>{strings.import.rows(title, rows.length)}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{strings.import.columns.row}</th>
            <th scope="col">{strings.import.columns.reason}</th>
            <th scope="col">{strings.import.columns.excerpt}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ row, reason, excerpt }) => (
            <tr key={`${row}-${reason}`}>
              <td>{row}</td>
              <td>{reason}</td>
              <td>{excerpt}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && (
        <p className={styles.advice}>{strings.import.moreRows(rows.length - MOST_ROWS)}</p>
      )}
    </details>
  )
}
