import { z } from 'zod'
import { ImageHash } from '../../../shared/model/image.ts'
import { PackManifest } from '../../../shared/model/pack.ts'
import { canonicalJson } from '../../../shared/packs/canonical.ts'
import { bytesOfManifest, sha256 } from '../packs/signed-release.ts'

const FORMAT = 'golden-six-manifest-delta'

/** How a manifest is made of an earlier one, whose list of files is a megabyte long in a large library. */
const ManifestDelta = z.object({
  format: z.literal(FORMAT),
  /** SHA-256 of the earlier manifest. */
  from: ImageHash,
  /** Everything of the new one but its files. */
  rest: PackManifest.omit({ files: true }),
  /** Paths that are listed no more. */
  removed: z.array(z.string().max(200)),
  /** Files that are new or changed. */
  put: PackManifest.shape.files,
})

/** What leads from one manifest to the next, as the bytes of an object. */
export function writeDelta(from: PackManifest, fromHash: string, { files, ...rest }: PackManifest): Buffer {
  const before = new Map(from.files.map((file) => [file.path, canonicalJson(file)]))
  const stays = new Set(files.map(({ path }) => path))
  const delta: z.infer<typeof ManifestDelta> = {
    format: FORMAT,
    from: fromHash,
    rest,
    removed: from.files.flatMap(({ path }) => (stays.has(path) ? [] : path)),
    put: files.filter((file) => before.get(file.path) !== canonicalJson(file)),
  }
  return Buffer.from(`${canonicalJson(delta)}\n`)
}

/**
 * The bytes of the manifest to which a delta leads; null when it does not start at `from`, or leads elsewhere.
 *
 * @param wanted SHA-256 of the manifest that is to come out
 */
export function followDelta(from: Uint8Array, delta: Uint8Array, wanted: string): Buffer | null {
  const read = ManifestDelta.safeParse(json(delta))
  const base = PackManifest.safeParse(json(from))
  if (!read.success || !base.success || read.data.from !== sha256(from)) return null
  const files = new Map(base.data.files.map((file) => [file.path, file]))
  for (const path of read.data.removed) files.delete(path)
  for (const file of read.data.put) files.set(file.path, file)
  const inOrder = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  const manifest = bytesOfManifest({ ...read.data.rest, files: inOrder })
  return sha256(manifest) === wanted ? manifest : null
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}
