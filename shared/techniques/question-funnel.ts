import type { Product } from '../model/product.ts'
import { type Outcome, refuse } from './outcome.ts'
import { listed, listedWith } from './wording.ts'

/** More answers than this are asked for openly rather than read out. */
const MOST_CHOICES = 4

/** What the buyer has said so far: attribute → value, e.g. `{ 肤质: '敏感' }`. */
export type Answers = Readonly<Record<string, string>>

export interface FunnelQuestion {
  attribute: string
  /** Answers that products left would fit, the commonest first. */
  choices: string[]
  form: 'closed' | 'open'
  /** A sentence for the buyer. */
  text: string
}

/**
 * 提问漏斗: the question that, whatever its answer, leaves the fewest of `products` on average. Refused when the answers
 * leave one product (no question needed), none (with the answer to relax), or several that no attribute tells apart.
 */
export function nextQuestion(products: readonly Product[], answers: Answers = {}): Outcome<FunnelQuestion> {
  const left = productsLeft(products, answers)
  if (left.length === 0) return refuse('没有符合全部要求的商品', relaxed(products, answers))
  if (left.length === 1) return refuse('已经只剩一款，不用再问', `可以直接推荐${nameOf(left[0])}`)
  const [best] = attributesOf(left)
    .filter((attribute) => !Object.hasOwn(answers, attribute))
    .map((attribute) => {
      const fitting = tally(left, attribute)
      const sizes = fitting.map(([, size]) => size)
      return {
        attribute,
        choices: fitting.map(([value]) => value),
        remaining: expectedLeft(left, attribute, sizes),
      }
    })
    .filter(({ choices, remaining }) => choices.length > 1 && remaining < left.length)
    .sort((a, b) => a.remaining - b.remaining || a.attribute.localeCompare(b.attribute, 'zh'))
  if (!best)
    return refuse('这几款的属性问不出区别了', `可以直接介绍：${listed(left.slice(0, 3).map(nameOf))}`)
  return { ok: true, ...phrased(best.attribute, best.choices) }
}

/** The products that fit every answer, with why: the answers each fits, in words. */
export function fittingProducts(
  products: readonly Product[],
  answers: Answers,
): { product: Product; because: string[] }[] {
  const because = Object.entries(answers).map(([attribute, value]) => `${attribute}${value}`)
  return productsLeft(products, answers).map((product) => ({ product, because }))
}

function productsLeft(products: readonly Product[], answers: Answers): Product[] {
  return products.filter((product) =>
    Object.entries(answers).every(
      ([attribute, value]) => product.attributes[attribute]?.includes(value) ?? false,
    ),
  )
}

/** The answer whose withdrawal brings back most products. */
function relaxed(products: readonly Product[], answers: Answers): string | null {
  const [best] = Object.keys(answers)
    .map((attribute) => ({ attribute, left: productsLeft(products, without(answers, attribute)).length }))
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.left - a.left)
  return best ? `放宽「${best.attribute}」的要求，还有 ${best.left} 款可选` : null
}

function without(answers: Answers, dropped: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([attribute]) => attribute !== dropped))
}

function attributesOf(products: readonly Product[]): string[] {
  return [...new Set(products.flatMap((product) => Object.keys(product.attributes)))]
}

/** How many products fit each value of an attribute, the commonest first. */
function tally(products: readonly Product[], attribute: string): [value: string, fitting: number][] {
  const counts = new Map<string, number>()
  for (const product of products) {
    for (const value of new Set(product.attributes[attribute]))
      counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)
}

/** How many products are left on average after the answer; those that say nothing of the attribute fit none. */
function expectedLeft(products: readonly Product[], attribute: string, fitting: readonly number[]): number {
  const silent = products.filter((product) => !product.attributes[attribute]).length
  const sizes = [...fitting, silent]
  const total = sizes.reduce((sum, size) => sum + size, 0)
  return sizes.reduce((sum, size) => sum + size * size, 0) / total
}

function phrased(attribute: string, choices: string[]): FunnelQuestion {
  if (choices.length > MOST_CHOICES) {
    return { attribute, choices, form: 'open', text: `您对${attribute}有什么要求呢？` }
  }
  return {
    attribute,
    choices,
    form: 'closed',
    text: `${attribute}方面，您想要${listedWith(choices, '还是')}呢？`,
  }
}

function nameOf(product: Product | undefined): string {
  return product ? product.shortName || product.name : ''
}
