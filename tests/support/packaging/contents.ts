import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import asar from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/** As it stands in the binary. */
const FUSE_IS_ON = '1'.charCodeAt(0)

/** Paths in the archive of a packed program, with `/`. */
export const archivedIn = (packed: string): string[] =>
  asar.listPackage(archiveOf(packed), { isPack: false }).map((file) => file.replaceAll('\\', '/'))

/** What lies beside the archive as real files. */
export const unpackedIn = (packed: string): string[] =>
  readdirSync(`${archiveOf(packed)}.unpacked`, { recursive: true, encoding: 'utf8' }).toSorted()

export const archiveOf = (packed: string): string => path.join(packed, 'resources/app.asar')

/** The program's package.json as it is packed. */
export const packageFileOf = (packed: string): Record<string, unknown> =>
  JSON.parse(asar.extractFile(archiveOf(packed), 'package.json').toString())

/** What Electron compares the archive with before it reads a byte of code from it. */
export const sealOf = (packed: string): string =>
  hash('sha256', asar.getRawHeader(archiveOf(packed)).headerString)

/** Whether a Windows program carries this seal for its archive. */
export const isSealedWith = (binary: string, seal: string): boolean =>
  readFileSync(binary).includes(`[{"file":"resources\\\\app.asar","alg":"SHA256","value":"${seal}"}]`)

/** Names of the fuses that are on. */
export async function fusesOf(binary: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(binary)
  return Object.values(FuseV1Options)
    .filter((option) => typeof option === 'number')
    .filter((option) => wire[option] === FUSE_IS_ON)
    .map((option) => FuseV1Options[option])
}

/** Every file with the program in it, beside what Electron brings; bytes. */
export function sizeOf(packed: string): number {
  return readFileSync(archiveOf(packed)).length
}
