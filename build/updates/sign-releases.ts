import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { type PublisherKey, signBytes } from '../../electron/desk/packs/signing.ts'
import { readRelease, signedBytes } from '../../electron/shell/updates/release-file.ts'

const LIST = /^latest(-[\w-]+)?\.yml$/

/**
 * Signs every list of a release, each for its own name, beside it as `<name>.sig`.
 *
 * @param percent the share of machines that get the release from now on; null for all of them
 * @returns the names of the lists
 * @throws UpdateFault when a program would not take what came of it
 */
export function signReleases(folder: string, key: PublisherKey, percent: number | null): string[] {
  const names = readdirSync(folder).filter((name) => LIST.test(name))
  for (const name of names) {
    const file = path.join(folder, name)
    const { stagingPercentage: _before, ...release } = parse(readFileSync(file, 'utf8'))
    const text = stringify(percent === null ? release : { ...release, stagingPercentage: percent })
    const signature = signBytes('update', signedBytes(name, text), key).toString('base64')
    readRelease(name, text, signature, [key.publicKey])
    writeFileSync(file, text)
    writeFileSync(`${file}.sig`, `${signature}\n`)
  }
  return names
}
