import type { Span } from '../model/search.ts'
import { Aligner } from './align.ts'
import type { RankedHit } from './document.ts'
import { FIELDS, ITEM_BREAK, type Library, MATCH_FIELD } from './library.ts'
import type { Query } from './query.ts'
import type { Term } from './steps.ts'

/** What a full match in a field is worth beside one in the title. */
const FIELD_WEIGHT = [1, 0.88, 0.84, 0.92, 0.8] as const
const TITLE = 0
const BODY = 4
/** Matches in any order say a little less than one in order. */
const COVER_WEIGHT = 0.9
/** A title this good needs no look at the other fields. */
const GOOD_ENOUGH = 0.97
/** Units of one body that are aligned; the rest is found by the index and not highlighted. */
const BODY_ALIGNED = 2000
const EXACT_TITLE = 0.25
const PER_TITLE_CHARACTER = 0.004
const TITLE_CHARACTERS_AT_MOST = 20
const CODE_PREFIX = 0.9

/** Scores phrases of a library against a query by aligning them; 1 is about a perfect match in the title. */
export class TextScore {
  readonly #library: Library
  readonly #aligner = new Aligner()

  constructor(library: Library) {
    this.#library = library
  }

  /** How well the phrase's texts answer the query: 0 nothing, about 1 all of it, in order, in the title. */
  score(query: Query, slot: number): number {
    const { terms, joined } = query
    let score = 0
    if (terms.length === 1 && terms[0]) score = this.#scoreTerm(terms[0], slot)
    else {
      let sum = 0
      let weight = 0
      let least = Infinity
      for (const term of terms) {
        const one = this.#scoreTerm(term, slot)
        const share = Math.sqrt(term.totalWorth)
        sum += one * share
        weight += share
        least = Math.min(least, one)
      }
      score = 0.6 * (sum / weight) + 0.4 * least
      if (joined) score = Math.max(score, 0.99 * this.#scoreTerm(joined, slot))
    }
    if (query.withoutFillers) score = Math.max(score, 0.99 * this.score(query.withoutFillers, slot))
    return score
  }

  /** Ties between equal matches go to the shorter title. */
  titleLengthCost(slot: number): number {
    const length = this.#library.end(slot, TITLE) - this.#library.start(slot, TITLE)
    return Math.min(TITLE_CHARACTERS_AT_MOST, length) * PER_TITLE_CHARACTER
  }

  #scoreTerm(term: Term, slot: number): number {
    const library = this.#library
    const pool = library.pool
    this.#aligner.resetCover()
    const start = library.start(slot, TITLE)
    const end = library.end(slot, TITLE)
    let best = this.#aligner.align(term, pool, start, end, 1, true)
    const isWhole = best > GOOD_ENOUGH && end - start <= term.length
    if (best < GOOD_ENOUGH) {
      for (let field = 1; field < FIELDS.length; field++) {
        const weight = FIELD_WEIGHT[field] ?? 0
        const isBody = field === BODY
        const from = library.start(slot, field)
        const to = isBody ? Math.min(library.end(slot, field), from + BODY_ALIGNED) : library.end(slot, field)
        if (from === to) continue
        best = Math.max(best, weight * this.#aligner.align(term, pool, from, to, weight, field <= 2))
      }
      best = Math.max(best, COVER_WEIGHT * this.#aligner.coverShare(term))
      const code = library.entries[slot]?.code
      if (code && term.length >= 2 && code.startsWith(term.text)) best = Math.max(best, CODE_PREFIX)
    }
    return isWhole ? best + EXACT_TITLE : best
  }

  /** Which field answers the query best, and the characters in it that do. */
  match(query: Query, slot: number): RankedHit['match'] {
    const library = this.#library
    const code = library.entries[slot]?.code
    if (code && query.terms.length === 1 && code.startsWith(query.text)) {
      return { field: 'code', spans: [{ start: 0, end: query.text.length }], text: code }
    }
    let best = 0
    let found: { field: number; from: number; to: number } | null = null
    const terms = query.withoutFillers?.terms ?? query.terms
    for (let field = 0; field < FIELDS.length; field++) {
      const fieldEnd = library.end(slot, field)
      for (let from = library.start(slot, field); from < fieldEnd; ) {
        const to = this.#itemEnd(from, fieldEnd)
        let sum = 0
        for (const term of terms) {
          this.#aligner.resetCover()
          const aligned = this.#aligner.align(term, library.pool, from, to, 1, field <= 2)
          sum += Math.max(aligned, COVER_WEIGHT * this.#aligner.coverShare(term)) * (FIELD_WEIGHT[field] ?? 0)
        }
        if (sum > best) {
          best = sum
          found = { field, from, to }
        }
        from = to + 1
      }
    }
    if (!found) return null
    const { field, from, to } = found
    const spans = terms.flatMap((term) => this.#aligner.spans(term, library.pool, from, to, field <= 2))
    const name = FIELDS[field] ?? 'title'
    return { field: MATCH_FIELD[name], spans: united(spans), text: library.text(from, to) }
  }

  #itemEnd(from: number, fieldEnd: number): number {
    const at = this.#library.pool.subarray(from, fieldEnd).indexOf(ITEM_BREAK)
    return at < 0 ? fieldEnd : from + at
  }
}

/** Sorted and without overlap. */
function united(spans: Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else result.push({ ...span })
  }
  return result
}
