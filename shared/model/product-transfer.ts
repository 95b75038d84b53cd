import { z } from 'zod'
import type { ImportFailure, MappedColumn, RowProblem, TableEncoding } from './transfer.ts'

/** What a column of a product file may hold. The order is that of a list to choose from. */
export const PRODUCT_FIELDS = [
  'code',
  'name',
  'shortName',
  'category',
  'price',
  'stock',
  'skuCode',
  'sellingPoints',
  'description',
  'materials',
  'certificates',
  'warranty',
  'gift',
  'days',
  'uses',
  'people',
  'flaws',
  'pairings',
  'substitutes',
  'listingId',
  'taobaoSkus',
  'taobaoSkuNames',
] as const
export type ProductField = (typeof PRODUCT_FIELDS)[number]

/** What people call the fields, in a list of choices and in a report of what changed. */
export const PRODUCT_FIELD_NAMES: Record<ProductField, string> = {
  code: '商家编码',
  name: '商品名称',
  shortName: '简称',
  category: '类目',
  price: '价格',
  stock: '库存',
  skuCode: '规格编码',
  sellingPoints: '卖点',
  description: '商品介绍',
  materials: '材质',
  certificates: '证书',
  warranty: '质保',
  gift: '赠品',
  days: '可用天数',
  uses: '可用次数',
  people: '可用人数',
  flaws: '不足',
  pairings: '搭配商品编码',
  substitutes: '替代商品编码',
  listingId: '数字 ID（没有商家编码时当编码）',
  taobaoSkus: '销售属性组合（淘宝助理）',
  taobaoSkuNames: '属性值名称（淘宝助理）',
}

/**
 * What a column is used for: a field; `规格:颜色`, an attribute that tells SKUs apart; `属性:肤质`, an attribute of the
 * product that the question funnel asks about; `skip`, nothing.
 */
export const ColumnUse = z.union([
  z.enum(PRODUCT_FIELDS),
  z.literal('skip'),
  z.templateLiteral([z.enum(['规格', '属性']), ':', z.string().min(1).max(30)]),
])
export type ColumnUse = z.infer<typeof ColumnUse>

/** The use of each column, by the column's name as `ProductTable` gives it. Columns left out are matched by name. */
export const ColumnMapping = z.record(z.string().min(1).max(200), ColumnUse)
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** How to read a product file; all that is left out is found out from the file and from what was chosen before. */
export const ProductImportOptions = z.object({
  /** A workbook's sheet; null: the first that holds anything. */
  sheet: z.string().max(100).nullable().default(null),
  /** Which row holds the columns' names, counted from 1 as a spreadsheet shows it; null: detected. */
  headerRow: z.int().min(1).max(1000).nullable().default(null),
  mapping: ColumnMapping.default({}),
  /** Category of new products whose row names none. */
  category: z.string().trim().min(1).max(60).default('未分类'),
})
export type ProductImportOptions = z.infer<typeof ProductImportOptions>

/** A file as it was understood, for the person to check and to correct. */
export interface ProductTable {
  fileName: string
  format: 'taobao-assistant' | 'table'
  encoding: TableEncoding
  /** The sheet that was read, and all that could be; null and none for a text file. */
  sheet: string | null
  sheets: string[]
  headerRow: number
  columns: ProductColumn[]
}

export type ProductColumn = MappedColumn<ColumnUse>

/** What an import did, or would do. Row numbers count from 1 as a spreadsheet shows them. */
export interface ProductImportReport {
  table: ProductTable
  rowsRead: number
  /** Products, not rows: a product may have a row for each of its SKUs. */
  added: number
  changed: number
  unchanged: number
  /** SKUs that the file speaks of, over all those products. */
  skus: number
  /** What happens to each product, in the file's order; the first 500. */
  products: ProductChange[]
  refused: RowProblem[]
  /** Rows that came in, with something the person should know. */
  notes: RowProblem[]
}

export interface ProductChange {
  /** The product's first row in the file. */
  row: number
  code: string
  name: string
  action: 'added' | 'changed' | 'unchanged'
  /** What is different from before, in people's words; empty unless `changed`. */
  changes: string[]
}

/** A file as a whole that cannot be imported. `table` is there when a better mapping could help. */
export type ProductImportOutcome =
  | ({ ok: true } & ProductImportReport)
  | ({ ok: false; table: ProductTable | null } & ImportFailure)

/** A stock file has two columns: a code, and pieces. Each is found by name, else by what it holds, unless named here. */
export const StockRefreshOptions = z.object({
  sheet: z.string().max(100).nullable().default(null),
  codeColumn: z.string().min(1).max(200).nullable().default(null),
  stockColumn: z.string().min(1).max(200).nullable().default(null),
})
export type StockRefreshOptions = z.infer<typeof StockRefreshOptions>

/** One SKU's figure, with the one it replaced. */
export interface StockChange {
  productId: string
  productName: string
  /** The code that the file named it by. */
  code: string
  /** The SKU's values, e.g. `黑色 M`; empty for a product without variants. */
  spec: string
  before: number | null
  after: number
}

/** What a refresh of stock did. It is applied at once; `undo` takes it back. */
export interface StockRefreshReport {
  fileName: string
  encoding: TableEncoding
  rowsRead: number
  /** SKUs whose figure is confirmed as of now, the same figure included. */
  matched: number
  /** Those of them whose figure is another one now. */
  changed: number
  /** The first 500 of the changed. */
  changes: StockChange[]
  /** Codes that no product and no SKU has. */
  unknown: { row: number; code: string }[]
  unreadable: RowProblem[]
  notes: RowProblem[]
  /** Names this refresh for `products.undoStockRefresh`, until the next one or the program's end; null when nothing matched. */
  undo: string | null
}

export type StockRefreshOutcome = ({ ok: true } & StockRefreshReport) | ({ ok: false } & ImportFailure)
