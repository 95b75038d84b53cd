import path from 'node:path'
import type { Phrase } from '../../../shared/model/phrase.ts'
import type { SearchDocument } from '../../../shared/search/index.ts'
import { DeskError } from '../desk-error.ts'
import {
  type KeptIndex,
  openPhraseSearch,
  type PhraseSearch,
  SearchUnavailable,
} from '../search/phrase-search.ts'
import type { IndexLineage } from './index-lineage.ts'
import type { PhraseBook } from './phrase-book.ts'
import type { PhraseGroups } from './phrase-groups.ts'
import type { PickStore } from './pick-store.ts'
import type { PreparedStore } from './prepared-store.ts'

/** The search index over the library. It reads the library when it is first needed, then is told of each change. */
export interface LibrarySearch {
  /** @throws DeskError `search-failed` when its thread is gone for good, or cannot answer this query */
  search: PhraseSearch['search']
  upsert(phrases: readonly Phrase[]): void
  remove(ids: readonly string[]): void
  recordUse(id: string, at: number): void
  /** Teaches that `phraseId` was what the agent wanted by `text`. */
  learn(text: string, phraseId: string, at: number): void
  /** Takes the whole library in again. Queries asked meanwhile wait for it. */
  reload(): void
  /** Starts taking the library in, where that has not begun; resolves when the index can answer. */
  ready(): Promise<void>
  close(): Promise<void>
}

/** More changes than this are told as quickly by reading the library. */
const CHANGES_AT_MOST = 1000
/** In the data folder; see `electron/desk/search/kept-index.ts`. */
export const INDEX_FILE = 'search-index.bin'
/** A start is over by then, and the library large enough that the next one is the quicker for it. */
const KEEPING = { afterMs: 5000, leastPhrases: 5000 }

export interface LibrarySearchStores {
  dataDir: string
  prepared: PreparedStore
  picks: PickStore
  lineage: IndexLineage
  /** When the finished index is kept, where not as usual. */
  keeping?: typeof KEEPING
}

export function openLibrarySearch(
  book: PhraseBook,
  groups: PhraseGroups,
  { dataDir, prepared: preparedStore, picks, lineage, keeping = KEEPING }: LibrarySearchStores,
): LibrarySearch {
  // A command that only imports or renders never pays for the index: no thread, no reading.
  let index: PhraseSearch | null = null
  let loading: Promise<void> = Promise.resolve()

  const asDocument = (phrase: Phrase, prepared?: Uint8Array): SearchDocument => ({
    id: phrase.id,
    code: phrase.code,
    title: phrase.title,
    body: phrase.body,
    // Whoever remembers what the second message says finds the phrase by it, too.
    variants: [...phrase.variants, ...phrase.further].map(({ body }) => body),
    tags: phrase.tags,
    questions: phrase.questions,
    groupNames: phrase.groupPath,
    groupIds: groups.idsTo(phrase.groupId),
    step: phrase.step,
    buyerTypes: [...phrase.buyerTypes, ...phrase.variants.flatMap(({ buyerTypes }) => buyerTypes)],
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
    return book
      .all()
      .filter(isOffered)
      .map((phrase) => asDocument(phrase, prepared.get(phrase.id)))
  }

  const kept: KeptIndex = {
    file: path.join(dataDir, INDEX_FILE),
    ...keeping,
    renew: () => lineage.renew(keeping.leastPhrases),
    sinceKept() {
      const changes = lineage.changes(CHANGES_AT_MOST)
      if (!changes) return null
      const offered = book.pick(changes.ids).filter(isOffered)
      const held = new Set(offered.map(({ id }) => id))
      return {
        token: changes.token,
        documents: offered.map((phrase) => asDocument(phrase)),
        removed: changes.ids.filter((id) => !held.has(id)),
      }
    },
  }

  function opened(): PhraseSearch {
    if (!index) {
      index = openPhraseSearch({ onPrepared: preparedStore.keep, onLearned: picks.keep, kept })
      load(index)
      index.recall(picks.all())
    }
    return index
  }

  function load(search: PhraseSearch): void {
    loading = search.load(documents)
    loading.catch(() => {}) // told to whoever searches
  }

  return {
    ready() {
      opened()
      return loading
    },
    async search(request) {
      try {
        return await opened().search(request)
      } catch (cause) {
        if (!(cause instanceof SearchUnavailable)) throw cause
        throw new DeskError('search-failed', '搜索意外停止，话术没有受影响。请退出程序后重新打开', cause)
      }
    },
    upsert(phrases) {
      index?.upsert(phrases.filter(isOffered).map((phrase) => asDocument(phrase)))
      index?.remove(phrases.flatMap((phrase) => (isOffered(phrase) ? [] : phrase.id)))
    },
    remove: (ids) => index?.remove(ids),
    recordUse: (id, at) => index?.recordUse(id, at),
    // Nothing is picked from an index that nobody has asked yet.
    learn: (text, phraseId, at) => index?.learn([{ text, phraseId, at }]),
    reload() {
      if (index) load(index)
    },
    async close() {
      await index?.close()
    },
  }
}

/** What is archived is found by nobody. */
function isOffered({ archivedAt }: Phrase): boolean {
  return archivedAt === null
}
