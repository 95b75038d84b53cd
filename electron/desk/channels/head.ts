import { CHANNEL_FORMAT_VERSION, CHANNEL_LIMITS, ChannelHead } from '../../../shared/model/channel.ts'
import { canonicalJson } from '../../../shared/packs/canonical.ts'
import { DeskError } from '../desk-error.ts'
import { fingerprintOf, isSignedBy, type PublisherKey, signBytes } from '../packs/signing.ts'
import { type ChannelStore, ChannelStoreError } from './channel-store.ts'

export const HEAD_FILE = 'channel.json'

/** A head as the store holds it. */
export interface StoredHead {
  head: ChannelHead
  etag: string | null
}

/** What this machine knows of a channel before it asks. */
export interface KnownChannel {
  libraryId: string
  /** Ed25519, Base64: the key that is trusted. */
  publicKey: string
  /** The largest `sequence` that was seen; 0 for none. */
  sequence: number
}

/** Two lines: the head as canonical JSON, and the Base64 of its signature. */
export function signHead(head: ChannelHead, key: PublisherKey): Buffer {
  const line = canonicalJson(head)
  const signature = signBytes('channel', Buffer.from(line), key)
  return Buffer.from(`${line}\n${signature.toString('base64')}\n`)
}

/**
 * A head as if an enemy had written it: signed by the key that it names. Whether that is the right key is asked by
 * `refuseStrangeHead`.
 *
 * @throws DeskError `channel-refused`
 */
export function readHead(bytes: Uint8Array): ChannelHead {
  const [line = '', signature = ''] = textOf(bytes).split('\n')
  const value = parsedLine(line)
  const { format, formatVersion } = (value ?? {}) as Partial<ChannelHead>
  if (format === 'golden-six-channel' && Number(formatVersion) > CHANNEL_FORMAT_VERSION)
    throw refused('它由更新版本的黄金六秒发布，请先升级本机的程序')
  const parsed = ChannelHead.safeParse(value)
  if (!parsed.success) throw refused('目录不合规则')
  const head = parsed.data
  if (!isSignedBy(head.publicKey, 'channel', Buffer.from(line), Buffer.from(signature, 'base64')))
    throw refused('目录的签名不对，内容可能被改动过')
  if (head.releases.some(({ version }, at) => version >= (head.releases[at - 1]?.version ?? Infinity)))
    throw refused('目录里的版本次序不对')
  return head
}

/**
 * Another library, another key, or an older head played again: nothing of it is believed. Clocks have no say in it.
 *
 * @throws DeskError `channel-refused`
 */
export function refuseStrangeHead(head: ChannelHead, known: KnownChannel): void {
  if (head.library.id !== known.libraryId) throw refused('这个地址上现在是另一个话术库')
  if (head.publicKey !== known.publicKey) {
    throw refused(
      `发布者的密钥变了！本机信任的指纹是 ${fingerprintOf(known.publicKey)}，频道里的是 ${fingerprintOf(head.publicKey)}。请当面或打电话向发布者核实`,
    )
  }
  if (head.sequence < known.sequence)
    throw refused('频道退回到了以前的目录，可能有人放回了旧文件。请向发布者核实')
}

/**
 * The head in a store, null when there is none, or `'unchanged'` since `etag`.
 *
 * @throws ChannelStoreError, DeskError `channel-refused`
 */
export async function fetchHead(
  store: ChannelStore,
  { etag, signal }: { etag?: string | null; signal: AbortSignal },
): Promise<StoredHead | 'unchanged' | null> {
  const limit = CHANNEL_LIMITS.headBytes
  const file = await store.read(HEAD_FILE, { limit, signal, ...(etag && { etag }) })
  if (file === null || file === 'unchanged') return file
  return { head: readHead(file.bytes), etag: file.etag }
}

/**
 * Replaces the head that was read, and no other.
 *
 * @param read null when there was none
 * @throws ChannelStoreError; `conflict` when somebody wrote another meanwhile
 */
export async function writeHead(
  store: ChannelStore,
  read: StoredHead | null,
  head: ChannelHead,
  key: PublisherKey,
  signal: AbortSignal,
): Promise<StoredHead> {
  const bytes = signHead(head, key)
  // A store without ETags can only be asked to replace what is there.
  const only = read === null ? 'new' : read.etag === null ? null : { etag: read.etag }
  const { etag, isNew } = await store.write(HEAD_FILE, bytes, { only, signal })
  if (only === 'new' && !isNew) throw new ChannelStoreError('conflict', '另一台电脑刚刚写了这个频道')
  return { head, etag }
}

const refused = (why: string) =>
  new DeskError('channel-refused', `没有采用频道的内容：${why}。本机的话术没有改动`)

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refused('目录已损坏，或还没有复制完')
  }
}

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw refused('目录已损坏，或还没有复制完')
  }
}
