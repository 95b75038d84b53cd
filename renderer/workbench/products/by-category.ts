import type { ProductSummary } from '../../../shared/model/product.ts'

export interface Shelf {
  category: string
  products: ProductSummary[]
}

/** Products under their categories, in the order given. */
export function byCategory(products: readonly ProductSummary[]): Shelf[] {
  return [...Map.groupBy(products, ({ category }) => category)].map(([category, shelf]) => ({
    category,
    products: shelf,
  }))
}
