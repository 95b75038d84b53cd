import { Select, Tag } from 'antd'
import type { MappedColumn } from '../../../../shared/model/transfer.ts'
import { importStrings as words } from '../../strings/import.ts'
import styles from './ColumnTable.module.css'

interface Choice<Use> {
  value: Use
  label: string
}

interface ColumnTableProps<Use extends string> {
  columns: readonly MappedColumn<Use>[]
  /** Uses to choose from, in groups or without. */
  usesFor: (column: MappedColumn<Use>) => (Choice<Use> | { label: string; options: Choice<Use>[] })[]
  /** The use of a column that comes to nothing. */
  unused: Use
  onUse: (column: string, use: Use) => void
}

/** What each column of a file is used for, with the first of what stands in it, all to be corrected. */
export function ColumnTable<Use extends string>({ columns, usesFor, unused, onUse }: ColumnTableProps<Use>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className={styles.columns} tabIndex={0} aria-label={words.columns}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.use}</th>
            <th scope="col">{words.samples}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name} className={column.use === unused ? styles.skipped : undefined}>
              <th scope="row">{column.name}</th>
              <td>
                <Select
                  size="small"
                  className={styles.use}
                  aria-label={words.purposeOf(column.name)}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={usesFor(column)}
                  value={column.use}
                  onChange={(use) => onUse(column.name, use)}
                />
                {column.because === 'remembered' && <Tag variant="filled">{words.remembered}</Tag>}
              </td>
              <td>{column.samples.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
