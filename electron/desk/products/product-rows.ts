import { type Product, ProductDraft, type Sku } from '../../../shared/model/product.ts'
import type { Database } from '../database/open-database.ts'

/** A product as the tables hold it: one row, and one for each SKU. Who may call it has the write lock where it writes. */
export interface ProductRows {
  all(): Product[]
  byId(id: string): Product | null
  /** Without regard to case. */
  byCode(code: string): Product | null
  insert(product: Product): void
  /** All but the id is replaced, the SKUs as a whole. False when there is no such product. */
  replace(product: Product): boolean
  delete(id: string): boolean
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

export function createProductRows(database: Database): ProductRows {
  const products = database.prepare<[], ProductRow>('SELECT * FROM products')
  const skus = database.prepare<[], SkuRow>('SELECT * FROM skus ORDER BY product_id, position')
  const oneById = database.prepare<[string], ProductRow>('SELECT * FROM products WHERE id = ?')
  const oneByCode = database.prepare<[string], ProductRow>('SELECT * FROM products WHERE code = ?')
  const skusOfOne = database.prepare<[string], SkuRow>(
    'SELECT * FROM skus WHERE product_id = ? ORDER BY position',
  )
  const insertProduct = database.prepare(`
    INSERT INTO products (id, code, name, short_name, category, price_fen, facts, updated_at)
    VALUES (:id, :code, :name, :shortName, :category, :priceFen, :facts, :updatedAt)`)
  const changeProduct = database.prepare(`
    UPDATE products SET code = :code, name = :name, short_name = :shortName, category = :category,
      price_fen = :priceFen, facts = :facts, updated_at = :updatedAt
    WHERE id = :id`)
  const deleteProduct = database.prepare('DELETE FROM products WHERE id = ?')
  const deleteSkus = database.prepare('DELETE FROM skus WHERE product_id = ?')
  const insertSku = database.prepare(`
    INSERT INTO skus (product_id, position, code, attributes, price_fen, stock, stock_updated_at)
    VALUES (:productId, :position, :code, :attributes, :priceFen, :stock, :stockUpdatedAt)`)

  const withSkus = (row: ProductRow | undefined) => (row ? asProduct(row, skusOfOne.all(row.id)) : null)

  function insertSkus({ id, skus }: Product): void {
    for (const [position, sku] of skus.entries())
      insertSku.run({ ...sku, productId: id, position, attributes: JSON.stringify(sku.attributes) })
  }

  return {
    all() {
      const skusOf = Map.groupBy(skus.all(), (row) => row.product_id)
      return products.all().map((row) => asProduct(row, skusOf.get(row.id) ?? []))
    },
    byId: (id) => withSkus(oneById.get(id)),
    byCode: (code) => withSkus(oneByCode.get(code)),
    insert(product) {
      insertProduct.run(columnsOf(product))
      insertSkus(product)
    },
    replace(product) {
      if (changeProduct.run(columnsOf(product)).changes === 0) return false
      deleteSkus.run(product.id)
      insertSkus(product)
      return true
    },
    delete: (id) => deleteProduct.run(id).changes > 0,
  }
}

function columnsOf({ id, code, name, shortName, category, priceFen, skus, updatedAt, ...facts }: Product) {
  return { id, code, name, shortName, category, priceFen, updatedAt, facts: JSON.stringify(facts) }
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
