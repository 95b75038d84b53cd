import type { Span } from '../../model/search.ts'
import { markupEnd, OPENING_BRACE } from '../chinese/markup.ts'
import { isHan, isLetter, isWordUnit } from '../chinese/normalise.ts'
import { LONGEST_TERM, type Term } from './steps.ts'

/** Costs in units of worth (a typed letter is worth 1). */
const COST = {
  gapOpen: 0.55,
  gapPerCharacter: 0.18,
  /** Of going on behind a separator as if there were none. */
  separation: 0.5,
  skipOpen: 0.6,
  /** Share of the worth of a typed unit that no character accounts for. */
  skipShare: 0.15,
} as const

/** Quality of two initials in each other's place. */
const SWAPPED = 0.6
const STARTS_TEXT = 0.24
const STARTS_WORD = 0.1

/** The distance that separators make, in characters. */
const SEPARATION = 0.5

const NEVER = -1e9
const PLACES = LONGEST_TERM + 2

/**
 * Aligns terms with texts in order: each character of the text may be consumed by itself, its syllable, its initial
 * and so on (see `Term`), with affine gaps on both sides. One instance keeps the scratch memory, so that aligning
 * allocates nothing.
 */
export class Aligner {
  /** Per place of the term: the best value of having come so far, at the last row that did, and before that row. */
  readonly #value = new Float64Array(PLACES)
  readonly #row = new Float64Array(PLACES)
  readonly #gapped = new Float64Array(PLACES)
  /** The same for the way back; filled only while tracing. */
  readonly #node = new Int32Array(PLACES)
  readonly #gappedNode = new Int32Array(PLACES)
  readonly #nodePosition: number[] = []
  readonly #nodeBefore: number[] = []
  #lastNode = -1
  #enteredFrom = -1

  /** Best alignment of the term with `text[from, to)`, as a share of the term's worth: 1 is all of it in order, a little more at the start. */
  align(term: Term, text: Uint16Array, from: number, to: number): number {
    return this.#run(term, text, from, to, false) / term.totalWorth
  }

  /** Spans of the best alignment, relative to `from`. */
  spans(term: Term, text: Uint16Array, from: number, to: number): Span[] {
    this.#nodePosition.length = 0
    this.#nodeBefore.length = 0
    this.#run(term, text, from, to, true)
    const spans: Span[] = []
    for (let at = this.#lastNode; at >= 0; at = this.#nodeBefore[at] ?? -1) {
      const start = this.#nodePosition[at] as number
      const last = spans.at(-1)
      if (last && last.start === start + 1) last.start = start
      else spans.push({ start, end: start + 1 })
    }
    return spans.reverse()
  }

  #run(term: Term, text: Uint16Array, from: number, to: number, trace: boolean): number {
    const { length, worth, worthBefore, from: froms, taken: takens, quality } = term
    const rowOf = this.#row
    const gapped = this.#gapped
    for (let place = 0; place <= length; place++) {
      gapped[place] = NEVER
      rowOf[place] = -1
    }
    let best = 0
    this.#lastNode = -1
    /** Units passed over that put no distance between others; a whole tag counts as one character. */
    let hidden = 0
    /** The list of the character before, and its row. */
    let listBefore = 0
    let rowBefore = -2

    for (let at = from; at < to; at++) {
      const unit = text[at] as number
      if (unit === OPENING_BRACE) {
        const end = markupEnd(text, at, to)
        hidden += Math.max(0, end - at - 1)
        at = Math.max(at, end - 1)
        continue
      }
      const list = term.listFor(unit)
      if (list === 0) {
        // 面霜-保质期: however long, what only separates words puts half a character between them.
        if (!isWordUnit(unit)) hidden += at > from && !isWordUnit(text[at - 1] as number) ? 1 : SEPARATION
        continue
      }
      const row = at - from - hidden
      const start = row === 0 ? STARTS_TEXT : startsWord(text, at) ? STARTS_WORD : 0
      const listEnd = term.listEnd(list)
      // Later places come first, so that no step builds on one of the same character.
      for (let s = term.listStart(list); s < listEnd; s++) {
        const place = froms[s] as number
        const next = place + (takens[s] as number)
        const before = this.#enter(term, place, row, start)
        const beforeNode = this.#enteredFrom
        const reached =
          before + ((worthBefore[next] as number) - (worthBefore[place] as number)) * (quality[s] as number)
        let node = -1
        if (trace) {
          node = this.#nodePosition.length
          this.#nodePosition.push(at - from)
          this.#nodeBefore.push(beforeNode)
        }
        this.#reach(next, row, reached, node)
        if (next < length) {
          this.#reach(next + 1, row, reached - COST.skipOpen - COST.skipShare * (worth[next] as number), node)
        }
        const ended = reached - skipCost(term, next, length)
        if (ended > best) {
          best = ended
          this.#lastNode = node
        }
      }
      if (term.isTolerant && rowBefore === row - 1) {
        best = this.#swapped(term, list, listBefore, row, at - from, trace, best)
      }
      listBefore = list
      rowBefore = row
    }
    return best
  }

  /** Two initials in each other's place: 退货 typed ht. The character takes the first, the one before it the second. */
  #swapped(
    term: Term,
    list: number,
    listBefore: number,
    row: number,
    position: number,
    trace: boolean,
    best: number,
  ): number {
    const { length, worthBefore, from: froms, taken: takens, units } = term
    const listEnd = term.listEnd(list)
    for (let s = term.listStart(list); s < listEnd; s++) {
      const place = froms[s] as number
      if (takens[s] !== 1 || place + 1 >= length || units[place] === units[place + 1]) continue
      if (!term.takesLetter(list, place) || !term.takesLetter(listBefore, place + 1)) continue
      const before = this.#enter(term, place, row - 1, row === 1 ? STARTS_TEXT : 0)
      const beforeNode = this.#enteredFrom
      const next = place + 2
      const worth = (worthBefore[next] as number) - (worthBefore[place] as number)
      const reached = before + worth * SWAPPED
      let node = -1
      if (trace) {
        this.#nodePosition.push(position - 1, position)
        this.#nodeBefore.push(beforeNode, this.#nodePosition.length - 2)
        node = this.#nodePosition.length - 1
      }
      this.#reach(next, row, reached, node)
      const ended = reached - skipCost(term, next, length)
      if (ended > best) {
        best = ended
        this.#lastNode = node
      }
    }
    return best
  }

  /** The best value with which a place may be left at a row, and, as `#enteredFrom`, where it came from. */
  #enter(term: Term, place: number, row: number, start: number): number {
    let before = place === 0 ? start : start - skipCost(term, 0, place)
    this.#enteredFrom = -1
    const lastRow = this.#row[place] as number
    if (lastRow < 0) return before
    if (lastRow < row) {
      const direct = (this.#value[place] as number) - gapCost(row - 1 - lastRow)
      if (direct > before) {
        before = direct
        this.#enteredFrom = this.#node[place] as number
      }
    }
    const jumped = (this.#gapped[place] as number) - COST.gapPerCharacter * row
    if (jumped > before) {
      before = jumped
      this.#enteredFrom = this.#gappedNode[place] as number
    }
    return before
  }

  #reach(place: number, row: number, reached: number, node: number): void {
    const lastRow = this.#row[place] as number
    if (lastRow === row) {
      if (reached <= (this.#value[place] as number)) return
    } else if (lastRow >= 0) {
      const leaving = (this.#value[place] as number) - COST.gapOpen + COST.gapPerCharacter * (lastRow + 1)
      if (leaving > (this.#gapped[place] as number)) {
        this.#gapped[place] = leaving
        this.#gappedNode[place] = this.#node[place] as number
      }
    }
    this.#row[place] = row
    this.#value[place] = reached
    this.#node[place] = node
  }
}

function gapCost(characters: number): number {
  if (characters === 0) return 0
  return characters === SEPARATION ? COST.separation : COST.gapOpen + COST.gapPerCharacter * characters
}

function skipCost(term: Term, from: number, to: number): number {
  if (from >= to) return 0
  return (
    COST.skipOpen + COST.skipShare * ((term.worthBefore[to] as number) - (term.worthBefore[from] as number))
  )
}

function startsWord(text: Uint16Array, at: number): boolean {
  const before = text[at - 1] ?? 0
  return !isHan(before) && !isLetter(before | 0x20) && !(before >= 0x30 && before <= 0x39)
}
