import { chinaMoment } from '../../model/china-time.ts'
import { MEASURES } from '../../model/measures.ts'
import type { Product } from '../../model/product.ts'
import { comparison } from '../../techniques/comparison.ts'
import { counterQuestion } from '../../techniques/counter-question.ts'
import { courierSurcharge } from '../../techniques/courier-surcharge.ts'
import { dispatchToday, nextDispatch } from '../../techniques/cut-off.ts'
import { deliveryEstimate } from '../../techniques/delivery-estimate.ts'
import { discountAuthority } from '../../techniques/discount-authority.ts'
import { MEASURE_FACTS } from '../../techniques/measures.ts'
import { type Refused as NoResult, type Outcome, refuse } from '../../techniques/outcome.ts'
import { SPLITS, type Split, splitPrice, splitProductPrice } from '../../techniques/price-splitting.ts'
import { nextQuestion } from '../../techniques/question-funnel.ts'
import { scarcity } from '../../techniques/scarcity.ts'
import { sizeAdvice } from '../../techniques/size-advice.ts'
import type { Measures } from '../../techniques/size-chart.ts'
import { topUps } from '../../techniques/top-up.ts'
import { topUpProducts } from '../../techniques/top-up-products.ts'
import type { FactReader } from '../facts/fact-reader.ts'
import { FactGroup, Missing, Money, Refused } from '../facts/values.ts'
import { printed } from '../language/parts.ts'
import { type Filter, factFilter } from './handler.ts'
import { amountFen, count, textOf } from './inputs.ts'

/** What one technique answers from a value, its arguments and the facts. */
type Technique = (reader: FactReader, value: unknown, args: readonly unknown[]) => Outcome<{ value: unknown }>

/** The technique as a filter: its refusals are shown under its name, and what it lacks is asked of the agent. */
function technique(name: string, compute: Technique): [string, Filter] {
  return [
    name,
    factFilter((reader, value, args) => {
      const outcome = compute(reader, value, args)
      return outcome.ok ? outcome.value : unavailable(name, outcome, reader)
    }),
  ]
}

function unavailable(
  name: string,
  { reason, instead, needs }: NoResult,
  reader: FactReader,
): Missing | Refused {
  const facts = needs.map((need) => ({ need, fact: reader.read(need) }))
  const missing = facts.flatMap(({ fact }) => (fact instanceof Missing ? fact.facts : []))
  if (missing.length) return new Missing(name, missing)
  const unread = facts.find(({ fact }) => typeof fact === 'string')
  const why = unread ? `${unread.need}填的「${printed(unread.fact)}」看不懂` : reason
  return new Refused({ technique: name, reason: why, instead })
}

const say = (value: unknown) => ({ ok: true as const, value })

/** `商品.价格 | 每天: 90`; without a number, by the product's own facts. */
function splitting(by: Split): [string, Filter] {
  const { name } = SPLITS[by]
  return technique(name, (reader, value, [shares]) => {
    const priceFen = amountFen(value)
    if (priceFen === null) return refuse(`「${printed(value)}」不是金额`)
    const share =
      shares === undefined ? byOwnFacts(reader, priceFen, by) : splitPrice(priceFen, count(shares) ?? 0, by)
    return share.ok ? say(new Money(share.fen)) : share
  })
}

function byOwnFacts(reader: FactReader, priceFen: number, by: Split): Outcome<{ fen: number }> {
  const shares = count(reader.read(SPLITS[by].fact))
  const product = { lasts: { days: null, uses: null, people: null, [by]: shares } }
  return splitProductPrice(priceFen, product, by)
}

/** Techniques that begin with `商品`. */
function ofProduct(
  name: string,
  compute: (product: Product, reader: FactReader, args: readonly unknown[]) => Outcome<{ value: unknown }>,
) {
  return technique(name, (reader, value, args) => {
    const { product } = reader.facts
    const isProduct = value instanceof FactGroup && value.name === '商品'
    return isProduct && product ? compute(product, reader, args) : refuse(`要写成「商品 | ${name}」`)
  })
}

const leftOf = ofProduct('仅剩', (product, { facts }, [wanted]) => {
  const outcome = scarcity(product, facts.shop, facts.now, textOf(wanted))
  return outcome.ok ? say(outcome.left) : outcome
})

const askBack = ofProduct('反问', (product, { facts }, [attribute]) => {
  const outcome = counterQuestion(product, textOf(attribute), facts.catalogue)
  return outcome.ok ? say(outcome.text) : outcome
})

const adviseSize = ofProduct('推荐尺码', (product, reader) => {
  const outcome = sizeAdvice(product.sizeChart, measuresOf(reader))
  if (!outcome.ok) return outcome
  for (const warning of outcome.warnings) reader.warnings.add(warning)
  if (reader.facts.buyer?.isGift) reader.warnings.add('这单是送人的，身高体重要用收礼人的')
  return say(outcome.text)
})

function measuresOf(reader: FactReader): Measures {
  return Object.fromEntries(
    MEASURES.flatMap((measure) => {
      const value = reader.read(MEASURE_FACTS[measure])
      return typeof value === 'number' ? [[measure, value] as const] : []
    }),
  )
}

const compare = ofProduct('比价', (product, reader) => {
  const outcome = comparison(product, reader.facts.shop)
  if (!outcome.ok) return outcome
  if (outcome.lacking.length) reader.warnings.add(`商品没有填写${outcome.lacking.join('、')}，比价少了这一层`)
  return say(outcome.text)
})

const askNext = ofProduct('提问', (product, { facts }) => {
  const similar = facts.catalogue.filter((other) => other.category === product.category)
  const outcome = nextQuestion(similar)
  return outcome.ok ? say(outcome.text) : outcome
})

const todaysDispatch = technique('今日发货', (reader) => {
  const { shop, now } = reader.facts
  const outcome = dispatchToday(shop, now)
  if (nextDispatch(shop, now)?.isUncertain)
    reader.warnings.add('那一年的放假调休还没有公布，发货日期请再核对')
  return outcome.ok ? say(outcome.text) : outcome
})

const toReach = technique('凑单', (reader, value) => {
  const basket = amountFen(value)
  if (basket === null) return refuse(`「${printed(value)}」不是金额`)
  const outcome = topUps(basket, reader.facts.shop, chinaMoment(reader.facts.now).day)
  return outcome.ok ? say(outcome.text) : outcome
})

const toAdd = technique('凑单商品', (reader, value) => {
  const basket = amountFen(value)
  if (basket === null) return refuse(`「${printed(value)}」不是金额`)
  const { shop, catalogue, product, now } = reader.facts
  const offers = topUps(basket, shop, chinaMoment(now).day)
  if (!offers.ok) return offers
  const outcome = topUpProducts(offers.options[0].gapFen, catalogue, product)
  return outcome.ok ? say(outcome.text) : outcome
})

const giveWay = technique('议价', (reader, value) => {
  const amount = amountFen(value)
  if (amount === null) return refuse(`「${printed(value)}」不是金额`)
  const outcome = discountAuthority(amount, reader.facts.shop)
  return outcome.ok ? say(new Money(outcome.amountFen)) : outcome
})

const surcharge = technique('补运费', (reader, value, [courier]) => {
  const outcome = courierSurcharge(reader.facts.shop, textOf(courier), textOf(value))
  return outcome.ok ? say(new Money(outcome.surchargeFen)) : outcome
})

const travelTime = technique('时效', (reader, value, [courier]) => {
  const { shop, now } = reader.facts
  const outcome = deliveryEstimate(shop, textOf(value), now, textOf(courier))
  return outcome.ok ? say(outcome.text) : outcome
})

/** The techniques as scripts call them. */
export const TECHNIQUE_FILTERS: Readonly<Record<string, Filter>> = Object.fromEntries([
  splitting('days'),
  splitting('uses'),
  splitting('people'),
  leftOf,
  todaysDispatch,
  askBack,
  toReach,
  toAdd,
  giveWay,
  adviseSize,
  surcharge,
  travelTime,
  compare,
  askNext,
])
