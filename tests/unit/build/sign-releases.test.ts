import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { signReleases } from '../../../build/updates/sign-releases.ts'
import { newPublisherKey } from '../../../electron/desk/packs/signing.ts'
import { readRelease } from '../../../electron/shell/updates/release-file.ts'

const SUM = Buffer.alloc(64, 1).toString('base64')
const asBuilt = (file: string) =>
  `version: 1.5.0\nfiles:\n  - url: ${file}\n    sha512: ${SUM}\n    size: 9\npath: ${file}\nsha512: ${SUM}\nreleaseDate: '2026-11-22T04:00:00.000Z'\n`

const key = newPublisherKey()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'release-'))
  writeFileSync(path.join(folder, 'latest.yml'), asBuilt('golden-six-1.5.0-x64-setup.exe'))
  writeFileSync(path.join(folder, 'latest-mac.yml'), asBuilt('golden-six-1.5.0-arm64-mac.zip'))
  writeFileSync(path.join(folder, 'builder-debug.yml'), 'x64: {}')
})

afterEach(() => rmSync(folder, { recursive: true }))

const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
const believed = (name: string) => readRelease(name, read(name), read(`${name}.sig`), [key.publicKey])

it('signs what programs read, each list for its own system, and nothing else', () => {
  expect(signReleases(folder, key, null).toSorted()).toEqual(['latest-mac.yml', 'latest.yml'])
  expect(believed('latest.yml')).toMatchObject({ version: '1.5.0', releaseDate: '2026-11-22T04:00:00.000Z' })
  expect(believed('latest-mac.yml').files).toMatchObject([{ url: 'golden-six-1.5.0-arm64-mac.zip' }])
  expect(readdirSync(folder).filter((name) => name.endsWith('.sig'))).toHaveLength(2)
})

it('gives a release to more machines, and then to all, by signing it again', () => {
  signReleases(folder, key, 10)
  expect(believed('latest.yml')).toMatchObject({ stagingPercentage: 10 })
  signReleases(folder, key, 50)
  expect(believed('latest.yml')).toMatchObject({ stagingPercentage: 50 })
  signReleases(folder, key, null)
  expect(believed('latest.yml').stagingPercentage).toBeUndefined()
})

it('signs nothing that a program would not take', () => {
  writeFileSync(path.join(folder, 'latest.yml'), asBuilt('https://elsewhere.cn/setup.exe'))
  expect(() => signReleases(folder, key, null)).toThrow(/update/)
  expect(readdirSync(folder)).not.toContain('latest.yml.sig')
})
