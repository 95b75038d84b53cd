import { useId, useRef } from 'react'
import { strings } from '../../strings.ts'
import { cornersOf, within } from './cells.ts'
import styles from './Sheet.module.css'
import { SheetRow } from './SheetRow.tsx'
import type { SheetProps } from './sheet-props.ts'
import { useSheet } from './use-sheet.ts'

/**
 * Cells to be edited as in a spreadsheet: arrows, Tab and Enter move; typing replaces, F2 and a double click edit; blocks
 * are copied from and pasted to Excel; Ctrl+D fills down, Delete empties, Ctrl+Z takes back. Esc, then Tab, leaves.
 */
export function Sheet(props: SheetProps) {
  const { label, columns, cells, problems, headOf } = props
  const messageId = useId()
  const input = useRef<HTMLInputElement>(null)
  const area = within(props.area, { rows: cells.length, columns: columns.length })
  const { isEditing, onText, handlers } = useSheet({ ...props, area, input })
  const { top, bottom, left, right } = cornersOf(area)
  const { row: activeRow, column: activeColumn } = area.from
  const message = problems.get(activeRow)?.[activeColumn]

  return (
    <>
      <div className={styles.frame}>
        <table
          className={styles.sheet}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of cells is what this is; ARIA builds it on a table
          role="grid"
          aria-label={label}
          aria-rowcount={cells.length + 1}
          aria-multiselectable
          {...handlers}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className={styles.corner}>
                <span className="heard">{strings.sheet.row}</span>
              </th>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={column.isFigure ? styles.figure : undefined}>
                  {headOf?.(column) ?? column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map((texts, row) => {
              const isSelected = row >= top && row <= bottom
              return (
                <SheetRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row of a sheet is its place
                  key={row}
                  row={row}
                  texts={texts}
                  columns={columns}
                  problems={problems.get(row)}
                  active={row === activeRow ? activeColumn : -1}
                  selectedFrom={isSelected ? left : -1}
                  selectedTo={isSelected ? right : -1}
                  isEditing={row === activeRow && isEditing}
                  input={input}
                  onText={onText}
                  messageId={messageId}
                />
              )
            })}
          </tbody>
        </table>
      </div>
      <p id={messageId} role="status" className="heard">
        {message && strings.sheet.problem(activeRow + 1, columns[activeColumn]?.title ?? '', message)}
      </p>
    </>
  )
}
