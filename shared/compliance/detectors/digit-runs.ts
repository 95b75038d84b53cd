import { isDigit, isLetter } from '../../search/chinese/normalise.ts'
import type { CondensedText } from '../text/condense.ts'
import { GAP } from '../text/gaps.ts'
import type { Stretch } from '../text/stretch.ts'

/** Digits that stand together: 138, or 一三八. */
export interface DigitGroup extends Stretch {
  /** As ASCII. */
  digits: string
}

const CHINESE_DIGITS = new Map([...'〇一二三四五六七八九'].map((digit, value) => [digit, String(value)]))
CHINESE_DIGITS.set('零', '0').set('幺', '1')

/** Groups of digits, those with nothing but spaces and symbols between them in one run: 138-0013-8000. */
export function digitRuns({ text, gaps }: CondensedText): DigitGroup[][] {
  const runs: DigitGroup[][] = []
  let previous: DigitGroup | undefined
  let script = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isAscii = isDigit(unit)
    const digit = isAscii ? text[at] : CHINESE_DIGITS.get(text[at] ?? '')
    if (digit === undefined) continue
    const here = isAscii ? 'ascii' : 'chinese'
    const gap = gaps[at] ?? GAP.wall
    const isBeside = previous?.to === at
    if (previous && isBeside && gap === GAP.none && here === script) {
      previous.digits += digit
      previous.to = at + 1
    } else {
      const group = { from: at, to: at + 1, digits: digit }
      if (previous && isBeside && gap < GAP.clause) runs.at(-1)?.push(group)
      else runs.push([group])
      previous = group
    }
    script = here
  }
  return runs
}

/** Letters that stand right before a number and say what kind of number it is: SF, YT, tel; empty for none. */
export function lettersBefore({ text, gaps }: CondensedText, from: number): string {
  if ((gaps[from] ?? GAP.wall) >= GAP.clause) return ''
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
