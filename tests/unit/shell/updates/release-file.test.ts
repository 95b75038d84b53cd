import { describe, expect, it } from 'vitest'
import { newPublisherKey, signBytes } from '../../../../electron/desk/packs/signing.ts'
import { readRelease, signedBytes } from '../../../../electron/shell/updates/release-file.ts'

const key = newPublisherKey()
const SUM = Buffer.alloc(64, 7).toString('base64')
const LIST = `version: 1.5.0\nfiles:\n  - url: setup.exe\n    sha512: ${SUM}\nreleaseDate: '2026-11-22T04:00:00.000Z'\n`

const seal = (name: string, text: string, by = key) =>
  signBytes('update', signedBytes(name, text), by).toString('base64')
const read = (text: string, signature: string | null = seal('latest.yml', text), name = 'latest.yml') =>
  readRelease(name, text, signature, [newPublisherKey().publicKey, key.publicKey])
const refused = expect.objectContaining({ why: 'not-signed' })

describe('the list of a release', () => {
  it('is believed when any of the trusted keys has signed it', () => {
    expect(read(LIST)).toMatchObject({ version: '1.5.0', files: [{ url: 'setup.exe', sha512: SUM }] })
    expect(read(LIST, `${seal('latest.yml', LIST)}\n`)).toMatchObject({ version: '1.5.0' })
  })

  it.each([
    ['has no signature', LIST, null],
    ['has one that is none', LIST, 'signed, honestly'],
    ["is signed by somebody else's key", LIST, seal('latest.yml', LIST, newPublisherKey())],
    ['was changed after it was signed', LIST.replace('1.5.0', '9.0.0'), seal('latest.yml', LIST)],
    ["is another system's", LIST, seal('latest-mac.yml', LIST)],
  ])('is not believed when it %s', (_why, text, signature) => {
    expect(() => read(text, signature)).toThrow(refused)
  })

  it.each([
    ['leads elsewhere', LIST.replace('setup.exe', 'https://elsewhere.cn/setup.exe')],
    ['leads out of its folder', LIST.replace('setup.exe', '../setup.exe')],
    ['has no sum', LIST.replace(/ {4}sha512.*\n/, '')],
    ['names no version', LIST.replace('1.5.0', 'newest')],
  ])('is of no use, though signed, when it %s', (_why, text) => {
    expect(() => read(text)).toThrow(refused)
  })
})
