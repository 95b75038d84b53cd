import type { MissingFactsReport, ProductGaps } from '../../../../shared/model/missing-facts.ts'

interface LackedFact {
  /** As scripts name it. */
  name: string
  label: string
  /** How many products lack it. */
  count: number
}

/** The facts that products lack, the one that most of them lack first. */
export function lackedFacts({ products }: MissingFactsReport): LackedFact[] {
  const gaps = products.flatMap(({ missing }) => missing)
  return [...Map.groupBy(gaps, ({ fact }) => fact)]
    .map(([name, all]) => ({ name, label: all[0]?.label ?? name, count: all.length }))
    .toSorted((a, b) => b.count - a.count)
}

/** Only the products that lack the fact, and of each only that; all as they are when no fact is named. */
export function withGapOf(products: readonly ProductGaps[], fact: string | null): ProductGaps[] {
  if (fact === null) return [...products]
  return products
    .map((product) => ({ ...product, missing: product.missing.filter((gap) => gap.fact === fact) }))
    .filter(({ missing }) => missing.length > 0)
}
