import { CONCEPTS } from '../data/concepts.ts'
import { foldUnit } from './normalise.ts'

interface Word {
  text: string
  notions: number[]
}

/** First unit → words that begin with it, longest first. */
const WORDS: (Word[] | undefined)[] = new Array(0x10000)

{
  const notionsOf = new Map<string, number[]>()
  for (const [notion, line] of CONCEPTS.entries()) {
    for (const text of line.split(' ')) notionsOf.set(text, [...(notionsOf.get(text) ?? []), notion])
  }
  for (const [text, notions] of notionsOf) {
    const first = text.charCodeAt(0)
    const words = WORDS[first] ?? []
    words.push({ text, notions })
    WORDS[first] = words.sort((a, b) => b.text.length - a.text.length)
  }
}

/** Tells the notions in `text[from, to)`, some more than once; at each place the longest word counts. */
export function findNotions(
  text: Uint16Array,
  from: number,
  to: number,
  found: (notion: number) => void,
): void {
  for (let at = from; at < to; at++) {
    const words = WORDS[foldUnit(text[at] as number)]
    if (!words) continue
    for (const { text: word, notions } of words) {
      if (at + word.length > to || !standsAt(word, text, at)) continue
      for (const notion of notions) found(notion)
      break
    }
  }
}

function standsAt(word: string, text: Uint16Array, at: number): boolean {
  for (let i = 1; i < word.length; i++)
    if (foldUnit(text[at + i] as number) !== word.charCodeAt(i)) return false
  return true
}
