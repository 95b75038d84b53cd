import type { PhraseIndex, SearchDocument, SearchRequest } from '../../../shared/search/index.ts'

export const NOW = Date.UTC(2026, 10, 21)
const TODAY = '2026-11-21'

/** A phrase with a title, and whatever else a test is about. */
export function phrase(title: string, rest: Partial<SearchDocument> = {}): SearchDocument {
  return {
    id: title,
    code: null,
    title,
    body: '',
    tags: [],
    questions: [],
    groupNames: [],
    groupIds: [],
    step: 'answer',
    buyerTypes: [],
    source: 'personal',
    validFrom: null,
    validUntil: null,
    pinned: false,
    uses: 0,
    lastUsedAt: null,
    ...rest,
  }
}

export function ask(index: PhraseIndex, text: string, rest: Partial<SearchRequest> = {}) {
  return index.search({ text, now: NOW, today: TODAY, limit: 10, ...rest })
}

/** Ids of the hits, best first; ids are titles unless a test says otherwise. */
export function titlesFor(index: PhraseIndex, text: string, rest: Partial<SearchRequest> = {}): string[] {
  return ask(index, text, rest).hits.map(({ id }) => id)
}

/** The matched characters of the best hit, stretches joined by `|`. */
export function highlighted(index: PhraseIndex, text: string): string | null {
  const match = ask(index, text).hits[0]?.match
  if (!match) return null
  return match.spans.map(({ start, end }) => match.text.slice(start, end)).join('|')
}
