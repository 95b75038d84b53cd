import { z } from 'zod'
import { Day, PHRASE_LIMITS, PHRASE_SOURCES, type PhraseSource } from './phrase.ts'
import type { Span } from './span.ts'
import { STEPS, type Step } from './steps.ts'
import { plainName } from './text.ts'

/** A campaign that ends within so many days is soon to expire. */
export const EXPIRING_WITHIN_DAYS = 7
/** How many phrases are 最常用. */
export const MOST_USED = 100
/** How many phrases a search brings to the table, best first. */
export const MOST_FOUND = 1_000

/** How many phrases may be named one by one. */
export const MOST_IDS = 10_000

const Id = z.string().min(1).max(64)

export const VALIDITY_CHOICES = ['current', 'expiring', 'upcoming', 'expired'] as const
export type ValidityChoice = (typeof VALIDITY_CHOICES)[number]

export const UseChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never') }),
  /** Not used for so many days, nor written within them. */
  z.object({ kind: z.literal('idle'), days: z.int().min(1).max(3650) }),
  z.object({ kind: z.literal('most') }),
])
export type UseChoice = z.infer<typeof UseChoice>

/** Which phrases a table shows: those for which all that is said here holds. */
export const PhraseFilter = z.object({
  /** Searched as the panel does. */
  text: z.string().max(PHRASE_LIMITS.body).default(''),
  /** A group with all below it; null for the phrases in none; left out for all. */
  groupId: Id.nullable().optional(),
  step: z.enum(STEPS).optional(),
  /** All of them. */
  tags: z.array(z.string().min(1).max(PHRASE_LIMITS.tag)).max(PHRASE_LIMITS.tags).default([]),
  validity: z.enum(VALIDITY_CHOICES).optional(),
  source: z.enum(PHRASE_SOURCES).optional(),
  use: UseChoice.optional(),
  /** Those that are archived, instead of those that are not. */
  archived: z.boolean().default(false),
})
export type PhraseFilter = z.infer<typeof PhraseFilter>

/** `place` is the order of the tree, then by title; for a search it is the order of its answer, best first. */
export const SORT_KEYS = [
  'place',
  'title',
  'code',
  'step',
  'uses',
  'lastUsed',
  'changed',
  'validUntil',
] as const
export type SortKey = (typeof SORT_KEYS)[number]

export const PhraseSort = z.object({ by: z.enum(SORT_KEYS), descending: z.boolean() })
export type PhraseSort = z.infer<typeof PhraseSort>

/** The rows of a table, in their order. What lacks the value they are sorted by comes last, either way. */
export const PhraseQuery = z.object({
  filter: PhraseFilter,
  sort: PhraseSort.default({ by: 'place', descending: false }),
})
export type PhraseQuery = z.infer<typeof PhraseQuery>

/** As much of a phrase as a line of a table shows. Times are ms since 1970. */
export interface PhraseRow {
  id: string
  title: string
  /** The beginning of the script, with its markup. */
  excerpt: string
  code: string | null
  step: Step
  groupId: string | null
  source: PhraseSource
  tags: string[]
  uses: number
  lastUsedAt: number | null
  pinned: boolean
  validFrom: string | null
  validUntil: string | null
  updatedAt: number
  archivedAt: number | null
  /** Where a search found the title to match. */
  titleSpans: Span[]
}

export interface PhraseRowsPage {
  rows: PhraseRow[]
  /** How many rows the table has. */
  count: number
  /** How many phrases match; more than `count` when a search found more than a table shows. */
  total: number
}

/** Phrases that are dealt with together: named one by one, or all that a table shows but for some. */
export const PhraseChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('some'), ids: z.array(Id).min(1).max(MOST_IDS) }),
  z.object({ kind: z.literal('all'), query: PhraseQuery, except: z.array(Id).max(MOST_IDS) }),
])
export type PhraseChoice = z.infer<typeof PhraseChoice>

const Tags = z
  .array(
    z
      .string()
      .overwrite(plainName)
      .trim()
      .min(1, '标签不能为空')
      .max(PHRASE_LIMITS.tag, `一个标签最多 ${PHRASE_LIMITS.tag} 个字`),
  )
  .min(1, '请写至少一个标签')
  .max(PHRASE_LIMITS.tags, `标签最多 ${PHRASE_LIMITS.tags} 个`)

/** What may be done to many phrases at once. */
export const BulkChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), groupId: Id.nullable() }),
  z.object({ kind: z.literal('tag'), add: Tags }),
  z.object({ kind: z.literal('untag'), remove: Tags }),
  z.object({ kind: z.literal('step'), step: z.enum(STEPS) }),
  z
    .object({ kind: z.literal('dates'), validFrom: Day.nullable(), validUntil: Day.nullable() })
    .refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom <= validUntil, {
      message: '生效日期晚于失效日期',
      path: ['validUntil'],
    }),
  z.object({ kind: z.literal('archive'), archived: z.boolean() }),
  z.object({ kind: z.literal('remove') }),
])
export type BulkChange = z.infer<typeof BulkChange>
