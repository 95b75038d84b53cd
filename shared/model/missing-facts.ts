/** What scripts ask for and nobody has given yet: the list a lead works off so that scripts can be said. */
export interface MissingFactsReport {
  /** Products that lack something, those that keep most phrases from being said first. */
  products: ProductGaps[]
  shop: FactGap[]
}

export interface ProductGaps {
  id: string
  code: string
  name: string
  missing: FactGap[]
}

export interface FactGap {
  /** As scripts name it, e.g. `商品.可用天数`. */
  fact: string
  /** What to ask for, e.g. 可用天数. */
  label: string
  /** How many phrases ask for it. */
  phraseCount: number
  /** The first few of them, the most used first. */
  phrases: { id: string; title: string }[]
}
