import { WORD_READINGS } from '../data/han.ts'
import { foldUnit } from './normalise.ts'
import { readingsOf, SYLLABLES, syllableId } from './syllables.ts'

/** First character → words that begin with it and their syllable ids, longest word first. */
const WORDS = new Map<number, { word: string; syllables: number[] }[]>()

for (const line of WORD_READINGS) {
  const [word = '', spelling = ''] = line.split(':')
  const syllables = spelling.split(' ').map((syllable) => syllableId(syllable) ?? -1)
  const first = word.charCodeAt(0)
  const known = WORDS.get(first) ?? []
  known.push({ word, syllables })
  known.sort((a, b) => b.word.length - a.word.length)
  WORDS.set(first, known)
}

/** Two syllables as one number. */
const together = (a: number, b: number) => a * 0x10000 + b

/** Neighbouring syllables as words are read → the usual readings of the same characters, where those are others. */
const USUAL_PAIRS = new Map<number, (readonly [number, number])[]>()

for (const words of WORDS.values()) {
  for (const { word, syllables } of words) {
    const usual = Array.from(word, (character) => readingsOf(character.charCodeAt(0))[0] ?? -1)
    for (let i = 1; i < usual.length; i++) {
      const pair = [usual[i - 1] ?? -1, usual[i] ?? -1] as const
      const [a, b] = [syllables[i - 1] ?? -1, syllables[i] ?? -1]
      if (a === pair[0] && b === pair[1]) continue
      const known = USUAL_PAIRS.get(together(a, b))
      if (known) known.push(pair)
      else USUAL_PAIRS.set(together(a, b), [pair])
    }
  }
}

/**
 * How characters that are read as these two syllables within some word (银行) are read each by itself: texts that are
 * too long to be indexed under every reading are indexed by these. Mostly none.
 */
export function usualPairsOf(a: number, b: number): readonly (readonly [number, number])[] {
  return USUAL_PAIRS.get(together(a, b)) ?? NO_PAIRS
}

const NO_PAIRS: readonly (readonly [number, number])[] = []

/**
 * How a text is read aloud: for each unit the syllable id its context asks for (重发 is chóngfā), or -1 where nothing
 * is read.
 */
export function readAloud(text: string): Int16Array {
  const reading = new Int16Array(text.length)
  for (let at = 0; at < text.length; ) {
    const word = WORDS.get(foldUnit(text.charCodeAt(at)))?.find(({ word }) => text.startsWith(word, at))
    if (word) {
      reading.set(word.syllables, at)
      at += word.word.length
    } else {
      reading[at] = readingsOf(text.charCodeAt(at))[0] ?? -1
      at++
    }
  }
  return reading
}

/** Full pinyin and initials of a folded text, without spaces; what is not Han stays as it is. */
export function spell(text: string): { full: string; initials: string } {
  let full = ''
  let initials = ''
  for (const [at, id] of readAloud(text).entries()) {
    const syllable = SYLLABLES[id] ?? text[at] ?? ''
    full += syllable
    initials += syllable[0] ?? ''
  }
  return { full, initials }
}
