import type { Product, Sku } from '../../../shared/model/product.ts'
import { sameSku } from './sku-identity.ts'

/** What a refresh of stock replaced in one product. */
export interface ReplacedFigures {
  productId: string
  /** The age of the product's figures as a whole. */
  age: { before: number | null; after: number | null }
  skus: { before: Sku; after: Sku }[]
}

/** @param pieces the SKUs of `before` that were refreshed */
export function replacedIn({
  before,
  after,
  pieces,
}: {
  before: Product
  after: Product
  pieces: ReadonlyMap<Sku, number>
}): ReplacedFigures {
  return {
    productId: before.id,
    age: { before: before.stockUpdatedAt, after: after.stockUpdatedAt },
    skus: before.skus.flatMap((sku, index) => {
      const refreshed = after.skus[index]
      return refreshed && pieces.has(sku) ? [{ before: sku, after: refreshed }] : []
    }),
  }
}

/**
 * The product as it is now, with each figure that is still the refresh's own as it was before, and how many those are.
 * None when there is nothing of it to take back.
 */
export function takenBack(
  { age, skus }: ReplacedFigures,
  current: Product | null,
  now: number,
): { product: Product; figures: number }[] {
  if (!current) return []
  const oldOf = new Map<Sku, Sku>()
  for (const { before, after } of skus) {
    const sku = sameSku(after, current.skus)
    if (sku?.stock === after.stock && sku.stockUpdatedAt === after.stockUpdatedAt) oldOf.set(sku, before)
  }
  if (oldOf.size === 0) return []
  const product: Product = {
    ...current,
    skus: current.skus.map((sku) => {
      const { stock, stockUpdatedAt } = oldOf.get(sku) ?? sku
      return { ...sku, stock, stockUpdatedAt }
    }),
    stockUpdatedAt: current.stockUpdatedAt === age.after ? age.before : current.stockUpdatedAt,
    updatedAt: now,
  }
  return [{ product, figures: oldOf.size }]
}
