import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE, openDatabase } from '../../../electron/desk/database/open-database.ts'
import { watchRevision } from '../../../electron/desk/database/revision.ts'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import type { DeskEvent } from '../../../shared/model/desktop.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

const find = (text: string) => ({ text, limit: 10, step: null, filters: {}, productId: null, buyer: null })

describe('the library file', () => {
  it('is durable against the power plug: WAL with full synchronisation, foreign keys held', () => {
    const database = openDatabase(temporaryFolder())
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(database.pragma('synchronous', { simple: true })).toBe(2)
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
    database.close()
  })

  it('of a newer program is refused and left as it is', () => {
    const dataDir = temporaryFolder()
    const file = path.join(dataDir, DATABASE_FILE)
    const newer = new Database(file)
    newer.pragma('user_version = 999')
    newer.close()
    const before = readFileSync(file)
    expect(() => openDesk({ dataDir })).toThrow(expect.objectContaining({ code: 'newer-file' }))
    expect(readFileSync(file)).toEqual(before)
  })

  it('cannot be in a folder that is a file', () => {
    const folder = temporaryFolder()
    const dataDir = path.join(folder, '一个文件')
    writeFileSync(dataDir, '')
    expect(() => openDesk({ dataDir })).toThrow(expect.objectContaining({ code: 'folder-unusable' }))
  })

  it('keeps what it holds from one start to the next', async () => {
    const dataDir = temporaryFolder()
    const first = openDesk({ dataDir, empty: true })
    const phrase = first.phrases.create({
      title: '包邮说明',
      body: '亲，满198元包邮',
      code: 'by01',
      tags: ['物流'],
    })
    await first.close()
    const second = openTestDesk({ dataDir })
    expect(second.phrases.get(phrase.id)).toEqual(phrase)
    expect((await second.phrases.search(find('by'))).hits[0]?.id).toBe(phrase.id)
  })

  it('changed by another program is noticed by the next search', async () => {
    const dataDir = temporaryFolder()
    const window = openTestDesk({ dataDir })
    expect((await window.phrases.search(find('包邮'))).hits).toEqual([])
    const commandLine = openTestDesk({ dataDir })
    commandLine.phrases.create({ title: '包邮说明', body: '亲，满198元包邮' })
    expect((await window.phrases.search(find('包邮'))).hits).toHaveLength(1)
  })

  it('merely used by another program is not read again', async () => {
    const dataDir = temporaryFolder()
    const window = openTestDesk({ dataDir })
    const phrase = window.phrases.create({ title: '包邮说明', body: '亲，满198元包邮' })
    const commandLine = openTestDesk({ dataDir })
    await window.phrases.search(find('包邮'))
    const told: DeskEvent[] = []
    window.onEvent((event) => told.push(event))
    const use = { phraseId: phrase.id, outcome: 'copied', step: null, tookMs: null, query: '' } as const
    commandLine.usage.record(use)
    window.phrases.get(phrase.id)
    expect(told).toEqual([])
    commandLine.shop.save({ ...commandLine.shop.profile(), agentAlias: '小鱼' })
    expect(window.shop.profile().agentAlias).toBe('小鱼')
    expect(told).toEqual([{ kind: 'library-changed' }])
  })

  it('tells what others changed from what this program did itself, undone transactions too', () => {
    const dataDir = temporaryFolder()
    const ours = openDatabase(dataDir)
    const theirs = openDatabase(dataDir)
    const revision = watchRevision(ours)
    const shop = "INSERT OR REPLACE INTO shops VALUES ('main', '{}')"
    const upkeep = "INSERT OR REPLACE INTO upkeep VALUES ('x', 1)"
    ours.exec(`BEGIN; ${shop}; ROLLBACK; ${shop}`)
    expect(revision.othersChangedIt()).toBe(false)
    theirs.exec(upkeep)
    expect(revision.othersChangedIt()).toBe(false)
    theirs.exec(shop)
    expect(revision.othersChangedIt()).toBe(true)
    expect(revision.othersChangedIt()).toBe(false)
    ours.close()
    theirs.close()
  })
})

describe('programs at one library', () => {
  it('may be one with windows and any number of others', () => {
    const dataDir = temporaryFolder()
    openTestDesk({ dataDir, presence: 'host' })
    openTestDesk({ dataDir })
    openTestDesk({ dataDir })
  })

  it('cannot be two with windows: the second says that the first is open', async () => {
    const dataDir = temporaryFolder()
    const first = openDesk({ dataDir, empty: true, presence: 'host' })
    expect(() => openDesk({ dataDir, presence: 'host' })).toThrow(
      expect.objectContaining({ code: 'library-in-use', message: expect.stringContaining('已经打开着') }),
    )
    await first.close()
    openTestDesk({ dataDir, presence: 'host' })
  })
})

describe('the folder of the library', () => {
  it('may be deep, in Chinese, with spaces and an emoji, and longer than Windows used to take', async () => {
    const dataDir = path.join(temporaryFolder(), ...Array(8).fill('客服 话术😀'), 'a'.repeat(120))
    expect(dataDir.length).toBeGreaterThan(200)
    expect(Buffer.byteLength(dataDir)).toBeGreaterThan(260)
    const desk = openTestDesk({ dataDir })
    desk.phrases.create({ title: '包邮说明', body: '亲' })
    const { name } = await desk.safekeeping.make()
    await desk.safekeeping.restore(name)
    expect(desk.phrases.list({ offset: 0, limit: 1 }).total).toBe(1)
  })

  it('that is too deep for the system is refused in words', () => {
    const dataDir = path.join(temporaryFolder(), ...Array(20).fill('很长的文件夹名'.repeat(3)))
    expect(() => openDesk({ dataDir })).toThrow(/路径太长/)
  })

  it('that cannot be made is refused, and does not hang', () => {
    expect(() => openDesk({ dataDir: '/proc/黄金六秒/library' })).toThrow(
      expect.objectContaining({ code: 'folder-unusable' }),
    )
  })

  it('that a cloud drive syncs is refused with what to do, and nothing is written there', () => {
    const dataDir = path.join(temporaryFolder(), 'OneDrive', '黄金六秒')
    expect(() => openDesk({ dataDir })).toThrow(/由OneDrive同步.*没有在那里打开.*备份文件夹/)
    expect(existsSync(dataDir)).toBe(false)
  })

  it('that is gone while the program runs is told, and nothing is acknowledged', () => {
    const dataDir = temporaryFolder()
    const desk = openTestDesk({ dataDir })
    desk.phrases.create({ title: '早先的', body: '亲' })
    renameSync(dataDir, `${dataDir}-移走`)
    try {
      const write = () => desk.phrases.create({ title: '不该有的', body: '亲' })
      expect(write).toThrow(expect.objectContaining({ code: 'folder-gone' }))
      expect(() =>
        desk.usage.record({ phraseId: 'x', outcome: 'copied', step: null, tookMs: null, query: '' }),
      ).toThrow(/数据文件夹不见了.*没有保存/)
    } finally {
      renameSync(`${dataDir}-移走`, dataDir)
    }
    expect(desk.phrases.list({ offset: 0, limit: 10 }).total).toBe(1)
  })
})

describe('a library that another program holds', () => {
  it('is waited for', async () => {
    const dataDir = temporaryFolder()
    const desk = openTestDesk({ dataDir })
    const scanner = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      `import Database from 'better-sqlite3'
       const database = new Database(process.argv[1])
       database.exec('BEGIN IMMEDIATE')
       console.log('held')
       setTimeout(() => database.exec('COMMIT'), 500)`,
      path.join(dataDir, DATABASE_FILE),
    ])
    await once(scanner.stdout, 'data')
    desk.phrases.create({ title: '等到了', body: '亲' })
    expect(desk.phrases.list({ offset: 0, limit: 1 }).total).toBe(1)
    await once(scanner, 'close')
  })

  it('and does not let go is told after a few seconds, with who it may be', () => {
    const dataDir = temporaryFolder()
    openDatabase(dataDir).close()
    const scanner = new Database(path.join(dataDir, DATABASE_FILE))
    scanner.pragma('locking_mode = EXCLUSIVE')
    scanner.exec('BEGIN EXCLUSIVE')
    expect(() => openDesk({ dataDir })).toThrow(/被别的程序占用（可能是杀毒或备份软件）/)
    scanner.close()
  })
})

describe('a clock that jumps', () => {
  it('back a year harms neither phrases nor backups', async () => {
    let now = Date.parse('2027-11-21T09:30:00+08:00')
    const desk = openTestDesk({ now: () => now })
    const phrase = desk.phrases.create({ title: '包邮说明', body: '亲' })
    const before = await desk.safekeeping.make()
    now -= 365 * 86_400_000
    desk.phrases.update(phrase.id, { ...phrase, title: '改过' })
    const after = await desk.safekeeping.make()
    expect(after.name > before.name).toBe(true)
    desk.phrases.remove([phrase.id])
    await desk.safekeeping.restore(after.name)
    expect(desk.phrases.get(phrase.id).title).toBe('改过')
  })
})

describe('a new library', () => {
  it('starts with the starter phrases, the sample shop and its products', async () => {
    const desk = openTestDesk({ empty: false })
    expect(desk.phrases.list({ offset: 0, limit: 1 }).total).toBeGreaterThanOrEqual(200)
    expect(desk.products.list().length).toBeGreaterThanOrEqual(24)
    expect(desk.shop.profile().couriers.length).toBeGreaterThan(0)
    expect((await desk.phrases.search(find('kq'))).hits.length).toBeGreaterThan(0)
  })

  it('is not filled again once its phrases were deleted', async () => {
    const dataDir = temporaryFolder()
    const first = openDesk({ dataDir })
    first.phrases.remove(first.phrases.list({ offset: 0, limit: 1000 }).phrases.map(({ id }) => id))
    await first.close()
    expect(openTestDesk({ dataDir }).phrases.list({ offset: 0, limit: 1 }).total).toBe(0)
  })
})
