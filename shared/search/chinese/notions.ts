import { CONCEPTS } from '../data/concepts.ts'
import { foldUnit } from './normalise.ts'

interface Word {
  text: string
  notions: number[]
}

/** Words that begin with a pair of units, longest first. */
type Pairs = Map<number, Word[]>

/** First unit → words by their second unit; words of one unit stand under `ALONE`. */
const WORDS: (Pairs | undefined)[] = new Array(0x10000)
const ALONE = -1

const NOTIONS_OF = new Map<string, number[]>()
for (const [notion, line] of CONCEPTS.entries()) {
  for (const text of line.split(' ')) NOTIONS_OF.set(text, [...(NOTIONS_OF.get(text) ?? []), notion])
}

for (const [text, notions] of NOTIONS_OF) {
  const first = text.charCodeAt(0)
  const second = text.length > 1 ? text.charCodeAt(1) : ALONE
  const pairs = WORDS[first] ?? new Map<number, Word[]>()
  const words = pairs.get(second) ?? []
  words.push({ text, notions })
  pairs.set(
    second,
    words.sort((a, b) => b.text.length - a.text.length),
  )
  WORDS[first] = pairs
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
  for (let at = from; at < to; at++) {
    const pairs = WORDS[foldUnit(text[at] as number)]
    if (!pairs) continue
    const word =
      longestAt(at + 1 < to ? pairs.get(foldUnit(text[at + 1] as number)) : undefined, text, at, to) ??
      (at >= coveredTo ? pairs.get(ALONE)?.[0] : undefined)
    if (!word) continue
    coveredTo = Math.max(coveredTo, at + word.text.length)
    for (const notion of word.notions) found(notion)
  }
}

function longestAt(
  words: readonly Word[] | undefined,
  text: Uint16Array,
  at: number,
  to: number,
): Word | undefined {
  return words?.find(({ text: word }) => at + word.length <= to && standsAt(word, text, at))
}

function standsAt(word: string, text: Uint16Array, at: number): boolean {
  for (let i = 2; i < word.length; i++)
    if (foldUnit(text[at + i] as number) !== word.charCodeAt(i)) return false
  return true
}
