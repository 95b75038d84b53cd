import { z } from 'zod'
import { PackManifest } from '../../../shared/model/pack.ts'
import type { ReleaseName } from '../packs/pack-messages.ts'
import {
  checkRelease,
  imageIn,
  type KnownParts,
  MAX_MANIFEST_BYTES,
  NOTHING_KNOWN,
  type Pack,
  type PresentRelease,
  readManifest,
} from '../packs/signed-release.ts'
import type { ObjectCache } from './object-cache.ts'
import { eachOf } from './parallel.ts'

/** Reading one's own disk. */
const PARALLEL_READS = 16

/**
 * A release whose objects are in the cache, checked as a pack file is. What the release that is here says already was
 * checked with that, and images that are here have the hash that they are named by: neither is read again. So an update
 * costs what it changes, whatever the size of the library.
 *
 * @returns null when an object lacks or is damaged: it is to be fetched
 * @throws DeskError `pack-refused`
 */
export async function readCachedRelease(
  cache: ObjectCache,
  { manifestHash, signature }: ReleaseName,
  present: PresentRelease | null,
): Promise<Pack | null> {
  const manifestBytes = await cache.read(manifestHash, MAX_MANIFEST_BYTES)
  if (!manifestBytes) return null
  const manifest = readManifest(manifestBytes, signature)
  const known = present ? await knownParts(cache, manifest, present) : NOTHING_KNOWN
  const contents = await readFiles(
    cache,
    manifest.files.filter(({ path }) => !known.files.has(path)),
  )
  return contents && checkRelease(manifest, manifestHash, (path) => contents.get(path), known)
}

async function knownParts(
  cache: ObjectCache,
  manifest: PackManifest,
  present: PresentRelease,
): Promise<KnownParts> {
  const images = manifest.files.filter(({ path, sha256 }) => {
    const hash = imageIn(path)
    return hash !== null && hash === sha256 && present.hasImage(hash)
  })
  const phrases = await unchangedPhrases(cache, manifest, present)
  return {
    ...(phrases ?? NOTHING_KNOWN),
    files: new Set([...images.map(({ path }) => path), ...(phrases?.files ?? [])]),
  }
}

/** Null when it cannot be told without reading everything, e.g. for the first release. */
async function unchangedPhrases(
  cache: ObjectCache,
  manifest: PackManifest,
  { manifestHash, phraseIds, groupsOf }: PresentRelease,
): Promise<KnownParts | null> {
  const bytes = manifestHash === '' ? null : await cache.read(manifestHash, MAX_MANIFEST_BYTES)
  if (!bytes) return null
  const before = PackManifest.parse(JSON.parse(bytes.toString()))
  const stays = new Set(before.files.filter(isOfPhrases).map(keyOf))
  const unchanged = manifest.files.filter((file) => isOfPhrases(file) && stays.has(keyOf(file)))
  const kept = new Set(unchanged.map(keyOf))
  const replaced = await readFiles(
    cache,
    before.files.filter((file) => isOfPhrases(file) && !kept.has(keyOf(file))),
  )
  const ids = phraseIds()
  if (!replaced || ids.size !== before.counts.phrases) return null
  const concerned = new Set([...replaced.values()].flatMap(idsIn))
  const phrases = new Set([...ids].filter((id) => !concerned.has(id)))
  return {
    ...{ manifestHash, phrases },
    files: new Set(unchanged.map(({ path }) => path)),
    // The groups that they were checked against, where those are the same.
    groups: () => (groupsFileOf(before) === groupsFileOf(manifest) ? new Set() : groupsOf(phrases)),
  }
}

const Identified = z.array(z.object({ id: z.string() }))

/** Of a part that was checked when it came in. */
const idsIn = (bytes: Uint8Array): string[] =>
  Identified.parse(JSON.parse(Buffer.from(bytes).toString())).map(({ id }) => id)

const isOfPhrases = ({ path }: PackedFile): boolean => path.startsWith('phrases/')

const groupsFileOf = ({ files }: PackManifest): string | undefined =>
  files.find(({ path }) => path === 'groups.json')?.sha256

/** The same content under the same name. */
const keyOf = ({ path, sha256 }: PackedFile): string => `${path} ${sha256}`

type PackedFile = PackManifest['files'][number]

/** By path; null when one lacks. */
async function readFiles(
  cache: ObjectCache,
  files: readonly PackedFile[],
): Promise<Map<string, Buffer> | null> {
  const contents = new Map<string, Buffer>()
  await eachOf(files, PARALLEL_READS, async ({ path, sha256, bytes }) => {
    const content = await cache.read(sha256, bytes)
    if (content) contents.set(path, content)
  })
  return contents.size === files.length ? contents : null
}
