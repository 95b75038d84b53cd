import type { CondensedText } from '../text/condense.ts'
import type { Stretch } from '../text/stretch.ts'
import { type DigitGroup, digitRuns, isNumberOfAThing, lettersBefore } from './digit-runs.ts'

/** Mainland mobile numbers. Source: the numbering plan of the Ministry of Industry and Information Technology. */
const MOBILE = /^1[3-9]\d{9}$/
const WITH_COUNTRY_CODE = /^(?:00)?861[3-9]\d{9}$/
/** How people part the eleven digits; sizes and dates in a row are not parted so. */
const GROUPINGS = new Set(['3-4-4', '3-8', '7-4', '4-3-4', '4-4-3', '3-3-5', '1-1-1-1-1-1-1-1-1-1-1'])
/** Letters that announce a telephone; any others make a parcel's or an article's number of the digits. */
const TELEPHONE = /(?:^|[^a-z])(?:tel|phone|mobile|mob|call|vx?|wx|wechat|weixin|q|qq)$/

/** Mobile numbers, in one piece or parted as people part them, with or without +86. */
export function findMobileNumbers(condensed: CondensedText): Stretch[] {
  return digitRuns(condensed).flatMap((run) => {
    const whole = wholeRun(run)
    const found = whole ? [whole] : run.filter(isMobile)
    return found.filter(({ from }) => isTelephone(condensed, from)).map(({ from, to }) => ({ from, to }))
  })
}

function isMobile({ digits }: DigitGroup): boolean {
  return MOBILE.test(digits) || (digits.length > 11 && WITH_COUNTRY_CODE.test(digits))
}

/** A run that is one number, parted. */
function wholeRun(run: readonly DigitGroup[]): Stretch | null {
  const groups = run[0]?.digits === '86' ? run.slice(1) : run
  const [first] = groups
  const last = groups.at(-1)
  if (!first || !last || groups.length < 2) return null
  const digits = groups.map((group) => group.digits).join('')
  const isParted = GROUPINGS.has(groups.map((group) => group.digits.length).join('-'))
  return isParted && MOBILE.test(digits) ? { from: first.from, to: last.to } : null
}

function isTelephone(condensed: CondensedText, from: number): boolean {
  if (isNumberOfAThing(condensed, from)) return false
  const letters = lettersBefore(condensed, from)
  return letters === '' || TELEPHONE.test(letters)
}
