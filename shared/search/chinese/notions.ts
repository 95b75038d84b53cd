import { CONCEPTS } from '../data/concepts.ts'
import { foldUnit } from './normalise.ts'

interface Word {
  units: Uint16Array
  notions: readonly number[]
}

/** First two units, in one number → the words that begin so, longest first. */
const WORDS = new Map<number, Word[]>()
/** Words of one unit. */
const ALONE = new Map<number, Word>()
/** Which pairs may begin a word, by a hash of theirs: most pairs of a text begin none, and are done with one look. */
const BEGINNINGS = new Uint8Array(1 << 14)
const IS_ALONE = new Uint8Array(0x10000)

const NOTIONS_OF = new Map<string, number[]>()
for (const [notion, line] of CONCEPTS.entries()) {
  for (const text of line.split(' ')) NOTIONS_OF.set(text, [...(NOTIONS_OF.get(text) ?? []), notion])
}

for (const [text, notions] of NOTIONS_OF) {
  const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  const [first = 0, second] = units
  if (second === undefined) {
    ALONE.set(first, { units, notions })
    IS_ALONE[first] = 1
    continue
  }
  const words = [...(WORDS.get(pairOf(first, second)) ?? []), { units, notions }]
  WORDS.set(
    pairOf(first, second),
    words.sort((a, b) => b.units.length - a.units.length),
  )
  BEGINNINGS[beginningOf(first, second)] = 1
}

function pairOf(first: number, second: number): number {
  return first * 0x10000 + second
}

function beginningOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3b) ^ Math.imul(second, 0x85eb)) & (BEGINNINGS.length - 1)
}

/** The notions that a word of `CONCEPTS` stands for. */
export function notionsOf(word: string): readonly number[] {
  return NOTIONS_OF.get(word) ?? []
}

/**
 * Tells the notions in `text[from, to)`, some more than once; at each place the longest word counts. A word of one
 * character counts only outside longer ones: 验证码 speaks of no size.
 */
export function findNotions(
  text: Uint16Array,
  from: number,
  to: number,
  found: (notion: number) => void,
): void {
  let coveredTo = from
  let next = from < to ? foldUnit(text[from] as number) : 0
  for (let at = from; at < to; at++) {
    const unit = next
    next = at + 1 < to ? foldUnit(text[at + 1] as number) : 0
    const mayBegin = BEGINNINGS[beginningOf(unit, next)] === 1
    if (!mayBegin && IS_ALONE[unit] === 0) continue
    const word =
      (mayBegin ? longestOf(WORDS.get(pairOf(unit, next)), text, at, to) : undefined) ??
      (at >= coveredTo ? ALONE.get(unit) : undefined)
    if (!word) continue
    coveredTo = Math.max(coveredTo, at + word.units.length)
    for (const notion of word.notions) found(notion)
  }
}

function longestOf(
  words: readonly Word[] | undefined,
  text: Uint16Array,
  at: number,
  to: number,
): Word | undefined {
  return words?.find(({ units }) => at + units.length <= to && standsAt(units, text, at))
}

function standsAt(units: Uint16Array, text: Uint16Array, at: number): boolean {
  for (let i = 2; i < units.length; i++) if (foldUnit(text[at + i] as number) !== units[i]) return false
  return true
}
