import { foldUnit, isDigit, isHan, isLetter } from './normalise.ts'
import { ACCENT_CLASS, accentClassOf, accentKey, INITIAL, readingsOf, SYLLABLES } from './syllables.ts'

/** How good it is to take some typed units for one character of a text; 1 is as good as the character itself. */
const QUALITY = {
  numeral: 0.95,
  prefixAtEnd: 0.97,
  initial: 0.9,
  doubleInitial: 0.92,
  accent: 0.86,
  accentPrefix: 0.8,
  partial: 0.72,
  accentInitial: 0.55,
  homophone: 0.74,
  accentHomophone: 0.55,
  slip: 0.66,
  neighbourSlip: 0.72,
  shortSlip: 0.45,
  /** Per rank: 重 is zhòng before it is chóng. */
  lesserReading: 0.985,
} as const

/** What one typed unit is worth. A Han character says about as much as two and a half letters. */
const WORTH = { han: 2.5, letter: 1, other: 1.5 } as const

/** Typed text longer than this is a message, not a query to be aligned. */
export const LONGEST_TERM = 64

/** The ways in which one character of a text may be typed at the places of a term, later places first. */
export interface Steps {
  /** Place in the term where the step begins. */
  readonly from: Uint8Array
  /** How many typed units it takes. */
  readonly length: Uint8Array
  readonly quality: Float32Array
}

const NO_STEPS: Steps = { from: new Uint8Array(0), length: new Uint8Array(0), quality: new Float32Array(0) }

const NUMERALS = new Map<number, number>()
for (const [digit, character] of [...'零一二三四五六七八九'].entries()) {
  NUMERALS.set(character.charCodeAt(0), 0x30 + digit)
}
NUMERALS.set('两'.charCodeAt(0), 0x32)

/** A stretch of a query, compiled: knows for every character how it may be typed here. */
export class Term {
  readonly text: string
  readonly length: number
  readonly units: Uint16Array
  readonly worth: Float32Array
  readonly totalWorth: number
  readonly #bySyllable: (number[] | undefined)[] = []
  readonly #byUnit = new Map<number, Steps>()

  /** @param text folded, at most `LONGEST_TERM` units; the rest is cut. */
  constructor(text: string) {
    this.text = text.slice(0, LONGEST_TERM)
    this.length = this.text.length
    this.units = Uint16Array.from(this.text, (character) => character.charCodeAt(0))
    this.worth = Float32Array.from(this.units, worthOf)
    this.totalWorth = this.worth.reduce((sum, worth) => sum + worth, 0)
  }

  /** Steps for a character of a text, folded or not. */
  stepsFor(unit: number): Steps {
    let steps = this.#byUnit.get(unit)
    if (!steps) {
      steps = this.#findSteps(foldUnit(unit))
      this.#byUnit.set(unit, steps)
    }
    return steps
  }

  #findSteps(unit: number): Steps {
    const best = new Map<number, number>()
    const offer = (from: number, length: number, quality: number) => {
      const key = from * 16 + length
      if (quality > (best.get(key) ?? 0)) best.set(key, quality)
    }
    const readings = readingsOf(unit)
    const numeral = NUMERALS.get(unit)
    for (let at = 0; at < this.length; at++) {
      const typed = this.units[at] ?? 0
      if (typed === unit) offer(at, 1, 1)
      else if (numeral !== undefined && numeral === typed) offer(at, 1, QUALITY.numeral)
      else if (NUMERALS.get(typed) === unit) offer(at, 1, QUALITY.numeral)
      else if (isHan(typed)) offer(at, 1, homophony(readings, readingsOf(typed)))
    }
    for (let rank = 0; rank < readings.length; rank++) {
      const steps = this.#syllableSteps(readings[rank] ?? 0)
      for (let i = 0; i < steps.length; i += 3) {
        offer(steps[i] ?? 0, steps[i + 1] ?? 0, (steps[i + 2] ?? 0) * QUALITY.lesserReading ** rank)
      }
    }
    if (best.size === 0) return NO_STEPS
    const found = [...best].filter(([, quality]) => quality > 0).sort((a, b) => b[0] - a[0])
    return {
      from: Uint8Array.from(found, ([key]) => key >> 4),
      length: Uint8Array.from(found, ([key]) => key & 15),
      quality: Float32Array.from(found, ([, quality]) => quality),
    }
  }

  /** Triples `from, length, quality` of the ways this syllable may be typed in the term. */
  #syllableSteps(syllable: number): number[] {
    const known = this.#bySyllable[syllable]
    if (known) return known
    const steps: number[] = []
    for (let at = 0; at < this.length; at++) {
      if (isLetter(this.units[at] ?? 0)) this.#spellings(syllable, at, steps)
    }
    this.#bySyllable[syllable] = steps
    return steps
  }

  #spellings(syllable: number, at: number, steps: number[]): void {
    const spelling = SYLLABLES[syllable] ?? ''
    const { text, length } = this
    const left = length - at
    let same = 0
    while (same < spelling.length && same < left && text.charCodeAt(at + same) === spelling.charCodeAt(same))
      same++

    if (same === spelling.length) steps.push(at, same, 1)
    else if (same >= 2 && same === left) steps.push(at, same, QUALITY.prefixAtEnd)
    if (same >= 1 && spelling.length > 1) steps.push(at, 1, QUALITY.initial)
    const doubleInitial = same >= 2 && spelling.length > 2 && spelling[1] === 'h'
    if (doubleInitial) steps.push(at, 2, QUALITY.doubleInitial)
    if (same >= 2 && same < spelling.length && same < left && !(doubleInitial && same === 2)) {
      steps.push(at, same, QUALITY.partial)
    }
    if (same === 0 && soundAlike(text.charCodeAt(at), INITIAL[syllable] ?? 0))
      steps.push(at, 1, QUALITY.accentInitial)
    this.#accents(syllable, spelling, at, same, steps)
    this.#slips(spelling, at, same, steps)
  }

  #accents(syllable: number, spelling: string, at: number, same: number, steps: number[]): void {
    const left = this.length - at
    for (
      let length = Math.min(left, spelling.length + 1);
      length >= 2 && length >= spelling.length - 1;
      length--
    ) {
      if (same === spelling.length && length === same) continue
      if (accentClassOf(this.text.slice(at, at + length)) === ACCENT_CLASS[syllable]) {
        steps.push(at, length, QUALITY.accent)
        return
      }
    }
    if (left >= 2 && left < spelling.length && same < left) {
      if (accentKey(spelling).startsWith(accentKey(this.text.slice(at))))
        steps.push(at, left, QUALITY.accentPrefix)
    }
  }

  #slips(spelling: string, at: number, same: number, steps: number[]): void {
    if (spelling.length < 2) return
    const shortest = Math.max(2, spelling.length - 1)
    const longest = Math.min(this.length - at, spelling.length + 1)
    for (let length = shortest; length <= longest; length++) {
      if (length === spelling.length && same === length) continue
      if (!isOneSlip(this.text, at, length, spelling)) continue
      steps.push(at, length, length <= 2 ? QUALITY.shortSlip : QUALITY.slip)
    }
  }
}

function worthOf(unit: number): number {
  if (isHan(unit)) return WORTH.han
  return isLetter(unit) ? WORTH.letter : isDigit(unit) ? WORTH.other : WORTH.other
}

/** How alike two characters sound: 0 when they do not. */
function homophony(readings: Int16Array, typed: Int16Array): number {
  let quality = 0
  for (const reading of readings) {
    for (const other of typed) {
      if (reading === other) return QUALITY.homophone
      if (ACCENT_CLASS[reading] === ACCENT_CLASS[other]) quality = QUALITY.accentHomophone
    }
  }
  return quality
}

const SOUND_ALIKE = new Set(['ln', 'nl', 'rl', 'lr', 'hf', 'fh'])

function soundAlike(typed: number, meant: number): boolean {
  return SOUND_ALIKE.has(String.fromCharCode(typed, meant))
}

/** Whether `typed[at, at + length)` is `meant` with one letter swapped, doubled, missing, added or replaced. */
function isOneSlip(typed: string, at: number, length: number, meant: string): boolean {
  const limit = Math.min(length, meant.length)
  let same = 0
  while (same < limit && typed.charCodeAt(at + same) === meant.charCodeAt(same)) same++
  if (length < meant.length) return sameFrom(typed, at + same, meant, same + 1, length - same)
  if (length > meant.length) return sameFrom(typed, at + same + 1, meant, same, meant.length - same)
  if (sameFrom(typed, at + same + 1, meant, same + 1, length - same - 1)) return true
  return (
    same + 1 < length &&
    typed[at + same] === meant[same + 1] &&
    typed[at + same + 1] === meant[same] &&
    sameFrom(typed, at + same + 2, meant, same + 2, length - same - 2)
  )
}

function sameFrom(a: string, aFrom: number, b: string, bFrom: number, count: number): boolean {
  for (let i = 0; i < count; i++) if (a.charCodeAt(aFrom + i) !== b.charCodeAt(bFrom + i)) return false
  return true
}
