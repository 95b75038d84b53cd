import {
  type Delimiter,
  type ImportFailure,
  refusalBySize,
  type TableEncoding,
  type TextEncoding,
} from '../../../../shared/model/transfer.ts'
import {
  type CsvRecords,
  delimiterOf,
  firstLineOf,
  QUOTES_DOUBLED,
  splitRecords,
  withPlainLines,
} from './csv-records.ts'
import { decodeText } from './decode-text.ts'
import { readWorkbook } from './workbook/read-workbook.ts'

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

interface TableShape {
  encoding: TableEncoding
  /** What parts the cells; null in a workbook. */
  delimiter: Delimiter | null
  sheet: string | null
  sheets: string[]
}

export interface RawTable extends TableShape {
  rows: TableRow[]
}

/** A table whose rows are made as they are asked for: a text of 100,000 lines is never all in memory as cells. */
export interface OpenTable extends TableShape {
  /** How many rows there are, empty ones included. */
  count: number
  rows(): Iterable<TableRow>
}

export type TableReading = { ok: true; table: RawTable } | ({ ok: false } & ImportFailure)
export type TableOpening = { ok: true; table: OpenTable } | ({ ok: false } & ImportFailure)

/** What a person has said of a file where it was not found out rightly. */
export interface ReadAs {
  sheet?: string | null
  encoding?: TextEncoding | null
  delimiter?: Delimiter | null
}

/** As `openTable`, with all rows at once. */
export async function readTable(file: UploadedFile, said: ReadAs = {}): Promise<TableReading> {
  const opening = await openTable(file, said)
  if (!opening.ok) return opening
  const { rows, count: _count, ...shape } = opening.table
  return { ok: true, table: { ...shape, rows: [...rows()] } }
}

/** Opens any table that office programs and the platform's tools write: XLSX, and CSV or TSV in any of their encodings. */
export async function openTable(
  file: UploadedFile,
  { sheet = null, encoding = null, delimiter = null }: ReadAs = {},
): Promise<TableOpening> {
  const tooLarge = refusalBySize(file.bytes.length)
  if (tooLarge) return { ok: false, ...tooLarge }
  if (isZip(file.bytes)) {
    const workbook = await readWorkbook(file.bytes, sheet)
    if (!workbook.ok) return workbook
    const { sheet: name, sheets, count, rows } = workbook
    const shape = { encoding: 'XLSX', delimiter: null, sheet: name, sheets } as const
    return { ok: true, table: { ...shape, count, rows: () => rowsOfSheet(rows()) } }
  }
  const decoded = decodeText(file.bytes, encoding)
  if (!decoded.ok) return decoded
  const text = withPlainLines(decoded.text)
  const parting = delimiter ?? delimiterOf(firstLineWithCells(text))
  const split = splitRecords(text, parting)
  if (!split.ok) return split
  const shape = { encoding: decoded.encoding, delimiter: parting, sheet: null, sheets: [] }
  return { ok: true, table: { ...shape, count: split.count, rows: () => rowsOfText(split) } }
}

function* rowsOfSheet(rows: Iterable<string[]>): Generator<TableRow> {
  let row = 0
  for (const cells of rows) yield { row: ++row, cells, fault: null }
}

function* rowsOfText(split: CsvRecords): Generator<TableRow> {
  let row = 0
  for (const { cells, isMisquoted } of split.records()) {
    row++
    const fault = isMisquoted ? `双引号用法不对，${QUOTES_DOUBLED}` : null
    yield { row, cells: cells.map(asTyped), fault }
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
  if (trimmed.startsWith('=')) return /^="(.*)"$/s.exec(trimmed)?.[1] ?? trimmed
  return trimmed.startsWith("'") ? trimmed.replace(/^'(?=\d)/, '') : trimmed
}
