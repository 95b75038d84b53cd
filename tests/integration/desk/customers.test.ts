import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCustomers } from '../../../electron/desk/customers/customers.ts'
import type { KeyProtector } from '../../../electron/desk/customers/key-protector.ts'
import { KEY_FILE } from '../../../electron/desk/customers/key-ring.ts'
import { type Database, openDatabase } from '../../../electron/desk/database/open-database.ts'
import { createFollowUpTable } from '../../../electron/desk/follow-ups/follow-up-table.ts'
import { sealedFollowUps } from '../../../electron/desk/follow-ups/sealed-follow-ups.ts'
import { Buyer } from '../../../shared/model/buyer.ts'

const DAY = 24 * 60 * 60 * 1_000
const TODAY = Date.UTC(2026, 10, 21, 4)

let dataDir: string
let database: Database
let now: number
let ids: number

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'golden-six-customers-'))
  database = openDatabase(dataDir)
  now = TODAY
  ids = 0
})

afterEach(() => {
  database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A keyring that belongs to one account: what another wrapped does not open. */
function keyringOf(account: string): KeyProtector {
  return {
    protect: async (secret) => Buffer.from(`${account}:${[...secret].reverse().join('')}`),
    reveal: async (wrapped) => {
      const [owner, secret = ''] = wrapped.toString().split(':')
      if (owner !== account) throw new Error('not yours')
      return [...secret].reverse().join('')
    },
  }
}

function open(protector: KeyProtector | null = null, retentionDays = 90) {
  return createCustomers(database, {
    dataDir,
    protector: async () => protector,
    now: () => now,
    newId: () => `buyer-${String(++ids).padStart(6, '0')}`,
    retentionDays: () => retentionDays,
    elsewhere: sealedFollowUps(createFollowUpTable(database), () => now),
  })
}

const noted = (nickname: string, note: string) => ({ nickname, notes: [{ at: now, text: note }] })

/** Every byte that the library's folder holds, whatever the file. */
function everythingOnDisk(): string {
  return readdirSync(dataDir)
    .filter((name) => statSync(path.join(dataDir, name)).isFile())
    .map((name) => readFileSync(path.join(dataDir, name)).toString('latin1'))
    .join('\n')
}

const asBytes = (text: string) => Buffer.from(text).toString('latin1')

describe('a buyer', () => {
  it('is there again after a restart, with notes and measurements', async () => {
    const created = (await open().book()).create({
      ...noted('小鱼儿', '喜欢宽松'),
      type: 'returning',
      measures: { heightCm: 165 },
    })
    const again = await open().book()
    expect(again.get(created.id)).toEqual(created)
    expect(created.deletedOn).toBe(TODAY + 90 * DAY)
  })

  it('is found by nickname, pinyin, initials and notes; the one seen last comes first', async () => {
    const book = await open().book()
    book.create(noted('小鱼儿', '脚背高'))
    now += 1
    book.create(noted('大鱼', '只要顺丰'))
    const found = (text: string) =>
      book.list({ text, offset: 0, limit: 10 }).customers.map(({ nickname }) => nickname)
    expect(found('')).toEqual(['大鱼', '小鱼儿'])
    expect(found('鱼儿')).toEqual(['小鱼儿'])
    expect(found('xiaoyu')).toEqual(['小鱼儿'])
    expect(found('dy')).toEqual(['大鱼'])
    expect(found('顺丰')).toEqual(['大鱼'])
    expect(found('没有的')).toEqual([])
  })

  it('is one person however the nickname is written', async () => {
    const book = await open().book()
    book.create({ nickname: 'ＡＢＣ小鱼' })
    expect(book.byNickname('abc小鱼')?.nickname).toBe('ＡＢＣ小鱼')
    expect(() => book.create({ nickname: 'Abc小鱼' })).toThrow(/已经有昵称/)
  })

  it('keeps notes when the panel learns something new', async () => {
    const book = await open().book()
    book.create({ ...noted('小鱼儿', '脚背高'), measures: { heightCm: 165 } })
    const met = { nickname: '小鱼儿', type: 'haggler' as const, isGift: false, province: '浙江' }
    const remembered = book.remember({ ...met, measures: { weightKg: 50 } })
    expect(remembered).toMatchObject({ type: 'haggler', province: '浙江', notes: [{ text: '脚背高' }] })
    expect(remembered.measures).toEqual({ heightCm: 165, weightKg: 50 })
  })

  it('keeps what is known of them when the panel only says the name', async () => {
    const book = await open().book()
    const known = { nickname: '小鱼儿', type: 'returning', province: '浙江', isGift: true } as const
    book.create({ ...known, measures: { heightCm: 165 } })
    const unsaid = { type: null, province: null, isGift: false, measures: {} }
    expect(book.remember({ nickname: '小鱼儿', ...unsaid })).toMatchObject({
      ...known,
      measures: { heightCm: 165 },
    })
  })

  it('comes with everything that is kept when it is exported', async () => {
    const book = await open().book()
    const { id } = book.create(noted('小鱼儿', '脚背高'))
    book.noteSent(Buyer.parse({ nickname: '小鱼儿' }), {
      at: now,
      phraseTitle: '尺码',
      text: '建议您选 M 码',
    })
    expect(book.export(id)).toMatchObject({
      customer: { nickname: '小鱼儿', notes: [{ text: '脚背高' }] },
      pastes: [{ phraseTitle: '尺码', text: '建议您选 M 码' }],
    })
  })
})

describe('on disk', () => {
  it('nothing of a buyer can be read: not the nickname, not a note, not what was sent', async () => {
    const book = await open().book()
    book.create(noted('秘密昵称甲', 'secret-note 脚背高'))
    book.noteSent(Buyer.parse({ nickname: '秘密昵称甲' }), {
      at: now,
      phraseTitle: '标题乙',
      text: 'secret-paste 您好',
    })
    const before = everythingOnDisk()
    database.pragma('wal_checkpoint(TRUNCATE)')
    for (const bytes of [before, everythingOnDisk()]) {
      for (const secret of ['秘密昵称甲', '脚背高', '标题乙', 'secret-note', 'secret-paste'])
        expect(bytes).not.toContain(asBytes(secret))
      expect(bytes).not.toContain(Buffer.from('秘密昵称甲', 'utf16le').toString('latin1'))
    }
  })

  it('the same note is sealed differently each time, and opens in its own row only', async () => {
    const book = await open().book()
    const [one, other] = [book.create(noted('甲', '同样的话')), book.create(noted('乙', '同样的话'))]
    const record = database.prepare<[string], Buffer>('SELECT record FROM customers WHERE id = ?').pluck()
    expect(record.get(one.id)?.equals(record.get(other.id) as Buffer)).toBe(false)
    database.prepare('UPDATE customers SET record = ? WHERE id = ?').run(record.get(one.id), other.id)
    const again = await open().book()
    expect(again.list({ text: '', offset: 0, limit: 10 }).total).toBe(1)
    expect(again.unreadable()).toBe(1)
  })

  it('a record that was changed by one bit does not open, and costs nobody else', async () => {
    const book = await open().book()
    const { id } = book.create(noted('甲', '话'))
    book.create(noted('乙', '话'))
    const record = database.prepare('SELECT record FROM customers WHERE id = ?').pluck().get(id) as Buffer
    record[record.length - 1] = (record.at(-1) ?? 0) ^ 1
    database.prepare('UPDATE customers SET record = ? WHERE id = ?').run(record, id)
    const names = (await open().book()).list({ text: '', offset: 0, limit: 10 }).customers
    expect(names.map(({ nickname }) => nickname)).toEqual(['乙'])
  })

  it.skipIf(process.platform === 'win32')('the keys can be read by their owner alone', async () => {
    await open().book()
    expect(statSync(path.join(dataDir, KEY_FILE)).mode & 0o777).toBe(0o600)
  })
})

describe('deleting', () => {
  it('leaves nothing behind: no row, no record in free pages or the log, and no way back', async () => {
    const customers = open()
    const book = await customers.book()
    const { id } = book.create(noted('小鱼儿', '脚背高'))
    book.noteSent(Buyer.parse({ nickname: '小鱼儿' }), {
      at: now,
      phraseTitle: '尺码',
      text: '建议您选 M 码',
    })
    const record = database.prepare('SELECT record FROM customers').pluck().get() as Buffer
    expect(everythingOnDisk()).toContain(record.toString('latin1'))
    await book.remove([id])
    expect(() => book.get(id)).toThrow(/已删除/)
    expect(database.prepare('SELECT count(*) FROM customer_pastes').pluck().get()).toBe(0)
    expect(everythingOnDisk()).not.toContain(record.toString('latin1'))
  })

  it('holds when a backup from before is restored', async () => {
    const book = await open().book()
    const { id } = book.create(noted('小鱼儿', '脚背高'))
    book.create(noted('大鱼', '只要顺丰'))
    const backup = database.serialize()
    now += 1_000
    await book.remove([id])
    database.close()
    for (const suffix of ['-wal', '-shm'])
      rmSync(path.join(dataDir, `golden-six.sqlite${suffix}`), { force: true })
    writeFileSync(path.join(dataDir, 'golden-six.sqlite'), backup)
    database = openDatabase(dataDir)
    const restored = await open().book()
    expect(restored.list({ text: '', offset: 0, limit: 10 }).customers.map((one) => one.nickname)).toEqual([
      '大鱼',
    ])
  })

  it('lets a buyer come back as a new one', async () => {
    const book = await open().book()
    await book.remove([book.create({ nickname: '小鱼儿' }).id])
    now += 1
    book.create({ nickname: '小鱼儿' })
    await book.upkeep()
    expect(book.byNickname('小鱼儿')).not.toBe(null)
  })
})

describe('the time of keeping', () => {
  it('hides a buyer the moment it is over, and the next round deletes the record', async () => {
    const book = await open().book()
    await book.upkeep()
    const { id } = book.create({ nickname: '小鱼儿' })
    for (let day = 1; day <= 90; day += 5) {
      now = TODAY + day * DAY
      await book.upkeep()
    }
    now = TODAY + 90 * DAY + 1
    expect(() => book.get(id)).toThrow(/已删除/)
    await book.upkeep()
    expect(database.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(0)
  })

  it('begins anew when the buyer is served again', async () => {
    const book = await open().book()
    const { id } = book.create({ nickname: '小鱼儿' })
    now += 80 * DAY
    book.noteSent(Buyer.parse({ nickname: '小鱼儿' }), { at: now, phraseTitle: '尺码', text: 'M' })
    now += 80 * DAY
    expect(book.get(id).deletedOn).toBe(TODAY + 170 * DAY)
  })

  it('survives a clock that stands ten years ahead for one day', async () => {
    const book = await open().book()
    await book.upkeep()
    const { id } = book.create({ nickname: '小鱼儿' })
    now = TODAY + 3650 * DAY
    await book.upkeep()
    now = TODAY + DAY
    expect(book.get(id).nickname).toBe('小鱼儿')
    expect((await open().book()).get(id).nickname).toBe('小鱼儿')
  })

  it('renews keys monthly, and destroys those whose records are gone: an old backup opens no more', async () => {
    const book = await open(null, 30).book()
    book.create({ nickname: '小鱼儿' })
    const backup = database.prepare('SELECT * FROM customers').get() as { id: string; record: Buffer }
    for (let day = 0; day <= 100; day += 7) {
      now = TODAY + day * DAY
      await book.upkeep()
    }
    const keys = JSON.parse(readFileSync(path.join(dataDir, KEY_FILE), 'utf8')).keys as { version: number }[]
    expect(keys.map(({ version }) => version)).not.toContain(1)
    database
      .prepare(
        'INSERT INTO customers VALUES (:id, :nickname_mark, :key_version, :record, :created_at, :seen_at)',
      )
      .run({ ...backup, seen_at: now })
    expect((await open(null, 30).book()).unreadable()).toBe(1)
  })

  it('seals what is kept with the new key, and it stays readable', async () => {
    const book = await open().book()
    const { id } = book.create(noted('小鱼儿', '脚背高'))
    book.noteSent(Buyer.parse({ nickname: '小鱼儿' }), { at: now, phraseTitle: '尺码', text: 'M' })
    for (let day = 0; day <= 60; day += 6) {
      now = TODAY + day * DAY
      await book.upkeep()
    }
    expect(database.prepare('SELECT DISTINCT key_version FROM customers').pluck().all()).not.toEqual([1])
    expect((await open().book()).export(id)).toMatchObject({
      customer: { notes: [{ text: '脚背高' }] },
      pastes: [{ text: 'M' }],
    })
  })
})

describe('the keys', () => {
  it('are held by the system where it can, and moved there when it can later', async () => {
    const inFile = open()
    await (await inFile.book()).create({ nickname: '小鱼儿' })
    expect(await inFile.protection()).toMatchObject({ state: 'file' })
    const secret = JSON.parse(readFileSync(path.join(dataDir, KEY_FILE), 'utf8')).keys[0].secret as string

    const bySystem = open(keyringOf('agent'))
    expect((await bySystem.book()).byNickname('小鱼儿')).not.toBe(null)
    expect(await bySystem.protection()).toEqual({ state: 'system' })
    expect(readFileSync(path.join(dataDir, KEY_FILE), 'utf8')).not.toContain(secret)
  })

  it('of another account open nothing, and say so; the right account finds everything as it was', async () => {
    ;(await open(keyringOf('agent')).book()).create({ nickname: '小鱼儿' })
    const stranger = open(keyringOf('stranger'))
    expect(await stranger.protection()).toMatchObject({
      state: 'locked',
      why: expect.stringContaining('另一个'),
    })
    await expect(stranger.book()).rejects.toMatchObject({ code: 'customers-locked' })
    const inBrowser = open(null)
    await expect(inBrowser.book()).rejects.toThrow(/桌面版/)
    expect((await open(keyringOf('agent')).book()).byNickname('小鱼儿')).not.toBe(null)
  })

  it.each([
    ['cut off', (text: string) => text.slice(0, 40)],
    ['empty', () => ''],
    ['with a short key', (text: string) => text.replace(/"secret": "[^"]+"/, '"secret": "c2hvcnQ="')],
  ])('in a file that is %s are told of, and nothing is overwritten', async (_how, damage) => {
    ;(await open().book()).create({ nickname: '小鱼儿' })
    const file = path.join(dataDir, KEY_FILE)
    const damaged = damage(readFileSync(file, 'utf8'))
    writeFileSync(file, damaged)
    const customers = open()
    expect(await customers.protection()).toMatchObject({
      state: 'locked',
      why: expect.stringContaining('损坏'),
    })
    await expect(customers.book()).rejects.toMatchObject({ code: 'customers-locked' })
    expect(readFileSync(file, 'utf8')).toBe(damaged)
  })

  it('that are lost: one can start over, and the old file is kept', async () => {
    ;(await open(keyringOf('gone')).book()).create({ nickname: '小鱼儿' })
    const customers = open(keyringOf('agent'))
    await expect(customers.book()).rejects.toThrow()
    await customers.startOver()
    await customers.startOver()
    const book = await customers.book()
    expect(book.list({ text: '', offset: 0, limit: 10 }).total).toBe(0)
    book.create({ nickname: '大鱼' })
    expect(readdirSync(dataDir).filter((name) => name.startsWith('buyer-keys.locked-'))).toHaveLength(1)
  })
})
