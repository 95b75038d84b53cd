/** What is written in an editor: a whole script, or a condition as it would stand inside a tag. */
export type Writing = 'script' | 'condition'

/** What can be written where the caret stands. `typed` is how much of it is there already, from `from` to the caret. */
export interface Place {
  kind: 'text' | 'name' | 'filter' | 'tag'
  from: number
  typed: string
  /** The mark that ends the output or tag around the caret, when it is missing. */
  missingEnd: '' | '}}' | '%}'
}

interface Opening {
  at: number
  end: '}}' | '%}'
}

const FILTER = /[|｜]\s*([^\s|｜:：,，]*)$/
const TAG = /^-?\s*(\S*)$/
const NAME = /[\p{L}\p{N}_.]*$/u
const QUOTES = /["'“”‘’]/g
/** A condition may begin with the word that introduces it. */
const LEAD = /^\s*仅当\s*[:：]?/

/** Reads where `at` stands in a text; null where nothing can be completed (inside quotes). */
export function placeAt(text: string, at: number, writing: Writing): Place | null {
  if (writing === 'condition') {
    const lead = LEAD.exec(text)?.[0].length ?? 0
    return at < lead ? null : placeInMarkup(text.slice(lead, at), at, '')
  }
  const opening = openingBefore(text, at)
  if (!opening) return { kind: 'text', from: at, typed: '', missingEnd: '' }
  const inside = text.slice(opening.at + 2, at)
  const missingEnd = isEnded(text, at, opening.end) ? '' : opening.end
  const tag = opening.end === '%}' ? TAG.exec(inside)?.[1] : undefined
  if (tag !== undefined) return { kind: 'tag', from: at - tag.length, typed: tag, missingEnd }
  return placeInMarkup(inside, at, missingEnd)
}

function placeInMarkup(inside: string, at: number, missingEnd: Place['missingEnd']): Place | null {
  if ((inside.match(QUOTES)?.length ?? 0) % 2 === 1) return null
  const filter = FILTER.exec(inside)?.[1]
  if (filter !== undefined) return { kind: 'filter', from: at - filter.length, typed: filter, missingEnd }
  const typed = NAME.exec(inside)?.[0] ?? ''
  return { kind: 'name', from: at - typed.length, typed, missingEnd }
}

/** The output or tag that is open at `at`. */
function openingBefore(text: string, at: number): Opening | null {
  const before = text.slice(0, at)
  const [output, tag] = [before.lastIndexOf('{{'), before.lastIndexOf('{%')]
  const opening: Opening = output > tag ? { at: output, end: '}}' } : { at: tag, end: '%}' }
  return opening.at < 0 || before.indexOf(opening.end, opening.at + 2) >= 0 ? null : opening
}

/** Whether what is open at `at` is closed before anything else opens. */
function isEnded(text: string, at: number, end: Opening['end']): boolean {
  const rest = text.slice(at)
  const closes = rest.indexOf(end)
  const opens = rest.search(/\{[{%]/)
  return closes >= 0 && (opens < 0 || closes < opens)
}
