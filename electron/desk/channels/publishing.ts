import type { ChannelHead, ChannelPublication } from '../../../shared/model/channel.ts'
import { isSame } from '../../../shared/packs/canonical.ts'
import { DeskError } from '../desk-error.ts'
import { isOvertaken, lacks } from '../packs/lineage.ts'
import type { PackSource, ReleaseName } from '../packs/pack-messages.ts'
import { filesInPieces } from '../packs/prepared-release.ts'
import { type SignedManifest, signAgain } from '../packs/signed-release.ts'
import type { PublisherKey } from '../packs/signing.ts'
import type { HeldLibrary } from '../packs/team-libraries.ts'
import type { ChannelNotes } from './channel-api.ts'
import type { ChannelParts } from './channel-parts.ts'
import { ChannelStoreError } from './channel-store.ts'
import { type Fetching, withRelease } from './fetch-release.ts'
import { fetchHead, HEAD_FILE, refuseStrangeHead, type StoredHead, writeHead } from './head.ts'
import { pruneCache } from './prune-cache.ts'
import { headWith, headWithShare, sendRelease } from './publisher.ts'

/** Others who write the same head at the same time are let by, this often. */
const TRIES = 5

export type Publishing = ReturnType<typeof createPublishing>

interface Session extends Fetching {
  library: HeldLibrary
  key: PublisherKey
}

/** Puts releases into channels: objects first, the head last, and only then it counts as published here. */
export function createPublishing(parts: ChannelParts) {
  const { team, packs, records, stores, cache, cacheFolder, signal, recordOf, tell, clockwork } = parts

  async function begin(libraryId: string): Promise<Session> {
    const record = recordOf(libraryId)
    const library = team.find(libraryId)
    if (library?.role !== 'publisher') throw new DeskError('channel-refused', '只有发布者能发布')
    const key = await team.keys.get(libraryId)
    const store = await stores.of(record)
    if (!store.isWritable)
      throw new DeskError('channel-refused', '这个频道只能读，不能发布。请换成能写入的地址')
    return { store, cache, signal, library, key }
  }

  /** The head as it stands in the store now; null for none. */
  async function readHead({ store, library: { id, publicKey } }: Session): Promise<StoredHead | null> {
    const read = await fetchHead(store, { signal })
    if (read === null || read === 'unchanged') return null
    refuseStrangeHead(read.head, { libraryId: id, publicKey, sequence: 0 })
    return read
  }

  /** Heads are counted on from the largest that this machine has seen, even if an older one was put back. */
  const sequenceAfter = (libraryId: string, read: StoredHead | null): number =>
    Math.max(recordOf(libraryId).sequence, read?.head.sequence ?? 0)

  /**
   * Replaces the head that was read. An answer that was lost on its way is asked for: what stands there now tells.
   *
   * @returns null when another program was quicker
   */
  async function putHead(
    session: Session,
    read: StoredHead | null,
    head: ChannelHead,
  ): Promise<StoredHead | null> {
    try {
      return await writeHead(session.store, read, head, session.key, signal)
    } catch (error) {
      if (!(error instanceof ChannelStoreError) || signal.aborted) throw error
      if (error.problem !== 'conflict' && error.problem !== 'unreachable') throw error
      const present = await readHead(session).catch(() => null)
      if (present && isSame(present.head, head)) return present
      if (error.problem === 'conflict') return null
      throw error
    }
  }

  function saw(libraryId: string, { head, etag }: StoredHead): void {
    records.change(libraryId, { head, etag, sequence: Math.max(head.sequence, recordOf(libraryId).sequence) })
    tell({ kind: 'channels-changed' })
  }

  function notePublished(
    libraryId: string,
    { manifest, manifestHash }: Pick<SignedManifest, 'manifest' | 'manifestHash'>,
  ) {
    const { message, mustUpdateBy } = manifest
    const { notes } = recordOf(libraryId)
    records.change(libraryId, {
      pending: null,
      notes: { ...notes, [manifestHash]: { message, mustUpdateBy } },
    })
    tell({ kind: 'library-changed' })
  }

  /** A release whose head was sent without an answer, and is there: it counts as published from here after all. */
  async function settle(libraryId: string): Promise<void> {
    const { pending, head } = recordOf(libraryId)
    if (pending === null || !head) return
    const release = head.releases.find(({ manifest }) => manifest === pending)
    const library = team.find(libraryId)
    if (!release || !library || library.version >= release.version) return
    const store = await stores.of(recordOf(libraryId))
    await withRelease({ store, cache, signal }, head, release, async (signed) => {
      const { manifest, manifestHash } = signed
      const isNoted = await packs.note(sourceOf(libraryId, signed), { manifest, manifestHash })
      if (isNoted) notePublished(libraryId, signed)
      return isNoted
    })
  }

  /** A release in the cache, for the thread that reads it. */
  const sourceOf = (libraryId: string, { manifestHash, signature }: ReleaseName): PackSource => ({
    ...{ kind: 'cached', folder: cacheFolder, libraryId, release: { manifestHash, signature }, trunk: null },
  })

  function refuseBehind(library: HeldLibrary, read: StoredHead | null): void {
    const [newest] = read?.head.releases ?? []
    if (!newest || !lacks(library, { version: newest.version, manifestHash: newest.manifest })) return
    const here =
      newest.version > library.version
        ? `这台还是第 ${library.version} 版`
        : `这台的第 ${library.version} 版是用文件发布的，里面没有它`
    throw new DeskError(
      'channel-behind',
      `没有发布：另一台电脑已经把第 ${newest.version} 版发布到频道，${here}。请先更新（两边的改动会合在一起），再发布`,
    )
  }

  /**
   * Sends a release that `make` makes for the next version, and puts it on top of the channel.
   *
   * @param make what is sent, where its parts' content is, and what makes it count as published here
   */
  async function release(
    libraryId: string,
    share: number,
    make: (session: Session, read: StoredHead | null) => Promise<Made>,
  ): Promise<ChannelPublication> {
    for (let tries = 1; tries <= TRIES; tries++) {
      const session = await begin(libraryId)
      const read = await readHead(session)
      if (read) {
        saw(libraryId, read)
        await settle(libraryId)
      }
      session.library = team.find(libraryId) ?? session.library
      refuseBehind(session.library, read)
      const { signed, contentOf, count } = await make(session, read)
      const { release: listed, sent } = await sendRelease(session, read, signed, { contentOf, share })
      records.change(libraryId, { pending: signed.manifestHash })
      const head = headWith(read, listed, signed.manifest, sequenceAfter(libraryId, read))
      const written = await packs.releasing(libraryId, async () => {
        // A file has taken the number meanwhile, or another's release has come in.
        const now = team.find(libraryId)
        if (now && isOvertaken(session.library, now)) return null
        const put = await putHead(session, read, head)
        if (put) await count()
        return put
      })
      if (!written) continue
      saw(libraryId, written)
      notePublished(libraryId, signed)
      await Promise.all([pruneCache(parts), session.store.sweep?.(HEAD_FILE)])
      return { version: signed.manifest.version, sent }
    }
    throw new DeskError('channel-offline', '没有发布：频道一直在被别的电脑改动，请稍后再试')
  }

  return {
    settle,

    publish: (libraryId: string, { share, ...notes }: ChannelNotes): Promise<ChannelPublication> =>
      release(libraryId, share, async ({ library }) => {
        const prepared = await packs.prepare(libraryId, library.version + 1, notes)
        const files = filesInPieces(prepared)
        return {
          signed: prepared.signed,
          contentOf: async ({ path }) => files.get(path) ?? null,
          count: () => packs.notePrepared(prepared),
        }
      }),

    rollBack: (
      libraryId: string,
      version: number,
      { share, message, mustUpdateBy }: ChannelNotes,
    ): Promise<ChannelPublication> =>
      release(libraryId, share, async (session, read) => {
        const { library, key } = session
        const old = read?.head.releases.find((one) => one.version === version)
        if (!read || !old) throw new DeskError('not-found', `频道里已经没有第 ${version} 版`)
        // Whole and checked, before it is offered to everyone again.
        const before = await withRelease(session, read.head, old, async (signed) =>
          (await packs.check(sourceOf(libraryId, signed))) ? signed : null,
        )
        const signed = signAgain(
          before.manifest,
          {
            ...{ library: { id: libraryId, name: library.name }, version: library.version + 1 },
            ...{ publishedAt: clockwork.now(), publisherName: library.publisher, message, mustUpdateBy },
            allowsEdits: before.manifest.allowsEdits,
          },
          key,
        )
        return {
          signed,
          contentOf: ({ sha256, bytes }) => cache.read(sha256, bytes),
          async count() {
            // Damaged in the cache meanwhile: the next check fetches it, and counts it then.
            const { manifest, manifestHash } = signed
            if (!(await packs.note(sourceOf(libraryId, before), { manifest, manifestHash })))
              throw new ChannelStoreError('wrong', '已经退回，但本机的缓存损坏了，稍后会自动重新下载')
          },
        }
      }),

    async setShare(libraryId: string, version: number, share: number): Promise<void> {
      for (let tries = 1; tries <= TRIES; tries++) {
        const session = await begin(libraryId)
        const read = await readHead(session)
        const head = read && headWithShare(read, version, share, sequenceAfter(libraryId, read))
        if (!head) throw new DeskError('not-found', `频道里已经没有第 ${version} 版`)
        const written = await putHead(session, read, head)
        if (written) return saw(libraryId, written)
      }
      throw new DeskError('channel-offline', '没有改成：频道一直在被别的电脑改动，请稍后再试')
    },
  }
}

interface Made {
  signed: SignedManifest
  contentOf: Parameters<typeof sendRelease>[3]['contentOf']
  /** Makes it count as published here. */
  count: () => Promise<void>
}
