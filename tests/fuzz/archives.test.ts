import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArchive } from '../../electron/desk/backups/archive/read-archive.ts'
import { openDesk } from '../../electron/desk/open-desk.ts'
import { makeFolder } from './folder.ts'
import { mangled } from './mangled.ts'
import { FUZZ_LIMIT_MS, fuzzing } from './runs.ts'

const folder = makeFolder()
let archive: { name: string; bytes: Uint8Array }

beforeAll(async () => {
  const dataDir = path.join(folder.path, 'library')
  const desk = openDesk({ dataDir, empty: true })
  desk.phrases.create({ title: '搬家的', body: '亲' })
  const { name } = await desk.safekeeping.exportEverything('0.1.0')
  await desk.close()
  archive = { name, bytes: readFileSync(path.join(dataDir, 'backups', name)) }
})

afterAll(() => folder.remove())

describe('archives that were damaged on their way', () => {
  it('are taken whole or refused in words, and leave nothing outside', { timeout: FUZZ_LIMIT_MS }, () => {
    const file = path.join(folder.path, 'damaged.zip')
    const before = readdirSync(folder.path).length + 1
    fc.assert(
      fc.property(mangled([archive]), ({ bytes }) => {
        writeFileSync(file, bytes)
        const into = mkdtempSync(path.join(folder.path, 'unpacked-'))
        try {
          const { files } = readArchive(file, into)
          const names = readdirSync(into, { recursive: true }).map(String)
          expect(names).toEqual(expect.arrayContaining(files.map((one) => one.path)))
        } catch (error) {
          expect(error).toMatchObject({
            code: 'archive-refused',
            message: expect.stringMatching(/\p{Script=Han}/u),
          })
        } finally {
          rmSync(into, { recursive: true })
        }
      }),
      fuzzing(150),
    )
    expect(readdirSync(folder.path)).toHaveLength(before)
  })
})
