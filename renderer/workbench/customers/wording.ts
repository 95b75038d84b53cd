import type { Buyer } from '../../../shared/model/buyer.ts'
import { chinaDay, chinaMoment, spokenDate } from '../../../shared/model/china-time.ts'
import { MEASURE_NAMES, MEASURES, type Measure } from '../../../shared/model/measures.ts'
import { BUYER_TYPE_NAMES } from '../../../shared/model/steps.ts'
import { customerStrings as words } from '../strings/customers.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

export const unitOf = (measure: Measure): string => (measure === 'weightKg' ? 'kg' : 'cm')

/** `11月22日`, with the year where it is another than this one. */
export const dayWords = (at: number, now: number): string => spokenDate(chinaDay(at), chinaDay(now))

/** `2026-11-22 14:05`, China time. */
export function momentWords(at: number): string {
  const { day, time } = chinaMoment(at)
  return `${day} ${time}`
}

/** `今天`, `昨天`, `12 天前`: by the calendar, not by hours. */
export function agoWords(at: number, now: number): string {
  const days = Math.round((Date.parse(chinaDay(now)) - Date.parse(chinaDay(at))) / DAY_MS)
  if (days <= 0) return words.seenAgo.today
  return days === 1 ? words.seenAgo.yesterday : words.seenAgo.days(days)
}

/** What the list says of a buyer besides the name: 老客 · 浙江 · 送人. */
export function aboutWords({ type, province, isGift }: Buyer): string {
  return [type && BUYER_TYPE_NAMES[type], province, isGift && words.gift].filter(Boolean).join(' · ')
}

/** `身高 165cm，体重 50kg`; empty when nothing is known. */
export function measureWords(measures: Buyer['measures']): string {
  return MEASURES.flatMap((one) =>
    measures[one] === undefined ? [] : [`${MEASURE_NAMES[one]} ${measures[one]}${unitOf(one)}`],
  ).join('，')
}
