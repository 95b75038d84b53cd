import { type Phrase, type Validity, validityOn } from '../../../shared/model/phrase.ts'
import type { PhraseHit, Span } from '../../../shared/model/search.ts'
import type { Step } from '../../../shared/model/steps.ts'
import { readableScript } from './readable-script.ts'

/** One line of the phrase table, whether it comes from the list or from a search. */
export interface PhraseRow {
  id: string
  title: string
  /** The beginning of the script on one line, for reading. */
  excerpt: string
  code: string | null
  step: Step
  /** Outermost group first. */
  groupPath: readonly string[]
  tags: readonly string[]
  uses: number
  pinned: boolean
  validity: Validity
  validFrom: string | null
  validUntil: string | null
  /** Where the query was found in the title; empty for a row of the list. */
  titleSpans: readonly Span[]
}

const EXCERPT_LENGTH = 160

const excerptOf = (script: string) => readableScript(script).slice(0, EXCERPT_LENGTH)

/** `today` is the shop's day, `YYYY-MM-DD`. */
export function rowOfPhrase(phrase: Phrase, today: string): PhraseRow {
  const { id, title, body, code, step, groupPath, tags, uses, pinned, validFrom, validUntil } = phrase
  const validity = validityOn(today, phrase)
  return {
    id,
    title,
    excerpt: excerptOf(body),
    code,
    step,
    groupPath,
    tags,
    uses,
    pinned,
    validity,
    validFrom,
    validUntil,
    titleSpans: [],
  }
}

export function rowOfHit(hit: PhraseHit): PhraseRow {
  const { id, title, excerpt, code, step, groupPath, uses, pinned, validity, match } = hit
  return {
    ...{ id, title, code, step, groupPath, uses, pinned, validity },
    excerpt: excerptOf(excerpt),
    tags: [],
    validFrom: null,
    validUntil: null,
    titleSpans: match?.field === 'title' ? match.spans : [],
  }
}

export interface Stretch {
  text: string
  isMatch: boolean
}

/** Cuts `text` into what matched and what did not. Spans are in order and do not overlap. */
export function stretches(text: string, spans: readonly Span[]): Stretch[] {
  const cuts: Stretch[] = []
  let from = 0
  for (const { start, end } of spans) {
    if (start > from) cuts.push({ text: text.slice(from, start), isMatch: false })
    cuts.push({ text: text.slice(start, end), isMatch: true })
    from = end
  }
  if (from < text.length) cuts.push({ text: text.slice(from), isMatch: false })
  return cuts
}
