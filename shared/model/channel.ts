import { z } from 'zod'
import { ImageHash } from './image.ts'
import { EntryId } from './pack.ts'
import { GroupName } from './phrase.ts'

/** Raised when an older program could not read a channel any more; see docs/channel-format.md. */
export const CHANNEL_FORMAT_VERSION = 1

/** What a channel may hold, and how much of it a subscriber reads before it distrusts the store. */
export const CHANNEL_LIMITS = {
  /** Releases that a head lists; older ones stay in the store, but nobody rolls back to them. */
  releases: 50,
  headBytes: 64 * 1024,
  /** Of one object as it is stored. */
  objectBytes: 64 * 1024 * 1024,
  feedbackBytes: 256 * 1024,
} as const

/** An address on the web. An account in it would be kept, shown and logged with it; what is secret is sealed apart. */
const WebAddress = z
  .url({ protocol: /^https?$/, error: '要以 http:// 或 https:// 开头的完整地址' })
  .max(1_000)
  .refine(namesNobody, '地址里不要写账号和密码，会被别人看到')

function namesNobody(url: string): boolean {
  if (!URL.canParse(url)) return true
  const { username, password } = new URL(url)
  return username === '' && password === ''
}

/** Where a channel lives. Secrets are never part of it: they are kept sealed, apart. */
export const ChannelAddress = z.discriminatedUnion('kind', [
  /** A folder of this machine, of a NAS or a shared drive. */
  z.object({ kind: z.literal('folder'), path: z.string().trim().min(1).max(1_000) }),
  /** Any WebDAV server, e.g. 坚果云; the secret is the (application's) password. */
  z.object({
    kind: z.literal('webdav'),
    url: WebAddress,
    user: z.string().max(200),
  }),
  /** S3-compatible storage, e.g. Aliyun OSS or MinIO; the secret is the secret access key. */
  z.object({
    kind: z.literal('s3'),
    endpoint: WebAddress,
    region: z.string().trim().min(1).max(60),
    bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, '存储桶的名称不合规则'),
    /** Of all paths, `''` or ending with a slash. */
    prefix: z
      .string()
      .regex(/^([A-Za-z0-9_-]+\/)*$/, '前缀只能用字母、数字、- 和 _，以 / 结尾')
      .max(200),
    accessKeyId: z.string().trim().max(200),
    /** `https://endpoint/bucket/…` rather than `https://bucket.endpoint/…`. */
    isPathStyle: z.boolean(),
  }),
  /**
   * Plain HTTP(S), to read only: what a publisher's store or its CDN shows to everyone, or to whoever knows a user's
   * password, the secret. That goes over https alone.
   */
  z
    .object({ kind: z.literal('https'), url: WebAddress, user: z.string().max(200).default('') })
    .refine(({ url, user }) => user === '' || /^https:/i.test(url), {
      path: ['url'],
      error: '有密码的网址要以 https:// 开头，否则密码会在路上被人看到',
    }),
])
export type ChannelAddress = z.infer<typeof ChannelAddress>

/** Whether nothing can ever be written there: neither a release nor anything for its lead. */
export const isReadOnly = ({ kind }: Pick<ChannelAddress, 'kind'>): boolean => kind === 'https'

/** One release in a channel. Its manifest is the pack's: message, last day and hashes of all files are in there. */
export const ChannelRelease = z.object({
  version: z.int().min(1).max(1_000_000_000),
  /** Of the pack's `manifest.json`; the object of that name holds it. */
  manifest: ImageHash,
  manifestBytes: z.int().min(1),
  /** Ed25519 over the manifest, as `manifest.sig` of a pack has it; Base64. */
  signature: z.base64().length(88),
  /** The object from which the manifest can be made with that of an earlier version; null for none. */
  delta: z.object({ from: z.int().min(1), object: ImageHash, bytes: z.int().min(1) }).nullable(),
  publishedAt: z.int().min(0),
  /** Of the subscribers, in percent, who get it already; chosen by the hash of their id. */
  share: z.int().min(0).max(100),
})
export type ChannelRelease = z.infer<typeof ChannelRelease>

/** The small file at the top of a channel, written last: which releases there are and who is to have them. */
export const ChannelHead = z.object({
  format: z.literal('golden-six-channel'),
  formatVersion: z.int().min(1),
  library: z.object({ id: EntryId, name: GroupName }),
  /** Ed25519, 32 bytes, Base64: the key that signs head and releases. */
  publicKey: z.base64().length(44),
  publisher: z.string().min(1).max(60),
  /** Counts the heads written, from 1: a smaller one is an old head played again. */
  sequence: z.int().min(1),
  /** Newest first. */
  releases: z.array(ChannelRelease).max(CHANNEL_LIMITS.releases),
})
export type ChannelHead = z.infer<typeof ChannelHead>

/** A library's channel as this machine knows it. */
export interface ChannelState {
  libraryId: string
  libraryName: string
  role: 'publisher' | 'subscriber'
  /** Null for one that cannot be read any more: the channel can be given another, or be left. */
  address: ChannelAddress | null
  /** What the store offers this machine; null before the first answer. */
  offered: { version: number; message: string | null; mustUpdateBy: string | null } | null
  /** The version here; 0 for none. */
  present: number
  /** `waiting`: fetched and verified, and asks for decisions or for a confirmation; `offline`: tried again later. */
  status: 'current' | 'fetching' | 'waiting' | 'offline' | 'refused'
  /** In the person's words, when `status` is `offline` or `refused`. */
  problem: string | null
  /** Bytes of `waiting`'s download that are here, and of all it needs; null unless fetching. */
  progress: { bytes: number; of: number } | null
  /** Whether what opens the store is missing here or refused there: a person must give it again. */
  asksForSecret: boolean
  /** ms since 1970 of the last check, however it ended, and of the last that ended well; null for none yet. */
  triedAt: number | null
  workedAt: number | null
  /** Of the next try. */
  nextCheckAt: number | null
  /** Whether releases that ask for no decision are applied without a click. */
  isAutomatic: boolean
  /** Whether use counts and searches that found nothing go to the channel's inbox; never buyers' data. */
  sendsFeedback: boolean
  /** Why what was to go to the inbox, proposals included, did not get there at the last try; null when it did. */
  feedbackProblem: string | null
  /** Publisher only: releases that can be rolled back to, newest first. */
  releases: { version: number; publishedAt: number; share: number; message: string | null }[]
}

/** A release that a channel brought to this machine. */
export interface ReleaseArrival {
  library: { id: string; name: string }
  version: number
  /** To the agents; null for none. */
  message: string | null
  mustUpdateBy: string | null
  /** Else it waits for somebody to decide or to confirm. */
  isApplied: boolean
}

/** What stands at an address; nothing was stored. */
export interface ChannelMeeting {
  library: { id: string; name: string }
  publisher: string
  fingerprint: string
  /** The newest that this machine would get; 0 for none yet. */
  version: number
  /** `new`: asks whether to trust the key; `other-key`: must be refused. */
  trust: 'new' | 'known' | 'other-key'
}

export interface ChannelPublication {
  version: number
  /** What had to be sent: objects that the store had already are not among them. */
  sent: { objects: number; bytes: number }
}

/** What one agent's program puts into the inbox: a file that replaces the one before. */
export const ChannelFeedback = z.object({
  format: z.literal('golden-six-feedback'),
  formatVersion: z.int().min(1),
  /** A random number of this machine's, for this channel alone; says nothing about who it is. */
  subscriber: EntryId,
  libraryId: EntryId,
  /** The version here. */
  version: z.int().min(0),
  writtenAt: z.int().min(0),
  /** By entry id, since subscribing. */
  uses: z.record(EntryId, z.int().min(1)),
  /** What was searched for and not found, with how often; only what looks like words for a phrase, never a message. */
  misses: z.array(z.object({ query: z.string().min(1).max(24), count: z.int().min(1) })).max(200),
  proposals: z
    .array(
      z.object({
        id: EntryId,
        proposedAt: z.int().min(0),
        title: z.string().min(1).max(60),
        body: z.string().min(1).max(5_000),
        note: z.string().max(200),
      }),
    )
    .max(50),
})
export type ChannelFeedback = z.infer<typeof ChannelFeedback>

/** All feedback gathered, for the lead. */
export interface ChannelInbox {
  subscribers: { total: number; byVersion: { version: number; subscribers: number }[] }
  /** Most used first. `phraseId` is null for entries that are not in the library any more. */
  uses: { phraseId: string | null; title: string; uses: number }[]
  misses: { query: string; count: number; subscribers: number }[]
  proposals: { id: string; proposedAt: number; title: string; body: string; note: string }[]
  /** Files that could not be read. */
  unreadable: number
  /** At least so many files were not read: there are too many at once, or they are too large together. */
  leftOut: number
}
