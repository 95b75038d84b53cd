import { describe, expect, it } from 'vitest'
import { DEVELOPMENT } from './cases/development.ts'
import { HELD_OUT } from './cases/held-out.ts'
import { SECOND_HELD_OUT } from './cases/second-held-out.ts'
import { scoreOf } from './score.ts'

describe('the wording rules, on labelled texts', () => {
  it.each([
    ['those they were tuned on', DEVELOPMENT],
    ['those that were held out at first, and corrected for', HELD_OUT],
  ])('make no mistake on %s', (_which, cases) => {
    const { falseAlarms, misses } = scoreOf(cases)
    expect({ falseAlarms, misses }).toEqual({ falseAlarms: [], misses: [] })
  })

  it('stay above the floor on those that were held out from then on', () => {
    const { precision, recall, falseAlarms, misses } = scoreOf(SECOND_HELD_OUT)
    expect(precision, falseAlarms.join('\n')).toBeGreaterThanOrEqual(0.95)
    expect(recall, misses.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it('are asked about as many harmless texts as harmful ones, and about every rule', () => {
    const all = [...DEVELOPMENT, ...HELD_OUT, ...SECOND_HELD_OUT]
    const harmless = all.filter((one) => one.length === 1)
    expect(harmless.length).toBeGreaterThan(all.length * 0.4)
    expect(new Set(all.flatMap(([, ...rules]) => rules)).size).toBe(11)
    expect(new Set(all.map(([text]) => text)).size).toBe(all.length)
  })
})
