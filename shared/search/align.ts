import type { Span } from '../model/search.ts'
import { markupEnd, OPENING_BRACE } from './markup.ts'
import { isHan, isLetter } from './normalise.ts'
import { LONGEST_TERM, type Term } from './steps.ts'

/** Costs in units of worth (a typed letter is worth 1). */
const COST = {
  gapOpen: 0.55,
  gapPerCharacter: 0.18,
  skipOpen: 0.6,
  /** Share of the worth of a typed unit that no character accounts for. */
  skipShare: 0.15,
} as const

const STARTS_TEXT = 0.35
const STARTS_WORD = 0.15

/** A block of neighbouring matches worth this much is trusted wherever it stands. */
const TRUSTED_BLOCK = 6

const NEVER = -1e9
const PLACES = LONGEST_TERM + 2

/**
 * Aligns terms with texts: each character of the text may be consumed by itself, its syllable, its initial and so on
 * (see `Steps`), with affine gaps. One instance keeps the scratch memory, so that aligning allocates nothing.
 */
export class Aligner {
  readonly #value = new Float32Array(PLACES)
  readonly #row = new Int32Array(PLACES)
  readonly #node = new Int32Array(PLACES)
  readonly #gapped = new Float32Array(PLACES)
  readonly #gappedNode = new Int32Array(PLACES)
  readonly #blockRow = new Int32Array(PLACES)
  readonly #blockStart = new Uint8Array(PLACES)
  readonly #blockFirst = new Int32Array(PLACES)
  readonly #blockWorth = new Float32Array(PLACES)
  readonly #nodePosition: number[] = []
  readonly #nodeBefore: number[] = []
  /** Per place of the term, how well some trusted block covers it; see `resetCover`. */
  readonly cover = new Float32Array(PLACES)
  readonly #coverFrom = new Int32Array(PLACES)
  readonly #coverTo = new Int32Array(PLACES)

  /** Forgets the coverage gathered by `align`; call once per term and phrase. */
  resetCover(): void {
    this.cover.fill(0)
  }

  /** Share of the term's worth that blocks cover, in any order, over all texts aligned since `resetCover`. */
  coverShare(term: Term): number {
    let sum = 0
    for (let place = 0; place < term.length; place++)
      sum += (this.cover[place] ?? 0) * (term.worth[place] ?? 0)
    return sum / term.totalWorth
  }

  /**
   * Best alignment of the term with `text[from, to)`, as a share of the term's worth: 1 is a perfect match at the
   * start. Blocks found on the way are added to `cover`, weighted by `weight`.
   * @param initials whether a letter alone may stand for a character; in long texts that matches everything.
   */
  align(term: Term, text: Uint16Array, from: number, to: number, weight: number, initials: boolean): number {
    return this.#run(term, text, from, to, weight, initials, false).value / (term.totalWorth + STARTS_TEXT)
  }

  /** Spans, relative to `from`, of the best alignment or of the blocks, whichever says more. */
  spans(term: Term, text: Uint16Array, from: number, to: number, initials: boolean): Span[] {
    this.resetCover()
    this.#nodePosition.length = 0
    this.#nodeBefore.length = 0
    const { value, node } = this.#run(term, text, from, to, 1, initials, true)
    const positions = new Set<number>()
    if (value / (term.totalWorth + STARTS_TEXT) >= this.coverShare(term) * 0.9) {
      for (let at = node; at >= 0; at = this.#nodeBefore[at] ?? -1) positions.add(this.#nodePosition[at] ?? 0)
    } else {
      for (let place = 0; place < term.length; place++) {
        if ((this.cover[place] ?? 0) === 0) continue
        for (let at = this.#coverFrom[place] ?? 0; at <= (this.#coverTo[place] ?? -1); at++) positions.add(at)
      }
    }
    return mergedSpans(positions)
  }

  #run(
    term: Term,
    text: Uint16Array,
    from: number,
    to: number,
    weight: number,
    initials: boolean,
    trace: boolean,
  ) {
    const { length, worth, worthBefore, units } = term
    const value = this.#value
    const rowOf = this.#row
    const gapped = this.#gapped
    for (let place = 0; place <= length; place++) {
      value[place] = NEVER
      gapped[place] = NEVER
      rowOf[place] = -2
      this.#blockRow[place] = -2
    }
    let best = 0
    let bestNode = -1
    /** Units of markup passed over; a whole tag counts as one character of distance. */
    let hidden = 0

    for (let at = from; at < to; at++) {
      const unit = text[at] ?? 0
      if (unit === OPENING_BRACE) {
        const end = markupEnd(text, at, to)
        hidden += Math.max(0, end - at - 1)
        at = Math.max(at, end - 1)
        continue
      }
      const list = term.listFor(unit)
      if (list === 0) continue
      const position = at - from
      const row = position - hidden
      const start = row === 0 ? STARTS_TEXT : startsWord(text, at) ? STARTS_WORD : 0
      const listEnd = term.listEnd(list)
      for (let s = term.listStart(list); s < listEnd; s++) {
        const place = term.from[s] as number
        const taken = term.taken[s] as number
        if (!initials && taken === 1 && isLetter(units[place] ?? 0) && isHan(unit)) continue
        const typedWorth = (worthBefore[place + taken] as number) - (worthBefore[place] as number)
        const gain = typedWorth * (term.quality[s] as number)

        let before = place === 0 ? start : start - skipCost(term, 0, place)
        let beforeNode = -1
        const lastRow = rowOf[place] ?? -2
        if (lastRow >= 0) {
          const gap = row - 1 - lastRow
          const direct = (value[place] ?? NEVER) - (gap > 0 ? COST.gapOpen + COST.gapPerCharacter * gap : 0)
          if (direct > before) {
            before = direct
            beforeNode = this.#node[place] ?? -1
          }
          const jumped = (gapped[place] ?? NEVER) - COST.gapPerCharacter * row
          if (jumped > before) {
            before = jumped
            beforeNode = this.#gappedNode[place] ?? -1
          }
        }
        const reached = before + gain
        const next = place + taken
        let node = -1
        if (trace) {
          node = this.#nodePosition.length
          this.#nodePosition.push(position)
          this.#nodeBefore.push(beforeNode)
        }
        this.#reach(next, row, reached, node)
        if (next < length)
          this.#reach(next + 1, row, reached - COST.skipOpen - COST.skipShare * (worth[next] ?? 0), node)
        const ended = next === length ? reached : reached - skipCost(term, next, length)
        if (ended > best) {
          best = ended
          bestNode = node
        }
        this.#extendBlock(term, place, next, row, position, gain, weight)
      }
    }
    return { value: best, node: bestNode }
  }

  #reach(place: number, row: number, reached: number, node: number): void {
    const lastRow = this.#row[place] ?? -2
    if (lastRow === row) {
      if (reached <= (this.#value[place] ?? NEVER)) return
    } else if (lastRow >= 0) {
      const leaving = (this.#value[place] ?? NEVER) - COST.gapOpen + COST.gapPerCharacter * (lastRow + 1)
      if (leaving > (this.#gapped[place] ?? NEVER)) {
        this.#gapped[place] = leaving
        this.#gappedNode[place] = this.#node[place] ?? -1
      }
    }
    this.#row[place] = row
    this.#value[place] = reached
    this.#node[place] = node
  }

  /** Grows the block of neighbours that ended here, or begins one, and marks the places it covers. */
  #extendBlock(
    term: Term,
    place: number,
    next: number,
    row: number,
    position: number,
    gain: number,
    weight: number,
  ): void {
    const grows = this.#blockRow[place] === row - 1
    const start = grows ? (this.#blockStart[place] ?? place) : place
    const first = grows ? (this.#blockFirst[place] ?? position) : position
    const blockWorth = gain + (grows ? (this.#blockWorth[place] ?? 0) : 0)
    if (this.#blockRow[next] === row && (this.#blockWorth[next] ?? 0) >= blockWorth) return
    this.#blockRow[next] = row
    this.#blockStart[next] = start
    this.#blockFirst[next] = first
    this.#blockWorth[next] = blockWorth
    const typed = (term.worthBefore[next] as number) - (term.worthBefore[start] as number)
    const trust = weight * Math.min(1, blockWorth / TRUSTED_BLOCK) * (blockWorth / typed)
    for (let k = start; k < next; k++) {
      if (trust <= (this.cover[k] ?? 0)) continue
      this.cover[k] = trust
      this.#coverFrom[k] = first
      this.#coverTo[k] = position
    }
  }
}

function skipCost(term: Term, from: number, to: number): number {
  if (from >= to) return 0
  return COST.skipOpen + COST.skipShare * ((term.worthBefore[to] as number) - (term.worthBefore[from] as number))
}

function startsWord(text: Uint16Array, at: number): boolean {
  const before = text[at - 1] ?? 0
  return before < 0x2e80 && !isLetter(before | 0x20) && !(before >= 0x30 && before <= 0x39)
}

function mergedSpans(positions: Set<number>): Span[] {
  const spans: Span[] = []
  for (const at of [...positions].sort((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last && last.end === at) last.end = at + 1
    else spans.push({ start: at, end: at + 1 })
  }
  return spans
}
