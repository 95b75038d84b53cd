import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import type { DeskEvent } from '../../../shared/model/desktop.ts'
import { png } from '../../support/images.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

const DAY = 86_400_000

const titles = (desk: Desk) => desk.phrases.list({ offset: 0, limit: 100 }).phrases.map(({ title }) => title)
const backupsIn = (dataDir: string) => readdirSync(path.join(dataDir, 'backups'))
const find = (text: string) => ({ text, limit: 10, step: null, filters: {}, productId: null, buyer: null })

describe('a backup', () => {
  it('is a whole library, looked through, with what it holds and why it was made', async () => {
    const desk = openTestDesk()
    desk.phrases.create({ title: '包邮说明', body: '亲，满198元包邮' })
    const backup = await desk.safekeeping.make()
    expect(backup).toMatchObject({ reason: 'manual', holds: { phrases: 1, products: 0 }, problem: null })
    expect(desk.safekeeping.state().backups).toEqual([backup])
    const file = new Database(path.join(desk.dataDir, 'backups', backup.name), { readonly: true })
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(file.prepare('SELECT title FROM phrases').pluck().all()).toEqual(['包邮说明'])
    file.close()
  })

  it('is made while the library is being written, of one moment', async () => {
    const desk = openTestDesk()
    const made = desk.safekeeping.make()
    desk.phrases.create({ title: '写在备份中', body: '亲' })
    const { holds } = await made
    expect([0, 1]).toContain(holds?.phrases)
    expect(titles(desk)).toEqual(['写在备份中'])
  })

  it('of the day is made once, and again when a day has passed', async () => {
    let now = Date.parse('2026-11-21T09:30:00+08:00')
    const dataDir = temporaryFolder()
    const desk = openTestDesk({ dataDir, now: () => now })
    const begun = async () => {
      desk.safekeeping.begin()()
      await desk.safekeeping.settled()
    }
    await begun()
    await begun()
    expect(backupsIn(dataDir)).toEqual(['golden-six-000001-2026-11-21-093000-daily.sqlite'])
    now += DAY
    await begun()
    expect(backupsIn(dataDir)).toHaveLength(2)
  })

  it('stands before each import', async () => {
    const desk = openTestDesk()
    desk.phrases.create({ title: '原有的', body: '亲，原有的' })
    const bytes = Buffer.from('快捷短语编码,快捷短语\nby01,亲，包邮哦\n')
    await desk.imports.apply({ name: '话术.csv', bytes })
    expect(desk.safekeeping.state().backups).toMatchObject([{ reason: 'import', holds: { phrases: 1 } }])
  })

  it('goes to the folder that was chosen; one that cannot be used is refused in words', async () => {
    const desk = openTestDesk()
    const nas = path.join(temporaryFolder(), '坚果云', '备份')
    desk.safekeeping.chooseFolder(nas)
    const { name } = await desk.safekeeping.make()
    expect(readdirSync(nas)).toEqual([name])
    const file = path.join(desk.dataDir, '一个文件')
    writeFileSync(file, '')
    expect(() => desk.safekeeping.chooseFolder(file)).toThrow(
      expect.objectContaining({ code: 'folder-unusable' }),
    )
    expect(desk.safekeeping.state().folder).toBe(nas)
  })

  it('that must stand before an import goes to the data folder while the chosen one is away', async () => {
    const desk = openTestDesk()
    const usb = path.join(temporaryFolder(), 'U盘')
    desk.safekeeping.chooseFolder(usb)
    rmSync(usb, { recursive: true })
    writeFileSync(usb, 'not a folder any more')
    await desk.imports.apply({ name: '话术.csv', bytes: Buffer.from('快捷短语编码,快捷短语\na,亲\n') })
    expect(titles(desk)).toHaveLength(1)
    expect(desk.safekeeping.state().backups).toMatchObject([{ reason: 'import' }])
  })

  it('of the day that cannot be made is told, and harms nothing', async () => {
    const desk = openTestDesk()
    const usb = path.join(temporaryFolder(), 'U盘')
    desk.safekeeping.chooseFolder(usb)
    rmSync(usb, { recursive: true })
    writeFileSync(usb, '')
    const told: DeskEvent[] = []
    desk.onEvent((event) => told.push(event))
    desk.safekeeping.begin()()
    await desk.safekeeping.settled()
    await expect.poll(() => desk.safekeeping.state().trouble).toContain('今天的备份没有做成')
    expect(told).toContainEqual({ kind: 'backups-changed' })
  })

  it('half written never looks like one, and is swept away when it has lain for a day', async () => {
    const desk = openTestDesk()
    const folder = path.join(desk.dataDir, 'backups')
    mkdirSync(folder)
    const half = [
      'golden-six-000009-2026-11-21-093000-daily.sqlite.partial',
      'golden-six-everything-x.zip.sqlite',
    ]
    for (const name of half) writeFileSync(path.join(folder, name), 'half')
    expect(desk.safekeeping.state().backups).toEqual([])
    await desk.safekeeping.make()
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(half))
    for (const name of half) utimesSync(path.join(folder, name), 0, 0)
    await desk.safekeeping.make()
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('or what a killed restore or import left in the data folder goes at the next start', async () => {
    const dataDir = temporaryFolder()
    mkdirSync(path.join(dataDir, 'import.partial-x'))
    writeFileSync(path.join(dataDir, 'import.partial-x', 'library.sqlite'), 'half')
    writeFileSync(path.join(dataDir, 'restore.partial.sqlite-journal'), 'half')
    openTestDesk({ dataDir })
    expect(readdirSync(dataDir).filter((name) => name.includes('partial'))).toEqual([])
  })

  it('that has rotted on its disk says so, and is not restored', async () => {
    const desk = openTestDesk()
    desk.phrases.create({ title: '包邮说明', body: '亲' })
    const { name } = await desk.safekeeping.make()
    writeFileSync(path.join(desk.dataDir, 'backups', name), 'rotten')
    expect(desk.safekeeping.state().backups[0]?.problem).toContain('损坏')
    await expect(desk.safekeeping.restore(name)).rejects.toThrow(/不能恢复.*没有改动/)
    expect(titles(desk)).toEqual(['包邮说明'])
  })
})

describe('a restore', () => {
  async function withBackup() {
    const desk = openTestDesk()
    desk.phrases.create({ title: '早先的', body: '亲，早先的' })
    const backup = await desk.safekeeping.make()
    desk.phrases.create({ title: '后来的', body: '亲，后来的' })
    return { desk, backup }
  }

  it('shows first what it would put in the place of what', async () => {
    const { desk, backup } = await withBackup()
    expect(desk.safekeeping.preview(backup.name)).toMatchObject({
      backup: { holds: { phrases: 1 } },
      now: { phrases: 2 },
    })
  })

  it('brings the library back as it was, searched and shown at once, and can be undone', async () => {
    const { desk, backup } = await withBackup()
    const { holds, undo } = await desk.safekeeping.restore(backup.name)
    expect(holds.phrases).toBe(1)
    expect(titles(desk)).toEqual(['早先的'])
    expect((await desk.phrases.search(find('后来'))).hits).toEqual([])

    await desk.safekeeping.restore(undo.name)
    expect(titles(desk).toSorted()).toEqual(['后来的', '早先的'].toSorted())
    expect((await desk.phrases.search(find('后来'))).hits).toHaveLength(1)
  })

  it('is seen by another program that has the library open, which can go on writing', async () => {
    const { desk, backup } = await withBackup()
    const window = openTestDesk({ dataDir: desk.dataDir })
    expect(titles(window)).toHaveLength(2)
    await desk.safekeeping.restore(backup.name)
    expect(titles(window)).toEqual(['早先的'])
    window.phrases.create({ title: '恢复之后', body: '亲' })
    expect(titles(desk)).toHaveLength(2)
    expect(desk.integrityProblems()).toEqual([])
  })

  it('waits for another program to finish its writing', async () => {
    const { desk, backup } = await withBackup()
    const other = new Database(path.join(desk.dataDir, 'golden-six.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    const restored = desk.safekeeping.restore(backup.name)
    setTimeout(() => other.exec('COMMIT'), 300)
    expect((await restored).holds.phrases).toBe(1)
    expect(titles(desk)).toEqual(['早先的'])
    other.close()
  })

  it('is not misled by the journal of one that was killed', async () => {
    const desk = openTestDesk()
    for (let n = 0; n < 200; n++)
      desk.phrases.create({ title: `话术 ${n}`, body: `亲，${'满198元包邮'.repeat(40)}` })
    const backup = await desk.safekeeping.make()
    const partial = path.join(desk.dataDir, 'restore.partial.sqlite')
    copyFileSync(path.join(desk.dataDir, 'backups', backup.name), partial)
    const cutOff = new Database(partial)
    cutOff.pragma('cache_size = 1')
    cutOff.exec('BEGIN; DELETE FROM phrases')
    copyFileSync(`${partial}-journal`, `${partial}-kept`)
    cutOff.close()
    renameSync(`${partial}-kept`, `${partial}-journal`)

    desk.phrases.remove(desk.phrases.list({ offset: 0, limit: 200 }).phrases.map(({ id }) => id))
    for (let n = 0; n < 300; n++) desk.phrases.create({ title: `新的 ${n}`, body: '亲' })
    const { name } = await desk.safekeeping.make()
    await desk.safekeeping.restore(name)
    expect(desk.phrases.list({ offset: 0, limit: 1 }).total).toBe(300)
    expect(desk.integrityProblems()).toEqual([])
  })

  it('takes what is written in the middle of it into the backup that undoes it', async () => {
    const { desk, backup } = await withBackup()
    const restoring = desk.safekeeping.restore(backup.name)
    // Acknowledged before the restore is: in the library after it, or in the backup made by it.
    desk.phrases.create({ title: '中间写的', body: '亲' })
    const { undo } = await restoring
    const found = new Set(titles(desk))
    await desk.safekeeping.restore(undo.name)
    for (const title of titles(desk)) found.add(title)
    expect(found).toContain('中间写的')
  })

  it.each(['../golden-six.sqlite', 'golden-six.sqlite', 'golden-six-000099-2026-11-21-093000-daily.sqlite'])(
    'of %s is refused: no such backup',
    async (name) => {
      const { desk } = await withBackup()
      await expect(desk.safekeeping.restore(name)).rejects.toThrow(
        expect.objectContaining({ code: 'not-found' }),
      )
    },
  )
})

describe('everything in one file', () => {
  async function exported() {
    const desk = openTestDesk()
    desk.phrases.create({ title: '搬家的', body: '亲，搬家的' })
    desk.settings.update({ theme: 'dark', hotkey: 'Control+Alt+Z' })
    const image = desk.images.add(png(), '尺码表.png')
    const { name } = await desk.safekeeping.exportEverything('0.1.0')
    return { desk, image, file: path.join(desk.dataDir, 'backups', name) }
  }

  it('is imported on another machine: library, settings and images, and can be undone', async () => {
    const { file, image } = await exported()
    const there = openTestDesk()
    there.phrases.create({ title: '那边的', body: '亲，那边的' })
    const backupFolder = path.join(temporaryFolder(), '那边的备份')
    there.safekeeping.chooseFolder(backupFolder)
    copyFileSync(file, path.join(backupFolder, path.basename(file)))
    const [archive] = there.safekeeping.state().archives

    const { undo } = await there.safekeeping.importEverything(archive?.name ?? '')
    expect(titles(there)).toEqual(['搬家的'])
    expect(there.settings.read()).toMatchObject({ theme: 'dark', hotkey: 'Control+Alt+Z', backupFolder })
    expect(there.images.read(image.hash)).toMatchObject({ name: '尺码表.png', content: png() })
    expect(readdirSync(there.dataDir).filter((name) => name.includes('partial'))).toEqual([])

    await there.safekeeping.restore(undo.name)
    expect(titles(there)).toEqual(['那边的'])
  })

  /** The archive with its parts changed, as someone may who means no good. */
  function forged(file: string, change: (parts: Record<string, Uint8Array>) => void): string {
    const parts: Record<string, Uint8Array> = unzipSync(readFileSync(file))
    change(parts)
    const target = path.join(temporaryFolder(), 'golden-six-everything-forged.zip')
    writeFileSync(target, zipSync(parts))
    return target
  }

  const manifestOf = (parts: Record<string, Uint8Array>) =>
    JSON.parse(Buffer.from(parts['manifest.json'] ?? []).toString())
  const withFile = (parts: Record<string, Uint8Array>, name: string, bytes = 3) => {
    const manifest = manifestOf(parts)
    const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' // of "abc"
    manifest.files.push({ path: name, bytes, sha256 })
    parts['manifest.json'] = strToU8(JSON.stringify(manifest))
    parts[name] = strToU8('abc')
  }

  it.each<[string, (parts: Record<string, Uint8Array>) => void, RegExp]>([
    [
      'was changed on its way',
      (parts) => {
        const library = parts['library.sqlite'] as Uint8Array
        library[5000] = (library[5000] as number) ^ 1
      },
      /和导出时不一样/,
    ],
    [
      'lacks its library',
      (parts) => {
        delete parts['library.sqlite']
      },
      /没有完整的 library/,
    ],
    [
      'lacks its manifest',
      (parts) => {
        delete parts['manifest.json']
      },
      /不是黄金六秒导出的文件/,
    ],
    [
      'has a broken manifest',
      (parts) => {
        parts['manifest.json'] = strToU8('{')
      },
      /目录已损坏/,
    ],
    [
      'was made by a newer program',
      (parts) => {
        parts['manifest.json'] = strToU8(JSON.stringify({ ...manifestOf(parts), schemaVersion: 99 }))
      },
      /请先升级/,
    ],
    ['leads out of its folder', (parts) => withFile(parts, 'images/../../evil.txt'), /不该有的内容/],
    ['names an absolute path', (parts) => withFile(parts, '/tmp/evil.txt'), /不该有的内容/],
    ['names a drive', (parts) => withFile(parts, 'images/C:evil.txt'), /不该有的内容/],
    ['names a device', (parts) => withFile(parts, 'images/nul.png'), /不该有的内容/],
    ['brings a program', (parts) => withFile(parts, 'evil.exe'), /不该有的内容/],
    [
      'would unpack to more than there is reason for',
      (parts) => withFile(parts, 'images/a', 2e9),
      /大得不合常理/,
    ],
    ['says less than it holds', (parts) => withFile(parts, 'images/a.png', 2), /没有完整的 images/],
  ])('that %s is refused, and changes nothing', async (_what, change, words) => {
    const { file } = await exported()
    const there = openTestDesk()
    there.phrases.create({ title: '那边的', body: '亲' })
    const before = readdirSync(there.dataDir).toSorted()
    await expect(there.safekeeping.importArchive(forged(file, change))).rejects.toThrow(words)
    expect(titles(there)).toEqual(['那边的'])
    expect(readdirSync(there.dataDir).toSorted()).toEqual(before)
  })

  it('that is no archive at all is refused', async () => {
    const desk = openTestDesk()
    const file = path.join(temporaryFolder(), 'x.zip')
    writeFileSync(file, '不是压缩文件'.repeat(100))
    await expect(desk.safekeeping.importArchive(file)).rejects.toThrow(
      expect.objectContaining({ code: 'archive-refused' }),
    )
  })
})
