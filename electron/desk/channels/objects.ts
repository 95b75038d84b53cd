import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { CHANNEL_LIMITS } from '../../../shared/model/channel.ts'
import { sha256 } from '../packs/signed-release.ts'
import { type ChannelStore, ChannelStoreError } from './channel-store.ts'

const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** An object that begins so is packed (RFC 1952); no file of a pack does by itself. */
const GZIP = Buffer.from([0x1f, 0x8b])

/** Where the content of this SHA-256 lies in a store. */
export const objectPath = (hash: string): string => `objects/${hash.slice(0, 2)}/${hash}`

/** As it is stored: packed where that is smaller, or where it would be taken for packed otherwise. */
export async function packObject(content: Uint8Array): Promise<Uint8Array> {
  const packed = await zip(content, { level: 9 })
  return packed.length < content.length || beginsPacked(content) ? packed : content
}

/**
 * The content of a stored object.
 *
 * @param limit bytes of the content, at most
 * @returns null when it is not what its name says
 */
export async function unpackObject(stored: Uint8Array, hash: string, limit: number): Promise<Buffer | null> {
  if (!beginsPacked(stored) && stored.length > limit) return null
  const content = beginsPacked(stored)
    ? await unzip(stored, { maxOutputLength: Math.max(1, limit) }).catch(() => null)
    : Buffer.from(stored)
  return content && sha256(content) === hash ? content : null
}

/**
 * Sees to it that the store has this object, whole.
 *
 * @returns the bytes that had to be sent; 0 when it was there
 * @throws ChannelStoreError
 */
export async function sendObject(
  store: ChannelStore,
  hash: string,
  content: Uint8Array,
  signal: AbortSignal,
): Promise<number> {
  const stored = await packObject(content)
  const { isNew } = await store.write(objectPath(hash), stored, { only: 'new', signal })
  if (isNew) return stored.length
  // A cut copy by some other program may lie under that name.
  const limit = CHANNEL_LIMITS.objectBytes
  const present = await store
    .read(objectPath(hash), { limit, signal })
    .catch((error: unknown) => (isWrong(error) ? null : Promise.reject(error)))
  if (present && present !== 'unchanged' && (await unpackObject(present.bytes, hash, content.length)))
    return 0
  await store.write(objectPath(hash), stored, { only: null, signal })
  return stored.length
}

/**
 * Reads one object.
 *
 * @param limit bytes of the content, at most
 * @throws ChannelStoreError; `wrong` when it lacks, or is not what its name says
 */
export async function fetchObject(
  store: ChannelStore,
  hash: string,
  limit: number,
  signal: AbortSignal,
): Promise<{ content: Buffer; stored: Uint8Array }> {
  const file = await store.read(objectPath(hash), { limit: CHANNEL_LIMITS.objectBytes, signal })
  if (file === null || file === 'unchanged')
    throw new ChannelStoreError('wrong', '频道里缺少这一版的部分内容，可能还没有复制完')
  const content = await unpackObject(file.bytes, hash, limit)
  if (!content) throw new ChannelStoreError('wrong', '频道里有内容和发布时不一样，可能在传输中损坏')
  return { content, stored: file.bytes }
}

/** Whether these bytes are packed by gzip. */
export const beginsPacked = (bytes: Uint8Array): boolean => GZIP.equals(bytes.subarray(0, GZIP.length))

const isWrong = (error: unknown): boolean => error instanceof ChannelStoreError && error.problem === 'wrong'
