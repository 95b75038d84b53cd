import { validityOn } from '../model/phrase.ts'
import { STEPS } from '../model/steps.ts'
import type { RankedHit, RankedHits, SearchDocument, SearchRequest } from './document.ts'
import { type Entry, Library } from './library.ts'
import { Candidates } from './candidates.ts'
import { queryFeatures } from './query-features.ts'
import { parseQuery, type Query } from './query.ts'
import { TextScore } from './text-score.ts'
import { habit } from './use.ts'

/** Weights of what is not text, beside a text score of about 1. */
const WEIGHT = { exactCode: 2, habit: 0.06, pinned: 0.02, step: 0.02, buyerType: 0.01 } as const
export const RANKED_AT_MOST = 200
/** Below this share of the query found, a phrase is no answer. */
const LEAST_SCORE = 0.3

interface Ranked {
  entry: Entry
  slot: number
  score: number
  isCurrent: boolean
}

/** Finds phrases the way agents type. Pure: the clock comes with each request. */
export class PhraseIndex {
  #library = new Library()
  #text = new TextScore(this.#library)
  #candidates = new Candidates(this.#library)

  static build(documents: Iterable<SearchDocument>): PhraseIndex {
    const index = new PhraseIndex()
    for (const document of documents) index.#library.add(document)
    index.#candidates.build()
    return index
  }

  get size(): number {
    return this.#library.size
  }

  upsert(document: SearchDocument): void {
    this.remove(document.id)
    this.#candidates.add(this.#library.add(document))
  }

  remove(id: string): void {
    const slot = this.#library.slotOf(id)
    if (slot === undefined) return
    this.#candidates.remove(slot)
    this.#library.remove(slot)
  }

  /** Counts one use at `at` (ms since 1970). */
  recordUse(id: string, at: number): void {
    const slot = this.#library.slotOf(id)
    const entry = slot === undefined ? undefined : this.#library.entries[slot]
    if (!entry) return
    entry.uses += 1
    entry.lastUsedAt = Math.max(at, entry.lastUsedAt ?? at)
  }

  search(request: SearchRequest): RankedHits {
    const query = parseQuery(request.text)
    const ranked: Ranked[] = []
    const head = (slot: number) => {
      const entry = this.#library.entries[slot]
      if (!entry || !passes(entry, request)) return -1
      return habit(entry.uses, entry.lastUsedAt, request.now)
    }
    const found = query ? this.#candidates.best(queryFeatures(query), RANKED_AT_MOST, head) : [...this.#all()]
    const most = found.reduce((most, { evidence }) => Math.max(most, evidence), 0)
    for (const { slot, evidence } of found) {
      const entry = this.#library.entries[slot]
      if (!entry || !passes(entry, request)) continue
      let text = query ? this.#textScore(query, slot, entry) : 0
      if (query && text < LEAST_SCORE) continue
      if (query && text < 0.9) text += 0.5 * (0.9 - text) * (evidence / most)
      if (query) text += 0.03 * (evidence / most)
      const score = text + this.#standing(entry, request) - (query ? this.#text.titleLengthCost(slot) : 0)
      ranked.push({ entry, slot, score, isCurrent: validityOn(request.today, entry) === 'current' })
    }
    ranked.sort(byRank)
    const hits = ranked.slice(0, Math.max(0, request.limit)).map(
      ({ entry, slot, score }): RankedHit => ({
        id: entry.id,
        score,
        match: query ? this.#text.match(query, slot) : null,
      }),
    )
    return { hits, total: ranked.length }
  }

  *#all() {
    for (let slot = 0; slot < this.#library.slots; slot++) yield { slot, evidence: 0 }
  }

  #textScore(query: Query, slot: number, entry: Entry): number {
    const exactCode = entry.code !== null && entry.code === query.text
    return this.#text.score(query, slot) + (exactCode ? WEIGHT.exactCode : 0)
  }

  /** What speaks for a phrase whatever is typed: use, pin, the step and the buyer at hand. */
  #standing(entry: Entry, request: SearchRequest): number {
    const { context } = request
    let standing = WEIGHT.habit * habit(entry.uses, entry.lastUsedAt, request.now)
    if (entry.pinned) standing += WEIGHT.pinned
    if (context?.step && STEPS[entry.step] === context.step) standing += WEIGHT.step
    if (context?.buyerType && entry.buyerTypes.includes(context.buyerType)) standing += WEIGHT.buyerType
    return standing
  }
}

function passes(entry: Entry, { filters }: SearchRequest): boolean {
  if (!filters) return true
  if (filters.step && STEPS[entry.step] !== filters.step) return false
  if (filters.groupId && !entry.groupIds.includes(filters.groupId)) return false
  if (filters.tag && !entry.tags.includes(filters.tag)) return false
  if (filters.buyerType && !entry.buyerTypes.includes(filters.buyerType)) return false
  return !filters.source || entry.source === filters.source
}

/** A total order: what may be used now, then the score, then the id. */
function byRank(a: Ranked, b: Ranked): number {
  if (a.isCurrent !== b.isCurrent) return a.isCurrent ? -1 : 1
  return b.score - a.score || (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0)
}
