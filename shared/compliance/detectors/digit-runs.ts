import { isDigit, isLetter } from '../../search/chinese/normalise.ts'
import type { CondensedText } from '../text/condense.ts'
import { GAP } from '../text/gaps.ts'
import type { Stretch } from '../text/stretch.ts'

/** Digits that stand together: 138, or 一三八. */
export interface DigitGroup extends Stretch {
  /** As ASCII. */
  digits: string
}

const CHINESE_DIGITS = ['〇零', '一幺', '二', '三', '四', '五', '六', '七', '八', '九']
/** Character → the digit it is, in either script; -1 for any other. */
const DIGIT = new Int8Array(0x10000).fill(-1)
for (const [digit, chinese] of CHINESE_DIGITS.entries())
  for (const character of `${digit}${chinese}`) DIGIT[character.charCodeAt(0)] = digit
/** No number that anybody looks for has fewer. */
const FEWEST_DIGITS = 11

/**
 * Groups of digits, those with nothing but spaces and symbols between them in one run: 138-0013-8000. Empty for a text
 * with fewer digits than a telephone number has.
 */
export function digitRuns({ text, gaps }: CondensedText): DigitGroup[][] {
  if (!hasEnoughDigits(text)) return []
  const runs: DigitGroup[][] = []
  let previous: DigitGroup | undefined
  let isPreviousAscii = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const digit = DIGIT[unit] ?? -1
    if (digit < 0) continue
    const gap = gaps[at] ?? GAP.wall
    const isBeside = previous?.to === at
    if (previous && isBeside && gap === GAP.none && isDigit(unit) === isPreviousAscii) {
      previous.digits += digit
      previous.to = at + 1
    } else {
      const group = { from: at, to: at + 1, digits: String(digit) }
      if (isBeside && gap < GAP.item) runs.at(-1)?.push(group)
      else runs.push([group])
      previous = group
    }
    isPreviousAscii = isDigit(unit)
  }
  return runs
}

function hasEnoughDigits(text: string): boolean {
  let count = 0
  for (let at = 0; at < text.length; at++)
    if ((DIGIT[text.charCodeAt(at)] ?? -1) >= 0 && ++count === FEWEST_DIGITS) return true
  return false
}

/** Letters that stand right before a number and say what kind of number it is: SF, YT, tel; empty for none. */
export function lettersBefore({ text, gaps }: CondensedText, from: number): string {
  if ((gaps[from] ?? GAP.wall) >= GAP.item) return ''
  let start = from
  while (start > 0 && isLetter(text.charCodeAt(start - 1)) && (start === from || gaps[start] === GAP.none))
    start--
  return text.slice(start, from)
}

/** Number words after which digits are an order, a parcel or an article. */
const NUMBER_OF_A_THING =
  /(?:单号|订单|运单|面单|编号|货号|条码|条形码|款号|流水号|物流号|快递号|编码|商品id|链接id|宝贝id)(?:是|为|尾号|后四位)?$/
const LONGEST_NUMBER_WORD = 10

/** Whether what stands before a number names it as that of an order, a parcel or an article. */
export function isNumberOfAThing({ text }: CondensedText, from: number): boolean {
  return NUMBER_OF_A_THING.test(text.slice(Math.max(0, from - LONGEST_NUMBER_WORD), from))
}
