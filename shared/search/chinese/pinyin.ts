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
