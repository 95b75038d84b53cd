import { type Validity, validityOn } from '../model/phrase.ts'
import { STEPS } from '../model/steps.ts'
import type { SearchRequest } from './document.ts'
import type { Entry } from './library.ts'

/** Weights of what is not text, beside a text score of about 1. */
const PINNED = 0.02
const STEP = 0.02
const BUYER_TYPE = 0.01

export interface Ranked {
  entry: Entry
  slot: number
  score: number
  validity: Validity
  /** How well its texts answer the query, nothing else counted; 0 for a message. */
  text: number
  /** Holds all that was typed, as it was typed. */
  isPlain: boolean
  /** Answers a message by the same words as others with the same number; 0 when that says nothing. */
  by: number
}

export function rankedOf(
  entry: Entry,
  slot: number,
  score: number,
  request: SearchRequest,
  { text = 0, isPlain = false, by = 0 } = {},
): Ranked {
  return { entry, slot, score, validity: validityOn(request.today, entry), text, isPlain, by }
}

/** What speaks for a phrase whatever is typed: a pin, the step and the buyer at hand. */
export function standing(entry: Entry, { context }: SearchRequest): number {
  let standing = 0
  if (entry.pinned) standing += PINNED
  if (context?.step && STEPS[entry.step] === context.step) standing += STEP
  if (context?.buyerType && entry.buyerTypes.includes(context.buyerType)) standing += BUYER_TYPE
  return standing
}

/** Whether the filters keep any phrase back by what `passes` looks at. */
export function restricts({ filters }: SearchRequest): boolean {
  if (!filters) return false
  const { step, groupId, tag, buyerType, source } = filters
  return Boolean(step || groupId || tag || buyerType || source)
}

export function passes(entry: Entry, { filters }: SearchRequest): boolean {
  if (!filters) return true
  if (filters.step && STEPS[entry.step] !== filters.step) return false
  if (filters.groupId && !entry.groupIds.includes(filters.groupId)) return false
  if (filters.tag && !entry.tags.includes(filters.tag)) return false
  if (filters.buyerType && !entry.buyerTypes.includes(filters.buyerType)) return false
  return !filters.source || entry.source === filters.source
}

/** A total order: what may be used now, then the score, then the id. */
export function byRank(a: Ranked, b: Ranked): number {
  const isCurrent = (one: Ranked) => (one.validity === 'current' ? 0 : 1)
  return isCurrent(a) - isCurrent(b) || b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1)
}
