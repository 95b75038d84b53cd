import { createHash } from 'node:crypto'
import { IMAGE_LIMITS, type ImageType } from '../../../shared/model/image.ts'
import {
  PACK_FORMAT_VERSION,
  PACK_LIMITS,
  type PackContents,
  PackManifest,
} from '../../../shared/model/pack.ts'
import { canonicalJson } from '../../../shared/packs/canonical.ts'
import { DeskError } from '../desk-error.ts'
import { BrokenContents, contentsOf, filesOf, imagesIn } from './pack-contents.ts'
import { isSignedBy, type PublisherKey, signBytes } from './signing.ts'

export const MAX_MANIFEST_BYTES = 16 * 1024 * 1024

const EXTENSIONS: Record<ImageType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

export interface PackImage {
  hash: string
  type: ImageType
  bytes: Uint8Array
}

/** What a publisher says of a release. */
export type Release = Pick<
  PackManifest,
  'library' | 'version' | 'publishedAt' | 'message' | 'mustUpdateBy' | 'allowsEdits'
> & { publisherName: string }

/** A release as it is signed; how it travels (in one file, or as objects of a channel) is not its business. */
export interface SignedManifest {
  manifest: PackManifest
  manifestBytes: Uint8Array
  /** SHA-256 of the manifest's bytes, lower-case hex: the identity of the release. */
  manifestHash: string
  signature: Uint8Array
}

export interface SignedRelease extends SignedManifest {
  /** Path → content of every file that the manifest lists, in order of the paths. */
  files: ReadonlyMap<string, Uint8Array>
}

/** A release whose every part was checked, now or when it came in with an earlier one. */
export interface Pack {
  manifest: PackManifest
  manifestHash: string
  /** Without the phrases that are `unchanged`. */
  contents: PackContents
  /** Without those that are here. */
  images: ReadonlyMap<string, Uint8Array>
  /** Ids of the phrases that the release which is here has alike. */
  unchanged: ReadonlySet<string>
  /** That release's manifest; empty when nothing was compared. */
  comparedWith: string
}

/** What a library here has already of a release that comes. */
export interface PresentRelease {
  /** Of the release that is here; empty for none. */
  manifestHash: string
  /** The ids of its phrases. */
  phraseIds: () => ReadonlySet<string>
  /** The groups that these phrases are in, as the release that is here says. */
  groupsOf: (phraseIds: ReadonlySet<string>) => ReadonlySet<string>
  hasImage: (hash: string) => boolean
}

/** What a release that comes has in common with the one that is here. */
export interface KnownParts {
  /** The manifest of the one that is here; empty for none. */
  manifestHash: string
  /** Paths of files that need not be looked at. */
  files: ReadonlySet<string>
  /** Ids of the phrases in them. */
  phrases: ReadonlySet<string>
  /** The groups that those are in. */
  groups: () => ReadonlySet<string>
}

export const NOTHING_KNOWN: KnownParts = {
  ...{ manifestHash: '', files: new Set(), phrases: new Set(), groups: () => new Set() },
}

/** The same contents and release give the same bytes, and the same hash. */
export function signRelease(
  contents: PackContents,
  images: readonly PackImage[],
  { publisherName, ...release }: Release,
  key: PublisherKey,
): SignedRelease {
  const files = new Map<string, Uint8Array>(filesOf(contents))
  for (const { hash, type, bytes } of images) files.set(`images/${hash}.${EXTENSIONS[type]}`, bytes)
  const listed = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  const manifest: PackManifest = {
    format: 'golden-six-pack',
    formatVersion: PACK_FORMAT_VERSION,
    ...release,
    publisher: { name: publisherName, publicKey: key.publicKey },
    counts: { groups: contents.groups.length, phrases: contents.phrases.length, images: images.length },
    files: listed.map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })),
  }
  return { ...signed(manifest, key), files: new Map(listed) }
}

/** The contents of an earlier release, published again under another number and with other words. */
export const signAgain = (
  { counts, files }: PackManifest,
  { publisherName, ...release }: Release,
  key: PublisherKey,
): SignedManifest =>
  signed(
    {
      format: 'golden-six-pack',
      formatVersion: PACK_FORMAT_VERSION,
      ...release,
      publisher: { name: publisherName, publicKey: key.publicKey },
      counts,
      files,
    },
    key,
  )

function signed(manifest: PackManifest, key: PublisherKey): SignedManifest {
  const manifestBytes = bytesOfManifest(manifest)
  return {
    manifest,
    manifestBytes,
    manifestHash: sha256(manifestBytes),
    signature: signBytes('pack', manifestBytes, key),
  }
}

export const bytesOfManifest = (manifest: PackManifest): Buffer => Buffer.from(`${canonicalJson(manifest)}\n`)

/**
 * A manifest as if an enemy had written it: signed by the key that it names, of a known version, without bombs. Whether
 * that key is the one this machine trusts is the caller's to ask.
 *
 * @throws DeskError `pack-refused`
 */
export function readManifest(bytes: Uint8Array, signature: Uint8Array): PackManifest {
  const manifest = manifestIn(bytes)
  if (!isSignedBy(manifest.publisher.publicKey, 'pack', bytes, signature))
    throw refused('签名不对，内容可能被改动过')
  if (new Set(manifest.files.map(({ path }) => path)).size < manifest.files.length)
    throw refused('目录里有重名的内容')
  if (unpackedBytes(manifest) > PACK_LIMITS.contentBytes) throw refused('解开后大得不合常理')
  return manifest
}

/** Of all that a manifest lists. */
export const unpackedBytes = ({ files }: PackManifest): number =>
  files.reduce((sum, file) => sum + file.bytes, 0)

/**
 * Checks every file against the manifest, and every entry as if a person had typed it.
 *
 * @param found content by path
 * @param known what was checked before
 * @throws DeskError `pack-refused`; nothing was written anywhere
 */
export function checkRelease(
  manifest: PackManifest,
  manifestHash: string,
  found: (path: string) => Uint8Array | undefined,
  known: KnownParts = NOTHING_KNOWN,
): Pack {
  const files = new Map<string, Uint8Array>()
  for (const { path, bytes: size, sha256: expected } of manifest.files) {
    if (known.files.has(path)) continue
    const bytes = found(path)
    if (bytes?.length !== size) throw refused(`缺少 ${path}`)
    if (sha256(bytes) !== expected) throw refused(`${path} 和发布时不一样，可能在传输中损坏`)
    files.set(path, bytes)
  }
  const contents = checkedContents(files)
  refuseMisfit(contents, known)
  const listed = new Set(manifest.files.flatMap(({ path }) => imageIn(path) ?? []))
  if (imagesIn(contents).some((hash) => !listed.has(hash))) throw refused('有话术用到的图片不在文件里')
  if (contents.phrases.length + known.phrases.size !== manifest.counts.phrases)
    throw refused('话术的条数和目录说的不一样')
  return {
    ...{ manifest, manifestHash, contents, images: imagesOf(files) },
    ...{ unchanged: known.phrases, comparedWith: known.manifestHash },
  }
}

/** What comes must go with what is known as it would if all of it came. */
function refuseMisfit({ groups, phrases }: PackContents, known: KnownParts): void {
  if (phrases.some(({ id }) => known.phrases.has(id))) throw refused('有两个话术的编号相同')
  const there = new Set(groups.map(({ id }) => id))
  for (const id of known.groups()) if (!there.has(id)) throw refused('有话术的分组不在文件里')
}

function manifestIn(bytes: Uint8Array): PackManifest {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refused('目录已损坏')
  }
  const { format, formatVersion } = (value ?? {}) as Partial<PackManifest>
  if (
    format === 'golden-six-pack' &&
    typeof formatVersion === 'number' &&
    formatVersion > PACK_FORMAT_VERSION
  )
    throw refused('这个话术包由更新版本的黄金六秒发布，请先升级本机的程序')
  const parsed = PackManifest.safeParse(value)
  if (!parsed.success) throw refused('目录不合规则')
  return parsed.data
}

function checkedContents(files: ReadonlyMap<string, Uint8Array>): PackContents {
  try {
    return contentsOf(files)
  } catch (error) {
    if (error instanceof BrokenContents) throw refused(error.message)
    throw error
  }
}

/** An image is named by its own hash, which the manifest repeats. */
function imagesOf(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const images = new Map<string, Uint8Array>()
  for (const [path, bytes] of files) {
    const hash = imageIn(path)
    if (hash === null) continue
    if (sha256(bytes) !== hash || bytes.length > IMAGE_LIMITS.bytes) throw refused(`图片 ${path} 不合规则`)
    images.set(hash, bytes)
  }
  return images
}

/** The hash of the image that a file of this path is; null for others. */
export const imageIn = (path: string): string | null => /^images\/([0-9a-f]{64})\./.exec(path)?.[1] ?? null

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const refused = (why: string) =>
  new DeskError('pack-refused', `没有导入这个话术包：${why}。本机的话术没有改动`)
