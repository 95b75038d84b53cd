import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkScriptWording,
  checkWording,
  promisesIn,
  warmerOpening,
} from '../../../shared/compliance/index.ts'
import type { WordingFinding } from '../../../shared/model/wording.ts'
import { DEVELOPMENT } from './cases/development.ts'
import { HELD_OUT } from './cases/held-out.ts'

const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\ufe0f', '\u034f']
const PIECES = [
  ...'最佳好评返现微信加我第一保证今天发138路号区市送五星，。、 \n{}%vxVX+❤😀\u200b①ＱQ',
  '{{',
  '}}',
  '{%',
  '%}',
  'https://',
]

/** Texts that are made of what the rules look for, of anything at all, and of both. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc
    .array(fc.constantFrom(...[...DEVELOPMENT, ...HELD_OUT].map(([one]) => one)), { maxLength: 4 })
    .map((all) => all.join('')),
  // Halves of surrogate pairs, as a cut text may end with.
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => String.fromCharCode(...units)),
)

const told = (findings: readonly WordingFinding[]) => findings.map(({ rule, text }) => `${rule} ${text}`)

describe('whatever the text', () => {
  it('findings lie inside it, in order, tell their own words, and of one rule never overlap', () => {
    fc.assert(
      fc.property(text, (input) => {
        const findings = checkWording(input)
        let start = 0
        const reached = new Map<string, number>()
        for (const { rule, span, text } of findings) {
          expect(span.start).toBeGreaterThanOrEqual(start)
          expect(span.start).toBeGreaterThanOrEqual(reached.get(rule) ?? 0)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(input.length)
          expect(input.slice(span.start, span.end)).toBe(text)
          start = span.start
          reached.set(rule, span.end)
        }
      }),
    )
  })

  it('the answer is the same each time', () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(checkWording(input)).toEqual(checkWording(input))
      }),
    )
  })

  it('a waiver removes exactly what it names', () => {
    fc.assert(
      fc.property(text, fc.nat(), (input, pick) => {
        const all = checkWording(input)
        const waived = all[pick % Math.max(1, all.length)]
        if (!waived) return
        const kept = checkWording(input, {
          waivers: [{ rule: waived.rule, text: waived.text, reason: '有依据' }],
        })
        expect(kept).not.toContainEqual(waived)
        const gone = all.filter(
          (one) => !kept.some((other) => other.span.start === one.span.start && other.rule === one.rule),
        )
        expect(gone.every((one) => one.rule === waived.rule)).toBe(true)
        expect(kept.length + gone.length).toBe(all.length)
      }),
    )
  })

  it('invisible characters between its characters hide nothing', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...INVISIBLE), (input, mark) => {
        const strewn = [...input].join(mark)
        const bare = (found: string) => found.replaceAll(mark, '')
        expect(told(checkWording(strewn)).map(bare)).toEqual(told(checkWording(input)).map(bare))
      }),
    )
  })

  it('a script is read without its markup, and no finding touches that', () => {
    fc.assert(
      fc.property(text, (input) => {
        const source = `${input}{{ 商品.名称 }}${input}`
        for (const { span, text } of checkScriptWording(source)) {
          expect(source.slice(span.start, span.end)).toBe(text)
          expect(text).not.toContain('{{ 商品.名称 }}')
        }
      }),
    )
  })

  it('promises and openings are told with places inside it', () => {
    fc.assert(
      fc.property(text, (input) => {
        for (const { span, text } of promisesIn(input)) expect(input.slice(span.start, span.end)).toBe(text)
        const opening = warmerOpening(input)
        if (opening) expect(opening.span.end).toBeLessThanOrEqual(input.length)
      }),
    )
  })
})
