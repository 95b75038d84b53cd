import type { Span } from '../../model/span.ts'
import { foldUnit, isWordUnit } from '../../search/chinese/normalise.ts'
import { GAP, gapOf } from './gaps.ts'
import { astralUnit } from './look-alike-letters.ts'

/**
 * A text as the wording rules read it: simplified, half width, lower case, and without the spaces, symbols and invisible
 * characters that hide a word from a reader of bytes but not from a buyer.
 */
export interface CondensedText {
  /** What is left, one UTF-16 unit a character. */
  readonly text: string
  /** How far each character stands from the one before: one of `GAP`. After the last one stands a wall. */
  readonly gaps: Uint8Array
  /** Where each character begins in the original, in UTF-16 units. */
  readonly starts: Int32Array
  /** Where each character ends in the original, exclusive. */
  readonly ends: Int32Array
}

/** Symbols that words are written with (100%, +V, 微❤); all others only part characters. */
const SPELLING_SYMBOLS = new Set([...'%+➕❤♥'].map((symbol) => symbol.charCodeAt(0)))

export function isSpellingSymbol(unit: number): boolean {
  return SPELLING_SYMBOLS.has(unit)
}

/** Stands for a character beyond the basic plane that no rule is written with. */
const UNKNOWN_CHARACTER = 0xffff
const CHUNK = 4096

/**
 * Condenses a text in one pass.
 *
 * @param walls places that no word reaches across, ordered, disjoint: the markup of a script. They count as no text.
 */
export function condense(original: string, walls: readonly Span[] = []): CondensedText {
  const units = new Uint16Array(original.length)
  const gaps = new Uint8Array(original.length + 1)
  const starts = new Int32Array(original.length)
  const ends = new Int32Array(original.length)
  let length = 0
  let gap: number = GAP.sentence
  let nextWall = 0
  for (let at = 0; at < original.length; ) {
    const wall = walls[nextWall]
    if (wall && at >= wall.start) {
      at = Math.max(at, wall.end)
      gap = GAP.wall
      nextWall++
      continue
    }
    const code = codeAt(original, at)
    const size = code > 0xffff ? 2 : 1
    const unit = size === 2 ? astralUnit(code) : foldUnit(code)
    if (unit !== null && (isSpelledWith(unit) || size === 2)) {
      units[length] = unit || UNKNOWN_CHARACTER
      gaps[length] = gap
      starts[length] = at
      ends[length] = at + size
      length++
      gap = GAP.none
    } else {
      gap = Math.max(gap, gapOf(code))
    }
    at += size
  }
  gaps[length] = GAP.wall
  return { text: asString(units.subarray(0, length)), gaps, starts, ends }
}

/** The original's stretch from character `from` up to character `to` (exclusive) of a condensed text. */
export function originalSpan({ starts, ends }: CondensedText, from: number, to: number): Span {
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }
}

function isSpelledWith(unit: number): boolean {
  return isWordUnit(unit) ? !isSurrogate(unit) && !isFiller(unit) : isSpellingSymbol(unit)
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}

/** The Hangul fillers are letters to Unicode and blank to the eye; the others fold to these two. */
function isFiller(unit: number): boolean {
  return unit === 0x115f || unit === 0x1160
}

/** `codePointAt` for the many characters that are one unit, which it is slow for. */
function codeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return isSurrogate(unit) ? (text.codePointAt(at) ?? unit) : unit
}

/** In pieces, since a call takes only so many arguments. */
function asString(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += CHUNK) {
    const piece: string = Reflect.apply(String.fromCharCode, null, units.subarray(at, at + CHUNK))
    text += piece
  }
  return text
}
