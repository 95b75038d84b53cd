import { type Product, ProductDraft } from '../../../shared/model/product.ts'
import type { Database } from '../database/open-database.ts'

/** How long a removed product can be put back. What a backup holds of it is not touched. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1_000

export interface RemovedProducts {
  keep(product: Product, at: number): void
  /** The product as it was removed, which is no longer kept then; null when it is not here. */
  take(id: string): Product | null
  /** Lets go of what was removed more than 90 days before `at`. */
  forgetOld(at: number): void
}

/** What was taken out of the catalogue, whole. */
export function createRemovedProducts(database: Database): RemovedProducts {
  const insert = database.prepare(
    'INSERT OR REPLACE INTO removed_products (id, product, removed_at) VALUES (?, ?, ?)',
  )
  const forget = database.prepare('DELETE FROM removed_products WHERE removed_at < ?')
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
    forgetOld: (at) => void forget.run(at - KEPT_MS),
  }
}
