import type { SearchDocument } from '../../../shared/search/index.ts'
import type { BenchPhrase } from './corpus.ts'

export const NOW = Date.UTC(2026, 10, 21)
export const TODAY = '2026-11-21'

/** A bench phrase as the search takes it. */
export function asDocument(phrase: BenchPhrase): SearchDocument {
  return {
    id: phrase.id,
    code: phrase.code || null,
    title: phrase.title,
    body: phrase.body,
    tags: phrase.tags,
    questions: phrase.triggers,
    groupNames: phrase.category.split('/').filter(Boolean),
    groupIds: [],
    step: 'answer',
    buyerTypes: [],
    source: 'personal',
    validFrom: null,
    validUntil: null,
    pinned: false,
    uses: phrase.uses,
    lastUsedAt: null,
  }
}
