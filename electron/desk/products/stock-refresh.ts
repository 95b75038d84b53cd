import type { Product, Sku } from '../../../shared/model/product.ts'
import type {
  StockChange,
  StockRefreshOptions,
  StockRefreshOutcome,
  StockRefreshReport,
} from '../../../shared/model/product-transfer.ts'
import { DeskError } from '../desk-error.ts'
import { type StockRow, stockRowsIn } from '../transfer/products/stock-rows.ts'
import { readTable, type UploadedFile } from '../transfer/tables/read-table.ts'
import type { Catalogue } from './catalogue.ts'
import { sameSku } from './sku-identity.ts'
import { withStock } from './stock-times.ts'

export interface StockRefreshes {
  /** Reads a file of codes and pieces and applies it at once, in one transaction. */
  refresh(file: UploadedFile, options: StockRefreshOptions): Promise<StockRefreshOutcome>
  /**
   * Puts back the figures that the last refresh replaced, with their ages, where nobody has changed them since.
   *
   * @returns how many were put back
   * @throws DeskError `not-found` when `id` is not the last refresh's
   */
  undo(id: string): number
}

const MOST_SHOWN = 500

interface Figure {
  sku: Sku
  product: Product
  row: StockRow
}

export function createStockRefreshes(
  catalogue: Catalogue,
  { now, newId }: { now: () => number; newId: () => string },
): StockRefreshes {
  let last: { id: string; before: readonly Product[]; after: readonly Product[] } | null = null

  function apply(rows: readonly StockRow[]): Omit<StockRefreshReport, 'fileName' | 'encoding' | 'rowsRead'> {
    const { figures, unknown, unreadable, notes } = matched(rows, catalogue.all())
    const at = now()
    const byProduct = Map.groupBy(figures.values(), ({ product }) => product)
    const before = [...byProduct.keys()]
    const after = before.map((product) => {
      const pieces = new Map(byProduct.get(product)?.map(({ sku, row }) => [sku, row.pieces]))
      return withStock(withAnySku(product, [...pieces.keys()]), pieces, at)
    })
    catalogue.save({ added: [], changed: after })
    const changed = [...figures.values()].filter(({ sku, row }) => sku.stock !== row.pieces)
    if (before.length > 0) last = { id: newId(), before, after }
    return {
      matched: figures.size,
      changed: changed.length,
      changes: changed.slice(0, MOST_SHOWN).map(changeOf),
      unknown,
      unreadable,
      notes,
      undo: before.length > 0 ? (last?.id ?? null) : null,
    }
  }

  return {
    async refresh(file, options) {
      const reading = await readTable(file, options.sheet)
      if (!reading.ok) return reading
      const rows = stockRowsIn(reading.table, options)
      if (!rows.ok) return rows
      const report = catalogue.whileLocked(() => apply(rows.figures))
      return {
        ok: true,
        fileName: file.name,
        encoding: reading.table.encoding,
        rowsRead: rows.rowsRead,
        ...report,
        unreadable: [...rows.unreadable, ...report.unreadable].toSorted((a, b) => a.row - b.row),
      }
    },

    undo(id) {
      if (last?.id !== id) throw new DeskError('not-found', '这次库存更新已不能撤销，请重新导入正确的库存')
      const { before, after } = last
      return catalogue.whileLocked(() => {
        const putBack = before.map((old, index) =>
          takenBack(old, after[index], catalogue.find(old.id), now()),
        )
        catalogue.save({ added: [], changed: putBack.flatMap(({ product }) => product ?? []) })
        last = null
        return putBack.reduce((sum, { figures }) => sum + figures, 0)
      })
    },
  }
}

/** Which SKU each row means: one with that code, else the only SKU of the product with it. */
function matched(rows: readonly StockRow[], products: readonly Product[]) {
  const bySku = Map.groupBy(
    products.flatMap((product) =>
      product.skus.filter(({ code }) => code !== null).map((sku) => ({ product, sku })),
    ),
    ({ sku }) => sku.code?.toLowerCase() ?? '',
  )
  const byProduct = new Map(products.map((product) => [product.code.toLowerCase(), product]))
  const onlySkus = new Map<Product, Sku>()
  const figures = new Map<Sku, Figure>()
  const unknown: StockRefreshReport['unknown'] = []
  const unreadable: StockRefreshReport['unreadable'] = []
  const notes: StockRefreshReport['notes'] = []

  for (const row of rows) {
    const about = { row: row.row, excerpt: row.code }
    const found = bySku.get(row.code.toLowerCase()) ?? onlyOf(byProduct.get(row.code.toLowerCase()), onlySkus)
    const [one, ...others] = found
    if (!one) {
      const product = byProduct.get(row.code.toLowerCase())
      if (product)
        unreadable.push({
          ...about,
          reason: `《${product.name}》有 ${product.skus.length} 个规格，要写规格的编码`,
        })
      else unknown.push({ row: row.row, code: row.code })
      continue
    }
    if (others.length > 0) {
      unreadable.push({ ...about, reason: `这个编码有 ${found.length} 个规格在用，不知道是哪一个` })
      continue
    }
    const earlier = figures.get(one.sku)
    if (earlier && earlier.row.pieces !== row.pieces)
      notes.push({
        ...about,
        reason: `第 ${earlier.row.row} 行写的是 ${earlier.row.pieces}，这一行是 ${row.pieces}，用的是后面的`,
      })
    figures.set(one.sku, { ...one, row })
  }
  return { figures, unknown, unreadable, notes }
}

function onlyOf(product: Product | undefined, onlySkus: Map<Product, Sku>): { product: Product; sku: Sku }[] {
  if (!product || product.skus.length > 1) return []
  const sku = product.skus[0] ?? onlySkus.get(product) ?? withoutVariants(product)
  onlySkus.set(product, sku)
  return [{ product, sku }]
}

/** A product without variants holds its stock in one SKU, which it gets with its first figure. */
function withoutVariants({ priceFen }: Product): Sku {
  return { code: null, attributes: {}, priceFen, stock: null, stockUpdatedAt: null }
}

function withAnySku(product: Product, skus: Sku[]): Product {
  return product.skus.length === 0 ? { ...product, skus } : product
}

function changeOf({ sku, product, row }: Figure): StockChange {
  return {
    productId: product.id,
    productName: product.shortName || product.name,
    code: row.code,
    spec: Object.values(sku.attributes).join(' '),
    before: sku.stock,
    after: row.pieces,
  }
}

/** The product as it is now, with each figure that is still the refresh's own as it was before. */
function takenBack(
  before: Product,
  after: Product | undefined,
  current: Product | null,
  now: number,
): { product: Product | null; figures: number } {
  if (!after || !current) return { product: null, figures: 0 }
  let figures = 0
  const skus = current.skus.map((sku) => {
    const refreshed = sameSku(sku, after.skus)
    const old = sameSku(sku, before.skus)
    const isUntouched =
      refreshed && sku.stock === refreshed.stock && sku.stockUpdatedAt === refreshed.stockUpdatedAt
    const wasRefreshed = refreshed && refreshed.stockUpdatedAt !== (old?.stockUpdatedAt ?? null)
    if (!isUntouched || !wasRefreshed) return sku
    figures++
    return { ...sku, stock: old?.stock ?? null, stockUpdatedAt: old?.stockUpdatedAt ?? null }
  })
  const stockUpdatedAt =
    current.stockUpdatedAt === after.stockUpdatedAt ? before.stockUpdatedAt : current.stockUpdatedAt
  return { product: { ...current, skus, stockUpdatedAt, updatedAt: now }, figures }
}
