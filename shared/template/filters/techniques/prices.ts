import { chinaMoment } from '../../../model/china-time.ts'
import { type Outcome, refuse } from '../../../techniques/outcome.ts'
import { discountAuthority } from '../../../techniques/prices/discount-authority.ts'
import { formatYuan } from '../../../techniques/prices/money.ts'
import { offersOn, savingOn } from '../../../techniques/prices/offers.ts'
import {
  priceSplits,
  SPLITS,
  type Split,
  splitPrice,
  splitProductPrice,
} from '../../../techniques/prices/price-splitting.ts'
import { type TopUps, topUps } from '../../../techniques/prices/top-up.ts'
import { topUpProducts } from '../../../techniques/prices/top-up-products.ts'
import type { FactReader } from '../../facts/fact-reader.ts'
import { Money } from '../../facts/values.ts'
import { printed } from '../../language/parts.ts'
import { amountFenUp, count, quoted } from '../inputs.ts'
import { type NamedFilter, ofAmount, ofProduct, say, technique } from './technique.ts'

/** `商品.价格 | 每天: 90`; without a number, by the product's own facts. */
function splitting(by: Split): NamedFilter {
  const { name } = SPLITS[by]
  return technique(name, (reader, value, [shares]) => {
    const priceFen = amountFenUp(value)
    if (priceFen === null) return refuse(`${quoted(value)}不是金额`)
    const share =
      shares === undefined
        ? splitProductPrice(priceFen, { lasts: lastsOf(reader, [by]) }, by)
        : splitPrice(priceFen, count(shares) ?? 0, by)
    return share.ok ? say(new Money(share.fen)) : share
  })
}

/** How long one piece lasts, as the product says or as the agent filled in. */
function lastsOf(reader: FactReader, splits: readonly Split[]) {
  const known = splits.map((by) => [by, count(reader.read(SPLITS[by].fact))] as const)
  return { days: null, uses: null, people: null, ...Object.fromEntries(known) }
}

const allSplits = ofProduct('拆分', (product, reader) => {
  const lasts = lastsOf(reader, Object.keys(SPLITS) as Split[])
  const outcome = priceSplits(product.priceFen, { lasts })
  return outcome.ok ? say(outcome.splits.map(({ text }) => text)) : outcome
})

/** The steps ahead of a basket, with a word to the agent about offers that do not run. */
function stepsAhead(basketFen: number, { facts, warnings }: FactReader): Outcome<TopUps> {
  const outcome = topUps(basketFen, facts.shop, chinaMoment(facts.now).day)
  if (outcome.ok && outcome.over.length) warnings.add(`${printed(outcome.over)}不在活动期内，没有算进去`)
  return outcome
}

const toReach = ofAmount('凑单', (basketFen, reader) => {
  const outcome = stepsAhead(basketFen, reader)
  return outcome.ok ? say(outcome.text) : outcome
})

const toAdd = ofAmount('凑单商品', (basketFen, reader) => {
  const steps = stepsAhead(basketFen, reader)
  if (!steps.ok) return steps
  const { catalogue, product } = reader.facts
  const outcome = topUpProducts(steps.options[0].gapFen, catalogue, product)
  return outcome.ok ? say(outcome.text) : outcome
})

function savingToday(basketFen: number, { facts }: FactReader) {
  return savingOn(basketFen, offersOn(facts.shop, chinaMoment(facts.now).day).running)
}

const toPay = ofAmount('到手', (basketFen, reader) =>
  say(new Money(basketFen - savingToday(basketFen, reader).savesFen)),
)

const alreadySaved = ofAmount('已享', (basketFen, reader) => {
  const { savesFen, name } = savingToday(basketFen, reader)
  if (savesFen === 0) return refuse(`${formatYuan(basketFen)} 元还没有满足的优惠`)
  return say(`${name}，省 ${formatYuan(savesFen)} 元`)
})

const giveWay = ofAmount('议价', (fen, reader) => {
  const outcome = discountAuthority(fen, reader.facts.shop)
  if (!outcome.ok) return outcome
  if (outcome.isAtLimit) reader.warnings.add(`${formatYuan(fen)} 元已经是权限上限，不能再让`)
  return say(new Money(outcome.amountFen))
})

/** Techniques that reckon with prices and baskets. */
export const PRICE_TECHNIQUES: readonly NamedFilter[] = [
  splitting('days'),
  splitting('uses'),
  splitting('people'),
  allSplits,
  toReach,
  toAdd,
  toPay,
  alreadySaved,
  giveWay,
]
