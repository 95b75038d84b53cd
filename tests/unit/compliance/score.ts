import { checkWording } from '../../../shared/compliance/index.ts'
import type { WordingCase } from './cases/case.ts'

export interface Score {
  cases: number
  /** Of what the rules report, the share that is right; of what they should report, the share they do. 0 to 1. */
  precision: number
  recall: number
  /** `rule: text` of every mistake. */
  falseAlarms: string[]
  misses: string[]
}

/** Counts each rule once for a text: what matters is whether it speaks up, and whether it should. */
export function scoreOf(cases: readonly WordingCase[]): Score {
  const falseAlarms: string[] = []
  const misses: string[] = []
  let right = 0
  for (const [text, ...expected] of cases) {
    const found = new Set(checkWording(text).map(({ rule }) => rule))
    for (const rule of found) {
      if (expected.includes(rule)) right++
      else falseAlarms.push(`${rule}: ${text}`)
    }
    misses.push(...expected.filter((rule) => !found.has(rule)).map((rule) => `${rule}: ${text}`))
  }
  return {
    cases: cases.length,
    precision: right / (right + falseAlarms.length),
    recall: right / (right + misses.length),
    falseAlarms,
    misses,
  }
}
