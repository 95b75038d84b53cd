import type { Phrase } from '../../../shared/model/phrase.ts'
import type { SearchDocument } from '../../../shared/search/index.ts'
import { DeskError } from '../desk-error.ts'
import type { Pick } from '../search/messages.ts'
import { openPhraseSearch, type PhraseSearch, SearchUnavailable } from '../search/phrase-search.ts'
import type { PhraseBook } from './phrase-book.ts'
import type { PhraseGroups } from './phrase-groups.ts'
import type { PreparedStore } from './prepared-store.ts'

/** The search index over the library. It reads the library when it is first needed, then is told of each change. */
export interface LibrarySearch {
  /** @throws DeskError `search-failed` when its thread is gone for good */
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

  /** Changes told since the reading that the index is still taking in; null while it takes none in. */
  let waiting: ((search: PhraseSearch) => void)[] | null = null
  let isOvertaken = false

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
    const loading = takeIn(search)
    loading.catch(() => {}) // told to whoever searches
    return loading
  }

  /**
   * One reading at a time. The index takes it in piece by piece, and a piece still to come would undo what is told in
   * between: so changes wait until all pieces are there, and a reading that was overtaken is done again.
   */
  async function takeIn(search: PhraseSearch): Promise<void> {
    try {
      do {
        isOvertaken = false
        waiting = []
        await search.load(documents)
      } while (isOvertaken)
      search.learn(picks)
      for (const change of waiting) change(search)
    } finally {
      waiting = null
    }
  }

  function tell(change: (search: PhraseSearch) => void): void {
    if (waiting) waiting.push(change)
    else if (index) change(index.search)
  }

  /** The index once it has taken in the newest reading. */
  async function loaded(): Promise<PhraseSearch> {
    const { search, loading } = opened()
    await loading
    return index?.loading === loading ? search : loaded()
  }

  return {
    ready: () => opened().loading,
    async search(request) {
      try {
        return await (await loaded()).search(request)
      } catch (cause) {
        if (!(cause instanceof SearchUnavailable)) throw cause
        throw new DeskError('search-failed', '搜索意外停止，话术没有受影响。请退出程序后重新打开', cause)
      }
    },
    upsert(phrases) {
      const documents = phrases.map((phrase) => asDocument(phrase))
      tell((search) => search.upsert(documents))
    },
    remove: (ids) => tell((search) => search.remove(ids)),
    recordUse: (id, at) => tell((search) => search.recordUse(id, at)),
    learn(text, phraseId, at) {
      const pick = { text, phraseId, at }
      picks = [...picks, pick].slice(-PICKS_KEPT)
      if (!waiting) index?.search.learn([pick])
    },
    reload() {
      if (waiting) isOvertaken = true
      else if (index) index.loading = load(index.search)
    },
    async close() {
      await index?.search.close()
    },
  }
}
