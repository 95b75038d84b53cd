import {
  CHANNEL_FORMAT_VERSION,
  CHANNEL_LIMITS,
  type ChannelHead,
  type ChannelRelease,
} from '../../../shared/model/channel.ts'
import type { PackManifest } from '../../../shared/model/pack.ts'
import { type SignedManifest, sha256 } from '../packs/signed-release.ts'
import { type Fetching, fetchManifest } from './fetch-release.ts'
import type { StoredHead } from './head.ts'
import { writeDelta } from './manifest-delta.ts'
import { packObject, sendObject } from './objects.ts'
import { eachOf } from './parallel.ts'

const PARALLEL = 4

type PackedFile = PackManifest['files'][number]

export interface Sent {
  release: ChannelRelease
  sent: { objects: number; bytes: number }
}

/**
 * Sends everything of a release but the head, so that nobody sees it yet. What the release before lists is in the store
 * already: its head was written after all of it.
 *
 * @param read the head that the new one goes on top of; null for none
 * @param contentOf what a file of the manifest holds; null when it is nowhere but in the store
 * @throws ChannelStoreError
 */
export async function sendRelease(
  fetching: Fetching,
  read: StoredHead | null,
  signed: SignedManifest,
  { contentOf, share }: { contentOf: (file: PackedFile) => Promise<Uint8Array | null>; share: number },
): Promise<Sent> {
  const { store, cache, signal } = fetching
  const [newest] = read?.head.releases ?? []
  const before = read && newest ? await fetchManifest(fetching, read.head, newest) : null
  const known = new Set(before?.manifest.files.map(({ sha256 }) => sha256))
  const lacking = new Map(
    signed.manifest.files.filter(({ sha256 }) => !known.has(sha256)).map((file) => [file.sha256, file]),
  )
  const sent = { objects: 0, bytes: 0 }
  async function send(hash: string, content: Uint8Array): Promise<void> {
    const bytes = await sendObject(store, hash, content, signal)
    if (bytes === 0) return
    sent.objects++
    sent.bytes += bytes
  }

  await eachOf([...lacking], PARALLEL, async ([hash, file]) => {
    const content = await contentOf(file)
    if (content) await send(hash, content)
  })
  await send(signed.manifestHash, signed.manifestBytes)
  await cache.keep(signed.manifestHash, await packObject(signed.manifestBytes))
  const manifestBytes = (await packObject(signed.manifestBytes)).length
  const delta = before && newest ? writeDelta(before.manifest, before.manifestHash, signed.manifest) : null
  const deltaBytes = delta ? (await packObject(delta)).length : Infinity
  if (delta && deltaBytes < manifestBytes) await send(sha256(delta), delta)

  return {
    sent,
    release: {
      version: signed.manifest.version,
      manifest: signed.manifestHash,
      manifestBytes,
      signature: Buffer.from(signed.signature).toString('base64'),
      delta:
        delta && newest && deltaBytes < manifestBytes
          ? { from: newest.version, object: sha256(delta), bytes: deltaBytes }
          : null,
      publishedAt: signed.manifest.publishedAt,
      share,
    },
  }
}

/** The head after `read` with one more release on top; the oldest go when there are too many. */
export function headWith(
  read: StoredHead | null,
  release: ChannelRelease,
  { library, publisher }: SignedManifest['manifest'],
  sequence: number,
): ChannelHead {
  return {
    format: 'golden-six-channel',
    formatVersion: CHANNEL_FORMAT_VERSION,
    library,
    publicKey: publisher.publicKey,
    publisher: publisher.name,
    sequence: sequence + 1,
    releases: [release, ...(read?.head.releases ?? [])].slice(0, CHANNEL_LIMITS.releases),
  }
}

/** The head after `read` with one release going to more, or fewer, subscribers; null when it lists no such release. */
export function headWithShare(
  { head }: StoredHead,
  version: number,
  share: number,
  sequence: number,
): ChannelHead | null {
  if (!head.releases.some((release) => release.version === version)) return null
  const releases = head.releases.map((release) =>
    release.version === version ? { ...release, share } : release,
  )
  return { ...head, sequence: sequence + 1, releases }
}
