import writeXlsxFile, { type Row } from 'write-excel-file/node'

/** What a test writes into a sheet; null leaves a cell empty. */
export type SheetCells = (string | number | boolean | Date | null)[][]

/** An XLSX file as a spreadsheet program saves it: its first sheet, and others by name. */
export async function workbookOf(
  cells: SheetCells,
  others: Record<string, SheetCells> = {},
): Promise<Uint8Array> {
  const sheets = Object.entries({ Sheet1: cells, ...others })
  const file = writeXlsxFile(sheets.map(([sheet, rows]) => ({ sheet, data: rows.map(asRow) })))
  return new Uint8Array(await file.toBuffer())
}

function asRow(cells: SheetCells[number]): Row {
  return cells.map((value) => {
    if (value === null) return null
    if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' }
    if (typeof value === 'number') return { value, type: Number }
    return typeof value === 'boolean' ? { value, type: Boolean } : { value, type: String }
  })
}
