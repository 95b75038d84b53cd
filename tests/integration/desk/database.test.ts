import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE, openDatabase } from '../../../electron/desk/database/open-database.ts'
import { openDesk } from '../../../electron/desk/open-desk.ts'
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

  it('that is no database is refused in words and left as it is', () => {
    const dataDir = temporaryFolder()
    const file = path.join(dataDir, DATABASE_FILE)
    writeFileSync(file, '这不是数据库'.repeat(500))
    expect(() => openDesk({ dataDir })).toThrow(expect.objectContaining({ code: 'damaged-file' }))
    expect(readFileSync(file, 'utf8')).toBe('这不是数据库'.repeat(500))
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

describe('settings', () => {
  it('that cannot be read cost the settings, not the start, and are kept aside', () => {
    const dataDir = temporaryFolder()
    writeFileSync(path.join(dataDir, 'settings.json'), '{ "hotkey": ')
    expect(openTestDesk({ dataDir }).settings.read().hotkey).toBe('Control+Alt+Space')
    expect(readdirSync(dataDir)).toContainEqual(expect.stringMatching(/^settings\.damaged-.*\.json$/))
  })

  it('lose only the one value that is out of bounds', () => {
    const dataDir = temporaryFolder()
    writeFileSync(
      path.join(dataDir, 'settings.json'),
      '{ "theme": "dark", "panel": { "width": 1, "height": 1 } }',
    )
    expect(openTestDesk({ dataDir }).settings.read()).toMatchObject({ theme: 'dark', panel: { width: 760 } })
  })

  it('are kept for the next start', async () => {
    const dataDir = temporaryFolder()
    const desk = openDesk({ dataDir, empty: true })
    desk.settings.update({ theme: 'dark' })
    await desk.close()
    expect(openTestDesk({ dataDir }).settings.read().theme).toBe('dark')
  })
})
