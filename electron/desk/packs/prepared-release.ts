import { deserialize, serialize } from 'node:v8'
import type { Publication } from './publish.ts'
import type { SignedManifest, SignedRelease } from './signed-release.ts'
import type { Prepared } from './team-releases.ts'

/**
 * A prepared release as it goes from one thread to another: what is large is bytes in one piece, so that handing it over
 * costs the thread that serves windows nothing.
 */
export interface PreparedRelease {
  signed: SignedManifest
  /** The files that the manifest lists, in its order, one after the other. */
  content: Uint8Array
  /** Whose entries they are, for the thread that notes it; nobody else opens this. */
  publication: Uint8Array
}

export function inPieces({
  release: { files, ...signed },
  publication,
}: Prepared & { release: SignedRelease }): PreparedRelease {
  const content = new Uint8Array(signed.manifest.files.reduce((sum, { bytes }) => sum + bytes, 0))
  let at = 0
  for (const { path, bytes } of signed.manifest.files) {
    content.set(files.get(path) ?? [], at)
    at += bytes
  }
  return { signed, content, publication: serialize(publication) }
}

/** Path → content of every file. */
export function filesInPieces({ signed, content }: PreparedRelease): ReadonlyMap<string, Uint8Array> {
  let at = 0
  return new Map(
    signed.manifest.files.map(({ path, bytes }) => {
      const file = content.subarray(at, at + bytes)
      at += bytes
      return [path, file]
    }),
  )
}

/** As `prepare` returned it, as far as noting it goes. */
export const preparedAgain = ({ signed, publication }: Omit<PreparedRelease, 'content'>): Prepared => ({
  release: signed,
  publication: deserialize(publication) as Publication,
})
