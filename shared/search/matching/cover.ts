import type { Span } from '../../model/search.ts'
import { markupEnd, OPENING_BRACE } from '../chinese/markup.ts'
import { isHan, isLetter } from '../chinese/normalise.ts'
import { LONGEST_TERM, type Term } from './steps.ts'

/** A block of neighbouring matches worth this much is trusted wherever it stands. */
const TRUSTED_BLOCK = 6
/** Pieces in any order say a little less than the whole in one. */
const IN_PIECES = 0.93
/** A block worth less says nothing: a stray letter is an initial of something everywhere. */
const LEAST_BLOCK = 1.8

const PLACES = LONGEST_TERM + 2

/**
 * How much of a term is covered by blocks of neighbouring characters, whatever their order and whichever fields they
 * stand in: what answers a changed order, and a query half of title and half of body.
 */
export class Cover {
  /** Per place of the term, how well the best block covers it. */
  readonly #cover = new Float64Array(PLACES)
  readonly #first = new Int32Array(PLACES)
  readonly #last = new Int32Array(PLACES)
  /** The block that ends before a place: its last row, its beginning in term and text, its worth. */
  readonly #row = new Int32Array(PLACES)
  readonly #start = new Int32Array(PLACES)
  readonly #position = new Int32Array(PLACES)
  readonly #worth = new Float64Array(PLACES)
  /** How good the best block is that covers all of the term, 0 to 1, whatever the field; 0 when none does. */
  whole = 0

  reset(): void {
    this.#cover.fill(0)
    this.whole = 0
  }

  /** Share of the term's worth that blocks of the texts seen since `reset` cover, 0 to 1. */
  share(term: Term): number {
    let sum = 0
    for (let place = 0; place < term.length; place++) {
      sum += (this.#cover[place] as number) * (term.worth[place] as number)
    }
    return sum / term.totalWorth
  }

  /**
   * Looks for blocks in `text[from, to)`.
   * @param weight what a block in this field is worth beside one in the title
   * @param initials whether a letter alone may stand for a character; in long texts that would match everything
   */
  see(term: Term, text: Uint16Array, from: number, to: number, weight: number, initials: boolean): void {
    const { units, worthBefore, from: froms, taken: takens, quality } = term
    const rowOf = this.#row
    for (let place = 0; place <= term.length; place++) rowOf[place] = -2
    let hidden = 0
    for (let at = from; at < to; at++) {
      const unit = text[at] as number
      if (unit === OPENING_BRACE) {
        const end = markupEnd(text, at, to)
        hidden += Math.max(0, end - at - 1)
        at = Math.max(at, end - 1)
        continue
      }
      const list = term.listFor(unit)
      if (list === 0) continue
      const row = at - from - hidden
      const listEnd = term.listEnd(list)
      for (let s = term.listStart(list); s < listEnd; s++) {
        const place = froms[s] as number
        const taken = takens[s] as number
        if (!initials && taken === 1 && isLetter(units[place] as number) && isHan(unit)) continue
        const next = place + taken
        const gain = ((worthBefore[next] as number) - (worthBefore[place] as number)) * (quality[s] as number)
        const grows = rowOf[place] === row - 1
        const worth = gain + (grows ? (this.#worth[place] as number) : 0)
        if (rowOf[next] === row && (this.#worth[next] as number) >= worth) continue
        rowOf[next] = row
        this.#worth[next] = worth
        const start = grows ? (this.#start[place] as number) : place
        this.#start[next] = start
        const position = grows ? (this.#position[place] as number) : at - from
        this.#position[next] = position
        if (worth >= LEAST_BLOCK) this.#mark(term, start, next, worth, weight, position, at - from)
      }
    }
  }

  #mark(
    term: Term,
    start: number,
    end: number,
    worth: number,
    weight: number,
    first: number,
    last: number,
  ): void {
    const cover = this.#cover
    const typed = (term.worthBefore[end] as number) - (term.worthBefore[start] as number)
    const isWhole = start === 0 && end === term.length
    if (isWhole && worth / typed > this.whole) this.whole = worth / typed
    const trust = weight * (worth / typed) * (isWhole ? 1 : IN_PIECES * Math.min(1, worth / TRUSTED_BLOCK))
    // A block covers its last place best by its own whole length: where that is no gain, the rest is none either.
    if (trust <= (cover[end - 1] as number)) return
    for (let place = start; place < end; place++) {
      if (trust <= (cover[place] as number)) continue
      cover[place] = trust
      this.#first[place] = first
      this.#last[place] = last
    }
  }

  /** Spans of the blocks in `text[from, to)`, relative to `from`. */
  spans(term: Term, text: Uint16Array, from: number, to: number, initials: boolean): Span[] {
    this.reset()
    this.see(term, text, from, to, 1, initials)
    const spans: Span[] = []
    for (let place = 0; place < term.length; place++) {
      if ((this.#cover[place] as number) === 0) continue
      spans.push({ start: this.#first[place] as number, end: (this.#last[place] as number) + 1 })
    }
    return spans
  }
}
