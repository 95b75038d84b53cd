import {
  CHANNEL_FORMAT_VERSION,
  CHANNEL_LIMITS,
  type ChannelFeedback,
} from '../../../../shared/model/channel.ts'
import { canonicalJson } from '../../../../shared/packs/canonical.ts'
import { mayNameBuyer } from '../../../../shared/privacy/buyer-traces.ts'
import type { Database } from '../../database/open-database.ts'
import { sha256 } from '../../packs/signed-release.ts'
import type { ChannelRecord, ChannelRecords } from '../channel-records.ts'
import { type ChannelStore, ChannelStoreError } from '../channel-store.ts'
import { packObject } from '../objects.ts'
import type { MissLog } from './miss-log.ts'
import type { Proposals } from './proposals.ts'

const LEAST_APART_MS = 60 * 60_000
const MOST_USES = 2_000
const MOST_MISSES = 200

export const INBOX = 'inbox/'

interface Sources {
  database: Database
  records: ChannelRecords
  misses: MissLog
  proposals: Proposals
  /** Of the buyers who are known here. @throws DeskError `customers-locked` */
  nicknames: () => Promise<readonly string[]>
  now: () => number
}

export type Sending =
  | { status: 'sent' }
  | { status: 'nothing' }
  /** It is no trouble of the library's, whose releases come all the same. */
  | { status: 'refused'; why: ChannelStoreError }

const NOTHING: Sending = { status: 'nothing' }

/** Puts what one agent's program has to say into a channel's inbox: nothing of buyers, and no words of one's own but proposals. */
export function createFeedbackSender({ database, records, misses, proposals, nicknames, now }: Sources) {
  const usesSince = database.prepare<[string, number], { entryId: string; uses: number }>(`
    SELECT entry_id AS entryId, count(*) AS uses
    FROM team_entries JOIN usage_events ON usage_events.phrase_id = local_id
    WHERE library_id = ? AND kind = 'phrase' AND at >= ?
    GROUP BY entry_id ORDER BY uses DESC, entry_id LIMIT ${MOST_USES}`)

  async function feedbackOf({ libraryId, sendsFeedback, joinedAt }: ChannelRecord) {
    const uses = sendsFeedback ? usesSince.all(libraryId, joinedAt) : []
    return {
      uses: Object.fromEntries(uses.map(({ entryId, uses: count }) => [entryId, count])),
      misses: sendsFeedback ? (await tellableMisses()).slice(0, MOST_MISSES) : [],
      proposals: proposals.list(libraryId),
    }
  }

  /** Without those that are in the name of a buyer, who may have become one since; where nobody can tell, without any. */
  async function tellableMisses() {
    const found = misses.list()
    if (found.length === 0) return []
    const names = await nicknames().catch(() => null)
    if (!names) return []
    const named = found.filter(({ query }) => mayNameBuyer(query, names))
    for (const { query } of named) misses.forget(query)
    return found.filter((miss) => !named.includes(miss))
  }

  /**
   * Writes when an hour has passed and something is new.
   *
   * @param version the one here
   * @returns `sent`, `refused` with the store's words when it took nothing (it is asked again in an hour), or `nothing`
   */
  return async function sendFeedback(
    record: ChannelRecord,
    {
      subscriber,
      version,
      store,
      signal,
    }: { subscriber: string; version: number; store: ChannelStore; signal: AbortSignal },
  ): Promise<Sending> {
    if (!store.isWritable) return NOTHING
    // A clock that was set back does not put the next one off.
    if (record.feedbackAt !== null && Math.abs(now() - record.feedbackAt) < LEAST_APART_MS) return NOTHING
    const said = await feedbackOf(record)
    const hash = sha256(Buffer.from(canonicalJson({ ...said, version })))
    const isNothing = Object.keys(said.uses).length + said.misses.length + said.proposals.length === 0
    if (hash === record.feedbackHash || (isNothing && record.feedbackHash === null)) return NOTHING
    const feedback: ChannelFeedback = {
      format: 'golden-six-feedback',
      formatVersion: CHANNEL_FORMAT_VERSION,
      ...{ subscriber, libraryId: record.libraryId, version, writtenAt: now() },
      ...said,
    }
    const bytes = await withinLimit(feedback)
    try {
      await store.write(`${INBOX}${subscriber}.json`, bytes, { only: null, signal })
    } catch (error) {
      if (!(error instanceof ChannelStoreError)) throw error
      // Asked again in an hour, not in a minute.
      records.change(record.libraryId, { feedbackAt: now() })
      return { status: 'refused', why: error }
    }
    records.change(record.libraryId, { feedbackHash: hash, feedbackAt: now() })
    return { status: 'sent' }
  }
}

/** The oldest proposals wait until those before them were read. */
async function withinLimit(feedback: ChannelFeedback): Promise<Uint8Array> {
  for (let said = feedback; ; said = { ...said, proposals: said.proposals.slice(0, -1) }) {
    const content = Buffer.from(`${canonicalJson(said)}\n`)
    if (content.length <= CHANNEL_LIMITS.feedbackBytes || said.proposals.length === 0)
      return packObject(content)
  }
}
