import type { Answers } from '../../data/queries.ts'

export type SixSeconds = Answers['figures']['sixSeconds']

/** Milliseconds as seconds with one decimal, e.g. `2.3 秒`; a dash while there is nothing to say. */
export function secondsWords(ms: number | null): string {
  return ms === null ? '–' : `${(ms / 1000).toFixed(1)} 秒`
}

/** A share from 0 to 1 as a whole percentage, rounded down: 99.6 % within six seconds is not all of them. */
export function shareWords(share: number | null): string {
  return share === null ? '–' : `${Math.floor(share * 100)}%`
}
