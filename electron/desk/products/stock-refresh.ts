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
import { withStock } from './stock-times.ts'
import { type ReplacedFigures, replacedIn, takenBack } from './stock-undo.ts'

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
  let last: { id: string; replaced: readonly ReplacedFigures[] } | null = null

  function apply(rows: readonly StockRow[]): Omit<StockRefreshReport, 'fileName' | 'encoding' | 'rowsRead'> {
    const { figures, unknown, unreadable, notes } = matched(rows, catalogue.all())
    const at = now()
    const replaced = [...Map.groupBy(figures.values(), ({ product }) => product)].map(
      ([product, itsFigures]) => {
        const pieces = new Map(itsFigures.map(({ sku, row }) => [sku, row.pieces]))
        const before = withAnySku(product, [...pieces.keys()])
        return { before, after: withStock(before, pieces, at), pieces }
      },
    )
    catalogue.save({ added: [], changed: replaced.map(({ after }) => after) })
    const changed = [...figures.values()].filter(({ sku, row }) => sku.stock !== row.pieces)
    const isAny = figures.size > 0
    if (isAny) last = { id: newId(), replaced: replaced.map(replacedIn) }
    return {
      matched: figures.size,
      changed: changed.length,
      changes: changed.slice(0, MOST_SHOWN).map(changeOf),
      unknown,
      unreadable,
      notes,
      undo: isAny ? (last?.id ?? null) : null,
    }
  }

  return {
    async refresh(file, options) {
      const reading = await readTable(file, { sheet: options.sheet })
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
      const { replaced } = last
      const putBack = catalogue.whileLocked(() => {
        const products = replaced.flatMap((figures) =>
          takenBack(figures, catalogue.find(figures.productId), now()),
        )
        catalogue.save({ added: [], changed: products.map(({ product }) => product) })
        return products.reduce((sum, { figures }) => sum + figures, 0)
      })
      last = null
      return putBack
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
