import type {
  ColumnUse,
  ProductImportOptions,
  ProductTable,
} from '../../../../shared/model/product-transfer.ts'
import type { ImportFailure } from '../../../../shared/model/transfer.ts'
import { headerIndex, mappedColumns, type Remembered } from '../tables/columns.ts'
import { excerptOf } from '../tables/excerpt.ts'
import { type NamedTable, namedTable } from '../tables/header.ts'
import type { RawTable, TableRow } from '../tables/read-table.ts'
import { isKnownName, usesByName } from './column-names.ts'

/** A product file whose columns are understood. */
export interface UnderstoodTable {
  shown: ProductTable
  rows: TableRow[]
  uses: ColumnUse[]
}

export type Understanding =
  | { ok: true; table: UnderstoodTable }
  | ({ ok: false; table: ProductTable | null } & ImportFailure)

/**
 * Finds out which row names the columns and what each of them holds: as the options say, else as this header was
 * mapped before, else by name.
 *
 * @param remembered what was said of a header like this one
 */
export function understandTable(
  raw: RawTable,
  fileName: string,
  options: ProductImportOptions,
  remembered: Remembered<ColumnUse>,
): Understanding {
  if (raw.rows.length === 0) return nothing('文件里没有内容', '请检查是不是选错了文件。')
  const isTaobao = /^version\s/i.test(raw.rows[0]?.cells[0] ?? '')
  const header =
    isTaobao && options.headerRow === null
      ? taobaoHeader(raw.rows)
      : headerIndex(raw.rows, options.headerRow, isKnownName, remembered)
  if (header === null)
    return nothing('没有找到写着列名的一行', '第一行应是列名，例如：商家编码,商品名称,价格,颜色,尺码,库存')

  const named = namedTable(raw.rows, header)
  const format = isTaobao || named.names.includes('销售属性组合') ? 'taobao-assistant' : 'table'
  const before = remembered(named.names) ?? {}
  const byName = usesByName(named.names, format)
  const columns = mappedColumns(named, byName, { chosen: options.mapping, before, unused: 'skip' })
  const uses = columns.map(({ use }) => use)
  const shown: ProductTable = {
    fileName,
    format,
    encoding: raw.encoding,
    sheet: raw.sheet,
    sheets: raw.sheets,
    headerRow: named.headerRow,
    columns,
  }
  const problem = whyUseless(uses, named)
  if (problem) return { ok: false, table: shown, ...problem }
  return { ok: true, table: { shown, rows: named.rows, uses } }
}

function nothing(reason: string, advice: string) {
  return { ok: false as const, table: null, reason, advice }
}

function taobaoHeader(rows: readonly TableRow[]): number | null {
  // Under the version stand English keys, then the Chinese names; some exports leave the latter out.
  return rows[2]?.cells.includes('宝贝名称') ? 2 : rows[1] ? 1 : null
}

function whyUseless(uses: readonly ColumnUse[], { rows, names }: NamedTable): ImportFailure | null {
  if (!uses.includes('code') && !uses.includes('listingId'))
    return {
      reason: `没有找到商家编码这一列，读到的列名是：${excerptOf(names.join('、'))}`,
      advice: '商品按编码对应。请指定哪一列是商家编码，或在表里加上这一列。',
    }
  if (uses.every((use) => ['code', 'listingId', 'skip'].includes(use)))
    return { reason: '除了编码，没有一列能用', advice: '请指定别的列各是什么，例如名称、价格、库存。' }
  if (rows.length === 0) return { reason: '只有表头，没有商品', advice: '请检查是不是选错了文件或工作表。' }
  return null
}
