import { type Product, ProductDraft, type ProductSummary, type Sku } from '../../../shared/model/product.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'

export interface Catalogue {
  /** Every product, by category and name; kept in memory, since each script may compute from all of them. */
  all(): readonly Product[]
  summaries(): ProductSummary[]
  /** @throws DeskError `not-found` */
  get(id: string): Product
  /** By id, else by article code without regard to case; null when there is none. */
  find(idOrCode: string): Product | null
  /** @throws DeskError `code-taken` */
  create(draft: ProductDraft): Product
  /** Forgets what is in memory, for when another program has changed the file. */
  refresh(): void
}

interface ProductRow {
  id: string
  code: string
  name: string
  short_name: string | null
  category: string
  price_fen: number
  facts: string
  updated_at: number
}

interface SkuRow {
  product_id: string
  code: string | null
  attributes: string
  price_fen: number
  stock: number | null
  stock_updated_at: number | null
}

export function createCatalogue(
  database: Database,
  { now, newId }: { now: () => number; newId: () => string },
): Catalogue {
  const products = database.prepare<[], ProductRow>('SELECT * FROM products ORDER BY category, name, id')
  const skus = database.prepare<[], SkuRow>('SELECT * FROM skus ORDER BY product_id, position')
  const insertProduct = database.prepare(`
    INSERT INTO products (id, code, name, short_name, category, price_fen, facts, updated_at)
    VALUES (:id, :code, :name, :shortName, :category, :priceFen, :facts, :at)`)
  const insertSku = database.prepare(`
    INSERT INTO skus (product_id, position, code, attributes, price_fen, stock, stock_updated_at)
    VALUES (:productId, :position, :code, :attributes, :priceFen, :stock, :stockUpdatedAt)`)

  let known: Product[] | null = null
  const refresh = () => {
    known = null
  }

  function all(): readonly Product[] {
    known ??= readAll()
    return known
  }

  function readAll(): Product[] {
    const skusOf = Map.groupBy(skus.all(), (row) => row.product_id)
    return products.all().map((row) => asProduct(row, skusOf.get(row.id) ?? []))
  }

  function find(idOrCode: string): Product | null {
    const code = idOrCode.toLowerCase()
    return (
      all().find(({ id }) => id === idOrCode) ??
      all().find((product) => product.code.toLowerCase() === code) ??
      null
    )
  }

  function get(id: string): Product {
    const product = all().find((one) => one.id === id)
    if (!product) throw new DeskError('not-found', '这个商品已不存在')
    return product
  }

  return {
    all,
    find,
    get,
    refresh,

    summaries: () => all().map(summaryOf),

    create: database.transaction((input: ProductDraft) => {
      const { code, name, shortName, category, priceFen, skus, ...facts } = ProductDraft.parse(input)
      const holder = find(code)
      if (holder) throw new DeskError('code-taken', `商家编码“${code}”已被《${holder.name}》使用`)
      const id = newId()
      insertProduct.run({
        id,
        code,
        name,
        shortName,
        category,
        priceFen,
        facts: JSON.stringify(facts),
        at: now(),
      })
      for (const [position, sku] of skus.entries()) {
        insertSku.run({
          productId: id,
          position,
          code: sku.code,
          attributes: JSON.stringify(sku.attributes),
          priceFen: sku.priceFen,
          stock: sku.stock,
          stockUpdatedAt: sku.stockUpdatedAt,
        })
      }
      refresh()
      return get(id)
    }),
  }
}

function asProduct(row: ProductRow, skus: readonly SkuRow[]): Product {
  return {
    // Facts were parsed when they were written; a fact that a later version adds gets its default here.
    ...ProductDraft.parse({
      ...JSON.parse(row.facts),
      code: row.code,
      name: row.name,
      shortName: row.short_name,
      category: row.category,
      priceFen: row.price_fen,
      skus: skus.map(asSku),
    }),
    id: row.id,
    updatedAt: row.updated_at,
  }
}

function asSku(row: SkuRow): Sku {
  return {
    code: row.code,
    attributes: JSON.parse(row.attributes),
    priceFen: row.price_fen,
    stock: row.stock,
    stockUpdatedAt: row.stock_updated_at,
  }
}

function summaryOf(product: Product): ProductSummary {
  const { id, code, name, shortName, category, priceFen } = product
  const stocks = product.skus.flatMap((sku) => sku.stock ?? [])
  const stock = stocks.length > 0 ? stocks.reduce((sum, pieces) => sum + pieces, 0) : null
  return { id, code, name, shortName, category, priceFen, stock }
}
