import path from 'node:path'
import {
  type ChannelAddress,
  type ChannelMeeting,
  type ChannelState,
  isReadOnly,
} from '../../../shared/model/channel.ts'
import { DeskError } from '../desk-error.ts'
import { fingerprintOf } from '../packs/signing.ts'
import type { ChannelDesk, ChannelPlace } from './channel-api.ts'
import { asked, assembleParts, type Surroundings } from './channel-parts.ts'
import { opensAlso } from './channel-secrets.ts'
import { createFaultLog } from './fault-log.ts'
import { createLeadInbox } from './feedback/lead-inbox.ts'
import { createProposals } from './feedback/proposals.ts'
import { createFollower } from './follower.ts'
import { fetchHead, type StoredHead } from './head.ts'
import { beginPolling } from './polling.ts'
import { createPublishing } from './publishing.ts'
import { releaseFor } from './share.ts'

export interface RunningChannels extends ChannelDesk {
  /** Asks after every channel each minute; returns what ends that. */
  begin(): () => void
  /** Ends what is under way; resolves when nothing is. */
  close(): Promise<void>
}

/** The channels of a team's libraries on this machine. */
export function createChannelDesk(around: Surroundings): RunningChannels {
  const stop = new AbortController()
  const parts = assembleParts(around, stop.signal)
  const { records, secrets, stores, team, book, signal, clockwork, recordOf, tell } = parts
  const proposals = createProposals(around.database, { ...around, now: clockwork.now })
  const publishing = createPublishing(parts)
  const follower = createFollower(parts, { publishing, proposals })
  const inbox = createLeadInbox(parts, proposals)
  const underWay = new Set<Promise<unknown>>()
  // Only while it asks by itself: else whoever asks is told.
  const noteFault = createFaultLog()

  /** What a person asked for; the desk waits for its end when it closes. */
  function doing<Result>(act: () => Promise<Result>): Promise<Result> {
    const work = asked(act)
    const ended = work.catch(() => undefined).finally(() => underWay.delete(ended))
    underWay.add(ended)
    return work
  }

  const inTurn = <Result>(libraryId: string, act: () => Promise<Result>): Promise<Result> =>
    doing(() => parts.inTurn(libraryId, act))

  const stateOf = (libraryId: string): ChannelState => follower.state(recordOf(libraryId))

  /** The secret that is meant: what was typed, else one that is kept for the same account of the same server. */
  async function secretFor({ address, secret }: ChannelPlace): Promise<string | null> {
    if (secret !== null) return secret
    const kept = records.all().find((record) => record.address !== null && opensAlso(record.address, address))
    return kept ? secrets.get(kept.libraryId) : null
  }

  async function headAt({ address }: ChannelPlace, secret: string | null): Promise<StoredHead | null> {
    refuseOddFolder(address)
    const read = await fetchHead(parts.openStore(address, secret), { signal })
    return read === 'unchanged' ? null : read
  }

  async function meet(place: ChannelPlace): Promise<StoredHead & { secret: string | null }> {
    const secret = await secretFor(place)
    const read = await headAt(place, secret)
    if (!read)
      throw new DeskError('channel-refused', '这个地址上还没有频道。请核对地址，或请发布者先发布一版')
    return { ...read, secret }
  }

  function trustIn({ library, publicKey }: StoredHead['head']): ChannelMeeting['trust'] {
    const known = team.find(library.id)?.publicKey ?? records.find(library.id)?.publicKey
    if (known === undefined) return 'new'
    return known === publicKey ? 'known' : 'other-key'
  }

  /**
   * Writes down where a library's channel is; what was known of another address is known no more. In turn: a check that
   * is under way would write what it found at the old address beside the new one.
   */
  async function connect(
    { address }: ChannelPlace,
    secret: string | null,
    known: { libraryId: string; libraryName: string; publicKey: string; publisher: string },
  ): Promise<void> {
    const { libraryId } = known
    await parts.inTurn(libraryId, async () => {
      if (secret === null) secrets.forget(libraryId)
      else await secrets.keep(libraryId, secret)
      const before = records.find(libraryId)
      records.save({
        ...known,
        address,
        ...{ isAutomatic: before?.isAutomatic ?? true, sendsFeedback: before?.sendsFeedback ?? false },
        ...{ head: null, etag: null, sequence: before?.sequence ?? 0 },
        ...{ appliedVersion: before?.appliedVersion ?? 0, pending: before?.pending ?? null },
        ...{ notes: before?.notes ?? {}, feedbackHash: null, feedbackAt: null },
        joinedAt: before?.joinedAt ?? clockwork.now(),
      })
      stores.forget(libraryId)
      follower.live.forget(libraryId)
    })
    await follower.check(libraryId)
  }

  return {
    list: () => records.all().map(follower.state),

    meet: (place) =>
      doing(async () => {
        const { head } = await meet(place)
        return {
          library: head.library,
          publisher: head.publisher,
          fingerprint: fingerprintOf(head.publicKey),
          version: releaseFor(head, secrets.subscriber(head.library.id))?.version ?? 0,
          trust: trustIn(head),
        }
      }),

    subscribe: ({ trusted, ...place }) =>
      doing(async () => {
        const { head, secret } = await meet(place)
        const { library, publicKey, publisher } = head
        const trust = trustIn(head)
        if (trust === 'other-key')
          throw new DeskError(
            'pack-untrusted',
            `发布者的密钥变了，没有订阅！频道里的指纹是 ${fingerprintOf(publicKey)}，和本机信任的不同。请当面或打电话向发布者核实`,
          )
        if (trust === 'new' && trusted !== fingerprintOf(publicKey))
          throw new DeskError('pack-untrusted', '还没有确认发布者的指纹，没有订阅')
        const known = { libraryId: library.id, libraryName: library.name, publicKey, publisher }
        await connect(place, secret, known)
        return stateOf(library.id)
      }),

    attach: (libraryId, place) =>
      doing(async () => {
        const library = team.find(libraryId)
        if (!library) throw new DeskError('not-found', '这个团队话术库已不在这台电脑上')
        const secret = await secretFor(place)
        if (library.role === 'publisher' && isReadOnly(place.address))
          throw new DeskError('channel-refused', '这个地址只能读，不能发布。请换成能写入的地址')
        const read = await headAt(place, secret)
        if (!read && library.role === 'subscriber')
          throw new DeskError('channel-refused', '这个地址上还没有频道。请核对地址')
        if (read && read.head.library.id !== libraryId)
          throw new DeskError(
            'channel-refused',
            `这个地址上是另一个话术库《${read.head.library.name}》，没有连接`,
          )
        if (read && read.head.publicKey !== library.publicKey)
          throw new DeskError(
            'pack-untrusted',
            '这个地址上的话术库由另一把密钥发布，没有连接。请向发布者核实',
          )
        const { name: libraryName, publicKey, publisher } = library
        await connect(place, secret, { libraryId, libraryName, publicKey, publisher })
        return stateOf(libraryId)
      }),

    detach(libraryId) {
      secrets.forget(libraryId)
      stores.forget(libraryId)
      follower.live.forget(libraryId)
      records.remove(libraryId)
      tell({ kind: 'channels-changed' })
    },

    check: (libraryId) =>
      doing(async () => {
        recordOf(libraryId)
        await follower.check(libraryId)
        return stateOf(libraryId)
      }),

    preview: (libraryId) => doing(() => follower.preview(libraryId)),
    apply: (libraryId, decisions, seen = null) => doing(() => follower.apply(libraryId, decisions, seen)),

    publish: (libraryId, notes) => inTurn(libraryId, () => publishing.publish(libraryId, notes)),
    rollBack: (libraryId, version, notes) =>
      inTurn(libraryId, () => publishing.rollBack(libraryId, version, notes)),
    setShare: (libraryId, version, share) =>
      inTurn(libraryId, async () => {
        await publishing.setShare(libraryId, version, share)
        return stateOf(libraryId)
      }),

    configure(libraryId, choices) {
      recordOf(libraryId)
      // The next check brings in what has waited, or sends what there is to say.
      records.change(libraryId, { ...choices, feedbackAt: null })
      follower.live.of(libraryId).nextCheckAt = clockwork.now()
      tell({ kind: 'channels-changed' })
      return stateOf(libraryId)
    },

    async propose(libraryId, phraseId, note) {
      if (isReadOnly(recordOf(libraryId).address))
        throw new DeskError(
          'channel-refused',
          '没有提交：这个频道的网址只能读，建议送不到主管那里。请直接告诉主管',
        )
      await proposals.propose(libraryId, book.get(phraseId), note)
      records.change(libraryId, { feedbackAt: null })
      follower.live.of(libraryId).nextCheckAt = clockwork.now()
    },

    inbox: (libraryId) => doing(() => inbox.inbox(libraryId)),
    takeProposal: (libraryId, proposalId) => doing(() => inbox.takeProposal(libraryId, proposalId)),
    dismissProposal: (libraryId, proposalId) => doing(() => inbox.dismissProposal(libraryId, proposalId)),

    begin: () =>
      beginPolling(
        clockwork,
        () =>
          records
            .all()
            .map(({ libraryId }) => ({ libraryId, nextCheckAt: follower.live.of(libraryId).nextCheckAt })),
        {
          async check(libraryId) {
            await doing(() => follower.check(libraryId))
            const { fault, feedbackFault } = follower.live.of(libraryId)
            noteFault(`Channel ${libraryId}`, fault)
            noteFault(`Feedback to channel ${libraryId}`, feedbackFault)
          },
          noteFault,
          schedule: (libraryId, at) => {
            follower.live.of(libraryId).nextCheckAt = at
          },
        },
      ),

    async close() {
      stop.abort()
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

/** `\\NAS\team` and `Z:\team` are whole paths, too; one that depends on where the program was started is none. */
function refuseOddFolder(address: ChannelAddress): void {
  if (address.kind !== 'folder' || path.isAbsolute(address.path)) return
  throw new DeskError('channel-refused', '请填写文件夹的完整路径，例如 \\\\NAS\\话术 或 D:\\话术')
}
