const MINUTE_MS = 60_000

/** Programs start together, at nine in the morning: their first questions are spread over a quarter of an hour. */
const FIRST = { from: 2 * MINUTE_MS, to: 17 * MINUTE_MS }
const USUAL = { from: 4 * 60 * MINUTE_MS, to: 8 * 60 * MINUTE_MS }
const AFTER_FAILURE = { from: 30 * MINUTE_MS, to: 90 * MINUTE_MS }

/**
 * How long to wait before the server is asked again, ms.
 *
 * @param random 0 to 1
 */
export function nextCheckIn(after: 'start' | 'answer' | 'failure', random: number): number {
  const { from, to } = { start: FIRST, answer: USUAL, failure: AFTER_FAILURE }[after]
  return Math.round(from + (to - from) * random)
}
