import type { Candidates } from '../candidates/candidates.ts'
import type { Admits, Candidate } from '../candidates/highest.ts'
import { fold } from '../chinese/normalise.ts'
import type { ProductNames } from '../context.ts'
import type { SearchRequest } from '../document.ts'
import { FIELD, type Library } from '../library.ts'
import type { TextScore } from '../matching/text-score.ts'
import type { Query } from '../query.ts'
import { byRank, type Ranked, rankedOf, standing } from '../standing.ts'
import { habit } from '../use.ts'
import { alternativesFirst } from './alternatives.ts'
import { impressionOf } from './impression.ts'
import { bestQuestion, type Example, followExamples, readMessage } from './message.ts'
import type { Picks } from './picks.ts'

/** Weights beside the index's evidence of at most 1. */
const WEIGHT = { question: 2.5, covered: 3, precedent: 4, habit: 0.05 } as const
const CANDIDATES = 640
const RANKED_AT_MOST = 160
/** So many are read in full. */
const SEEN_WHOLE = 72
/** So many phrases with the very same evidence are looked at; there may be hundreds that say the same. */
const OF_EACH = 5
/** A message that stands word for word in a phrase is answered by it; one half of whose words do, hardly. */
const VERBATIM = 4
/** What was picked for a message that is half as like counts so much less: most words are common to many questions. */
const LIKENESS_COUNTS = 4

/** What a request lets through, and what stands behind it. */
export interface Circumstances {
  habits: Float32Array
  admits: Admits | null
  product: ProductNames | null
}

/** Phrases as answers to a buyer's whole message. */
export class Replies {
  readonly #library: Library
  readonly #text: TextScore
  readonly #candidates: Candidates
  readonly #picks: Picks

  constructor(library: Library, text: TextScore, candidates: Candidates, picks: Picks) {
    this.#library = library
    this.#text = text
    this.#candidates = candidates
    this.#picks = picks
  }

  /** The best of each kind of answer first. */
  to(query: Query, request: SearchRequest, { habits, admits, product }: Circumstances): Ranked[] {
    const rarity = (bucket: number) => this.#candidates.rarity(bucket)
    const message = readMessage(query.text, rarity)
    const examples = this.#examples(query, rarity)
    followExamples(message, examples)
    const best = this.#candidates.best(message.lookup, CANDIDATES, habits, 1, admits)
    const most = best.reduce((most, { evidence }) => Math.max(most, evidence), 0)
    const found = fewOfEach(best).slice(0, RANKED_AT_MOST)
    for (const { slot } of examples) {
      if ((admits && !admits(slot)) || found.some((one) => one.slot === slot)) continue
      found.push({ slot, evidence: 0, rank: 0 })
    }
    const ranked: Ranked[] = []
    for (const [i, { slot, evidence }] of found.entries()) {
      const entry = this.#library.entries[slot]
      if (!entry) continue
      let score = most === 0 ? 0 : evidence / most
      let by = 0
      if (i < SEEN_WHOLE || evidence === 0) {
        const met = bestQuestion(message, this.#library, slot, rarity)
        by = met.by
        score += WEIGHT.question * met.likeness
        score += WEIGHT.precedent * this.#followed(examples, slot, rarity)
        score += WEIGHT.covered * this.#text.covered(query, slot) ** VERBATIM
      }
      score += WEIGHT.habit * habit(entry.uses, entry.lastUsedAt, request.now)
      score += standing(entry, request) + (product?.standing(this.#library, slot) ?? 0)
      ranked.push(rankedOf(entry, slot, score, request, { by }))
    }
    return alternativesFirst(ranked.sort(byRank), this.#library)
  }

  /** Phrases picked for the likest messages, each read as a message itself. */
  #examples(query: Query, rarity: (bucket: number) => number): Example[] {
    if (this.#picks.isEmpty) return []
    return this.#picks.precedents(impressionOf(query.text)).flatMap(({ phraseId, likeness }) => {
      const slot = this.#library.slotOf(phraseId)
      if (slot === undefined) return []
      const [from, to] = [this.#library.start(slot, FIELD.title), this.#library.end(slot, FIELD.title)]
      return [{ slot, message: readMessage(fold(this.#library.text(from, to)), rarity), likeness }]
    })
  }

  /** How much a phrase is what was picked for a like message, 0 to 1. */
  #followed(examples: readonly Example[], slot: number, rarity: (bucket: number) => number): number {
    let best = 0
    for (const { message, likeness } of examples) {
      const followed =
        likeness ** LIKENESS_COUNTS * bestQuestion(message, this.#library, slot, rarity).likeness
      best = Math.max(best, followed)
    }
    return best
  }
}

/** The first few of each evidence. */
function fewOfEach(found: readonly Candidate[]): Candidate[] {
  const seen = new Map<number, number>()
  return found.filter(({ evidence }) => {
    const count = (seen.get(evidence) ?? 0) + 1
    seen.set(evidence, count)
    return count <= OF_EACH
  })
}
