import { SIMPLIFIED } from '../data/han.ts'

const COMBINING = /\p{M}/gu
/** ü and its tones; typed v, as on every pinyin keyboard. */
const UMLAUT_U = /[üǖǘǚǜ]/

/** Blocks where compatibility forms, accents and case live; the rest of the plane folds to itself. */
const FOLDED_BLOCKS: readonly [number, number][] = [
  [0x41, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
  [0x2000, 0x33ff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
]

function foldTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let unit = 0; unit < table.length; unit++) table[unit] = unit
  for (const [from, to] of FOLDED_BLOCKS) {
    for (let unit = from; unit <= to; unit++) {
      const folded = foldCharacter(String.fromCharCode(unit))
      if (folded.length === 1) table[unit] = folded.charCodeAt(0)
    }
  }
  for (let i = 0; i < SIMPLIFIED.length; i += 2) {
    table[SIMPLIFIED.charCodeAt(i)] = SIMPLIFIED.charCodeAt(i + 1)
  }
  return table
}

function foldCharacter(character: string): string {
  const lower = character.toLowerCase()
  if (UMLAUT_U.test(lower)) return 'v'
  return lower.normalize('NFKD').replace(COMBINING, '').toLowerCase()
}

/**
 * One UTF-16 unit in, one out: lower case, half width, simplified, without accents. Because it never changes a text's
 * length, a span in the folded text is the same span in the original.
 */
const FOLDED = foldTable()

/** The folded form of one UTF-16 unit. */
export function foldUnit(unit: number): number {
  return FOLDED[unit] ?? unit
}

/** Folds a text unit by unit; the result has the same length. */
export function fold(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) folded += String.fromCharCode(foldUnit(text.charCodeAt(i)))
  return folded
}

/** Han characters that the tables know; rarer ones match only as themselves. */
export function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff
}

export function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** Letters, digits and characters of any script; what lies between them is neither typed nor searched. */
export function isWordUnit(unit: number): boolean {
  return IS_WORD[unit] === 1
}

const WORD = /[\p{L}\p{N}\p{Cs}]/u
const IS_WORD = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  WORD.test(String.fromCharCode(unit)) ? 1 : 0,
)

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
/** Marks inside a pinyin word: xi'an, xi’an. */
const SYLLABLE_MARKS = /(?<=[a-zü])['’‘`´](?=[a-zü])/gi

/** What is searched for, folded, with the marks of pinyin spelling and invisible characters removed. */
export function normaliseQuery(text: string): string {
  return fold(text.normalize('NFC').replace(SYLLABLE_MARKS, '').normalize('NFKC').replace(INVISIBLE, ''))
    .replace(/\s+/g, ' ')
    .trim()
}
