import type { ChannelHead, ChannelRelease } from '../../../shared/model/channel.ts'
import type { PackManifest } from '../../../shared/model/pack.ts'
import { DeskError } from '../desk-error.ts'
import { MAX_MANIFEST_BYTES, readManifest, type SignedManifest } from '../packs/signed-release.ts'
import { type ChannelStore, ChannelStoreError } from './channel-store.ts'
import { followDelta } from './manifest-delta.ts'
import type { ObjectCache } from './object-cache.ts'
import { fetchObject } from './objects.ts'
import { eachOf } from './parallel.ts'

/** So many requests at once: enough to hide the way to the store, few enough for small servers. */
const PARALLEL = 4
/** Reading one's own disk. */
const PARALLEL_READS = 16
/** A part of the cache that turns out damaged is fetched again, this often. */
const TRIES = 3

export interface Fetching {
  store: ChannelStore
  cache: ObjectCache
  signal: AbortSignal
}

/**
 * The manifest of a release, from the cache, by deltas from one that is there, or whole; checked as a pack's is, and
 * against what the head says of it.
 *
 * @throws ChannelStoreError, DeskError `pack-refused`, `channel-refused`, and the file system's errors
 */
export async function fetchManifest(
  fetching: Fetching,
  head: ChannelHead,
  release: ChannelRelease,
): Promise<SignedManifest> {
  const { store, cache, signal } = fetching
  const manifestBytes =
    (await cache.read(release.manifest, MAX_MANIFEST_BYTES)) ??
    (await byDeltas(fetching, head, release).catch(nullIfWrong)) ??
    (await fetchObject(store, release.manifest, MAX_MANIFEST_BYTES, signal)).content
  const signature = Buffer.from(release.signature, 'base64')
  const manifest = readManifest(manifestBytes, signature)
  const isMeant =
    manifest.library.id === head.library.id &&
    manifest.version === release.version &&
    manifest.publisher.publicKey === head.publicKey
  if (!isMeant)
    throw new DeskError('channel-refused', '没有采用频道的内容：目录和版本对不上。本机的话术没有改动')
  if (!(await cache.has(release.manifest))) await cache.keep(release.manifest, manifestBytes)
  return { manifest, manifestBytes, manifestHash: release.manifest, signature }
}

/** What leads to a manifest may be broken while the manifest itself is whole. */
function nullIfWrong(error: unknown): null {
  if (error instanceof ChannelStoreError && error.problem === 'wrong') return null
  throw error
}

/** Null when there is no way from a manifest that is here, or the whole one is smaller than all the steps. */
async function byDeltas(
  { store, cache, signal }: Fetching,
  { releases }: ChannelHead,
  wanted: ChannelRelease,
): Promise<Buffer | null> {
  const steps: ChannelRelease[] = []
  let bytes = 0
  let at: ChannelRelease | undefined = wanted
  while (at?.delta && !(steps.length > 0 && (await cache.has(at.manifest)))) {
    const { from, bytes: size }: NonNullable<ChannelRelease['delta']> = at.delta
    bytes += size
    if (bytes >= wanted.manifestBytes) return null
    steps.push(at)
    at = releases.find(({ version }) => version === from && version < wanted.version)
  }
  let manifest = at && steps.length > 0 ? await cache.read(at.manifest, MAX_MANIFEST_BYTES) : null
  for (const { delta, manifest: hash } of steps.toReversed()) {
    if (!manifest || !delta) return null
    const { content } = await fetchObject(store, delta.object, MAX_MANIFEST_BYTES, signal)
    manifest = followDelta(manifest, content, hash)
  }
  return manifest
}

/**
 * Fetches what lacks of a release. What is fetched stays, whatever happens next.
 *
 * @throws ChannelStoreError, the file system's errors
 */
export async function fetchParts(
  { store, cache, signal }: Fetching,
  { files }: PackManifest,
  onProgress: OnProgress = () => undefined,
): Promise<void> {
  const sizes = new Map(files.map(({ sha256, bytes }) => [sha256, bytes]))
  const lacking: [hash: string, bytes: number][] = []
  await eachOf([...sizes], PARALLEL_READS, async ([hash, bytes]) => {
    if (!(await cache.has(hash))) lacking.push([hash, bytes])
  })
  const of = lacking.reduce((sum, [, bytes]) => sum + bytes, 0)
  let here = 0
  if (lacking.length > 0) onProgress({ bytes: here, of })
  await eachOf(lacking, PARALLEL, async ([hash, bytes]) => {
    const { stored } = await fetchObject(store, hash, bytes, signal)
    await cache.keep(hash, stored)
    here += bytes
    onProgress({ bytes: here, of })
  })
}

/** @param progress bytes of the content, unpacked, that are here, and of all that lacked */
export type OnProgress = (progress: { bytes: number; of: number }) => void

/**
 * Sees to it that all of a release is in the cache, and gives it to `use`.
 *
 * @param use null when an object in the cache turns out to lack or to be damaged: that is fetched again
 * @throws ChannelStoreError, DeskError `pack-refused`, `channel-refused`, the file system's errors, and what `use` throws
 */
export async function withRelease<Result>(
  fetching: Fetching,
  head: ChannelHead,
  release: ChannelRelease,
  use: (signed: SignedManifest) => Promise<Result | null>,
  onProgress?: OnProgress,
): Promise<Result> {
  const signed = await fetchManifest(fetching, head, release)
  for (let tries = 1; tries <= TRIES; tries++) {
    await fetchParts(fetching, signed.manifest, onProgress)
    const result = await use(signed)
    if (result !== null) return result
  }
  throw new ChannelStoreError('wrong', '下载到本机的内容一再损坏，请检查磁盘')
}
