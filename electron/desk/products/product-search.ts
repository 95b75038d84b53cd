import type { Product, ProductSummary } from '../../../shared/model/product.ts'
import type { Catalogue } from './catalogue.ts'

type Finder = (text: string, limit: number) => ProductSummary[]

/** Finds products by name, short name, article code and category, in Chinese or pinyin; all of them for no text. */
export function createProductSearch(catalogue: Catalogue) {
  let searched: readonly Product[] | null = null
  let finder: Promise<Finder> | null = null

  return async function searchProducts(text: string, limit: number): Promise<ProductSummary[]> {
    if (text.trim() === '') return catalogue.summaries().slice(0, limit)
    const all = catalogue.all()
    if (finder === null || searched !== all) {
      finder = finderOver(catalogue.summaries())
      searched = all
    }
    return (await finder)(text, limit)
  }
}

async function finderOver(products: ProductSummary[]): Promise<Finder> {
  // Loaded when first asked for: its pinyin tables cost 90 ms, which every start would pay.
  const { smallListSearch } = await import('../../../shared/search/small-list.ts')
  return smallListSearch(products, ({ name, shortName, code, category }) => [
    name,
    shortName ?? '',
    code,
    category,
  ])
}
