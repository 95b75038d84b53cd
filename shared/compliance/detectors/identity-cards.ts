import type { CondensedText } from '../text/condense.ts'
import { GAP } from '../text/gaps.ts'
import type { Stretch } from '../text/stretch.ts'
import { digitRuns, lettersBefore } from './digit-runs.ts'

/** Weights and check characters of GB 11643-1999 (ISO 7064, MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECKS = '10x98765432'
const LENGTH = 18
/** Region, date of birth 1900–2099, sequence. */
const SHAPE = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/

/** Identity-card numbers whose check character is right: an order's number of eighteen digits hardly ever has that. */
export function findIdentityCards(condensed: CondensedText): Stretch[] {
  const { text, gaps } = condensed
  return digitRuns(condensed).flatMap((run) => {
    const [first] = run
    const last = run.at(-1)
    if (!first || !last) return []
    const isChecked = text[last.to] === 'x' && (gaps[last.to] ?? GAP.wall) < GAP.item
    const whole = run.map((group) => group.digits).join('') + (isChecked ? 'x' : '')
    if (isIdentityCard(whole) && !lettersBefore(condensed, first.from))
      return [{ from: first.from, to: last.to + (isChecked ? 1 : 0) }]
    return run
      .filter(({ digits, from }) => isIdentityCard(digits) && !lettersBefore(condensed, from))
      .map(({ from, to }) => ({ from, to }))
  })
}

function isIdentityCard(number: string): boolean {
  if (number.length !== LENGTH || !SHAPE.test(number)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return CHECKS[sum % 11] === number[LENGTH - 1]
}
