import { inflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { type ZipEntry, zipEntries } from './zip-directory.ts'

/** A workbook's sheet as text: what a person sees in it, but for formats of numbers. */
export type WorkbookReading =
  | { ok: true; sheet: string; sheets: string[]; rows: string[][] }
  | { ok: false; reason: string; advice: string }

/** XML of 100,000 rows with twenty columns takes 100 MB; what inflates to more is no product list, or a trap. */
const MAX_XML_BYTES = 128 * 1024 * 1024
/** The XML of spreadsheets shrinks to a tenth or a thirtieth; only repetition made on purpose shrinks further than this. */
const MAX_RATIO = 250
/** What the reader needs; pictures, charts and comments are left where they are. */
const READ_PARTS = /^xl\/(?:(?:worksheets\/)?[^/]+\.xml|_rels\/[^/]+\.xml\.rels)$/
/** A tag that is never closed, or far longer than any that spreadsheets write: the reader might never end on it. */
const MALFORMED_TAG = /<[^<>]*(?:<|$)|<[^<>]{20000}/
/** 100,000 and what stands above them: names, a notice. */
const MAX_ROWS = 100_010
const MAX_COLUMNS = 500

const SAVE_AGAIN = '请用 Excel 或 WPS 打开它，另存为新的 xlsx 或 CSV 后再导入。'

/**
 * Reads one sheet of an XLSX file: the one called `sheetName`, else the first with anything in it. Numbers come as the
 * shortest text that is the same number, dates as `2026-11-21`, formulas as their last result. Sizes are checked before
 * anything is inflated, and again while it is, since a directory may lie.
 */
export async function readWorkbook(bytes: Uint8Array, sheetName: string | null): Promise<WorkbookReading> {
  const unpacked = unpack(bytes)
  if (!unpacked.ok) return unpacked
  // Loaded when first asked for: no start and no CSV import pays for it.
  const { default: readXlsx } = await import('read-excel-file/universal')
  try {
    const sheets = await readXlsx(unpacked.archive, { parseNumber: plainNumber })
    const names = sheets.map(({ sheet }) => sheet)
    const chosen =
      sheetName === null
        ? (sheets.find(({ data }) => data.length > 0) ?? sheets[0])
        : sheets.find(({ sheet }) => sheet === sheetName)
    if (!chosen)
      return {
        ok: false,
        reason: sheetName === null ? '工作簿里没有工作表' : `工作簿里没有叫“${sheetName}”的工作表`,
        advice: names.length > 0 ? `有这些工作表：${names.join('、')}` : SAVE_AGAIN,
      }
    return { ok: true, sheet: chosen.sheet, sheets: names, rows: chosen.data.map((row) => row.map(asText)) }
  } catch (problem) {
    return { ok: false, reason: reasonOf(problem), advice: SAVE_AGAIN }
  }
}

/** A copy of the workbook that holds nothing but what is read, uncompressed and of a known size. */
function unpack(
  bytes: Uint8Array,
): { ok: true; archive: ArrayBuffer } | { ok: false; reason: string; advice: string } {
  const entries = zipEntries(bytes)?.filter(({ name }) => READ_PARTS.test(name))
  if (!entries?.some(({ name }) => name === 'xl/workbook.xml'))
    return {
      ok: false,
      reason: '这不是完整的 Excel 工作簿（xlsx），可能是别的压缩包，或没有下载完',
      advice: SAVE_AGAIN,
    }
  const size = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (size > MAX_XML_BYTES || entries.some(isBomb)) return tooLarge()

  const files: Record<string, Uint8Array> = {}
  let left = MAX_XML_BYTES
  for (const entry of entries) {
    const xml = inflated(entry, left)
    if (xml === null) return tooLarge()
    left -= xml.length
    // Every part, since the workbook itself says which of them are sheets.
    const part = withoutEmptyCells(xml)
    if (!part.ok) return { ...part, advice: '请删掉多余的行和列，只留下商品，再导入。' }
    files[entry.name] = part.xml
  }
  const { buffer } = zipSync(files, { level: 0 })
  return { ok: true, archive: buffer }
}

function isBomb({ size, data }: ZipEntry): boolean {
  return size > 1024 * 1024 && size / Math.max(1, data.length) > MAX_RATIO
}

function tooLarge() {
  return {
    ok: false as const,
    reason: `工作簿解开后超过 ${MAX_XML_BYTES / 1024 / 1024} MB，没有读取`,
    advice: '商品表通常只有几 MB。请检查是不是选错了文件，或把它分成几份导入。',
  }
}

/** Null when it holds more than its share, or cannot be inflated. */
function inflated({ data, isStored }: ZipEntry, maxBytes: number): Uint8Array | null {
  if (isStored) return data.length <= maxBytes ? data : null
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, maxBytes) })
  } catch {
    return null
  }
}

/**
 * Formatting a whole column leaves a million empty cells in a sheet, and the reader would make a row of each. What is
 * left must lie within bounds: an address far out would have it fill the way there with empty rows.
 */
function withoutEmptyCells(bytes: Uint8Array): { ok: true; xml: Uint8Array } | { ok: false; reason: string } {
  const xml = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('utf8')
    .replace(/<(?:\w+:)?c\b[^<>]*\/>/g, '')
    .replace(/<(?:\w+:)?row\b[^<>]*(?:\/>|>\s*<\/(?:\w+:)?row>)/g, '')
  if (MALFORMED_TAG.test(xml)) return { ok: false, reason: '工作簿的内容读不出来，文件可能已损坏' }
  // The addresses of rows and cells, in whatever element they stand, and however they are written.
  for (const [, letters = '', row = '', disguise] of xml.matchAll(/\sr\s*=\s*["']([A-Z]*)(\d*)(&?)/g)) {
    if (disguise) return { ok: false, reason: '工作表里有认不出的格子地址' }
    if (Number(row) > MAX_ROWS)
      return { ok: false, reason: `工作表有内容在第 ${row} 行，最多读 ${MAX_ROWS} 行` }
    if (columnNumber(letters) > MAX_COLUMNS)
      return { ok: false, reason: `工作表有内容在 ${letters.slice(0, 10)} 列，最多读 ${MAX_COLUMNS} 列` }
  }
  return { ok: true, xml: Buffer.from(withTroubleShown(xml)) }
}

const NO_RESULT = '#公式没有结果'

/** The reader takes an error (#N/A) and a formula without a result for empty cells; a person has to be told of them. */
function withTroubleShown(xml: string): string {
  return xml
    .replace(/(<(?:\w+:)?c\b[^<>]*?\st=)(["'])e\2/g, '$1"str"')
    .replace(
      /<((?:\w+:)?)c\b([^<>]*)>\s*<\1f\b[^<>]*(?:\/>|>[^<]*<\/\1f>)\s*(?=<\/\1c>)/g,
      (_cell, prefix: string, attributes: string) =>
        `<${prefix}c${attributes.replace(/\st=(["'])\w+\1/, '')} t="str"><${prefix}v>${NO_RESULT}</${prefix}v>`,
    )
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

/** A cell stores 12.9 as `12.9` or `12.899999999999999`, and a long code as `6.9E+12`; people see fifteen digits. */
function plainNumber(stored: string): string {
  const number = Number(stored)
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : stored
}

function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return String(cell)
}

function reasonOf(problem: unknown): string {
  const message = problem instanceof Error ? problem.message : ''
  const [, row, column] = /row (\d+), col (\d+)/.exec(message) ?? []
  return row ? `第 ${row} 行第 ${column} 列的格子读不出来` : '工作簿的内容读不出来，文件可能已损坏'
}
