import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { CHANNEL_LIMITS, ChannelFeedback, type ChannelInbox } from '../../../../shared/model/channel.ts'
import { type ChannelStore, ChannelStoreError } from '../channel-store.ts'
import { beginsPacked } from '../objects.ts'
import { eachOf } from '../parallel.ts'
import { INBOX } from './send-feedback.ts'

const unzip = promisify(gunzip)
const PARALLEL = 8
/** More than a team has agents; somebody else fills the inbox then. */
const MOST_FILES = 20_000
const SHOWN_USES = 500
const SHOWN_MISSES = 200
const SHOWN_PROPOSALS = 500
const FILE = /^inbox\/([A-Za-z0-9_-]{1,64})\.json$/

/** Everything that agents' programs put into the inbox; what cannot be read is counted. */
export async function readInbox(
  store: ChannelStore,
  libraryId: string,
  signal: AbortSignal,
): Promise<{ feedback: ChannelFeedback[]; unreadable: number }> {
  const paths = (await store.list(INBOX, { signal })).filter((path) => FILE.test(path)).slice(0, MOST_FILES)
  const feedback: ChannelFeedback[] = []
  let unreadable = 0
  await eachOf(paths, PARALLEL, async (path) => {
    const file = await store
      .read(path, { limit: CHANNEL_LIMITS.feedbackBytes, signal })
      .catch((error: unknown) => {
        if (error instanceof ChannelStoreError && error.problem === 'wrong') return null
        throw error
      })
    const read = file && file !== 'unchanged' ? await feedbackIn(file.bytes) : null
    // Nobody speaks under another's number, nor of another library.
    if (read?.libraryId === libraryId && path === `${INBOX}${read.subscriber}.json`) feedback.push(read)
    else unreadable++
  })
  return { feedback, unreadable }
}

async function feedbackIn(bytes: Uint8Array): Promise<ChannelFeedback | null> {
  try {
    const content = beginsPacked(bytes)
      ? await unzip(bytes, { maxOutputLength: CHANNEL_LIMITS.feedbackBytes })
      : bytes
    return ChannelFeedback.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content)))
  } catch {
    return null
  }
}

/**
 * What a lead sees of it.
 *
 * @param library the phrase here of each entry, with its title, and the proposals that were answered
 */
export function sumUp(
  { feedback, unreadable }: { feedback: readonly ChannelFeedback[]; unreadable: number },
  library: {
    phrases: ReadonlyMap<string, { phraseId: string; title: string }>
    answered: ReadonlySet<string>
  },
): ChannelInbox {
  const versions = new Map<number, number>()
  const uses = new Map<string, number>()
  const misses = new Map<string, { count: number; subscribers: number }>()
  const proposals = new Map<string, ChannelInbox['proposals'][number]>()
  for (const one of feedback) {
    versions.set(one.version, (versions.get(one.version) ?? 0) + 1)
    for (const [entryId, count] of Object.entries(one.uses))
      uses.set(entryId, (uses.get(entryId) ?? 0) + count)
    for (const { query, count } of one.misses) {
      const before = misses.get(query) ?? { count: 0, subscribers: 0 }
      misses.set(query, { count: before.count + count, subscribers: before.subscribers + 1 })
    }
    for (const proposal of one.proposals)
      if (!library.answered.has(proposal.id)) proposals.set(proposal.id, proposal)
  }
  return {
    subscribers: {
      total: feedback.length,
      byVersion: [...versions]
        .map(([version, subscribers]) => ({ version, subscribers }))
        .sort((a, b) => b.version - a.version),
    },
    uses: [...uses]
      .map(([entryId, count]) => {
        const known = library.phrases.get(entryId)
        return {
          phraseId: known?.phraseId ?? null,
          title: known?.title ?? '已不在话术库里的话术',
          uses: count,
        }
      })
      .sort((a, b) => b.uses - a.uses)
      .slice(0, SHOWN_USES),
    misses: [...misses]
      .map(([query, { count, subscribers }]) => ({ query, count, subscribers }))
      .sort((a, b) => b.subscribers - a.subscribers || b.count - a.count || (a.query < b.query ? -1 : 1))
      .slice(0, SHOWN_MISSES),
    proposals: withoutTwins([...proposals.values()])
      .sort((a, b) => b.proposedAt - a.proposedAt)
      .slice(0, SHOWN_PROPOSALS),
    unreadable,
  }
}

/** Two agents may propose the same words; the first to do so stays. */
function withoutTwins(proposals: ChannelInbox['proposals']): ChannelInbox['proposals'] {
  const byWords = new Map<string, ChannelInbox['proposals'][number]>()
  for (const proposal of proposals.toSorted((a, b) => a.proposedAt - b.proposedAt)) {
    const words = proposal.body.replace(/\s+/g, '')
    if (!byWords.has(words)) byWords.set(words, proposal)
  }
  return [...byWords.values()]
}
