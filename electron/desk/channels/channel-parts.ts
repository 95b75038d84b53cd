import type { DeskEvent } from '../../../shared/model/desktop.ts'
import type { Phrase, PhraseDraftInput } from '../../../shared/model/phrase.ts'
import type { KeyProtector } from '../customers/key-protector.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import type { ReleaseDesk } from '../packs/pack-desk.ts'
import type { TeamDesk } from '../packs/team-desk.ts'
import type { PhraseBook } from '../phrases/phrase-book.ts'
import { createTurns, type InTurn } from '../turns.ts'
import { type ChannelRecords, createChannelRecords, type ReachableRecord } from './channel-records.ts'
import { type ChannelSecrets, createChannelSecrets, needsSecret } from './channel-secrets.ts'
import { type ChannelStore, ChannelStoreError } from './channel-store.ts'
import type { MissLog } from './feedback/miss-log.ts'
import { cacheFolderIn, type ObjectCache, openObjectCache } from './object-cache.ts'
import { type Clockwork, systemClockwork } from './polling.ts'
import { openChannelStore } from './stores/open-store.ts'

/** What tests replace: the stores of others, and the passing of time. */
export interface ChannelWorld {
  openStore: typeof openChannelStore
  clockwork: Clockwork
}

/** What channels need of the program around them. */
export interface Surroundings extends Partial<ChannelWorld> {
  database: Database
  dataDir: string
  team: TeamDesk
  book: PhraseBook
  misses: MissLog
  openProtector: () => Promise<KeyProtector | null>
  /** Of the buyers who are known here: nothing that leaves the machine may have one in it. @throws DeskError `customers-locked` */
  nicknames: () => Promise<readonly string[]>
  now: () => number
  newId: () => string
  /** Looks at releases and brings them in, and lets search and pages know. */
  packs: ReleaseDesk
  createPhrase: (draft: PhraseDraftInput) => Phrase
  tell: (event: DeskEvent) => void
}

/** The same, with what channels keep for themselves. */
export interface ChannelParts extends Omit<Surroundings, keyof ChannelWorld>, ChannelWorld {
  records: ChannelRecords
  secrets: ChannelSecrets
  cache: ObjectCache
  cacheFolder: string
  stores: ChannelStores
  /** Aborts when the desk closes. */
  signal: AbortSignal
  /** Does one thing after another for a library: two would fetch, or publish, the same. */
  inTurn: InTurn
  /** @throws DeskError `not-found`, or `channel-refused` for one whose address cannot be read */
  recordOf: (libraryId: string) => ReachableRecord
  isPublisher: (libraryId: string) => boolean
}

interface ChannelStores {
  of(record: ReachableRecord): Promise<ChannelStore>
  /** It is opened anew next time. */
  forget(libraryId: string): void
}

/** Of a channel whose stored address nobody can go by. */
export const ADDRESS_UNREADABLE = '频道的地址读不出来了。请更换地址，或断开这个频道'

export function assembleParts(around: Surroundings, signal: AbortSignal): ChannelParts {
  const { database, dataDir, team, openProtector, now } = around
  const { openStore = openChannelStore, clockwork = systemClockwork(now) } = around
  const records = createChannelRecords(database)
  const cacheFolder = cacheFolderIn(dataDir)
  const secrets = createChannelSecrets(dataDir, openProtector, now)
  return {
    ...around,
    openStore,
    clockwork,
    records,
    secrets,
    cacheFolder,
    cache: openObjectCache(cacheFolder),
    stores: createStores(openStore, secrets),
    signal,
    inTurn: createTurns(),
    recordOf(libraryId) {
      const record = records.find(libraryId)
      if (!record) throw new DeskError('not-found', '这个话术库没有连接频道')
      const { address } = record
      if (address === null) throw new DeskError('channel-refused', ADDRESS_UNREADABLE)
      return { ...record, address }
    },
    isPublisher: (libraryId) => team.find(libraryId)?.role === 'publisher',
  }
}

function createStores(openStore: typeof openChannelStore, secrets: ChannelSecrets): ChannelStores {
  const open = new Map<string, { address: string; store: ChannelStore }>()
  let timesForgotten = 0
  return {
    async of(record) {
      const { libraryId, address } = record
      const written = JSON.stringify(address)
      const held = open.get(libraryId)
      if (held?.address === written) return held.store
      const before = timesForgotten
      const secret = await secrets.get(libraryId)
      if (secret === null && needsSecret(address))
        throw new ChannelStoreError('denied', secrets.whyMissing(record))
      const store = openStore(address, secret)
      // The keyring took its time, and it may be another secret by now: this one is for who asked, and nobody after.
      if (timesForgotten === before) open.set(libraryId, { address: written, store })
      return store
    },
    forget(libraryId) {
      open.delete(libraryId)
      timesForgotten++
    },
  }
}

/** What a store could not do, as the desk says it to who asked. */
export async function asked<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof ChannelStoreError)) throw error
    throw new DeskError(
      error.problem === 'unreachable' ? 'channel-offline' : 'channel-refused',
      error.message,
      error,
    )
  }
}
