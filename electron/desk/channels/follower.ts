import type { ChannelHead, ChannelRelease, ChannelState } from '../../../shared/model/channel.ts'
import type { PackManifest } from '../../../shared/model/pack.ts'
import type { PackDecisions, PackOutcome, PackPreview } from '../../../shared/model/team.ts'
import { isSame } from '../../../shared/packs/canonical.ts'
import { DeskError } from '../desk-error.ts'
import { hasLeftTrunk, lacks, refuseUnseen } from '../packs/lineage.ts'
import type { PackSource, ReleaseName } from '../packs/pack-messages.ts'
import { fingerprintOf } from '../packs/signing.ts'
import { ADDRESS_UNREADABLE, type ChannelParts } from './channel-parts.ts'
import type { ChannelRecord, ReachableRecord, ReleaseWords } from './channel-records.ts'
import { ChannelStoreError } from './channel-store.ts'
import { createCheckTimes } from './check-times.ts'
import type { Proposals } from './feedback/proposals.ts'
import { createFeedbackSender } from './feedback/send-feedback.ts'
import { type Fetching, type OnProgress, withRelease } from './fetch-release.ts'
import { fetchHead, refuseStrangeHead } from './head.ts'
import { createLiveStates } from './live-states.ts'
import { nextCheckIn } from './polling.ts'
import { pruneCache } from './prune-cache.ts'
import type { Publishing } from './publishing.ts'
import { releaseFor } from './share.ts'

/** Downloads tell of themselves this often. */
const PROGRESS_EVERY_MS = 300

export type Follower = ReturnType<typeof createFollower>

/** Brings releases from channels to this machine: asks, fetches, checks, and lets those in that ask for no decision. */
export function createFollower(
  parts: ChannelParts,
  { publishing, proposals }: { publishing: Publishing; proposals: Proposals },
) {
  const {
    team,
    records,
    secrets,
    stores,
    cache,
    signal,
    inTurn,
    recordOf,
    isPublisher,
    packs,
    tell,
    clockwork,
  } = parts
  const { now, random } = clockwork
  const live = createLiveStates(createCheckTimes(parts.dataDir))
  const sendFeedback = createFeedbackSender({ ...parts, proposals, now })
  const checks = new Map<string, Promise<void>>()
  const told = () => tell({ kind: 'channels-changed' })

  /** What the store offers this machine: everything to whoever publishes, by shares to others. */
  function offeredTo({ libraryId, head }: ChannelRecord): ChannelRelease | null {
    if (!head) return null
    if (isPublisher(libraryId)) return head.releases[0] ?? null
    return releaseFor(head, secrets.subscriber(libraryId))
  }

  const presentVersion = (libraryId: string): number => team.find(libraryId)?.version ?? 0

  async function readHead(record: ReachableRecord): Promise<void> {
    const { libraryId, publicKey } = record
    const store = await stores.of(record)
    const read = await fetchHead(store, { etag: record.head && record.etag, signal })
    if (read === 'unchanged') return
    if (read === null) {
      if (isPublisher(libraryId)) return
      throw new ChannelStoreError('wrong', '这个地址上没有频道的内容了')
    }
    // Whoever holds the key puts a head on top of an old one; nobody else believes that.
    const sequence = isPublisher(libraryId) ? 0 : record.sequence
    refuseStrangeHead(read.head, { libraryId, publicKey, sequence })
    // A store without ETags shows the same head every minute.
    if (read.etag === record.etag && isSame(read.head, record.head)) return
    records.change(libraryId, {
      ...{ head: read.head, etag: read.etag, sequence: Math.max(record.sequence, read.head.sequence) },
      ...{ libraryName: read.head.library.name, publisher: read.head.publisher },
    })
  }

  const isNew = (libraryId: string, { version, manifest }: ChannelRelease): boolean => {
    const library = team.find(libraryId)
    return library === null || lacks(library, { version, manifestHash: manifest })
  }

  /** Gives a release to `use` once all of it is here. */
  async function withFetched<Result>(
    libraryId: string,
    release: ChannelRelease,
    use: (source: PackSource) => Promise<Result | null>,
  ): Promise<{ result: Result; manifest: PackManifest }> {
    const record = recordOf(libraryId)
    const { head } = record
    if (!head) throw new DeskError('channel-refused', '还没有联系上频道，请先检查更新')
    let toldAt = -Infinity
    const fetching = { store: await stores.of(record), cache, signal }
    const onProgress: OnProgress = (progress) => {
      live.of(libraryId).progress = progress
      if (now() - toldAt < PROGRESS_EVERY_MS) return
      toldAt = now()
      told()
    }
    const trunk = await fetchTrunk(fetching, libraryId, head)
    return withRelease(
      fetching,
      head,
      release,
      async ({ manifest, ...signed }) => {
        const { message, mustUpdateBy } = manifest
        noteRelease(libraryId, release.manifest, { message, mustUpdateBy })
        const found = { folder: parts.cacheFolder, libraryId, release: nameOf(signed), trunk }
        const result = await use({ kind: 'cached', ...found })
        return result === null ? null : { result, manifest }
      },
      onProgress,
    )
  }

  /** The release that this machine's own ones in files began with; null where there are none, or it is in no head. */
  async function fetchTrunk(
    fetching: Fetching,
    libraryId: string,
    head: ChannelHead,
  ): Promise<ReleaseName | null> {
    const library = team.find(libraryId)
    if (!library || !hasLeftTrunk(library)) return null
    const trunk = head.releases.find(({ manifest }) => manifest === library.trunk.manifestHash)
    return trunk ? withRelease(fetching, head, trunk, async (signed) => nameOf(signed)) : null
  }

  /** What another's release in a file is merged against is here when it comes; where it cannot be, that comes without. */
  async function keepTrunk(libraryId: string): Promise<void> {
    const record = recordOf(libraryId)
    if (!record.head) return
    const fetching = { store: await stores.of(record), cache, signal }
    await fetchTrunk(fetching, libraryId, record.head).catch(() => null)
  }

  function noteRelease(libraryId: string, manifest: string, words: ReleaseWords): void {
    const { notes, head } = recordOf(libraryId)
    const listed = new Set([manifest, ...(head?.releases ?? []).map((release) => release.manifest)])
    const kept = Object.entries(notes).filter(([hash]) => listed.has(hash))
    records.change(libraryId, { notes: { ...Object.fromEntries(kept), [manifest]: words } })
  }

  async function look(libraryId: string): Promise<void> {
    await readHead(recordOf(libraryId))
    if (isPublisher(libraryId)) {
      await publishing.settle(libraryId)
      await keepTrunk(libraryId)
    }
    await bringNewest(libraryId)
    await sayFeedback(libraryId)
  }

  async function bringNewest(libraryId: string): Promise<void> {
    const state = live.of(libraryId)
    const release = offeredTo(recordOf(libraryId))
    if (!release || !isNew(libraryId, release)) {
      refuseFork(libraryId, release)
      Object.assign(state, { status: 'current', waitingFor: null })
      return
    }
    const isForPerson = state.isAsking || !mayApply(recordOf(libraryId), release)
    if (state.waitingFor === release.manifest && isForPerson) {
      state.status = 'waiting'
      return
    }
    Object.assign(state, { status: 'fetching', progress: null })
    told()
    const isTried = mayApply(recordOf(libraryId), release)
    const { result: isApplied, manifest } = await withFetched(libraryId, release, async (source) => {
      if (isTried) return broughtQuietly(libraryId, source)
      return (await packs.look(source)) && false
    })
    const isNews =
      state.waitingFor !== release.manifest && release.version > recordOf(libraryId).appliedVersion
    if (isApplied) noteApplied(libraryId, manifest)
    Object.assign(state, {
      status: isApplied ? 'current' : 'waiting',
      waitingFor: isApplied ? null : release.manifest,
      isAsking: isTried && !isApplied,
    })
    if (isNews) sayArrived(manifest, isApplied)
    if (isApplied) await pruneCache(parts)
  }

  const mayApply = ({ libraryId, isAutomatic, appliedVersion }: ChannelRecord, { version }: ChannelRelease) =>
    isAutomatic && version > appliedVersion && !isPublisher(libraryId)

  /** False when a person must decide something first; null when it is not whole. */
  async function broughtQuietly(libraryId: string, source: PackSource): Promise<boolean | null> {
    try {
      const outcome = await packs.bringIn(source, { trusted: trustedIn(libraryId) }, 'by-itself')
      return outcome && true
    } catch (error) {
      if (error instanceof DeskError && error.code === 'undecided') return false
      throw error
    }
  }

  const trustedIn = (libraryId: string): string => fingerprintOf(recordOf(libraryId).publicKey)

  function noteApplied(libraryId: string, { version }: PackManifest): void {
    records.change(libraryId, { appliedVersion: version })
  }

  function refuseFork(libraryId: string, release: ChannelRelease | null): void {
    const library = team.find(libraryId)
    if (!library || library.version !== release?.version || library.manifestHash === release.manifest) return
    if (library.role === 'publisher') return
    throw new DeskError(
      'channel-refused',
      `频道里的和本机的都叫第 ${release.version} 版，内容却不同，没有采用。请向发布者核实`,
    )
  }

  function sayArrived({ library, version, message, mustUpdateBy }: PackManifest, isApplied: boolean): void {
    tell({ kind: 'release-arrived', library, version, message, mustUpdateBy, isApplied })
  }

  /** Whether the inbox takes it or not says nothing of the library, and is told apart from it. */
  async function sayFeedback(libraryId: string): Promise<void> {
    const record = recordOf(libraryId)
    if (isPublisher(libraryId) || presentVersion(libraryId) === 0) return
    const store = await stores.of(record)
    const subscriber = secrets.subscriber(libraryId)
    const version = presentVersion(libraryId)
    live.noteFeedback(libraryId, await sendFeedback(record, { subscriber, version, store, signal }))
  }

  async function checkOnce(libraryId: string): Promise<void> {
    const state = live.of(libraryId)
    let retryAfter: number | null = null
    try {
      await look(libraryId)
      live.work(libraryId, now())
    } catch (error) {
      if (signal.aborted || !records.find(libraryId)) return
      if (error instanceof ChannelStoreError) retryAfter = error.retryAfter
      live.fail(libraryId, error, now())
    } finally {
      state.progress = null
    }
    state.nextCheckAt = now() + nextCheckIn({ failures: state.failures, retryAfter }, random())
    told()
  }

  /** Two who ask at once wait for one answer. */
  function check(libraryId: string): Promise<void> {
    const running = checks.get(libraryId)
    if (running) return running
    const begun = inTurn(libraryId, () => checkOnce(libraryId)).finally(() => checks.delete(libraryId))
    checks.set(libraryId, begun)
    return begun
  }

  /** Gives what is offered to `use` once all of it is here. */
  async function withOffered<Result>(
    libraryId: string,
    use: (source: PackSource, release: ChannelRelease) => Promise<Result | null>,
  ): Promise<{ result: Result; manifest: PackManifest }> {
    if (!recordOf(libraryId).head) await check(libraryId)
    return inTurn(libraryId, () => {
      const release = offeredTo(recordOf(libraryId))
      if (!release || !isNew(libraryId, release))
        throw new DeskError('channel-refused', live.of(libraryId).problem ?? '已经是最新的版本，不用更新')
      return withFetched(libraryId, release, (source) => use(source, release))
    })
  }

  return {
    live,
    check,

    preview: async (libraryId: string): Promise<PackPreview> =>
      (await withOffered(libraryId, packs.look)).result,

    async apply(libraryId: string, decisions: PackDecisions, seen: string | null): Promise<PackOutcome> {
      const { result: outcome, manifest } = await withOffered(libraryId, async (source, release) => {
        refuseUnseen({ version: release.version, manifestHash: release.manifest }, seen)
        const consent = { trusted: trustedIn(libraryId), decisions, seen }
        return packs.bringIn(source, consent, 'by-hand')
      })
      noteApplied(libraryId, manifest)
      Object.assign(live.of(libraryId), { status: 'current', problem: null, waitingFor: null })
      await pruneCache(parts)
      told()
      return outcome
    },

    state(record: ChannelRecord): ChannelState {
      const { libraryId, libraryName, address, isAutomatic, sendsFeedback, notes, head } = record
      const release = offeredTo(record)
      const { status, problem, asksForSecret, progress, triedAt, workedAt, nextCheckAt, feedbackProblem } =
        live.of(libraryId)
      const isHere = release !== null && !isNew(libraryId, release)
      const words = (hash: string) => notes[hash] ?? { message: null, mustUpdateBy: null }
      return {
        ...{ libraryId, libraryName, address, isAutomatic, sendsFeedback, feedbackProblem },
        ...{ asksForSecret, progress, triedAt, workedAt, nextCheckAt },
        problem: address === null ? ADDRESS_UNREADABLE : problem,
        role: isPublisher(libraryId) ? 'publisher' : 'subscriber',
        offered: release && { version: release.version, ...words(release.manifest) },
        present: presentVersion(libraryId),
        // Between two checks a person may undo an update, or bring it in by a file.
        status: address === null ? 'refused' : statusOf(status, isHere || !release),
        releases: isPublisher(libraryId)
          ? (head?.releases ?? []).map(({ version, publishedAt, share, manifest }) => ({
              ...{ version, publishedAt, share, message: words(manifest).message },
            }))
          : [],
      }
    },
  }
}

const statusOf = (status: ChannelState['status'], isUpToDate: boolean): ChannelState['status'] =>
  status !== 'current' && status !== 'waiting' ? status : isUpToDate ? 'current' : 'waiting'

const nameOf = ({ manifestHash, signature }: ReleaseName): ReleaseName => ({ manifestHash, signature })
