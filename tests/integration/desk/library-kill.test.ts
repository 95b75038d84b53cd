import { expect, it } from 'vitest'
import { killRounds } from '../../soak/library/kill-rounds.ts'

// The quick form; `npm run soak` kills a thousand times.

const ROUNDS = 50

it(`a library holds all that was acknowledged after each of ${ROUNDS} programs was killed at work`, {
  timeout: 600_000,
}, async () => {
  const report = await killRounds(ROUNDS, 2026)
  expect(report.problems).toEqual([])
  expect(report.rounds).toBe(ROUNDS)
  expect(report.killed).toBeGreaterThan(ROUNDS / 2)
  expect(report.acknowledged).toBeGreaterThan(ROUNDS)
})
