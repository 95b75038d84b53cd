import { type UnzipFileInfo, unzipSync, type Zippable, zipSync } from 'fflate'
import { PACK_LIMITS, type PackContents } from '../../../shared/model/pack.ts'
import {
  checkRelease,
  MAX_MANIFEST_BYTES,
  type Pack,
  type PackImage,
  type Release,
  readManifest,
  refused,
  type SignedRelease,
  sha256,
  signRelease,
  unpackedBytes,
} from './signed-release.ts'
import type { PublisherKey } from './signing.ts'

const MANIFEST_FILE = 'manifest.json'
const SIGNATURE_FILE = 'manifest.sig'
const SIGNATURE_BYTES = 64
/** Deflate gets text down to a twentieth; only a bomb gets to a hundredth. */
const MOST_EXPANSION = 100
const ALWAYS_ALLOWED_BYTES = 8 * 1024 * 1024
/** The earliest that a ZIP file can say: a pack does not depend on when it was written. */
const TIME = new Date('1980-01-01T00:00:00')

/** One `.g6pack`; the same contents and release give the same bytes, and the same hash as `Pack` has. See docs/pack-format.md. */
export function writePack(
  contents: PackContents,
  images: readonly PackImage[],
  release: Release,
  key: PublisherKey,
): { bytes: Uint8Array; manifestHash: string } {
  const signed = signRelease(contents, images, release, key)
  return { bytes: zipRelease(signed), manifestHash: signed.manifestHash }
}

/** A release as one file. */
export function zipRelease({ manifestBytes, signature, files }: SignedRelease): Uint8Array {
  const zipped: Zippable = { [MANIFEST_FILE]: manifestBytes, [SIGNATURE_FILE]: [signature, { level: 0 }] }
  for (const [path, bytes] of files) zipped[path] = path.startsWith('images/') ? [bytes, { level: 0 }] : bytes
  return zipSync(zipped, { level: 9, mtime: TIME, os: 0 })
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
  const manifest = readManifest(manifestBytes, signature)
  if (unpackedBytes(manifest) > ALWAYS_ALLOWED_BYTES + zip.length * MOST_EXPANSION)
    throw refused('解开后大得不合常理')
  const sizes = new Map(manifest.files.map(({ path, bytes }) => [path, bytes]))
  const found = unpacked(zip, ({ name, originalSize }) => sizes.get(name) === originalSize)
  return checkRelease(manifest, sha256(manifestBytes), (path) => found[path])
}

/** The unpacker writes each file into a buffer of the size that the file says, and never past it. */
function unpacked(zip: Uint8Array, isWanted: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(zip, { filter: isWanted })
  } catch {
    throw refused('文件不完整或已损坏')
  }
}

/** Without what a file system or a chat program takes amiss. */
export function packFileName(libraryName: string, version: number): string {
  return `${libraryName.replaceAll(/[\\/:*?"<>|\s]+/g, '-').slice(0, 60)}-v${version}.g6pack`
}
