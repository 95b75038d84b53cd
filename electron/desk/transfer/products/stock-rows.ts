import type { StockRefreshOptions } from '../../../../shared/model/product-transfer.ts'
import type { ImportFailure, RowProblem } from '../../../../shared/model/transfer.ts'
import { excerptOf } from '../tables/excerpt.ts'
import { columnNames } from '../tables/header.ts'
import type { RawTable, TableRow } from '../tables/read-table.ts'
import { readCode, readStock } from './cells.ts'
import { usesByName } from './column-names.ts'

export interface StockRow {
  row: number
  code: string
  pieces: number
}

export interface StockRows {
  ok: true
  rowsRead: number
  figures: StockRow[]
  unreadable: RowProblem[]
}

const SHAPE = '文件要有两列：编码和库存，例如 M001-黑色-M,12。也可以直接粘贴这样的几行。'

/** The codes and figures in a file of two columns, with or without a header, or in text that was pasted. */
export function stockRowsIn(
  raw: RawTable,
  options: StockRefreshOptions,
): StockRows | ({ ok: false } & ImportFailure) {
  const rows = raw.rows.map(splitPasted).filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first] = rows
  if (!first) return { ok: false, reason: '文件里没有内容', advice: SHAPE }
  const columns = namedColumns(rows, options) ?? columnsByShape(rows)
  if (columns === null) return { ok: false, reason: '没有找到编码和库存这两列', advice: SHAPE }

  const result: StockRows = { ok: true, rowsRead: 0, figures: [], unreadable: [] }
  for (const { row, cells, fault } of rows.slice(columns.from)) {
    const [code = '', pieces = ''] = [cells[columns.code], cells[columns.stock]].map(
      (cell) => cell?.trim() ?? '',
    )
    result.rowsRead++
    const refuse = (reason: string) =>
      result.unreadable.push({ row, excerpt: excerptOf(cells.filter(Boolean).join(' ')), reason })
    const name = readCode('编码', code)
    const stock = readStock(pieces)
    if (fault) refuse(fault)
    else if (code === '') refuse('编码是空的')
    else if (!name.ok) refuse(name.reason)
    else if (pieces === '') refuse('库存是空的')
    else if (!stock.ok) refuse(stock.reason)
    else result.figures.push({ row, code, pieces: stock.value })
  }
  return result
}

interface Columns {
  code: number
  stock: number
  /** Where the figures begin. */
  from: number
}

/** A line pasted from a chat has blanks between its two words, or a comma as Chinese is typed with. */
function splitPasted(row: TableRow): TableRow {
  const [only, ...others] = row.cells.filter((cell) => cell !== '')
  if (only === undefined || others.length > 0) return row
  const [, code, pieces] = /^(\S.*?)\s*[\s，：:=]\s*(-?[\d,.]+\s*\p{L}{0,3})$/u.exec(only) ?? []
  return code && pieces ? { ...row, cells: [code, pieces] } : row
}

/** Among the first rows, the one that names a code and a figure of stock. */
function namedColumns(rows: readonly TableRow[], options: StockRefreshOptions): Columns | null {
  for (const [index, { cells }] of rows.slice(0, 20).entries()) {
    const names = columnNames(cells)
    const uses = usesByName(names, 'table')
    const place = (said: string | null, ...wanted: string[]) =>
      said === null
        ? (wanted.map((use) => uses.indexOf(use as never)).find((at) => at >= 0) ?? -1)
        : names.indexOf(said)
    const code = place(options.codeColumn, 'skuCode', 'code')
    const stock = place(options.stockColumn, 'stock')
    if (code >= 0 && stock >= 0 && code !== stock) return { code, stock, from: index + 1 }
  }
  return null
}

/** Without names, two columns are told by what is in them: figures in one, the codes in the other. */
function columnsByShape(rows: readonly TableRow[]): Columns | null {
  const figures = (column: number) => rows.filter(({ cells }) => readStock(cells[column] ?? '').ok).length
  const width = Math.max(...rows.map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1))
  if (width !== 2) return null
  // Codes may be figures too; then the file is in the usual order.
  const stock = figures(0) > figures(1) ? 0 : 1
  if (figures(stock) === 0) return null
  return { code: 1 - stock, stock, from: 0 }
}
