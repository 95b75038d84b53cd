/**
 * A sheet as a person sees it: rows of texts. What the texts mean is read from it when it is saved, so that nothing is
 * lost or corrected behind the person's back while they type.
 */
export type Cells = readonly (readonly string[])[]

export interface Place {
  row: number
  column: number
}

/** A rectangle of cells: from where the selection began to where it has got. */
export interface Area {
  from: Place
  to: Place
}

export interface Size {
  rows: number
  columns: number
}

export const FIRST: Area = { from: { row: 0, column: 0 }, to: { row: 0, column: 0 } }

export const onlyCell = (place: Place): Area => ({ from: place, to: place })

/** The rectangle's corners with the smaller numbers first, both inclusive. */
export function cornersOf({ from, to }: Area) {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  }
}

export function isOneCell({ from, to }: Area): boolean {
  return from.row === to.row && from.column === to.column
}

/** The area, moved into a sheet of this size. */
export function within({ from, to }: Area, size: Size): Area {
  const clamp = ({ row, column }: Place) => ({
    row: Math.min(row, Math.max(0, size.rows - 1)),
    column: Math.min(column, Math.max(0, size.columns - 1)),
  })
  return { from: clamp(from), to: clamp(to) }
}

export const blankRow = (columns: number): string[] => Array.from({ length: columns }, () => '')

export const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '')

export function withCell(cells: Cells, { row, column }: Place, text: string): Cells {
  if (cells[row]?.[column] === text) return cells
  return cells.map((line, at) => (at === row ? line.with(column, text) : line))
}

/** Every cell of the area with the text that `textOf` gives it. */
export function withArea(cells: Cells, area: Area, textOf: (place: Place) => string): Cells {
  const { top, bottom, left, right } = cornersOf(area)
  return cells.map((line, row) =>
    row < top || row > bottom
      ? line
      : line.map((text, column) => (column < left || column > right ? text : textOf({ row, column }))),
  )
}

/** The area's first row in all of its rows, as Ctrl+D has it in every spreadsheet. */
export function filledDown(cells: Cells, area: Area): Cells {
  const { top } = cornersOf(area)
  return withArea(cells, area, ({ column }) => cells[top]?.[column] ?? '')
}

export function withoutRows(cells: Cells, area: Area): Cells {
  const { top, bottom } = cornersOf(area)
  return cells.filter((_, row) => row < top || row > bottom)
}

/** The texts of an area, for the clipboard. */
export function cellsIn(cells: Cells, area: Area): string[][] {
  const { top, bottom, left, right } = cornersOf(area)
  return cells.slice(top, bottom + 1).map((line) => line.slice(left, right + 1))
}

export interface Pasting {
  cells: Cells
  area: Area
  /** What did not fit: columns beyond the sheet's last, rows beyond the most it may have. */
  dropped: { columns: number; rows: number }
}

/**
 * A block laid over the sheet at the area's upper left, with rows added below where it is longer than the sheet. A
 * single value fills the whole area; a row that is blank at the very end was only the place for the next one, so a
 * block may take it.
 */
export function pasted(
  cells: Cells,
  area: Area,
  block: readonly (readonly string[])[],
  { columns, maxRows }: { columns: number; maxRows: number },
): Pasting {
  const { top, left } = cornersOf(area)
  const [only] = block[0] ?? []
  if (block.length === 1 && block[0]?.length === 1 && only !== undefined && !isOneCell(area))
    return { cells: withArea(cells, area, () => only), area, dropped: { columns: 0, rows: 0 } }

  const width = Math.max(0, ...block.map((line) => line.length))
  const height = Math.min(block.length, maxRows - top)
  const rows = Math.max(cells.length, top + height)
  const next = Array.from({ length: rows }, (_, row) => {
    const line = cells[row] ?? blankRow(columns)
    const fresh = row >= top && row < top + height ? block[row - top] : undefined
    if (!fresh) return line
    return line.map((text, column) => (column < left ? text : (fresh[column - left] ?? text)))
  })
  return {
    cells: next,
    area: {
      from: { row: top, column: left },
      to: {
        row: Math.max(top, top + height - 1),
        column: Math.max(left, Math.min(columns, left + width) - 1),
      },
    },
    dropped: { columns: Math.max(0, left + width - columns), rows: block.length - height },
  }
}
