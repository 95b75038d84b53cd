import { Candidates } from './candidates/candidates.ts'
import { USUAL, WIDE } from './candidates/credits.ts'
import type { Admits, Candidate } from './candidates/highest.ts'
import { queryFeatures } from './candidates/query-features.ts'
import { ProductNames } from './context.ts'
import type { RankedHit, RankedHits, SearchDocument, SearchRequest } from './document.ts'
import { type FrozenIndex, freeze, thaw } from './frozen.ts'
import { Habits } from './habits.ts'
import { Library } from './library.ts'
import { GOOD_ENOUGH, TextScore } from './matching/text-score.ts'
import { readsAsSaid } from './messages/courtesy.ts'
import { type Impression, impressionOf, wholeOf } from './messages/impression.ts'
import { Picks } from './messages/picks.ts'
import { Replies } from './messages/replies.ts'
import { parseQuery, type Query } from './query.ts'
import { byRank, passes, type Ranked, rankedOf, restricts, standing } from './standing.ts'
import { habit, habitWeight } from './use.ts'

/** Weights of what is not text, beside a text score of about 1. */
const WEIGHT = { exactCode: 2, evidence: 0.03, meaning: 0.25 } as const
/** Worth of the longest text that is looked for word for word: twelve Han characters. */
const LONGEST_QUOTATION = 30
const QUOTED = 0.79
/** What is met better than this is a quotation and nothing else. */
const QUOTED_IN_FULL = 0.86
/** What no phrase meets better than this is rather something that a buyer says. */
const HALF_MET = 0.62
/** What part of the lacking score the index's evidence can make good. */
const EVIDENCE_FOR_LACK = 0.25
/**
 * How far a text is looked up: `ranked` candidates are aligned, and so the most that an answer counts; of these what
 * shares less than `promising` of the evidence with the best is no match, past the first few. A slip leaves less
 * evidence, and many more phrases are as likely.
 */
const DEPTH = {
  plain: { breadth: USUAL, ranked: 120, promising: 0.4 },
  slipped: { breadth: WIDE, ranked: 200, promising: 0.35 },
} as const
/** Of these, the most promising are aligned in all their fields, the rest by their titles alone. */
const SEEN_WHOLE = 48
/** Where a title says it all, what other fields say only fills the rows below. */
const SEEN_BESIDE_A_TITLE = 20
/** So many are looked at, however little of the evidence they have. */
const ALWAYS_SEEN = 24
/** Habit in units of the index's evidence, at full weight. */
const HABIT_AS_EVIDENCE = 60
/** Below this share of the query found, a phrase is no answer. */
const LEAST_SCORE = 0.34
/** What naming the product is worth before anything is typed, beside a habit of at most 1. */
const NAMED = 0.3
/** Of up to so much worth, a text may be a shorthand for a phrase in use. */
const SHORTHAND = 10

interface Answer {
  /** The query as it was understood. */
  readAs: Query
  ranked: Ranked[]
}

/** Finds phrases the way agents type. Pure: the clock comes with each request. */
export class PhraseIndex {
  readonly #library: Library
  readonly #text: TextScore
  readonly #candidates: Candidates
  readonly #picks = new Picks()
  readonly #replies: Replies
  readonly #habits: Habits

  constructor(frozen: FrozenIndex | null = null) {
    this.#library = frozen ? Library.of(frozen) : new Library()
    this.#text = new TextScore(this.#library)
    this.#candidates = new Candidates(this.#library, frozen)
    this.#replies = new Replies(this.#library, this.#text, this.#candidates, this.#picks)
    this.#habits = new Habits(this.#library)
  }

  /** The index that `frozen` once gave the bytes of, without what it had learned; null when they are of another version. */
  static thawed(bytes: Uint8Array): PhraseIndex | null {
    const frozen = thaw(bytes)
    return frozen ? new PhraseIndex(frozen) : null
  }

  /**
   * The bytes of this index, in parts; see `thawed`. They are views of its memory: what is added afterwards leaves them
   * as they are. Null for an index too small to be worth it.
   */
  frozen(): Uint8Array[] | null {
    const flat = this.#candidates.flat()
    if (!flat) return null
    const { held, bounds, texts } = this.#library
    return freeze({ held, bounds, pool: texts, ...flat })
  }

  static build(documents: Iterable<SearchDocument>): PhraseIndex {
    const index = new PhraseIndex()
    index.upsertAll(documents)
    return index
  }

  get size(): number {
    return this.#library.size
  }

  upsert(document: SearchDocument): void {
    this.remove(document.id)
    const slot = this.#library.add(document)
    this.#candidates.add(slot)
    this.#habits.note(slot)
  }

  /** Adds or replaces many at once: dearer to begin than `upsert`, cheaper for each. */
  upsertAll(documents: Iterable<SearchDocument>): void {
    for (const document of documents) this.gather(document)
    this.settle()
  }

  /** Takes in a phrase that is to be found only after `settle`; between the two nothing else may be called. */
  gather(document: SearchDocument): void {
    const known = this.#library.slotOf(document.id)
    if (known !== undefined) {
      this.#library.remove(known)
      this.#habits.note(known)
    }
    const slot = this.#library.add(document)
    this.#candidates.gather(slot, document.prepared ?? null)
    this.#habits.note(slot)
  }

  /** What to keep beside a phrase and to give back with it as `prepared`; null when the id is not held. */
  prepared(id: string): Uint8Array | null {
    const slot = this.#library.slotOf(id)
    return slot === undefined ? null : this.#candidates.prepared(slot)
  }

  settle(): void {
    this.#candidates.settle()
  }

  remove(id: string): void {
    const slot = this.#library.slotOf(id)
    if (slot === undefined) return
    this.#candidates.remove(slot)
    this.#library.remove(slot)
    this.#habits.note(slot)
  }

  /** Counts one use at `at` (ms since 1970). */
  recordUse(id: string, at: number): void {
    const slot = this.#library.slotOf(id)
    const entry = slot === undefined ? undefined : this.#library.entries[slot]
    if (!entry || slot === undefined) return
    entry.uses += 1
    entry.lastUsedAt = Math.max(at, entry.lastUsedAt ?? at)
    this.#habits.note(slot)
  }

  search(request: SearchRequest): RankedHits {
    const query = parseQuery(request.text, false)
    const { readAs, ranked } = query
      ? this.#answer(query, request)
      : { readAs: null, ranked: this.#usual(request) }
    const hits = ranked.slice(0, Math.max(0, request.limit)).map(
      ({ entry, slot, score }): RankedHit => ({
        id: entry.id,
        score,
        match: readAs ? this.#text.match(readAs, slot) : null,
      }),
    )
    return { hits, total: ranked.length }
  }

  /** Teaches that `text` was answered by this phrase. */
  learn(text: string, pickedId: string): void {
    this.recall(impressionOf(text), pickedId)
  }

  /** The same from what was remembered of the text. */
  recall(impression: Impression, pickedId: string): void {
    this.#picks.learn(impression, pickedId)
  }

  #answer(query: Query, request: SearchRequest): Answer {
    if (query.isMessage) {
      // What stands somewhere word for word is a quotation, however much it reads like a message.
      const quoted = query.worth <= LONGEST_QUOTATION ? this.#aligned(query, request) : []
      const quotation = quoted.reduce((most, { text }) => Math.max(most, text), 0)
      if (quotation < QUOTED) return { readAs: query, ranked: this.#reply(query, request) }
      if (quotation >= QUOTED_IN_FULL) return { readAs: query, ranked: quoted }
      return { readAs: query, ranked: besides(quoted, this.#reply(query, request)) }
    }
    const ranked = this.#aligned(query, request)
    if (ranked.some(({ isPlain }) => isPlain)) return { readAs: query, ranked }
    const tolerant = parseQuery(request.text, true)
    if (!tolerant) return { readAs: query, ranked }
    const slipped = this.#aligned(tolerant, request)
    const met = slipped.reduce((most, { text }) => Math.max(most, text), 0)
    const isSaid = readsAsSaid(tolerant.text)
    if (met < HALF_MET && (isSaid || tolerant.mayBeMessage)) {
      return { readAs: tolerant, ranked: this.#reply(tolerant, request) }
    }
    if (met >= QUOTED_IN_FULL || !isSaid) return { readAs: tolerant, ranked: slipped }
    return { readAs: tolerant, ranked: besides(slipped, this.#reply(tolerant, request)) }
  }

  /** Phrases in which what was typed stands, by how well it does. */
  #aligned(query: Query, request: SearchRequest): Ranked[] {
    const habitual = habitWeight(query.worth)
    const product = ProductNames.of(request.context)
    const admits = this.#gate(request, product)
    this.#habits.agree(request.now)
    const { heads } = this.#habits
    const headWeight = HABIT_AS_EVIDENCE * habitual
    const { breadth, ranked: atMost, promising } = query.isTolerant ? DEPTH.slipped : DEPTH.plain
    const lookup = queryFeatures(query)
    const best = this.#candidates.best(lookup, atMost, heads, headWeight, admits, breadth)
    const most = best.reduce((most, { evidence }) => Math.max(most, evidence), 0)
    const found = best.filter(({ evidence }, i) => i < ALWAYS_SEEN || evidence >= most * promising)
    const meaning = this.#picks.meaning(wholeOf(query.text))
    this.#addMissing(this.#slotsOf(meaning.keys()), found, admits)
    this.#addMissing(this.#candidates.withCode(query.text), found, admits)
    if (this.#candidates.hasLeftOut && query.worth <= SHORTHAND)
      this.#addMissing(this.#habits.familiar, found, admits)
    const titles = found.map(({ slot }, row) => ({
      score: this.#text.titleScore(query, slot, row),
      isPlain: this.#text.isPlain,
    }))
    const seenWhole = titles.some(({ score }) => score > GOOD_ENOUGH) ? SEEN_BESIDE_A_TITLE : SEEN_WHOLE
    const ranked: Ranked[] = []
    for (const [row, candidate] of found.entries()) {
      const entry = this.#library.entries[candidate.slot]
      if (!entry) continue
      let { score = 0, isPlain = false } = titles[row] ?? {}
      if (score <= GOOD_ENOUGH && row < seenWhole) {
        score = this.#text.score(query, candidate.slot, row)
        isPlain = this.#text.isPlain
      }
      if (entry.code !== null && entry.code === query.text) {
        score += WEIGHT.exactCode
        isPlain = true
      }
      const meant = meaning.size === 0 ? 0 : (meaning.get(entry.id) ?? 0)
      if (score < LEAST_SCORE && meant === 0) continue
      const text = score
      score += most === 0 ? 0 : evidenceShare(score, candidate, most)
      score -= this.#text.titleLengthCost(candidate.slot)
      score += habitual * habit(entry.uses, entry.lastUsedAt, request.now)
      score += standing(entry, request) + (product?.standing(this.#library, candidate.slot) ?? 0)
      score += WEIGHT.meaning * meant
      ranked.push(rankedOf(entry, candidate.slot, score, request, { text, isPlain }))
    }
    return ranked.sort(byRank)
  }

  /** Which slots the filters let through; null when they let through all phrases. */
  #gate(request: SearchRequest, product: ProductNames | null): Admits | null {
    const about = request.filters?.aboutProduct ? product : null
    if (about === null && !restricts(request)) return null
    return (slot) => {
      const entry = this.#library.entries[slot]
      if (entry === undefined || !passes(entry, request)) return false
      return about === null || about.standing(this.#library, slot) > 0
    }
  }

  /** Phrases that the text means by other ways than by what stands in them stand for election, too. */
  #addMissing(slots: Iterable<number>, found: Candidate[], admits: Admits | null): void {
    for (const slot of slots) {
      if ((admits && !admits(slot)) || found.some((one) => one.slot === slot)) continue
      found.push({ slot, evidence: 0, rank: 0 })
    }
  }

  #slotsOf(ids: Iterable<string>): number[] {
    return [...ids].flatMap((id) => this.#library.slotOf(id) ?? [])
  }

  /** Phrases as answers to a buyer's message. */
  #reply(query: Query, request: SearchRequest): Ranked[] {
    const product = ProductNames.of(request.context)
    const admits = this.#gate(request, product)
    this.#habits.agree(request.now)
    return this.#replies.to(query, request, { habits: this.#habits.heads, admits, product })
  }

  /** What there is to offer before anything is typed: what is used most, lately, in this step. */
  #usual(request: SearchRequest): Ranked[] {
    const named = new Set<number>()
    const product = ProductNames.of(request.context)
    if (product) {
      const found = this.#candidates.best(product.lookup(), DEPTH.plain.ranked, this.#habits.heads, 1, null)
      for (const { slot } of found) if (product.standing(this.#library, slot) > 0) named.add(slot)
    }
    const ranked: Ranked[] = []
    const admits = this.#gate(request, product)
    for (const [slot, entry] of this.#library.entries.entries()) {
      if (!entry || (admits && !admits(slot))) continue
      const score =
        habit(entry.uses, entry.lastUsedAt, request.now) +
        10 * standing(entry, request) +
        (named.has(slot) ? NAMED : 0)
      ranked.push(rankedOf(entry, slot, score, request))
    }
    return ranked.sort(byRank)
  }
}

/** Answers to what may be a quotation or a question: the best match, two replies, then the rest. */
function besides(quoted: readonly Ranked[], replies: readonly Ranked[]): Ranked[] {
  const slots = new Set<number>()
  return [...quoted.slice(0, 1), ...replies.slice(0, 2), ...quoted, ...replies].filter(({ slot }) => {
    const isNew = !slots.has(slot)
    slots.add(slot)
    return isNew
  })
}

function evidenceShare(score: number, { evidence }: Candidate, most: number): number {
  const share = evidence / most
  const lack = Math.max(0, GOOD_ENOUGH - score)
  return (WEIGHT.evidence + EVIDENCE_FOR_LACK * lack) * share
}
