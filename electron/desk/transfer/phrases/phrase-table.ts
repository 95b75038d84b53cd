import type {
  PhraseColumnUse,
  PhraseFileFormat,
  PhraseImportOptions,
  PhraseTable,
} from '../../../../shared/model/phrase-transfer.ts'
import { headerIndex, mappedColumns, type Remembered } from '../tables/columns.ts'
import { cut } from '../tables/excerpt.ts'
import { hasContent, type NamedTable, namedTable, withinWidth } from '../tables/header.ts'
import type { OpenTable, TableRow } from '../tables/read-table.ts'
import { otherKindOf } from './other-kinds.ts'
import { folded, isKnownName, usesByName } from './phrase-columns.ts'
import type { PhraseFileReading } from './phrase-reading.ts'
import { rowReader } from './phrase-row.ts'

const EXPECTED = '表头应为：快捷短语编码,快捷短语,快捷短语分组（编码和分组两列可以没有）。'

/** Rows among which the names are looked for, and the first values under them; a person may point as far down. */
const HEAD = 1000

/**
 * Finds out which row names the columns and what each of them holds: as the options say, else as this header was
 * mapped before, else by name.
 */
export function understandTable(
  raw: OpenTable,
  fileName: string,
  options: PhraseImportOptions,
  remembered: Remembered<PhraseColumnUse>,
): PhraseFileReading {
  const head = firstOf(raw.rows(), HEAD)
  if (!head.some(hasContent)) return refused('文件里没有内容', '请检查是不是选错了文件。')
  const other = otherKindOf(head)
  if (other) return { ok: false, table: null, ...other }
  const header = headerIndex(head, options.headerRow, isKnownName, remembered) ?? onlyColumn(head)
  const named = namedTable(head, header)
  const columns = mappedColumns(named, usesByName(named.names), {
    chosen: options.mapping,
    before: remembered(named.names) ?? {},
    unused: 'skip',
  })
  const uses = columns.map(({ use }) => use)
  const table: PhraseTable = {
    fileName,
    format: formatOf(head, header, uses, named.names),
    encoding: raw.encoding,
    delimiter: raw.delimiter,
    sheet: raw.sheet,
    sheets: raw.sheets,
    headerRow: named.headerRow,
    columns,
  }
  const below = () => rowsBelow(raw, named)
  const problem = whyUseless(uses, named, raw) ?? whyEmpty(below())
  if (problem) return { ok: false, table, belongsTo: null, ...problem }
  const read = rowReader(uses, table.format === 'own')
  return {
    ok: true,
    file: {
      table,
      fields: new Set(uses),
      count: Math.max(0, raw.count - named.headerRow),
      *rows() {
        for (const { row, cells, fault } of below()) yield read(row, cells, fault)
      },
      remarks: ignoredColumns(table),
    },
  }
}

/** The rows under the names, but for empty ones. */
function* rowsBelow(raw: OpenTable, { headerRow, names }: NamedTable): Generator<TableRow> {
  for (const row of raw.rows())
    if (row.row > headerRow && hasContent(row)) yield withinWidth(row, names.length)
}

function whyEmpty(rows: Iterable<TableRow>) {
  if (firstOf(rows, 1).length > 0) return null
  return { reason: '只有表头，没有话术', advice: '请检查是不是选错了文件，或导出时没有选中话术。' }
}

function firstOf<Item>(items: Iterable<Item>, most: number): Item[] {
  const first: Item[] = []
  for (const item of items) {
    first.push(item)
    if (first.length === most) break
  }
  return first
}

function refused(reason: string, advice: string): PhraseFileReading {
  return { ok: false, table: null, belongsTo: null, reason, advice }
}

/** Where nothing reads like names, the first row with anything in it stands for them, so that the person can map it. */
function onlyColumn(rows: readonly TableRow[]): number {
  return Math.max(
    0,
    rows.findIndex(({ cells }) => cells.some((cell) => cell !== '')),
  )
}

function formatOf(
  rows: readonly TableRow[],
  header: number,
  uses: readonly PhraseColumnUse[],
  names: readonly string[],
): PhraseFileFormat {
  if (uses.includes('id')) return 'own'
  if (rows.slice(0, header).some(({ cells }) => cells.some((cell) => /\bV3\b|V3/.test(cell)))) return 'v3'
  return names.some((name) => folded(name) === '快捷短语') ? 'qianniu' : 'table'
}

function whyUseless(
  uses: readonly PhraseColumnUse[],
  { names }: NamedTable,
  raw: OpenTable,
): { reason: string; advice: string } | null {
  if (!uses.includes('body')) {
    if (raw.delimiter === ',' && names.length === 1 && names[0]?.includes(','))
      return {
        reason: '列之间用的是全角逗号“，”，不是英文逗号“,”',
        advice: '请用 Excel 或 WPS 打开它，另存为 CSV 后再导入。',
      }
    const found = names.slice(0, 6).join(',') || '(空)'
    return {
      reason: `没有找到话术内容是哪一列，读到的列名是：${cut(found, 60)}`,
      advice: `请指定哪一列是话术内容。千牛的${EXPECTED}`,
    }
  }
  return null
}

/** What a person did not leave out by themselves should be known: it may be what they meant by another name. */
function ignoredColumns({ columns, headerRow }: PhraseTable) {
  return columns
    .filter(({ use, because, samples }) => use === 'skip' && because === 'name' && samples.length > 0)
    .map(({ name }) => ({ row: headerRow ?? 1, excerpt: name, reason: `“${name}”这一列没有用到` }))
}
