import type { ChannelStore } from '../../../electron/desk/channels/channel-store.ts'
import { fetchManifest, fetchParts } from '../../../electron/desk/channels/fetch-release.ts'
import { fetchHead, refuseStrangeHead, type StoredHead } from '../../../electron/desk/channels/head.ts'
import type { ObjectCache } from '../../../electron/desk/channels/object-cache.ts'
import { unpackObject } from '../../../electron/desk/channels/objects.ts'
import { nextCheckIn } from '../../../electron/desk/channels/polling.ts'
import { releaseFor } from '../../../electron/desk/channels/share.ts'

/** Objects in memory: those of a machine, on top of those that all of them have. */
export function memoryCache(shared: ReadonlyMap<string, Uint8Array>): ObjectCache & {
  own: Map<string, Uint8Array>
} {
  const own = new Map<string, Uint8Array>()
  return {
    own,
    has: async (hash) => own.has(hash) || shared.has(hash),
    async read(hash, limit) {
      const stored = own.get(hash) ?? shared.get(hash)
      return stored === undefined ? null : await unpackObject(stored, hash, limit)
    },
    keep: async (hash, stored) => void own.set(hash, stored),
    prune: async () => undefined,
  }
}

/** One machine that follows a channel, by the program's own steps. */
export interface Subscriber {
  id: string
  store: ChannelStore
  cache: ObjectCache
  read: StoredHead | null
  sequence: number
  version: number
  /** Simulated, in ms. */
  nextCheckAt: number
}

/** Asks once, and fetches what a release brings. Says whether there was one. */
export async function check(
  subscriber: Subscriber,
  known: { libraryId: string; publicKey: string },
  random: number,
): Promise<boolean> {
  const { signal } = new AbortController()
  const { store, cache, id } = subscriber
  subscriber.nextCheckAt += nextCheckIn({ failures: 0, retryAfter: null }, random)
  const read = await fetchHead(store, { etag: subscriber.read?.etag ?? null, signal })
  if (read === null) throw new Error('the channel is gone')
  if (read !== 'unchanged') {
    refuseStrangeHead(read.head, { ...known, sequence: subscriber.sequence })
    Object.assign(subscriber, { read, sequence: read.head.sequence })
  }
  const head = subscriber.read?.head
  const release = head ? releaseFor(head, id) : null
  if (!head || !release || release.version <= subscriber.version) return false
  const { manifest } = await fetchManifest({ store, cache, signal }, head, release)
  await fetchParts({ store, cache, signal }, manifest)
  subscriber.version = release.version
  return true
}
