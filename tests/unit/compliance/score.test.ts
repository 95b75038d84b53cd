import { describe, expect, it } from 'vitest'
import { DEVELOPMENT } from './cases/development.ts'
import { HELD_OUT } from './cases/held-out.ts'
import { scoreOf } from './score.ts'

describe('the wording rules, on labelled texts', () => {
  it('make no mistake on those they were tuned on', () => {
    const { falseAlarms, misses } = scoreOf(DEVELOPMENT)
    expect({ falseAlarms, misses }).toEqual({ falseAlarms: [], misses: [] })
  })

  it('stay above the floor on those they were not', () => {
    const { precision, recall, falseAlarms, misses } = scoreOf(HELD_OUT)
    expect(precision, falseAlarms.join('\n')).toBeGreaterThanOrEqual(0.94)
    expect(recall, misses.join('\n')).toBeGreaterThanOrEqual(0.96)
  })

  it('are asked about as many harmless texts as harmful ones, and about every rule', () => {
    const all = [...DEVELOPMENT, ...HELD_OUT]
    const harmless = all.filter((one) => one.length === 1)
    expect(harmless.length).toBeGreaterThan(all.length * 0.4)
    expect(new Set(all.flatMap(([, ...rules]) => rules)).size).toBe(11)
    expect(new Set(all.map(([text]) => text)).size).toBe(all.length)
  })
})
