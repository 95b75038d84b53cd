import { chinaDay } from '../../../model/china-time.ts'
import { courierSurcharge } from '../../../techniques/delivery/courier-surcharge.ts'
import { dispatchToday, nextDispatch, UNCERTAIN_DAYS } from '../../../techniques/delivery/cut-off.ts'
import { deliveryEstimate } from '../../../techniques/delivery/delivery-estimate.ts'
import { CHECKLIST, type ChecklistItem, orderChecklist } from '../../../techniques/orders/order-checklist.ts'
import {
  FLAGS,
  flagFor,
  ORDER_NOTES,
  type OrderChange,
  orderFlag,
} from '../../../techniques/orders/order-flag.ts'
import { returnConditions } from '../../../techniques/orders/return-conditions.ts'
import { type Outcome, refuse } from '../../../techniques/outcome.ts'
import type { FactReader } from '../../facts/fact-reader.ts'
import { isAbsent, Money } from '../../facts/values.ts'
import { printed } from '../../language/parts.ts'
import { quoted, textOf } from '../inputs.ts'
import { type NamedFilter, ofProduct, say, technique } from './technique.ts'

const NO_DISPATCH_DAY = '两个月内都没有发货日，请先核对店铺的发货日历'

const todaysDispatch = technique('今日发货', (reader) => {
  const { shop, now } = reader.facts
  const outcome = dispatchToday(shop, now)
  const isUncertain = outcome.ok ? outcome.isUncertain : nextDispatch(shop, now)?.isUncertain
  if (isUncertain) reader.warnings.add(UNCERTAIN_DAYS)
  return outcome.ok ? say(outcome.text) : outcome
})

/** The day on which an order paid now leaves: 今天, 明天（11月24日 周二）. */
const dispatchDay = technique('发货日', (reader) => {
  const next = nextDispatch(reader.facts.shop, reader.facts.now)
  if (!next) return refuse(NO_DISPATCH_DAY)
  if (next.isUncertain) reader.warnings.add(UNCERTAIN_DAYS)
  if (next.because) reader.warnings.add(next.because)
  return say(next.spoken)
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

/** When an order paid now arrives: 11月24日到25日. */
const arrivalDay = technique('到货', (reader, value, [courier]) => {
  const { shop, now } = reader.facts
  const outcome = deliveryEstimate(shop, textOf(value), now, textOf(courier))
  if (!outcome.ok) return outcome
  if (!outcome.arrival) return refuse(NO_DISPATCH_DAY)
  for (const warning of outcome.arrival.warnings) reader.warnings.add(warning)
  return say(outcome.arrival.text)
})

/** `商品 | 核对订单`, with what the buyer wished for besides: `核对订单: "快递", "刻字"`. */
const confirmOrder = ofProduct('核对订单', (product, reader, args) => {
  const extras = args.map((name) => ({ name, item: itemCalled(name) }))
  const unknown = extras.find(({ item }) => item === null)
  if (unknown) return refuse(`核对订单里没有${quoted(unknown.name)}这一项，可以写：快递、赠品、刻字、贺卡`)
  const outcome = orderChecklist(
    orderOf(reader),
    extras.flatMap(({ item }) => item ?? []),
    product,
    reader.facts.shop,
  )
  return outcome.ok ? say(outcome.text) : outcome
})

const ITEMS = Object.keys(CHECKLIST) as ChecklistItem[]

function itemCalled(name: unknown): ChecklistItem | null {
  return ITEMS.find((item) => CHECKLIST[item].label === name) ?? null
}

function orderOf(reader: FactReader): Partial<Record<ChecklistItem, string>> {
  return Object.fromEntries(
    ITEMS.flatMap((item) => {
      const value = reader.read(CHECKLIST[item].fact)
      return isAbsent(value) ? [] : [[item, printed(value)] as const]
    }),
  )
}

const conditions = ofProduct('退换条件', (product, { facts }) => {
  const sentence = returnConditions(product, facts.shop)
  return sentence === null ? refuse('店铺没有填写无理由退换的天数') : say(sentence)
})

/** `改单.内容 | 插旗备注: "改地址"`; `"发货后"` as a second word where the parcel has left. */
const flagged = technique('插旗备注', (reader, value, args) => {
  const change = changeIn(args)
  if (!change.ok) return change
  const { shop, now } = reader.facts
  const outcome = orderFlag(change, printed(value), shop, chinaDay(now))
  if (!outcome.ok) return outcome
  reader.warnings.add(outcome.spoken)
  if (outcome.isCut) reader.warnings.add('备注超过 1000 字节，原因没有写完，末尾是省略号')
  return say(outcome.remark)
})

/** `"改地址" | 旗色`: which flag this shop puts for it. */
const colour = technique('旗色', ({ facts }, value, args) => {
  const change = changeIn([value, ...args])
  if (!change.ok) return change
  const flag = flagFor(change, facts.shop.flags)
  return flag ? say(FLAGS[flag].name) : refuse(`店铺的插旗没有「${ORDER_NOTES[change.note]}」这一类`)
})

function changeIn([name, stage]: readonly unknown[]): Outcome<OrderChange> {
  const note = (Object.keys(ORDER_NOTES) as OrderChange['note'][]).find((key) => ORDER_NOTES[key] === name)
  if (!note) return refuse(`没有${quoted(name)}这种备注，可以写：${Object.values(ORDER_NOTES).join('、')}`)
  if (stage !== undefined && stage !== '发货前' && stage !== '发货后')
    return refuse(`${quoted(stage)}要写成「发货前」或「发货后」`)
  return { ok: true, note, isDispatched: stage === '发货后' }
}

/** Techniques about an order on its way: when it leaves and arrives, what is confirmed, what is noted on it. */
export const ORDER_TECHNIQUES: readonly NamedFilter[] = [
  todaysDispatch,
  dispatchDay,
  surcharge,
  travelTime,
  arrivalDay,
  confirmOrder,
  conditions,
  flagged,
  colour,
]
