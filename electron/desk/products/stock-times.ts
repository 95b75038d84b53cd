import type { Product, ProductDraft, Sku } from '../../../shared/model/product.ts'
import { sameSku } from './sku-identity.ts'

type Stocked = Pick<ProductDraft, 'skus' | 'stockUpdatedAt'>

/**
 * The draft with the age of its figures: a SKU whose pieces are others than before is as of `now`, unless the draft
 * itself gives it, or the product as a whole, another time than before.
 *
 * @param before what the draft replaces; null for a new product
 */
export function withStockTimes<Draft extends Stocked>(
  draft: Draft,
  before: Stocked | null,
  now: number,
): Draft {
  if (draft.stockUpdatedAt !== (before?.stockUpdatedAt ?? null)) return draft
  const skus = draft.skus.map((sku) => {
    const old = before ? sameSku(sku, before.skus) : undefined
    const saysWhen = sku.stockUpdatedAt !== (old?.stockUpdatedAt ?? null)
    return saysWhen || sku.stock === (old?.stock ?? null) ? sku : { ...sku, stockUpdatedAt: now }
  })
  return { ...draft, skus, stockUpdatedAt: ageOfAll(skus, draft.stockUpdatedAt) }
}

/** The product with its SKUs' figures replaced and confirmed as of `now`; others keep theirs. */
export function withStock(product: Product, figures: ReadonlyMap<Sku, number>, now: number): Product {
  const skus = product.skus.map((sku) => {
    const stock = figures.get(sku)
    return stock === undefined ? sku : { ...sku, stock, stockUpdatedAt: now }
  })
  return { ...product, skus, stockUpdatedAt: ageOfAll(skus, product.stockUpdatedAt), updatedAt: now }
}

/**
 * A product's figures are as old as the oldest of them. A SKU without a time of its own has the product's, so the
 * product's moves only when all of them have moved.
 */
export function ageOfAll(skus: readonly Sku[], productsOwn: number | null): number | null {
  const ages = skus.filter(({ stock }) => stock !== null).map((sku) => sku.stockUpdatedAt ?? productsOwn)
  return ages.reduce<number | null>(
    (oldest, age) => (oldest === null || age === null ? null : Math.min(oldest, age)),
    ages[0] ?? productsOwn,
  )
}
