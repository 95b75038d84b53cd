import { parse } from 'yaml'
import { z } from 'zod'
import { isSignedBy } from '../../desk/packs/signing.ts'
import { UpdateFault } from './update-fault.ts'

/** electron-builder's latest*.yml, as far as it is read. Files are named, never addressed: they lie beside it. */
const Release = z.object({
  version: z.string().regex(/^\d+\.\d+\.\d+(-[\w.]+)?$/),
  files: z
    .array(
      z.object({
        url: z.string().regex(/^[\w][\w.-]*$/),
        sha512: z.base64().length(88),
        size: z.int().positive().optional(),
        /** Of the map at the end of an AppImage, by which only what differs is fetched. */
        blockMapSize: z.int().positive().optional(),
      }),
    )
    .min(1),
  releaseDate: z.string().default(''),
  /** The share of machines that get it, in per cent. */
  stagingPercentage: z.number().min(0).max(100).optional(),
  minimumSystemVersion: z.string().optional(),
})
export type Release = z.infer<typeof Release>

/**
 * What is signed: the file's name, so that no other system's release can stand for it, and every byte of it.
 *
 * @param name e.g. `latest-linux.yml`
 */
export const signedBytes = (name: string, text: string): Buffer => Buffer.from(`${name}\n${text}`)

/**
 * The release that the server offers.
 *
 * @param signature Base64, as in `<name>.sig`; null when the server has none
 * @param keys Base64, those that this program trusts
 * @throws UpdateFault `not-signed`, also for a signed file that makes no sense
 */
export function readRelease(
  name: string,
  text: string,
  signature: string | null,
  keys: readonly string[],
): Release {
  const bytes = signedBytes(name, text)
  const seal = Buffer.from(signature?.trim() ?? '', 'base64')
  if (!keys.some((key) => isSignedBy(key, 'update', bytes, seal))) throw new UpdateFault('not-signed')
  const release = Release.safeParse(parse(text))
  if (!release.success) throw new UpdateFault('not-signed', release.error)
  return release.data
}
