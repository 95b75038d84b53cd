import {
  type Delimiter,
  type ImportFailure,
  refusalBySize,
  type TableEncoding,
  type TextEncoding,
} from '../../../../shared/model/transfer.ts'
import { delimiterOf, firstLineOf, QUOTES_DOUBLED, splitRecords, withPlainLines } from './csv-records.ts'
import { decodeText } from './decode-text.ts'
import { readWorkbook } from './workbook.ts'

export interface UploadedFile {
  name: string
  bytes: Uint8Array
}

/** A line of a table. `row` counts from 1 as a spreadsheet shows it; `fault` says why its cells cannot be trusted. */
export interface TableRow {
  row: number
  cells: string[]
  fault: string | null
}

export interface RawTable {
  encoding: TableEncoding
  /** What parts the cells; null in a workbook. */
  delimiter: Delimiter | null
  sheet: string | null
  sheets: string[]
  rows: TableRow[]
}

export type TableReading = { ok: true; table: RawTable } | ({ ok: false } & ImportFailure)

/** What a person has said of a file where it was not found out rightly. */
export interface ReadAs {
  sheet?: string | null
  encoding?: TextEncoding | null
  delimiter?: Delimiter | null
}

/** Reads any table that office programs and the platform's tools write: XLSX, and CSV or TSV in any of their encodings. */
export async function readTable(
  file: UploadedFile,
  { sheet = null, encoding = null, delimiter = null }: ReadAs = {},
): Promise<TableReading> {
  const tooLarge = refusalBySize(file.bytes.length)
  if (tooLarge) return { ok: false, ...tooLarge }
  if (isZip(file.bytes)) {
    const workbook = await readWorkbook(file.bytes, sheet)
    if (!workbook.ok) return workbook
    const rows = workbook.rows.map((cells, index) => ({ row: index + 1, cells, fault: null }))
    return {
      ok: true,
      table: { encoding: 'XLSX', delimiter: null, sheet: workbook.sheet, sheets: workbook.sheets, rows },
    }
  }
  const decoded = decodeText(file.bytes, encoding)
  if (!decoded.ok) return decoded
  const text = withPlainLines(decoded.text)
  const parting = delimiter ?? delimiterOf(firstLineWithCells(text))
  const records = splitRecords(text, parting)
  if (!records.ok) return records
  const rows = records.records.map((cells, index) => ({
    row: index + 1,
    cells: cells.map(asTyped),
    fault: records.misquoted.has(index) ? `双引号用法不对，${QUOTES_DOUBLED}` : null,
  }))
  return {
    ok: true,
    table: { encoding: decoded.encoding, delimiter: parting, sheet: null, sheets: [], rows },
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** Taobao Assistant puts a line with its version before the table. */
function firstLineWithCells(text: string): string {
  const first = firstLineOf(text)
  return /^"?version\s/i.test(first) ? firstLineOf(text.slice(first.length + 1)) : first
}

/** `="00123"` and `'00123` are how people keep a spreadsheet from reading a code as a number. */
function asTyped(cell: string): string {
  const trimmed = cell.trim()
  return /^="(.*)"$/s.exec(trimmed)?.[1] ?? trimmed.replace(/^'(?=\d)/, '')
}
