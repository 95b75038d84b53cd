import { MEASURE_NAMES, MEASURES, type Measure } from '../../../model/measures.ts'
import type { Product } from '../../../model/product.ts'
import { type Outcome, refuse } from '../../../techniques/outcome.ts'
import { comparison } from '../../../techniques/prices/comparison.ts'
import { answersIn, fittingProducts, nextQuestion } from '../../../techniques/questions/question-funnel.ts'
import { MEASURE_FACTS } from '../../../techniques/sizes/measures.ts'
import { type SizeAdvice, sizeAdvice } from '../../../techniques/sizes/size-advice.ts'
import type { Measures } from '../../../techniques/sizes/size-chart.ts'
import { counterQuestion } from '../../../techniques/stock/counter-question.ts'
import { scarcity } from '../../../techniques/stock/scarcity.ts'
import { isAvailable } from '../../../techniques/stock/stock.ts'
import type { FactReader } from '../../facts/fact-reader.ts'
import { quoted, textOf } from '../inputs.ts'
import { type NamedFilter, ofProduct, say } from './technique.ts'

const leftOf = ofProduct('仅剩', (product, { facts }, [wanted]) => {
  const outcome = scarcity(product, facts.shop, facts.now, textOf(wanted))
  return outcome.ok ? say(outcome.left) : outcome
})

/** `商品 | 反问: "颜色"`; with a second argument only among the SKUs it names (`反问: "颜色", "M"`). */
const askBack = ofProduct('反问', (product, reader, [attribute, wanted]) => {
  const outcome = counterQuestion(product, textOf(attribute), reader.facts.catalogue, textOf(wanted))
  if (outcome.ok) reader.noteAgeOfStock()
  return outcome.ok ? say(outcome.text) : outcome
})

/** The advice for this product and buyer, by the measures the script names (`推荐尺码: "脚长"`) or else by the chart's own. */
function adviceFor(product: Product, reader: FactReader, args: readonly unknown[]): Outcome<SizeAdvice> {
  const by = args.map((name) => ({ name, measure: measureCalled(name) }))
  const unknown = by.find(({ measure }) => measure === null)
  if (unknown) return refuse(`没有${quoted(unknown.name)}这种尺寸，可以写：${MEASURE_WORDS}`)
  const outcome = sizeAdvice(
    product.sizeChart,
    measuresOf(reader),
    by.flatMap(({ measure }) => measure ?? []),
  )
  if (!outcome.ok) return outcome
  for (const warning of outcome.warnings) reader.warnings.add(warning)
  if (reader.facts.buyer?.isGift) reader.warnings.add('这单是送人的，身高体重要用收礼人的')
  return outcome
}

const MEASURE_WORDS = MEASURES.map((measure) => MEASURE_NAMES[measure]).join('、')

function measureCalled(name: unknown): Measure | null {
  return MEASURES.find((measure) => MEASURE_NAMES[measure] === name) ?? null
}

function measuresOf(reader: FactReader): Measures {
  return Object.fromEntries(
    MEASURES.flatMap((measure) => {
      const value = reader.read(MEASURE_FACTS[measure])
      return typeof value === 'number' ? [[measure, value] as const] : []
    }),
  )
}

const size = ofProduct('推荐尺码', (product, reader, args) => {
  const outcome = adviceFor(product, reader, args)
  return outcome.ok ? say(outcome.text) : outcome
})

const sizeInWords = ofProduct('尺码建议', (product, reader, args) => {
  const outcome = adviceFor(product, reader, args)
  return outcome.ok ? say(outcome.sentence) : outcome
})

const compare = ofProduct('比价', (product, reader) => {
  const outcome = comparison(product, reader.facts.shop)
  if (!outcome.ok) return outcome
  if (outcome.lacking.length) reader.warnings.add(`商品没有填写${outcome.lacking.join('、')}，比价少了这一层`)
  return say(outcome.text)
})

/** The products of the same kind that can be had: what a funnel chooses among. */
function alike({ category }: Product, { facts }: FactReader): Product[] {
  return facts.catalogue.filter((other) => other.category === category && isAvailable(other))
}

/** `商品 | 提问`, and after an answer `商品 | 提问: 需求.回答`, which goes on from what the buyer said. */
const askNext = ofProduct('提问', (product, reader, said) => {
  const products = alike(product, reader)
  const outcome = nextQuestion(products, answersIn(said.map(textOf).join(' '), products))
  return outcome.ok ? say(outcome.text) : outcome
})

/** `商品 | 筛选: 需求.回答`: the products that fit what the buyer said, each with why. */
const fitting = ofProduct('筛选', (product, reader, said) => {
  const products = alike(product, reader)
  const words = said.map(textOf).join(' ')
  const answers = answersIn(words, products)
  if (Object.keys(answers).length === 0)
    return refuse(`${quoted(words.trim())}里没有听出对${product.category}的要求`)
  const outcome = fittingProducts(products, answers)
  return outcome.ok ? say(outcome.text) : outcome
})

/** Techniques that speak of the product in question and of those like it. */
export const PRODUCT_TECHNIQUES: readonly NamedFilter[] = [
  leftOf,
  askBack,
  size,
  sizeInWords,
  compare,
  askNext,
  fitting,
]
