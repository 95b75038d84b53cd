import type { ProductSummary } from '../../../shared/model/product.ts'
import { smallListSearch } from '../../../shared/search/small-list.ts'
import type { Catalogue } from './catalogue.ts'

/** Finds products by name, short name, article code and category, in Chinese or pinyin; all of them for no text. */
export function createProductSearch(catalogue: Catalogue) {
  let searched: ReturnType<Catalogue['all']> | null = null
  let finder: ReturnType<typeof smallListSearch<ProductSummary>> | null = null

  return function searchProducts(text: string, limit: number): ProductSummary[] {
    if (text.trim() === '') return catalogue.summaries().slice(0, limit)
    const all = catalogue.all()
    if (finder === null || searched !== all) {
      finder = smallListSearch(catalogue.summaries(), ({ name, shortName, code, category }) => [
        name,
        shortName ?? '',
        code,
        category,
      ])
      searched = all
    }
    return finder(text, limit)
  }
}
