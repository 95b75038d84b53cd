import type { Span } from '../../model/search.ts'
import { foldUnit } from '../chinese/normalise.ts'
import type { RankedHit } from '../document.ts'
import { FIELD, FIELDS, ITEM_BREAK, type Library, MATCH_FIELD } from '../library.ts'
import { type Query, TERM_NUMBERS } from '../query.ts'
import { Aligner } from './align.ts'
import { Cover } from './cover.ts'
import type { Term } from './steps.ts'

/** What a full match in a field is worth beside one in the title. */
const FIELD_WEIGHT = [1, 0.88, 0.84, 0.92, 0.8] as const
/** A term this well met by the title needs no look at the other fields. */
export const GOOD_ENOUGH = 0.9
/** Units of one body that are looked through; the rest is found by the index and not highlighted. */
const BODY_SEEN = 2000
/** What letters come to where each is met as an initial, and the worth that may be lost at a separator. */
const MET_BY_INITIALS = 0.89
const LOST_AT_MOST = 0.5
const EXACT_TITLE = 0.25
const PER_TITLE_CHARACTER = 0.002
const TITLE_CHARACTERS_AT_MOST = 20
const CODE_PREFIX = 0.9
/** Of several words, the worst met counts for this share, their mean for the rest. */
const WORST_WORD = 0.4
/** Words that stand together although typed apart, and words without their fillers, are a guess. */
const GUESS = 0.99
/** Of syllables typed apart, those that stand together are the likelier. */
const TOGETHER = 1.06

/** Scores phrases of a library against a query by aligning them; 1 is about a perfect match in the title. */
export class TextScore {
  readonly #library: Library
  readonly #aligner = new Aligner()
  readonly #cover = new Cover()
  /** What titles came to, by row and by the number of the term, so that none is aligned twice for one query. */
  #titles = new Float64Array(256 * TERM_NUMBERS)
  /** Whether the phrase scored last holds all that was typed, without a gap: then it was no slip. */
  isPlain = false

  constructor(library: Library) {
    this.#library = library
  }

  /**
   * How well the title answers the query: 0 nothing, about 1 all of it, in order.
   * @param row a number of the phrase among those scored for this query, from 0; `score` asks for it again
   */
  titleScore(query: Query, slot: number, row: number): number {
    if ((row + 1) * TERM_NUMBERS > this.#titles.length) {
      const larger = new Float64Array(this.#titles.length * 2)
      larger.set(this.#titles)
      this.#titles = larger
    }
    return this.#score(query, slot, row, true)
  }

  /** How well the phrase in all its fields does; to be asked after `titleScore`. */
  score(query: Query, slot: number, row: number): number {
    return this.#score(query, slot, row, false)
  }

  #score(query: Query, slot: number, row: number, titleOnly: boolean): number {
    let score = this.#scoreTerms(query.terms, slot, row, titleOnly)
    let isPlain = this.isPlain
    if (query.joined) {
      const joined = this.#scoreTerm(query.joined, slot, row, titleOnly)
      score = Math.max(score, (query.isLetters ? TOGETHER : GUESS) * joined)
      isPlain ||= this.isPlain
    }
    if (query.withoutFillers) {
      score = Math.max(score, GUESS * this.#score(query.withoutFillers, slot, row, titleOnly))
      isPlain ||= this.isPlain
    }
    this.isPlain = isPlain
    return score
  }

  /** How much of the query stands in the phrase, word for word, in whatever fields: 0 to 1. */
  covered(query: Query, slot: number): number {
    let sum = 0
    for (const term of query.terms) sum += this.#covered(term, slot) * term.totalWorth
    return sum / query.worth
  }

  /** Ties between equal matches go to the shorter title. */
  titleLengthCost(slot: number): number {
    const length = this.#library.end(slot, FIELD.title) - this.#library.start(slot, FIELD.title)
    return Math.min(TITLE_CHARACTERS_AT_MOST, length) * PER_TITLE_CHARACTER
  }

  #scoreTerms(terms: readonly Term[], slot: number, row: number, titleOnly: boolean): number {
    let sum = 0
    let weight = 0
    let worst = Infinity
    let isPlain = true
    for (const term of terms) {
      const score = this.#scoreTerm(term, slot, row, titleOnly)
      isPlain &&= this.isPlain
      const share = Math.sqrt(term.totalWorth)
      sum += score * share
      weight += share
      worst = Math.min(worst, score)
    }
    this.isPlain = isPlain
    return (1 - WORST_WORD) * (sum / weight) + WORST_WORD * worst
  }

  #scoreTerm(term: Term, slot: number, row: number, titleOnly: boolean): number {
    const library = this.#library
    const { pool } = library
    const start = library.start(slot, FIELD.title)
    const end = library.end(slot, FIELD.title)
    const kept = row * TERM_NUMBERS + term.number
    if (titleOnly) this.#titles[kept] = this.#aligner.align(term, pool, start, end)
    const aligned = this.#titles[kept] as number
    const plainly = term.isLetters ? MET_BY_INITIALS : 1
    this.isPlain = aligned >= plainly - LOST_AT_MOST / term.totalWorth
    if (aligned > GOOD_ENOUGH) return isWhole(term, pool, start, end) ? aligned + EXACT_TITLE : aligned
    if (titleOnly) return aligned
    const covered = this.#covered(term, slot)
    const code = library.entries[slot]?.code
    const coded = code && term.length >= 2 && code.startsWith(term.text) ? CODE_PREFIX : 0
    this.isPlain ||= this.#cover.whole >= plainly || coded > 0
    return Math.max(aligned, covered, coded)
  }

  #covered(term: Term, slot: number): number {
    const library = this.#library
    const cover = this.#cover
    cover.reset()
    for (let field = 0; field < FIELDS.length; field++) {
      const from = library.start(slot, field)
      const end = library.end(slot, field)
      const to = field === FIELD.body ? Math.min(end, from + BODY_SEEN) : end
      if (from < to)
        cover.see(term, library.pool, from, to, FIELD_WEIGHT[field] as number, field <= FIELD.group)
    }
    return cover.share(term)
  }

  /** Which field answers the query best, and the characters in it that do. */
  match(query: Query, slot: number): RankedHit['match'] {
    const library = this.#library
    const code = library.entries[slot]?.code
    if (code && query.terms.length === 1 && code.startsWith(query.text)) {
      return { field: 'code', spans: [{ start: 0, end: query.text.length }], text: code }
    }
    const terms = query.withoutFillers?.terms ?? query.terms
    let best = 0
    let found: { field: number; from: number; to: number } | null = null
    for (let field = 0; field < FIELDS.length; field++) {
      const fieldEnd = library.end(slot, field)
      for (let from = library.start(slot, field), to = 0; from < fieldEnd; from = to + 1) {
        to = this.#itemEnd(from, fieldEnd)
        let sum = 0
        for (const term of terms) sum += this.#inItem(term, from, to, field).value
        if (sum * (FIELD_WEIGHT[field] as number) > best) {
          best = sum * (FIELD_WEIGHT[field] as number)
          found = { field, from, to }
        }
      }
      if (best > GOOD_ENOUGH * terms.length) break
    }
    if (!found) return null
    const { field, from, to } = found
    const spans = terms.flatMap((term) =>
      this.#inItem(term, from, to, field).inOrder
        ? this.#aligner.spans(term, library.pool, from, to)
        : this.#cover.spans(term, library.pool, from, to, field <= FIELD.group),
    )
    return {
      field: MATCH_FIELD[FIELDS[field] ?? 'title'],
      spans: united(spans),
      text: library.text(from, to),
    }
  }

  #inItem(term: Term, from: number, to: number, field: number): { value: number; inOrder: boolean } {
    const { pool } = this.#library
    this.#cover.reset()
    this.#cover.see(term, pool, from, to, 1, field <= FIELD.group)
    const covered = this.#cover.share(term)
    const aligned = field === FIELD.title ? this.#aligner.align(term, pool, from, to) : 0
    return { value: Math.max(aligned, covered), inOrder: aligned >= covered }
  }

  #itemEnd(from: number, fieldEnd: number): number {
    const at = this.#library.pool.subarray(from, fieldEnd).indexOf(ITEM_BREAK)
    return at < 0 ? fieldEnd : from + at
  }
}

/** Whether the term is the title and nothing else, character by character. */
function isWhole(term: Term, pool: Uint16Array, start: number, end: number): boolean {
  if (end - start !== term.length) return false
  for (let i = 0; i < term.length; i++)
    if (foldUnit(pool[start + i] as number) !== term.units[i]) return false
  return true
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
