import type { Buyer } from '../../../shared/model/buyer.ts'
import { MEASURE_NAMES, MEASURES } from '../../../shared/model/measures.ts'
import { BUYER_TYPE_NAMES } from '../../../shared/model/steps.ts'

/** What is known of a buyer besides the name, in a few words: 价格敏感 · 浙江 · 身高 165cm. */
export function buyerFacts({ type, isGift, province, measures }: Buyer): string[] {
  return [
    ...(type ? [BUYER_TYPE_NAMES[type]] : []),
    ...(isGift ? ['送人'] : []),
    ...(province ? [province] : []),
    ...MEASURES.flatMap((one) => {
      const value = measures[one]
      return value === undefined ? [] : [`${MEASURE_NAMES[one]} ${value}${one === 'weightKg' ? 'kg' : 'cm'}`]
    }),
  ]
}

/** Whether the two say the same of the same buyer. */
export function isSameBuyer(one: Buyer, other: Buyer): boolean {
  return (
    one.nickname === other.nickname &&
    one.type === other.type &&
    one.isGift === other.isGift &&
    one.province === other.province &&
    MEASURES.every((measure) => one.measures[measure] === other.measures[measure])
  )
}

const RECENT_KEPT = 8

/** The buyers of this sitting, the newest first, each nickname once. Kept in the page's memory only. */
export function withRecent(recent: readonly Buyer[], buyer: Buyer): Buyer[] {
  return [buyer, ...recent.filter(({ nickname }) => nickname !== buyer.nickname)].slice(0, RECENT_KEPT)
}

/** The buyer of that nickname, as far as this sitting knows them. */
export function buyerCalled(nickname: string, recent: readonly Buyer[]): Buyer {
  const met = recent.find((one) => one.nickname === nickname)
  return met ?? { nickname, type: null, isGift: false, province: null, measures: {} }
}
