import { PackManifest } from '../../../shared/model/pack.ts'
import { MAX_MANIFEST_BYTES } from '../packs/signed-release.ts'
import type { ChannelParts } from './channel-parts.ts'

/**
 * The objects that the next fetch of any channel goes by: those of the releases that are here, of those that one's own
 * releases in files began with, and of those that are offered and may be half fetched.
 */
async function neededObjects({ records, team, cache }: ChannelParts): Promise<Set<string>> {
  const needed = new Set<string>()
  for (const { libraryId, head } of records.all()) {
    const library = team.find(libraryId)
    const later = (head?.releases ?? []).filter(({ version }) => version > (library?.version ?? 0))
    const here = [library?.manifestHash ?? '', library?.trunk.manifestHash ?? '']
    for (const hash of [...here, ...later.map(({ manifest }) => manifest)]) {
      const bytes = hash === '' ? null : await cache.read(hash, MAX_MANIFEST_BYTES)
      if (!bytes) continue
      needed.add(hash)
      for (const { sha256 } of PackManifest.parse(JSON.parse(bytes.toString())).files) needed.add(sha256)
    }
  }
  return needed
}

/** Empties the cache of everything else. That it could not be is no trouble of whoever just got a release. */
export async function pruneCache(parts: ChannelParts): Promise<void> {
  try {
    await parts.cache.prune(await neededObjects(parts))
  } catch {
    // A file that is held open, a manifest that is damaged: it is tried again after the next release.
  }
}
