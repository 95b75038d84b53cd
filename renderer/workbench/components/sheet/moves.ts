import type { Place, Size } from './cells.ts'

export interface Keys {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
}

const PAGE = 10

/** Where an arrow or one of its kin leads from `place`; null for any other key. It never leaves the sheet. */
export function moved({ row, column }: Place, { key, ctrlKey }: Keys, { rows, columns }: Size): Place | null {
  const [last, end] = [rows - 1, columns - 1]
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: Math.min(Math.max(0, nextRow), Math.max(0, last)),
    column: Math.min(Math.max(0, nextColumn), Math.max(0, end)),
  })
  switch (key) {
    case 'ArrowUp':
      return to(ctrlKey ? 0 : row - 1, column)
    case 'ArrowDown':
      return to(ctrlKey ? last : row + 1, column)
    case 'ArrowLeft':
      return to(row, ctrlKey ? 0 : column - 1)
    case 'ArrowRight':
      return to(row, ctrlKey ? end : column + 1)
    case 'PageUp':
      return to(row - PAGE, column)
    case 'PageDown':
      return to(row + PAGE, column)
    case 'Home':
      return to(ctrlKey ? 0 : row, 0)
    case 'End':
      return to(ctrlKey ? last : row, end)
    default:
      return null
  }
}

/** The cell that Tab leads to, row by row; null behind the last and before the first, where Tab leaves the sheet. */
export function tabbed({ row, column }: Place, isBackwards: boolean, { rows, columns }: Size): Place | null {
  const next = row * columns + column + (isBackwards ? -1 : 1)
  if (next < 0 || next >= rows * columns) return null
  return { row: Math.floor(next / columns), column: next % columns }
}
