import { z } from 'zod'
import { IMAGE_LIMITS, ImageHash } from './image.ts'
import { Day, GroupName, PhraseDraft } from './phrase.ts'
import { plainName } from './text.ts'

/** Raised when an older program could not read a pack any more; see docs/pack-format.md. */
export const PACK_FORMAT_VERSION = 1

/** What a team's library may hold: more is no library that people keep, but a file made to harm. */
export const PACK_LIMITS = {
  phrases: 200_000,
  groups: 5_000,
  images: 5_000,
  /** Of the file, packed, and of all that is in it, unpacked. */
  fileBytes: 512 * 1024 * 1024,
  contentBytes: 1024 * 1024 * 1024,
} as const

/** The identity of a group or a phrase within its library: given once by who wrote it, and never changed. */
export const EntryId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, '条目的编号不合规则')

export const PackGroup = z.object({
  id: EntryId,
  /** Another group of the pack; null at the top. */
  parentId: EntryId.nullable(),
  name: GroupName,
  /** Among its siblings, from 0. */
  position: z.int().min(0).max(PACK_LIMITS.groups),
})
export type PackGroup = z.infer<typeof PackGroup>

/** A phrase as its publisher wrote it. `groupId` is a group of the pack; pins are everybody's own and always false. */
export const PackPhrase = z.object({
  id: EntryId,
  draft: PhraseDraft.refine(({ groupId }) => groupId === null || EntryId.safeParse(groupId).success, {
    message: '分组的编号不合规则',
    path: ['groupId'],
  }),
})
export type PackPhrase = z.infer<typeof PackPhrase>

/** Everything of a team's library. Groups and phrases in order of their ids. */
export interface PackContents {
  groups: readonly PackGroup[]
  phrases: readonly PackPhrase[]
}

const PackedFile = z.object({
  path: z
    .string()
    .regex(/^(groups\.json|phrases\/[0-9a-f]{4}\.json|images\/[0-9a-f]{64}\.(png|jpg|gif|webp))$/),
  bytes: z
    .int()
    .min(0)
    .max(Math.max(IMAGE_LIMITS.bytes, 64 * 1024 * 1024)),
  /** Of the content, lower-case hex. */
  sha256: ImageHash,
})

/** What is signed: who publishes what, and the hash of everything that belongs to it. */
export const PackManifest = z.object({
  format: z.literal('golden-six-pack'),
  formatVersion: z.int().min(1),
  library: z.object({ id: EntryId, name: GroupName }),
  /** Counts the releases of this library, from 1. */
  version: z.int().min(1).max(1_000_000_000),
  /** ms since 1970. */
  publishedAt: z.int().min(0),
  publisher: z.object({
    name: z.string().overwrite(plainName).trim().min(1).max(60),
    /** Ed25519, 32 bytes, Base64. */
    publicKey: z.base64().length(44),
  }),
  /** To the agents, e.g. 双11 口径; null for none. */
  message: z.string().trim().min(1).max(500).nullable(),
  /** Last day on which the version before may still be used; null when there is no hurry. */
  mustUpdateBy: Day.nullable(),
  /** Whether agents may change these phrases for themselves. */
  allowsEdits: z.boolean(),
  counts: z.object({
    groups: z.int().min(0).max(PACK_LIMITS.groups),
    phrases: z.int().min(0).max(PACK_LIMITS.phrases),
    images: z.int().min(0).max(PACK_LIMITS.images),
  }),
  /** In order of their paths. */
  files: z.array(PackedFile).max(PACK_LIMITS.images + 65_537),
})
export type PackManifest = z.infer<typeof PackManifest>
