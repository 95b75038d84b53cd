import type { Phrase } from '../../../shared/model/phrase.ts'
import type { SearchDocument } from '../../../shared/search/index.ts'
import type { Pick } from '../search/messages.ts'
import { openPhraseSearch, type PhraseSearch } from '../search/phrase-search.ts'
import type { PhraseBook } from './phrase-book.ts'
import type { PhraseGroups } from './phrase-groups.ts'
import type { PreparedStore } from './prepared-store.ts'

/** The search index over the library. It reads the library when it is first needed, then is told of each change. */
export interface LibrarySearch {
  search: PhraseSearch['search']
  upsert(phrases: readonly Phrase[]): void
  remove(ids: readonly string[]): void
  recordUse(id: string, at: number): void
  /** Teaches that `phraseId` was what the agent wanted by `text`. Forgotten when the program ends. */
  learn(text: string, phraseId: string, at: number): void
  /** Takes the whole library in again. Queries asked meanwhile wait for it. */
  reload(): void
  /** Starts taking the library in, where that has not begun; resolves when the index can answer. */
  ready(): Promise<void>
  close(): Promise<void>
}

/** As many as the index makes use of. */
const PICKS_KEPT = 5000

export function openLibrarySearch(
  book: PhraseBook,
  groups: PhraseGroups,
  preparedStore: PreparedStore,
): LibrarySearch {
  // A command that only imports or renders never pays for the index: no thread, no reading.
  let index: { search: PhraseSearch; loading: Promise<void> } | null = null

  // In memory only: what agents search by may be a buyer's own words.
  let picks: Pick[] = []

  const asDocument = (phrase: Phrase, prepared?: Uint8Array): SearchDocument => ({
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
    prepared,
  })

  // A function, so that the index can be filled again from today's library should its thread be lost.
  const documents = () => {
    const prepared = preparedStore.all()
    return book.all().map((phrase) => asDocument(phrase, prepared.get(phrase.id)))
  }

  function opened() {
    if (index) return index
    const search = openPhraseSearch({ onPrepared: preparedStore.keep })
    index = { search, loading: load(search) }
    return index
  }

  function load(search: PhraseSearch): Promise<void> {
    const loading = search.load(documents)
    search.learn(picks)
    loading.catch(() => {}) // told to whoever searches
    return loading
  }

  return {
    ready: () => opened().loading,
    search: (request) => opened().search.search(request),
    upsert: (phrases) => index?.search.upsert(phrases.map((phrase) => asDocument(phrase))),
    remove: (ids) => index?.search.remove(ids),
    recordUse: (id, at) => index?.search.recordUse(id, at),
    learn(text, phraseId, at) {
      const pick = { text, phraseId, at }
      picks = [...picks, pick].slice(-PICKS_KEPT)
      index?.search.learn([pick])
    },
    reload() {
      if (index) index.loading = load(index.search)
    },
    async close() {
      await index?.search.close()
    },
  }
}
