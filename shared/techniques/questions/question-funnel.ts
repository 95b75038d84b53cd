import type { Product } from '../../model/product.ts'
import { type Outcome, refuse } from '../outcome.ts'
import { listed, listedWith } from '../wording.ts'
import { type Answers, answerToRelax, productsLeft } from './fitting-answers.ts'

/** More answers than this are asked for openly rather than read out. */
const MOST_CHOICES = 4
/** More products than this are too many to introduce at once. */
const MOST_NAMED = 3

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
  if (left.length === 0) return nothingLeft(products, answers)
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
    return refuse(
      '这几款的属性问不出区别了',
      `可以直接介绍：${listed(left.slice(0, MOST_NAMED).map(nameOf))}`,
    )
  return { ok: true, ...phrased(best.attribute, best.choices) }
}

export interface Fitting {
  product: Product
  /** The answers it fits, in words: 肤质敏感. */
  because: string[]
}

/**
 * The products that fit every answer, each with why, and the three first of them in words. Refused when none does, with
 * the answer to relax.
 */
export function fittingProducts(
  products: readonly Product[],
  answers: Answers,
): Outcome<{ fitting: Fitting[]; text: string }> {
  const left = productsLeft(products, answers)
  if (left.length === 0) return nothingLeft(products, answers)
  const because = Object.entries(answers).map(([attribute, value]) => `${attribute}${value}`)
  const reason = because.length ? `（${listed(because)}）` : ''
  const text = listed(left.slice(0, MOST_NAMED).map((product) => `${nameOf(product)}${reason}`))
  return { ok: true, fitting: left.map((product) => ({ product, because })), text }
}

/**
 * What a buyer's own words say about the attributes of `products`: `我是敏感肌，想保湿` → 肤质 敏感, 功效 保湿. The longest value
 * of an attribute that the words contain counts; an attribute they do not speak of is not answered.
 */
export function answersIn(words: string, products: readonly Product[]): Answers {
  const heard = words.normalize('NFKC')
  return Object.fromEntries(
    attributesOf(products).flatMap((attribute) => {
      const [value] = tally(products, attribute)
        .map(([candidate]) => candidate)
        .filter((candidate) => heard.includes(candidate))
        .sort((a, b) => b.length - a.length)
      return value ? [[attribute, value] as const] : []
    }),
  )
}

function nothingLeft(products: readonly Product[], answers: Answers) {
  const relaxed = answerToRelax(products, answers)
  if (!relaxed) return refuse('没有可以推荐的商品')
  const names = listed(relaxed.brings.slice(0, MOST_NAMED).map(nameOf))
  const dropped = listed(relaxed.drop.map((attribute) => `「${attribute}」`))
  return refuse(
    '没有符合全部要求的商品',
    `放宽${dropped}的要求，还有 ${relaxed.brings.length} 款可选：${names}`,
  )
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
  const text = `${attribute}方面，${listedWith(choices, '还是')}，哪种更符合您的情况呢？`
  return { attribute, choices, form: 'closed', text }
}

function nameOf(product: Product | undefined): string {
  return product ? product.shortName || product.name : ''
}
