import type { ProductSummary } from '../../../shared/model/product.ts'

/** What the list of products is narrowed to. */
export interface ProductFilter {
  text: string
  /** Null for all. */
  category: string | null
}

export const UNFILTERED: ProductFilter = { text: '', category: null }

/** The products of a category, in the order given. */
export function ofCategory(products: readonly ProductSummary[], category: string | null): ProductSummary[] {
  return products.filter((product) => category === null || product.category === category)
}

export interface CategoryCount {
  category: string
  count: number
}

/** Every category with how many products it has, in the order of the catalogue. */
export function categoriesOf(products: readonly ProductSummary[]): CategoryCount[] {
  return [...Map.groupBy(products, ({ category }) => category)].map(([category, shelf]) => ({
    category,
    count: shelf.length,
  }))
}
