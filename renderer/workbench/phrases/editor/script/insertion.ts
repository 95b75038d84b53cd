import type { Place } from './place.ts'
import { plain } from './templates.ts'
import type { Word } from './words.ts'

export interface Insertion {
  /** In place of what was typed; see `templates.ts`. */
  template: string
  /** How many characters behind the caret it takes with it. */
  swallowed: number
}

/** An empty field: where the caret is left. */
const CARET = '$' + '{}'

/** What a word puts where the caret stands, with the blanks and the end that the place still lacks. */
export function insertionOf(
  word: Pick<Word, 'name' | 'inside' | 'alone'>,
  { kind, missingEnd }: Place,
  around: { before: string; after: string },
): Insertion {
  if (kind === 'text') return { template: word.alone, swallowed: 0 }
  const lead = /[{%|｜]$/.test(around.before) ? ' ' : ''
  const gap = /^[-%}]/.test(around.after) ? ' ' : ''
  // The one brace that the editor closed by itself when the other opened a tag.
  const swallowed = missingEnd !== '' && around.after.startsWith('}') ? 1 : 0
  if (kind === 'tag' && missingEnd === '') {
    // A tag that gets another name keeps what it asks for, and its end.
    return { template: lead + plain(word.name) + CARET + gap, swallowed: 0 }
  }
  if (kind === 'tag') return { template: lead + word.inside, swallowed }
  const caret = word.inside.includes('${') ? '' : CARET
  const end = missingEnd === '' ? gap : plain(` ${missingEnd}`)
  return { template: lead + word.inside + caret + end, swallowed }
}
