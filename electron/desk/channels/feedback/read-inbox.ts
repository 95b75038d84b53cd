import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { CHANNEL_LIMITS, ChannelFeedback } from '../../../../shared/model/channel.ts'
import { type ChannelStore, ChannelStoreError } from '../channel-store.ts'
import { beginsPacked } from '../objects.ts'
import { eachOf } from '../parallel.ts'
import { createGathering, type Gathering } from './gathering.ts'
import { INBOX } from './send-feedback.ts'

const unzip = promisify(gunzip)
const PARALLEL = 8
const FILE = /^inbox\/([A-Za-z0-9_-]{1,64})\.json$/

/** What of an inbox is read at once: more than a team's agents write; somebody else fills it then. */
export const INBOX_BOUNDS = { files: 20_000, bytes: 64 * 1024 * 1024 } as const

export interface ReadInbox {
  gathered: Gathering
  /** Files that are no feedback for this library. */
  unreadable: number
  /** At least so many were not read, because there are too many or they are too large together. */
  leftOut: number
}

/**
 * Adds up what agents' programs put into the inbox, a few files at a time.
 *
 * @param answered ids of proposals that were taken or dismissed
 * @throws ChannelStoreError
 */
export async function readInbox(
  store: ChannelStore,
  {
    libraryId,
    answered,
    signal,
    bounds = INBOX_BOUNDS,
  }: {
    libraryId: string
    answered: ReadonlySet<string>
    signal: AbortSignal
    bounds?: { files: number; bytes: number }
  },
): Promise<ReadInbox> {
  const inbox = await listInbox(store, bounds.files, signal)
  const gathered = createGathering(answered)
  let unreadable = 0
  let leftOut = inbox.leftOut
  let bytes = 0

  await eachOf(inbox.paths, PARALLEL, async (path) => {
    if (bytes >= bounds.bytes) {
      leftOut++
      return
    }
    const file = await fileAt(store, path, signal)
    bytes += file?.length ?? 0
    const feedback = file && (await feedbackIn(file))
    // Nobody speaks under another's number, nor of another library.
    if (feedback?.libraryId === libraryId && path === `${INBOX}${feedback.subscriber}.json`)
      gathered.add(feedback)
    else unreadable++
  })
  return { gathered, unreadable, leftOut }
}

/**
 * What may be feedback in an inbox, and how many files there are besides what is read of it. Other files lie about there,
 * too, and a store may end its listing once it has enough: with some of them in the way it still reaches what counts.
 */
async function listInbox(
  store: ChannelStore,
  atMost: number,
  signal: AbortSignal,
): Promise<{ paths: string[]; leftOut: number }> {
  const enough = 2 * (atMost + 1)
  const listed = await store.list(INBOX, { signal, enough })
  const found = listed.filter((path) => FILE.test(path))
  const paths = found.slice(0, atMost)
  // Of a listing that was ended nobody knows what else there is: all that was not read may stand before it.
  return { paths, leftOut: (listed.length < enough ? found : listed).length - paths.length }
}

/** Null for one that is too large, or gone since it was listed. */
async function fileAt(store: ChannelStore, path: string, signal: AbortSignal): Promise<Uint8Array | null> {
  try {
    const file = await store.read(path, { limit: CHANNEL_LIMITS.feedbackBytes, signal })
    return file && file !== 'unchanged' ? file.bytes : null
  } catch (error) {
    if (error instanceof ChannelStoreError && error.problem === 'wrong') return null
    throw error
  }
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
