import { plainName } from '../../../shared/model/text.ts'
import {
  delimiterOf,
  firstLineOf,
  QUOTES_DOUBLED,
  splitRecords,
  withPlainLines,
} from './tables/csv-records.ts'
import { cut, excerptOf } from './tables/excerpt.ts'

/** One row of a phrase file, as text; `row` counts from 1 as a spreadsheet does, the header being row 1. */
export interface PhraseRow {
  row: number
  code: string
  body: string
  /** Names from the outermost group inwards; empty for none. */
  group: string[]
  title: string
  step: string
  tags: string[]
  questions: string[]
  validFrom: string
  validUntil: string
}

export interface MisshapenRow {
  row: number
  excerpt: string
  reason: string
}

export type PhraseTable =
  | { ok: true; rows: PhraseRow[]; misshapen: MisshapenRow[]; ignoredColumns: string[] }
  | { ok: false; reason: string; advice: string }

/**
 * Column names as Qianniu (first) and other desktop tools write them, matched by name and never by place.
 * Only the text is required. Source: headers seen in public importers.
 */
const COLUMNS = {
  body: ['快捷短语', '话术内容', '内容'],
  code: ['快捷短语编码', '快捷编码', '编码'],
  group: ['快捷短语分组', '分组'],
  title: ['标题', '快捷短语标题'],
  step: ['七步', '步骤'],
  tags: ['标签'],
  questions: ['买家问法', '例句'],
  validFrom: ['生效日期'],
  validUntil: ['失效日期'],
} as const
type Column = keyof typeof COLUMNS

const EXPECTED = '表头应为：快捷短语编码,快捷短语,快捷短语分组（编码和分组两列可以没有）。'

const BY_FULL_WIDTH_COMMAS: PhraseTable = {
  ok: false,
  reason: '列之间用的是全角逗号“，”，不是英文逗号“,”',
  advice: '请用 Excel 或 WPS 打开它，另存为 CSV 后再导入。',
}

/** A column's name as a person sees it: full-width letters are letters, and zero-width characters are nothing. */
const asName = (cell: string) =>
  cell
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()

/** Reads Qianniu's quick-phrase CSV, with or without its code and group columns. */
export function readPhraseCsv(text: string): PhraseTable {
  const plain = withPlainLines(text)
  const table = splitRecords(plain, delimiterOf(firstLineOf(plain)))
  if (!table.ok) return table
  const [header, ...body] = table.records
  if (!header) return { ok: false, reason: '文件是空的', advice: '请检查是不是选错了文件。' }

  const names = header.map(asName)
  const columns = columnsNamed(names)
  if (columns.body === undefined) {
    if (header.length === 1 && header[0]?.includes('，')) return BY_FULL_WIDTH_COMMAS
    const found = names.filter(Boolean).slice(0, 6).join(',') || '(空)'
    return { ok: false, reason: `表头里没有“快捷短语”这一列，读到的是：${cut(found, 60)}`, advice: EXPECTED }
  }
  const repeated = firstRepeated(names.filter(Boolean))
  if (repeated)
    return { ok: false, reason: `表头里有两列都叫“${repeated}”`, advice: '请删去多余的一列再导入。' }

  const rows: PhraseRow[] = []
  const misshapen: MisshapenRow[] = []
  for (const [index, cells] of body.entries()) {
    const row = index + 2
    if (cells.every((cell) => cell.trim() === '')) continue
    const reason = table.misquoted.has(index + 1)
      ? `双引号用法不对，${QUOTES_DOUBLED}`
      : shapeProblem(cells, names.length)
    if (reason) misshapen.push({ row, excerpt: excerptOf(cells.join(',')), reason })
    else rows.push(asRow(row, cells, columns))
  }
  if (rows.length === 0 && misshapen.length === 0)
    return {
      ok: false,
      reason: '只有表头，没有话术',
      advice: '请检查是不是选错了文件，或导出时没有选中话术。',
    }
  const known = new Set(Object.values(columns))
  return {
    ok: true,
    rows,
    misshapen,
    ignoredColumns: names.filter((name, index) => name && !known.has(index)),
  }
}

/** By a set, not by looking back: a header of a hundred thousand names is still answered at once. */
function firstRepeated(names: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return names.find((name) => seen.size === seen.add(name).size)
}

function columnsNamed(names: readonly string[]): Partial<Record<Column, number>> {
  const columns: Partial<Record<Column, number>> = {}
  for (const [column, aliases] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
    const alias = aliases.find((name) => names.includes(name))
    if (alias !== undefined) columns[column] = names.indexOf(alias)
  }
  return columns
}

function shapeProblem(cells: readonly string[], width: number): string | null {
  if (cells.length > width)
    return `有 ${cells.length} 列，比表头多 ${cells.length - width} 列（内容里的逗号要加双引号）`
  if (cells.length < width) return `只有 ${cells.length} 列，比表头少 ${width - cells.length} 列`
  if (cells.some((cell) => cell.includes('\0'))) return '含有空字符（NUL），文件可能已损坏'
  return null
}

function asRow(row: number, cells: readonly string[], columns: Partial<Record<Column, number>>): PhraseRow {
  const cell = (column: Column) => {
    const index = columns[column]
    return index === undefined ? '' : (cells[index] ?? '').trim()
  }
  return {
    row,
    code: cell('code'),
    body: cell('body'),
    group: cell('group')
      .split(/[=＝]>|\//)
      .map((name) => plainName(name).trim())
      .filter(Boolean),
    title: cell('title'),
    step: cell('step'),
    tags: listIn(cell('tags'), /[,，、;；\n]/),
    questions: listIn(cell('questions'), /[\n|]/),
    validFrom: cell('validFrom'),
    validUntil: cell('validUntil'),
  }
}

function listIn(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter(Boolean)
}
