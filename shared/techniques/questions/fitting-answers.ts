import type { Product } from '../../model/product.ts'

/** More answers than a conversation gives; beyond them trying all their combinations would take long. */
const MOST_ANSWERS = 10

/** What the buyer has said so far: attribute → value, e.g. `{ 肤质: '敏感' }`. */
export type Answers = Readonly<Record<string, string>>

/** The products that fit every answer; one that says nothing of an attribute fits no answer to it. */
export function productsLeft(products: readonly Product[], answers: Answers): Product[] {
  return products.filter((product) =>
    Object.entries(answers).every(
      ([attribute, value]) => product.attributes[attribute]?.includes(value) ?? false,
    ),
  )
}

export interface Relaxed {
  /** The attributes whose answers to give up: as few as bring anything back. */
  drop: string[]
  /** The products that then fit. */
  brings: Product[]
}

/**
 * Which answers to give up when no product fits them all: as few as possible, and of as few those that bring back most
 * products. Null when there are no products at all.
 */
export function answerToRelax(products: readonly Product[], answers: Answers): Relaxed | null {
  const attributes = Object.keys(answers).slice(0, MOST_ANSWERS)
  for (let howMany = 1; howMany <= attributes.length; howMany += 1) {
    const [best] = combinations(attributes, howMany)
      .map((drop) => ({ drop, brings: productsLeft(products, without(answers, drop)) }))
      .filter(({ brings }) => brings.length > 0)
      .sort((a, b) => b.brings.length - a.brings.length)
    if (best) return best
  }
  return null
}

function combinations(items: readonly string[], howMany: number): string[][] {
  if (howMany === 0) return [[]]
  return items.flatMap((item, place) =>
    combinations(items.slice(place + 1), howMany - 1).map((rest) => [item, ...rest]),
  )
}

function without(answers: Answers, dropped: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([attribute]) => !dropped.includes(attribute)))
}
