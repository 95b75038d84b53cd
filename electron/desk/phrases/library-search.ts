import type { Phrase } from '../../../shared/model/phrase.ts'
import type { SearchDocument } from '../../../shared/search/index.ts'
import { openPhraseSearch, type PhraseSearch } from '../search/phrase-search.ts'
import type { PhraseBook } from './phrase-book.ts'
import type { PhraseGroups } from './phrase-groups.ts'

/** The search index over the library. It reads the library when it is first needed, then is told of each change. */
export interface LibrarySearch {
  search: PhraseSearch['search']
  upsert(phrases: readonly Phrase[]): void
  remove(ids: readonly string[]): void
  recordUse(id: string, at: number): void
  /** Takes the whole library in again. Queries asked meanwhile wait for it. */
  reload(): void
  /** Starts taking the library in, where that has not begun; resolves when the index can answer. */
  ready(): Promise<void>
  close(): Promise<void>
}

export function openLibrarySearch(book: PhraseBook, groups: PhraseGroups): LibrarySearch {
  // A command that only imports or renders never pays for the index: no thread, no reading.
  let index: { search: PhraseSearch; loading: Promise<void> } | null = null

  const asDocument = (phrase: Phrase): SearchDocument => ({
    id: phrase.id,
    code: phrase.code,
    title: phrase.title,
    body: phrase.body,
    tags: phrase.tags,
    questions: phrase.questions,
    groupNames: phrase.groupPath,
    groupIds: groups.idsTo(phrase.groupId),
    step: phrase.step,
    buyerTypes: phrase.buyerTypes,
    source: phrase.source,
    validFrom: phrase.validFrom,
    validUntil: phrase.validUntil,
    pinned: phrase.pinned,
    uses: phrase.uses,
    lastUsedAt: phrase.lastUsedAt,
  })

  // A function, so that the index can be filled again from today's library should its thread be lost.
  const documents = () => book.all().map(asDocument)

  function opened() {
    if (index) return index
    const search = openPhraseSearch()
    index = { search, loading: search.load(documents) }
    index.loading.catch(() => {}) // told to whoever searches
    return index
  }

  return {
    ready: () => opened().loading,
    search: (request) => opened().search.search(request),
    upsert: (phrases) => index?.search.upsert(phrases.map(asDocument)),
    remove: (ids) => index?.search.remove(ids),
    recordUse: (id, at) => index?.search.recordUse(id, at),
    reload() {
      if (!index) return
      index.loading = index.search.load(documents)
      index.loading.catch(() => {})
    },
    async close() {
      await index?.search.close()
    },
  }
}
