// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid, which ARIA builds on a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the active cell's text box has the focus
import { memo, type RefObject } from 'react'
import { strings } from '../../strings.ts'
import styles from './Sheet.module.css'
import type { SheetColumn } from './sheet-props.ts'

interface SheetRowProps {
  row: number
  texts: readonly string[]
  columns: readonly SheetColumn[]
  /** What is wrong with which cell. */
  problems: readonly (string | undefined)[] | undefined
  /** The column of the cell that is typed into; -1 when it is in another row. */
  active: number
  /** The selected columns, both inclusive; -1 when none is. */
  selectedFrom: number
  selectedTo: number
  isEditing: boolean
  input: RefObject<HTMLInputElement | null>
  onText: (text: string) => void
  /** The element that says what is wrong with the active cell. */
  messageId: string
}

/**
 * One row. The active cell is a text box whatever is done with it, so that typing, also through an input method, simply
 * begins; all others are text.
 */
export const SheetRow = memo(function SheetRow({
  row,
  texts,
  columns,
  problems,
  active,
  selectedFrom,
  selectedTo,
  isEditing,
  input,
  onText,
  messageId,
}: SheetRowProps) {
  return (
    <tr aria-rowindex={row + 2}>
      <th scope="row" data-row={row}>
        {row + 1}
      </th>
      {columns.map(({ key, title, isFigure }, column) => {
        const isSelected = column >= selectedFrom && column <= selectedTo
        const problem = problems?.[column]
        const classes = [
          isFigure && styles.figure,
          problem && styles.wrong,
          isSelected && styles.selected,
          column === active && styles.active,
          column === active && isEditing && styles.editing,
        ]
        return (
          <td
            key={key}
            role="gridcell"
            data-row={row}
            data-column={column}
            aria-selected={isSelected}
            title={problem}
            className={classes.filter(Boolean).join(' ')}
          >
            {column === active ? (
              <input
                ref={input}
                className={styles.input}
                autoComplete="off"
                spellCheck={false}
                aria-label={strings.sheet.cell(row + 1, title)}
                aria-invalid={problem !== undefined}
                aria-describedby={problem && messageId}
                value={texts[column] ?? ''}
                onChange={(event) => onText(event.target.value)}
              />
            ) : (
              <span className={styles.text}>{texts[column]}</span>
            )}
            {column === active && problem && (
              <span className={styles.note} aria-hidden="true">
                {problem}
              </span>
            )}
          </td>
        )
      })}
    </tr>
  )
})
