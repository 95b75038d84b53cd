import { type Product, ProductDraft } from '../../../shared/model/product.ts'
import type { Database } from '../database/open-database.ts'

export interface RemovedProducts {
  keep(product: Product, at: number): void
  /** The product as it was removed, which is no longer kept then; null when it is not here. */
  take(id: string): Product | null
}

/** What was taken out of the catalogue, whole. */
export function createRemovedProducts(database: Database): RemovedProducts {
  const insert = database.prepare(
    'INSERT OR REPLACE INTO removed_products (id, product, removed_at) VALUES (?, ?, ?)',
  )
  const takeOut = database
    .prepare<[string], string>('DELETE FROM removed_products WHERE id = ? RETURNING product')
    .pluck()

  return {
    keep: (product, at) => void insert.run(product.id, JSON.stringify(product), at),
    take(id) {
      const json = takeOut.get(id)
      if (json === undefined) return null
      const { updatedAt, ...facts } = JSON.parse(json) as Product
      return { ...ProductDraft.parse(facts), id, updatedAt }
    },
  }
}
