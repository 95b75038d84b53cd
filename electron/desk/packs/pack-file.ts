import { createHash } from 'node:crypto'
import { type UnzipFileInfo, unzipSync, type Zippable, zipSync } from 'fflate'
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
import { isSignedBy, type PublisherKey, signManifest } from './signing.ts'

const MANIFEST_FILE = 'manifest.json'
const SIGNATURE_FILE = 'manifest.sig'
const MAX_MANIFEST_BYTES = 16 * 1024 * 1024
const SIGNATURE_BYTES = 64
/** Deflate gets text down to a twentieth; only a bomb gets to a hundredth. */
const MOST_EXPANSION = 100
const ALWAYS_ALLOWED_BYTES = 8 * 1024 * 1024
/** The earliest that a ZIP file can say: a pack does not depend on when it was written. */
const TIME = new Date('1980-01-01T00:00:00')

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

export interface Pack {
  manifest: PackManifest
  /** SHA-256 of the manifest's bytes, lower-case hex: the identity of the release. */
  manifestHash: string
  contents: PackContents
  images: ReadonlyMap<string, Uint8Array>
}

/** One `.g6pack`; the same contents and release give the same bytes, and the same hash as `Pack` has. See docs/pack-format.md. */
export function writePack(
  contents: PackContents,
  images: readonly PackImage[],
  { publisherName, ...release }: Release,
  key: PublisherKey,
): { bytes: Uint8Array; manifestHash: string } {
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
  const manifestBytes = Buffer.from(`${canonicalJson(manifest)}\n`)
  const zipped: Zippable = {
    [MANIFEST_FILE]: manifestBytes,
    [SIGNATURE_FILE]: [signManifest(manifestBytes, key), { level: 0 }],
  }
  for (const [path, bytes] of listed)
    zipped[path] = path.startsWith('images/') ? [bytes, { level: 0 }] : bytes
  return { bytes: zipSync(zipped, { level: 9, mtime: TIME, os: 0 }), manifestHash: sha256(manifestBytes) }
}

/**
 * Reads a pack as if an enemy had written it: the manifest is signed by the key that it names, every file has the size
 * and hash it lists, and every entry is what a person could have typed. Whether that key is the one this machine trusts
 * is the caller's to ask.
 *
 * @throws DeskError `pack-refused`; nothing was written anywhere
 */
export function readPack(zip: Uint8Array): Pack {
  if (zip.length > PACK_LIMITS.fileBytes) throw refused('文件太大')
  const { [MANIFEST_FILE]: manifestBytes, [SIGNATURE_FILE]: signature } = unpacked(
    zip,
    ({ name, originalSize }) =>
      (name === MANIFEST_FILE && originalSize <= MAX_MANIFEST_BYTES) ||
      (name === SIGNATURE_FILE && originalSize === SIGNATURE_BYTES),
  )
  if (!manifestBytes || !signature) throw refused('这不是黄金六秒的话术包')
  const manifest = manifestIn(manifestBytes)
  if (!isSignedBy(manifest.publisher.publicKey, manifestBytes, signature))
    throw refused('签名不对，内容可能被改动过')
  const sizes = new Map(manifest.files.map(({ path, bytes }) => [path, bytes]))
  const bytesInAll = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
  if (sizes.size < manifest.files.length) throw refused('目录里有重名的内容')
  if (
    bytesInAll > PACK_LIMITS.contentBytes ||
    bytesInAll > ALWAYS_ALLOWED_BYTES + zip.length * MOST_EXPANSION
  )
    throw refused('解开后大得不合常理')
  const found = unpacked(zip, ({ name, originalSize }) => sizes.get(name) === originalSize)
  const files = new Map<string, Uint8Array>()
  for (const { path, sha256: expected } of manifest.files) {
    const bytes = found[path]
    if (!bytes) throw refused(`缺少 ${path}`)
    if (sha256(bytes) !== expected) throw refused(`${path} 和发布时不一样，可能在传输中损坏`)
    files.set(path, bytes)
  }
  const contents = checkedContents(files)
  const images = imagesOf(files)
  const lacking = imagesIn(contents).find((hash) => !images.has(hash))
  if (lacking) throw refused('有话术用到的图片不在文件里')
  if (contents.phrases.length !== manifest.counts.phrases) throw refused('话术的条数和目录说的不一样')
  return { manifest, manifestHash: sha256(manifestBytes), contents, images }
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
    if (!path.startsWith('images/')) continue
    const hash = path.slice('images/'.length, path.lastIndexOf('.'))
    if (sha256(bytes) !== hash || bytes.length > IMAGE_LIMITS.bytes) throw refused(`图片 ${path} 不合规则`)
    images.set(hash, bytes)
  }
  return images
}

/** The unpacker writes each file into a buffer of the size that the file says, and never past it. */
function unpacked(zip: Uint8Array, isWanted: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(zip, { filter: isWanted })
  } catch {
    throw refused('文件不完整或已损坏')
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const refused = (why: string) =>
  new DeskError('pack-refused', `没有导入这个话术包：${why}。本机的话术没有改动`)
