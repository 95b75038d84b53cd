import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import openingFile from '../../../assets/wording-openings.json' with { type: 'json' }
import promiseFile from '../../../assets/wording-promises.json' with { type: 'json' }
import ruleFile from '../../../assets/wording-rules.json' with { type: 'json' }
import { wordingRules } from '../../../shared/compliance/index.ts'
import { condense } from '../../../shared/compliance/text/condense.ts'
import { spellings, type WordSets } from '../../../shared/compliance/vocabulary/spellings.ts'
import { WORDING_LEVELS } from '../../../shared/model/wording.ts'
import { fold } from '../../../shared/search/chinese/normalise.ts'

const Words = z.array(z.string().min(1)).min(1)
const Contexts = { not: Words.optional(), notAfter: Words.optional(), notBefore: Words.optional() }
const OwnWords = { reason: z.string().min(8).optional(), suggestion: z.string().min(4).nullable().optional() }
const Pair = z.strictObject({
  first: Words,
  second: Words,
  within: z.int().min(0).max(30),
  withinReversed: z.int().optional(),
})
const List = z
  .strictObject({ words: Words.optional(), pairs: z.array(Pair).optional(), ...Contexts, ...OwnWords })
  .refine(({ words, pairs }) => words || pairs, 'a list without words')

const RuleFile = z.strictObject({
  $comment: z.string(),
  version: z.literal(1),
  sets: z.record(z.string(), Words.or(z.array(z.string()))),
  rules: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z-]{1,40}$/),
      category: z.string().min(2),
      level: z.enum(WORDING_LEVELS),
      since: z.iso.date().nullable(),
      checkedOn: z.iso.date(),
      sources: Words,
      reason: z.string().min(8),
      suggestion: z.string().min(4).nullable(),
      lists: z.array(List),
      detectors: z
        .array(
          z.strictObject({
            name: z.enum(['mobile-number', 'identity-card', 'address', 'outside-link']),
            allowedHosts: Words.optional(),
            ...OwnWords,
          }),
        )
        .optional(),
      ...Contexts,
    }),
  ),
})

interface Spelled {
  where: string
  isContext: boolean
  words: string[]
}

/** Every list of notations in a part of a rule file, spelled out. */
function spelledIn(value: unknown, sets: WordSets, where = '', isContext = false): Spelled[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return [{ where, isContext, words: value.flatMap((notation: string) => spellings(notation, sets)) }]
  if (Array.isArray(value)) return value.flatMap((item, at) => spelledIn(item, sets, `${where}[${at}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .filter(([key]) => !['sources', 'allowedHosts'].includes(key))
    .flatMap(([key, item]) => spelledIn(item, sets, `${where}.${key}`, key.startsWith('not')))
}

const spelled = [
  ...spelledIn(ruleFile.rules, ruleFile.sets, 'rules'),
  ...spelledIn(promiseFile.lists, promiseFile.sets, 'promises'),
  ...spelledIn(openingFile.openings, openingFile.sets, 'openings'),
]

describe('the rule files', () => {
  it('have the shape that the program trusts', () => {
    expect(RuleFile.safeParse(ruleFile).error).toBeUndefined()
  })

  it('name each rule once, in the order of the table', () => {
    expect(wordingRules.map(({ id }) => id)).toEqual([
      'superlative', 'rank', 'level', 'unique', 'certainty', 'efficacy', 'off-platform', 'review-bribery', 'promise',
      'personal-data', 'cold-wording',
    ]) // biome-ignore format: one list, read as one
  })

  it('hold no word that condensing would change: it could never be found', () => {
    const changed = spelled.flatMap(({ where, words }) =>
      words
        .filter(
          (word) =>
            word.startsWith('#') ||
            condense(word.replaceAll('#', '5')).text !== fold(word.replaceAll('#', '5')),
        )
        .map((word) => `${where}: ${word}`),
    )
    expect(changed).toEqual([])
  })

  it('seek no word of one character, and none that an alternative left without a choice made empty', () => {
    const short = spelled
      .filter(({ where, isContext }) => !isContext && !/\.second$|\.first$|^promises/.test(where))
      .flatMap(({ where, words }) =>
        words.filter((word) => word.length < 2).map((word) => `${where}: ${word}`),
      )
    expect(short).toEqual([])
    expect(spelled.filter(({ words }) => words.includes('')).map(({ where }) => where)).toEqual([])
  })

  it('close every bracket of the notation', () => {
    expect(spelled.flatMap(({ words }) => words.filter((word) => /[[\]{}|?]/.test(word)))).toEqual([])
  })

  it('stay small enough to be made searchable in a few milliseconds', () => {
    expect(spelled.reduce((sum, { words }) => sum + words.length, 0)).toBeLessThan(25_000)
  })
})
