import { foldUnit, isDigit, isHan, isLetter } from '../chinese/normalise.ts'
import { BESIDE, slipsFor } from '../chinese/slips.ts'
import {
  ACCENT_CLASS,
  accentClassOf,
  BY_INITIAL,
  beginningAlike,
  LONGEST_SYLLABLE,
  READINGS_FROM,
  READINGS_IN_ROW,
  readingsOf,
  SOUND_ALIKE,
  SYLLABLES,
} from '../chinese/syllables.ts'

/** How good it is to take some typed units for one character of a text; 1 is as good as the character itself. */
const QUALITY = {
  numeral: 0.95,
  prefixAtEnd: 0.97,
  initial: 0.9,
  doubleInitial: 0.86,
  accent: 0.86,
  accentPrefix: 0.8,
  partial: 0.72,
  accentInitial: 0.55,
  homophone: 0.64,
  accentHomophone: 0.5,
  /** Of a slip in a syllable of which two letters were typed, beside one in a longer syllable. */
  shortSlip: 0.7,
  /** A key beside the initial's, and the initial twice. */
  besideInitial: 0.45,
  doubledInitial: 0.7,
  /** Per rank: 重 is zhòng before it is chóng. */
  lesserReading: 0.9,
} as const

/** What one typed unit is worth. A Han character says about as much as two and a half letters. */
const WORTH = { han: 2.5, letter: 1, other: 1.5 } as const

/** Typed text longer than this is a message, not a query to be aligned. */
export const LONGEST_TERM = 64

const NUMERALS = new Map<number, number>()
for (const [digit, character] of [...'零一二三四五六七八九'].entries()) {
  NUMERALS.set(character.charCodeAt(0), 0x30 + digit)
}
NUMERALS.set('两'.charCodeAt(0), 0x32)
/** Digit → the characters that write it. */
const WRITTEN = Array.from({ length: 10 }, (_, digit) =>
  [...NUMERALS.keys()].filter((unit) => NUMERALS.get(unit) === 0x30 + digit),
)

/** Lists beyond so many are found anew each time they are asked for. */
const LIST_BITS = 13
const LISTS_KEPT = (1 << LIST_BITS) - 1
const STAMPS = 2 ** (32 - LIST_BITS) - 1
/** Stands for a list that has yet to be found, of a character that was typed as itself. */
const TYPED = LISTS_KEPT

/** Which step lists a term has found for which characters; reused from query to query, so that none pays to clear it. */
class Memo {
  /** Stamp and list of each unit in one number: they are looked up for each character of each candidate. */
  readonly #kept = new Uint32Array(0x10000)
  #stamp = 0

  /** Forgets everything. */
  reset(): void {
    if (this.#stamp === STAMPS) {
      this.#kept.fill(0)
      this.#stamp = 0
    }
    this.#stamp++
  }

  /** What was kept for a unit, or -1. */
  get(unit: number): number {
    const kept = this.#kept[unit] as number
    return kept >>> LIST_BITS === this.#stamp ? kept & LISTS_KEPT : -1
  }

  set(unit: number, list: number): void {
    if (list <= LISTS_KEPT) this.#kept[unit] = (this.#stamp << LIST_BITS) | list
  }
}

const memos: Memo[] = []

/** A step's place and length in one number, so that steps sort by place. */
const STEP_BITS = 3
const LONGEST_STEP = 1 << STEP_BITS
/** Scratch of `#findSteps`: the best quality of each step offered for one character, and which were. */
const bestOfStep = new Float64Array(LONGEST_TERM * LONGEST_STEP)
const offered = new Uint16Array(LONGEST_TERM * LONGEST_STEP)

function offer(count: number, step: number, quality: number): number {
  const before = bestOfStep[step] as number
  if (quality > before) bestOfStep[step] = quality
  if (before > 0) return count
  offered[count] = step
  return count + 1
}

/**
 * A stretch of a query, compiled: knows for every character of a text how it may be typed here. A step takes `length`
 * typed units from place `from` on, and is as good as `quality` says (1: the character itself).
 *
 * Compiled terms share scratch memory by their number: of two with the same number only the younger may be used.
 */
export class Term {
  readonly text: string
  readonly number: number
  readonly length: number
  readonly units: Uint16Array
  readonly worth: Float32Array
  readonly totalWorth: number
  /** Worth of the first k units. */
  readonly worthBefore: Float32Array
  /** Steps of all characters met so far, end to end; within one character, later places first. */
  readonly from: number[] = []
  readonly taken: number[] = []
  readonly quality: number[] = []
  /** List number → where its steps begin and end. */
  readonly #listEnds: number[] = [0]
  readonly #memo: Memo
  readonly isLetters: boolean
  /** Whether slips, homophones and rarer accents count. */
  readonly isTolerant: boolean
  /** Steps that a syllable may take, as chains: syllable → the first, 0 for none; step → what it is and the next. */
  readonly #firstOf = new Uint16Array(SYLLABLES.length)
  readonly #chained: number[] = [0]
  readonly #chainedQuality: number[] = [0]
  readonly #nextOf: number[] = [0]

  /**
   * @param text folded, at most `LONGEST_TERM` units; the rest is cut.
   * @param number which scratch memory to use: 0 for the first term of a query, and so on.
   * @param isTolerant whether slips, homophones and rarer accents count; without them it is far quicker
   */
  constructor(text: string, number: number, isTolerant: boolean) {
    this.number = number
    this.isTolerant = isTolerant
    this.text = text.slice(0, LONGEST_TERM)
    this.length = this.text.length
    this.units = Uint16Array.from({ length: this.length }, (_, i) => this.text.charCodeAt(i))
    this.worth = Float32Array.from(this.units, worthOf)
    this.worthBefore = new Float32Array(this.length + 1)
    for (let i = 0; i < this.length; i++) {
      this.worthBefore[i + 1] = (this.worthBefore[i] as number) + (this.worth[i] as number)
    }
    this.totalWorth = this.worthBefore[this.length] as number
    this.isLetters = this.units.every(isLetter)
    memos[number] ??= new Memo()
    this.#memo = memos[number]
    this.#memo.reset()
    for (let at = 0; at < this.length; at++) this.#spellFrom(at)
    this.#noteTyped()
  }

  /** Number of the list of steps for a unit of a text, folded or not; list 0 is empty. */
  listFor(unit: number): number {
    const known = this.#memo.get(unit)
    return known >= 0 && known !== TYPED ? known : this.#findList(unit, known === TYPED)
  }

  #findList(unit: number, isTyped: boolean): number {
    const folded = foldUnit(unit)
    const list = folded === unit ? this.#findSteps(unit, isTyped) : this.listFor(folded)
    this.#memo.set(unit, list)
    return list
  }

  listStart(list: number): number {
    return this.#listEnds[list - 1] ?? 0
  }

  listEnd(list: number): number {
    return this.#listEnds[list] as number
  }

  /** Whether the letter typed at a place, alone and rightly, may stand for the characters of a list. */
  takesLetter(list: number, place: number): boolean {
    const end = this.listEnd(list)
    for (let s = this.listStart(list); s < end; s++) {
      if (this.from[s] === place && this.taken[s] === 1)
        return (this.quality[s] as number) > QUALITY.accentInitial
    }
    return false
  }

  /** Notes which characters may stand for themselves here, so that no other is compared with what was typed. */
  #noteTyped(): void {
    for (const typed of this.units) {
      this.#memo.set(typed, TYPED)
      if (isDigit(typed)) for (const unit of WRITTEN[typed - 0x30] ?? []) this.#memo.set(unit, TYPED)
      const digit = NUMERALS.get(typed)
      if (digit !== undefined) this.#memo.set(digit, TYPED)
    }
  }

  #findSteps(unit: number, isTyped: boolean): number {
    let count = 0
    if (isTyped) {
      const numeral = NUMERALS.get(unit)
      for (let at = 0; at < this.length; at++) {
        const typed = this.units[at] as number
        if (typed === unit) count = offer(count, at * LONGEST_STEP + 1, 1)
        else if (typed === numeral || (typed > 0xff && NUMERALS.get(typed) === unit)) {
          count = offer(count, at * LONGEST_STEP + 1, QUALITY.numeral)
        }
      }
    }
    if (this.#chained.length > 1) count = this.#offerReadings(unit, count)
    if (count === 0) return 0
    sortDown(offered, count)
    for (let i = 0; i < count; i++) {
      const key = offered[i] as number
      this.from.push(key >> STEP_BITS)
      this.taken.push(key & (LONGEST_STEP - 1))
      this.quality.push(bestOfStep[key] as number)
      bestOfStep[key] = 0
    }
    this.#listEnds.push(this.from.length)
    return this.#listEnds.length - 1
  }

  #offerReadings(unit: number, offers: number): number {
    let count = offers
    let lesser = 1
    const end = READINGS_FROM[unit + 1] as number
    for (let i = READINGS_FROM[unit] as number; i < end; i++) {
      const syllable = READINGS_IN_ROW[i] as number
      for (let step = this.#firstOf[syllable] as number; step > 0; step = this.#nextOf[step] as number) {
        count = offer(count, this.#chained[step] as number, (this.#chainedQuality[step] as number) * lesser)
      }
      lesser *= QUALITY.lesserReading
    }
    return count
  }

  /** Notes every syllable that may be typed from this place on. */
  #spellFrom(at: number): void {
    const unit = this.units[at] as number
    if (isHan(unit) && this.isTolerant) this.#soundsLike(unit, at)
    if (!isLetter(unit)) return
    const left = this.length - at
    for (const syllable of BY_INITIAL[unit] ?? []) this.#beginningOf(syllable, at, left)
    for (let taken = 2; taken <= Math.min(left, LONGEST_SYLLABLE); taken++) {
      const accent = accentClassOf(this.text.slice(at, at + taken))
      if (accent === undefined) continue
      for (const syllable of SOUND_ALIKE[accent] ?? []) this.#step(syllable, at, taken, QUALITY.accent)
    }
    if (this.isTolerant) this.#misspellFrom(at, unit, left)
  }

  /** Notes every syllable that a slip or a rarer accent may have turned into what is typed from this place on. */
  #misspellFrom(at: number, unit: number, left: number): void {
    for (const [typed, meant] of SWAPPED_INITIALS) {
      if (typed !== unit) continue
      for (const syllable of BY_INITIAL[meant] ?? []) this.#step(syllable, at, 1, QUALITY.accentInitial)
    }
    for (const beside of BESIDE[unit] ?? []) {
      for (const syllable of BY_INITIAL[beside] ?? []) this.#step(syllable, at, 1, QUALITY.besideInitial)
    }
    if (left >= 2 && this.units[at + 1] === unit) {
      for (const syllable of BY_INITIAL[unit] ?? []) this.#step(syllable, at, 2, QUALITY.doubledInitial)
    }
    for (let taken = 2; taken <= Math.min(left, LONGEST_SYLLABLE + 1); taken++) {
      const short = taken === 2 ? QUALITY.shortSlip : 1
      for (const { syllable, quality } of slipsFor(this.text.slice(at, at + taken))) {
        this.#step(syllable, at, taken, quality * short)
      }
    }
    if (left >= 2 && left < LONGEST_SYLLABLE) this.#unfinishedAccent(at, left)
  }

  /** A syllable that begins with the letter typed here: whole, unfinished, or by its initial alone. */
  #beginningOf(syllable: number, at: number, left: number): void {
    const spelling = SYLLABLES[syllable] as string
    let same = 1
    while (
      same < spelling.length &&
      same < left &&
      this.text.charCodeAt(at + same) === spelling.charCodeAt(same)
    )
      same++
    if (same === spelling.length) this.#step(syllable, at, same, 1)
    else if (same >= 2 && same === left) this.#step(syllable, at, same, QUALITY.prefixAtEnd)
    else if (same >= 3) this.#step(syllable, at, same, QUALITY.partial)
    if (spelling.length === 1) return
    this.#step(syllable, at, 1, QUALITY.initial)
    if (same < 2 || spelling.length === 2) return
    this.#step(syllable, at, 2, spelling[1] === 'h' ? QUALITY.doubleInitial : QUALITY.partial)
  }

  #unfinishedAccent(at: number, left: number): void {
    for (const syllable of beginningAlike(this.text.slice(at))) {
      if ((SYLLABLES[syllable] as string).length > left) this.#step(syllable, at, left, QUALITY.accentPrefix)
    }
  }

  /** Homophones of a typed character. */
  #soundsLike(unit: number, at: number): void {
    for (const reading of readingsOf(unit)) {
      for (const syllable of SOUND_ALIKE[ACCENT_CLASS[reading] as number] ?? []) {
        this.#step(syllable, at, 1, syllable === reading ? QUALITY.homophone : QUALITY.accentHomophone)
      }
    }
  }

  #step(syllable: number, at: number, taken: number, quality: number): void {
    this.#nextOf.push(this.#firstOf[syllable] as number)
    this.#firstOf[syllable] = this.#chained.length
    this.#chained.push(at * LONGEST_STEP + taken)
    this.#chainedQuality.push(quality)
  }
}

const SWAPPED_INITIALS = ['ln', 'nl', 'rl', 'lr', 'hf', 'fh'].map(
  (pair) => [pair.charCodeAt(0), pair.charCodeAt(1)] as const,
)

/** Sorts the first few keys, the greatest first: there are mostly fewer than ten. */
function sortDown(keys: Uint16Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const key = keys[i] as number
    let at = i
    for (; at > 0 && (keys[at - 1] as number) < key; at--) keys[at] = keys[at - 1] as number
    keys[at] = key
  }
}

function worthOf(unit: number): number {
  if (isHan(unit)) return WORTH.han
  return isLetter(unit) ? WORTH.letter : isDigit(unit) ? WORTH.other : WORTH.other
}
