import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../../../electron/desk/images/image-files.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'
import { type ForgedEntry, forgedZip, LINK } from './forged-zip.ts'

// Plain forgeries of an archive stand in tests/integration/desk/backups.test.ts; here are those of its ZIP headers.

interface Listed {
  path: string
  bytes: number
  sha256: string
}

let exported: ReturnType<typeof exportParts> | undefined

/** What a true export holds, taken apart. */
async function exportParts() {
  const desk = openTestDesk()
  desk.phrases.create({ title: '搬家的', body: '亲' })
  const { name } = await desk.safekeeping.exportEverything('0.1.0')
  const files = unzipSync(readFileSync(path.join(desk.dataDir, 'backups', name)))
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as { files: Listed[] }
  return { manifest, library: files['library.sqlite'] ?? new Uint8Array() }
}

const listed = (name: string, content: string, bytes = Buffer.byteLength(content)): Listed => ({
  path: name,
  bytes,
  sha256: createHash('sha256').update(content).digest('hex'),
})

/** Imports an archive of a true library and what is added to it, on a machine that has a library already. */
async function importing(more: { listed?: Listed[]; entries: ForgedEntry[]; manifest?: string }) {
  exported ??= exportParts()
  const { manifest, library } = await exported
  const text = JSON.stringify({
    ...manifest,
    files: [...manifest.files.filter(isLibrary), ...(more.listed ?? [])],
  })
  const file = path.join(temporaryFolder(), 'golden-six-everything-forged.zip')
  writeFileSync(
    file,
    forgedZip([
      { name: 'manifest.json', content: more.manifest ? text.replace('{', more.manifest) : text },
      { name: 'library.sqlite', content: library },
      ...more.entries,
    ]),
  )
  const there = openTestDesk()
  there.phrases.create({ title: '那边的', body: '亲' })
  const titles = () => there.phrases.list({ offset: 0, limit: 9 }).phrases.map(({ title }) => title)
  return { there, file, titles, result: there.safekeeping.importArchive(file) }
}

const isLibrary = ({ path: name }: Listed) => name === 'library.sqlite'

describe('an archive whose headers lie', () => {
  it('is imported when they do not', async () => {
    const entry = { name: 'images/a.png', content: 'PNG' }
    const { result, titles } = await importing({ listed: [listed(entry.name, 'PNG')], entries: [entry] })
    await result
    expect(titles()).toEqual(['搬家的'])
  })

  it.each<[string, { listed?: Listed[]; entries: ForgedEntry[] }, RegExp]>([
    [
      'has two names for one file of Windows',
      {
        listed: [listed('images/a.png', 'a'), listed('images/A.png', 'a')],
        entries: [
          { name: 'images/a.png', content: 'a' },
          { name: 'images/A.png', content: 'a' },
        ],
      },
      /重名/,
    ],
    [
      'inflates to more than its headers say',
      {
        listed: [listed('images/a.png', 'x'.repeat(50_000_000), 3)],
        entries: [{ name: 'images/a.png', content: 'x'.repeat(50_000_000), claimedSize: 3 }],
      },
      /和导出时不一样|损坏/,
    ],
    [
      'is encrypted',
      {
        listed: [listed('images/a.png', 'PNG')],
        entries: [{ name: 'images/a.png', content: '\x07secret', claimedSize: 3, isEncrypted: true }],
      },
      /和导出时不一样|损坏/,
    ],
    ...[
      'images\\..\\..\\evil.txt',
      '\\\\server\\share\\evil.txt',
      'images//evil.txt',
      'images/./evil.txt',
    ].map((name): [string, { listed: Listed[]; entries: ForgedEntry[] }, RegExp] => [
      `names ${name}`,
      { listed: [listed(name, 'x')], entries: [{ name, content: 'x' }] },
      /不该有的内容/,
    ]),
    ...['images/a\u202egnp.exe', 'images/a\0.png', 'images/evil.png ', 'images/.hidden', '__proto__'].map(
      (name): [string, { listed: Listed[]; entries: ForgedEntry[] }, RegExp] => [
        `names ${JSON.stringify(name)}`,
        { listed: [listed(name, 'x')], entries: [{ name, content: 'x' }] },
        /不该有的内容/,
      ],
    ),
  ])('and that %s is refused, and changes nothing', async (_what, more, words) => {
    const { result, titles, there } = await importing(more)
    await expect(result).rejects.toThrow(words)
    expect(titles()).toEqual(['那边的'])
    expect(existsSync(path.join(there.dataDir, 'images'))).toBe(false)
  })

  it("and that has a second library behind the first is taken at its manifest's word", async () => {
    const { result, titles } = await importing({ entries: [{ name: 'library.sqlite', content: 'another' }] })
    await result
    expect(titles()).toEqual(['搬家的'])
  })

  it('and that brings a link, or anything that is not the image its name says, has that left out', async () => {
    const [link, page] = [`images/${'a'.repeat(64)}.png`, `images/${hashOf(Buffer.from('<svg/>'))}.png`]
    const { result, there } = await importing({
      listed: [listed(link, '/etc/passwd'), listed(page, '<svg/>')],
      entries: [
        { name: link, content: '/etc/passwd', mode: LINK },
        { name: page, content: '<svg/>' },
      ],
    })
    await result
    expect(existsSync(path.join(there.dataDir, 'images'))).toBe(false)
  })

  it('and that holds what its manifest does not list has that left in it', async () => {
    const { result, there, file } = await importing({
      entries: [
        { name: '../evil.txt', content: 'x' },
        { name: 'images/unlisted.png', content: 'x' },
      ],
    })
    await result
    expect(existsSync(path.join(there.dataDir, 'images'))).toBe(false)
    expect(readdirSync(path.dirname(there.dataDir))).not.toContain('evil.txt')
    expect(readdirSync(path.dirname(file))).not.toContain('evil.txt')
  })

  it('and whose manifest speaks of prototypes changes none', async () => {
    const { result, titles } = await importing({
      entries: [],
      manifest: '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
    })
    await result
    expect(titles()).toEqual(['搬家的'])
    expect(Reflect.get({}, 'polluted')).toBe(undefined)
  })
})
