import type { Buyer } from '../../../shared/model/buyer.ts'
import { MEASURE_NAMES, MEASURES, type Measure } from '../../../shared/model/measures.ts'
import { PROVINCES } from '../../../shared/model/provinces.ts'
import { BUYER_TYPE_NAMES, BUYER_TYPES, type BuyerType } from '../../../shared/model/steps.ts'
import { resolveProvince } from '../../../shared/techniques/delivery/provinces.ts'
import { MEASURE_FACTS, parseMeasure } from '../../../shared/techniques/sizes/measures.ts'

/** What one quick line says of a buyer; `null` and absent measures are what it does not say. */
export interface BuyerLine {
  nickname: string | null
  type: BuyerType | null
  isGift: boolean
  province: string | null
  measures: Buyer['measures']
  /** Words that were understood as nothing, so that none is lost in silence. */
  unread: string[]
}

/**
 * Reads `小鱼儿 价格敏感 浙江 165 50kg`. Order is free but for the nickname, which is the first word that says nothing
 * else; a place in full (深圳, 广东省深圳市) is understood after it. Bare numbers are a height, then a weight.
 */
export function readBuyerLine(line: string): BuyerLine {
  const words = joinNamedMeasures(
    line
      .normalize('NFKC')
      .split(/[\s,，、;；/]+/)
      .filter(Boolean),
  )
  const said: BuyerLine = {
    nickname: null,
    type: null,
    isGift: false,
    province: null,
    measures: {},
    unread: [],
  }
  for (const word of words) {
    if (readWord(word, said)) continue
    if (said.nickname === null) said.nickname = word
    else said.unread.push(word)
  }
  return said
}

/** As the model of a buyer allows; a pasted paragraph must not make every question to the desk invalid. */
const LONGEST_NICKNAME = 60

/** The buyer a line makes: what it says goes over what was known, and a buyer without a name is called `petName`. */
export function buyerOf(said: BuyerLine, known: Buyer | null, petName: string): Buyer {
  const same = said.nickname === null || said.nickname === known?.nickname ? known : null
  return {
    nickname: (said.nickname ?? same?.nickname ?? petName).slice(0, LONGEST_NICKNAME),
    type: said.type ?? same?.type ?? null,
    isGift: said.isGift || (same?.isGift ?? false),
    province: said.province ?? same?.province ?? null,
    measures: { ...same?.measures, ...said.measures },
  }
}

function readWord(word: string, said: BuyerLine): boolean {
  const type = BUYER_TYPES.find((one) => BUYER_TYPE_NAMES[one] === word)
  if (type && said.type === null) return set(said, { type })
  if (word === '送人') return set(said, { isGift: true })
  const province = provinceOf(word, said.nickname !== null)
  if (province && said.province === null) return set(said, { province })
  const measure = measureOf(word, said.measures)
  if (measure) return set(said, { measures: { ...said.measures, ...measure } })
  return false
}

function set(said: BuyerLine, facts: Partial<BuyerLine>): true {
  Object.assign(said, facts)
  return true
}

/** Before the nickname only a bare province counts: 上海小姑娘 is a name, not an address. */
function provinceOf(word: string, nicknameKnown: boolean): string | null {
  const bare = PROVINCES.find(
    (province) => word === province || word === `${province}省` || word === `${province}市`,
  )
  return bare ?? (nicknameKnown ? resolveProvince(word) : null)
}

/** `身高 165` is one fact, though written as two words. */
function joinNamedMeasures(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const last = joined.at(-1)
    const isNumber = /^\d/.test(word)
    if (last !== undefined && isNumber && MEASURES.some((one) => MEASURE_NAMES[one] === last))
      joined.splice(-1, 1, last + word)
    else joined.push(word)
  }
  return joined
}

function measureOf(word: string, known: Buyer['measures']): Buyer['measures'] | null {
  const named = MEASURES.find((one) => word.startsWith(MEASURE_NAMES[one]))
  if (named)
    return plausible(named, parseMeasure(MEASURE_FACTS[named], word.slice(MEASURE_NAMES[named].length)))
  if (!/^\d/.test(word)) return null
  if (/(kg|公斤|千克|斤)$/i.test(word))
    return plausible('weightKg', parseMeasure(MEASURE_FACTS.weightKg, word))
  if (!/^\d+(\.\d+)?$/.test(word) || known.heightCm === undefined) {
    return plausible('heightCm', parseMeasure(MEASURE_FACTS.heightCm, word))
  }
  return known.weightKg === undefined
    ? plausible('weightKg', bareWeightKg(Number(word), known.heightCm))
    : null
}

/** The body-mass index in the middle of what is usual. */
const USUAL_BMI = 21

/** A bare weight may be kilograms or 斤 (half of one): the reading that fits the height better. */
function bareWeightKg(figure: number, heightCm: number): number {
  const strangeness = (kg: number) => Math.abs(kg / (heightCm / 100) ** 2 - USUAL_BMI)
  return strangeness(figure) <= strangeness(figure / 2) ? figure : figure / 2
}

/** What a person's measures can be; a number outside is something else (a price, a piece of a nickname). */
const RANGES: Record<Measure, readonly [number, number]> = {
  heightCm: [40, 230],
  weightKg: [2, 200],
  chestCm: [40, 180],
  waistCm: [30, 180],
  hipCm: [40, 180],
  footCm: [8, 33],
}

function plausible(measure: Measure, value: number | null): Buyer['measures'] | null {
  const [least, most] = RANGES[measure]
  return value !== null && value >= least && value <= most ? { [measure]: value } : null
}
