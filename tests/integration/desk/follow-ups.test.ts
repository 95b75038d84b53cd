import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import type { FollowUpDraftInput, Reminder } from '../../../shared/model/follow-up.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** 10:00 in China. */
const MORNING = Date.UTC(2026, 10, 22, 2)

let dataDir: string
let now: number

beforeEach(() => {
  dataDir = temporaryFolder()
  now = MORNING
})

const open = (empty = true): Desk => openTestDesk({ dataDir, empty, now: () => now })

const unpaid = (nickname: string, more: Partial<FollowUpDraftInput> = {}): FollowUpDraftInput => ({
  ...{ kind: 'unpaid', nickname, dueAt: MORNING + HOUR },
  ...more,
})

/** What the desk tells of being due, from now on. */
function remindersOf(desk: Desk): Reminder[] {
  const reminders: Reminder[] = []
  desk.onEvent((event) => event.kind === 'follow-ups-due' && reminders.push(event.reminder))
  return reminders
}

const nicknames = async (desk: Desk) => (await desk.followUps.list()).map(({ nickname }) => nickname)

/** Every byte that the library's folder holds, whatever the file. */
function everythingOnDisk(folder = dataDir): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file).toString('latin1'))
    .join('\n')
}

const asBytes = (text: string) => Buffer.from(text).toString('latin1')

describe('a follow-up', () => {
  it('is there again after a restart, the most urgent first', async () => {
    const desk = open()
    const later = await desk.followUps.create(unpaid('大鱼', { dueAt: MORNING + 2 * HOUR }))
    const sooner = await desk.followUps.create(unpaid('小鱼儿', { note: '要粉色 M 码', productId: 'p1' }))
    await desk.close()
    expect(await open().followUps.list()).toEqual([sooner, later])
    expect(sooner).toMatchObject({ note: '要粉色 M 码', productId: 'p1', state: { is: 'open' } })
  })

  it('is refused for a time that has passed, and when the shop keeps nothing of its buyers', async () => {
    const desk = open()
    const past = desk.followUps.create(unpaid('小鱼儿', { dueAt: MORNING - HOUR }))
    await expect(past).rejects.toMatchObject({ code: 'time-past' })
    desk.settings.update({ buyers: { keep: false, retentionDays: 90 } })
    await expect(desk.followUps.create(unpaid('小鱼儿'))).rejects.toMatchObject({
      code: 'customers-not-kept',
    })
    expect(await desk.followUps.list()).toEqual([])
  })

  it('is done and not done again, put off, deleted and taken back', async () => {
    const desk = open()
    const { id } = await desk.followUps.create(unpaid('小鱼儿'))
    const state = async () => (await desk.followUps.list())[0]?.state
    desk.followUps.setDone([id], true)
    expect(await state()).toEqual({ is: 'done', at: now })
    desk.followUps.setDone([id], false)
    desk.followUps.snooze([id], 'one-hour')
    expect(await state()).toEqual({ is: 'snoozed', until: now + HOUR })
    now += HOUR
    expect(await state()).toEqual({ is: 'open' })
    desk.followUps.remove([id])
    expect(await desk.followUps.list()).toEqual([])
    desk.followUps.restore([id])
    expect(await nicknames(desk)).toEqual(['小鱼儿'])
  })

  it('counts for the badge when its time has come', async () => {
    const desk = open()
    const { id } = await desk.followUps.create(unpaid('小鱼儿'))
    await desk.followUps.create(unpaid('大鱼', { dueAt: MORNING + DAY }))
    expect(desk.followUps.counts()).toEqual({ due: 0, open: 2 })
    now += HOUR
    expect(desk.followUps.counts()).toEqual({ due: 1, open: 2 })
    desk.followUps.setDone([id], true)
    expect(desk.followUps.counts()).toEqual({ due: 0, open: 1 })
  })

  it('is offered the phrases of its occasion, filled for buyer and product', async () => {
    const desk = open(false)
    const [product] = desk.products.list()
    if (!product) throw new Error('the starter library has products')
    const draft = unpaid('小鱼儿', { kind: 'not-bought', productId: product.id })
    const { id } = await desk.followUps.create(draft)
    const { buyer, scripts } = await desk.followUps.phrases(id)
    expect(buyer.nickname).toBe('小鱼儿')
    expect(scripts.map(({ title }) => title)).toContain('当天咨询未下单')
    expect(scripts.find(({ title }) => title === '当天咨询未下单')?.text).toContain(
      product.shortName ?? product.name,
    )

    const titles = async () => {
      const { id: one } = await desk.followUps.create(unpaid('大鱼', { dueAt: now + HOUR }))
      return (await desk.followUps.phrases(one)).scripts.map(({ title }) => title)
    }
    expect(await titles()).not.toContain('晚班催付')
    now += 10 * HOUR
    expect(await titles()).toContain('晚班催付')
    now -= 10 * HOUR

    const [chosen] = (await desk.phrases.list({ offset: 0, limit: 1 })).phrases
    await desk.followUps.update(id, { ...draft, phraseId: chosen?.id ?? null })
    expect((await desk.followUps.phrases(id)).scripts[0]?.phraseId).toBe(chosen?.id)
  })
})

describe('a reminder', () => {
  it('goes out once when its time has come, also across a restart', async () => {
    const desk = open()
    await desk.followUps.create(unpaid('小鱼儿'))
    const first = remindersOf(desk)
    await desk.followUps.remind()
    expect(first).toEqual([])
    now += HOUR
    await desk.followUps.remind()
    await desk.followUps.remind()
    expect(first).toEqual([{ ids: [expect.any(String)], title: '该催付了', body: '小***儿' }])
    await desk.close()

    const again = open()
    const second = remindersOf(again)
    now += DAY
    await again.followUps.remind()
    expect(second).toEqual([])
  })

  it('that fell into a sleep, or over which the clock was set, comes afterwards', async () => {
    const desk = open()
    await desk.followUps.create(unpaid('小鱼儿'))
    await desk.close()
    now += 3 * DAY
    const woken = open()
    const reminders = remindersOf(woken)
    await woken.followUps.remind()
    expect(reminders).toHaveLength(1)
    now -= 2 * DAY
    await woken.followUps.remind()
    now += 2 * DAY
    await woken.followUps.remind()
    expect(reminders).toHaveLength(1)
  })

  it('that was put off, or whose time was changed, comes once more', async () => {
    const desk = open()
    const { id, ...draft } = await desk.followUps.create(unpaid('小鱼儿'))
    const reminders = remindersOf(desk)
    now += HOUR
    await desk.followUps.remind()
    desk.followUps.snooze([id], 'ten-minutes')
    now += 9 * MINUTE
    await desk.followUps.remind()
    expect(reminders).toHaveLength(1)
    now += MINUTE
    await desk.followUps.remind()
    expect(reminders).toHaveLength(2)
    await desk.followUps.update(id, { ...draft, dueAt: now + HOUR })
    now += HOUR
    await desk.followUps.remind()
    expect(reminders).toHaveLength(3)
  })

  it('waits until somebody hears it: a browser may have no page open yet', async () => {
    const desk = open()
    await desk.followUps.create(unpaid('小鱼儿'))
    now += HOUR
    await desk.followUps.remind()
    const reminders = remindersOf(desk)
    await desk.followUps.remind()
    expect(reminders).toHaveLength(1)
  })

  it('does not come for what is done or deleted', async () => {
    const desk = open()
    const done = await desk.followUps.create(unpaid('小鱼儿'))
    const deleted = await desk.followUps.create(unpaid('大鱼'))
    desk.followUps.setDone([done.id], true)
    desk.followUps.remove([deleted.id])
    const reminders = remindersOf(desk)
    now += HOUR
    await desk.followUps.remind()
    expect(reminders).toEqual([])
  })

  it('names the buyer only where the settings say so, and many at once are one sentence', async () => {
    const desk = open()
    const reminders = remindersOf(desk)
    desk.settings.update({ followUps: { ...desk.settings.read().followUps, showsNicknames: true } })
    await desk.followUps.create(unpaid('小鱼儿'))
    now += HOUR
    await desk.followUps.remind()
    expect(reminders[0]?.body).toBe('小鱼儿')
    for (const name of ['甲', '乙', '丙', '丁'])
      await desk.followUps.create(
        unpaid(name, { dueAt: now + MINUTE, kind: name === '丁' ? 'refund' : 'unpaid' }),
      )
    now += MINUTE
    await desk.followUps.remind()
    expect(reminders).toHaveLength(2)
    expect(reminders[1]).toMatchObject({ title: '有 4 条跟单到时间了', body: '催付 3 条，退款 1 条' })
    expect(reminders[1]?.ids).toHaveLength(4)
  })
})

describe('on disk', () => {
  it('nothing tells whose a follow-up is, or what about', async () => {
    const desk = open()
    const { id } = await desk.followUps.create(
      unpaid('秘密昵称甲', {
        note: 'secret-note 脚背高',
        productId: 'secret-product',
        phraseId: 'secret-phrase',
      }),
    )
    await desk.followUps.update(id, unpaid('秘密昵称甲', { note: 'secret-note 第二版' }))
    await desk.followUps.remind()
    const before = everythingOnDisk()
    await desk.close()
    for (const bytes of [before, everythingOnDisk()]) {
      // What is no secret is found by the same search, so it would find the secrets.
      expect(bytes).toContain(id)
      for (const secret of [
        '秘密昵称甲',
        'secret-note',
        '脚背高',
        '第二版',
        'secret-product',
        'secret-phrase',
      ])
        expect(bytes).not.toContain(asBytes(secret))
      expect(bytes).not.toContain(Buffer.from('秘密昵称甲', 'utf16le').toString('latin1'))
    }
  })

  it('a record opens in its own row only', async () => {
    const desk = open()
    const one = await desk.followUps.create(unpaid('甲'))
    const other = await desk.followUps.create(unpaid('乙'))
    await desk.close()
    const database = new Database(path.join(dataDir, DATABASE_FILE))
    database
      .prepare('UPDATE follow_ups SET record = (SELECT record FROM follow_ups WHERE id = ?) WHERE id = ?')
      .run(one.id, other.id)
    database.close()
    expect(await nicknames(open())).toEqual(['甲'])
  })
})

describe('with the buyer', () => {
  it('their follow-ups are exported and deleted, however the nickname is written', async () => {
    const desk = open()
    const buyer = await desk.customers.create({ nickname: 'ＡＢＣ小鱼' })
    await desk.followUps.create(unpaid('abc小鱼', { note: '要粉色' }))
    await desk.followUps.create(unpaid('大鱼'))
    expect((await desk.customers.export(buyer.id)).followUps).toMatchObject([
      { note: '要粉色', kind: 'unpaid' },
    ])
    await desk.customers.remove([buyer.id])
    expect(await nicknames(desk)).toEqual(['大鱼'])
    await desk.close()
    expect(await nicknames(open())).toEqual(['大鱼'])
  })

  it('they are found by the new nickname when the buyer is called otherwise', async () => {
    const desk = open()
    const { id } = await desk.customers.create({ nickname: '小鱼' })
    await desk.followUps.create(unpaid('小鱼'))
    await desk.customers.update(id, { nickname: '小鱼儿' })
    expect(await nicknames(desk)).toEqual(['小鱼儿'])
    await desk.customers.remove([id])
    expect(await desk.followUps.list()).toEqual([])
  })

  it('a restored backup does not bring them back', async () => {
    const desk = open()
    const buyer = await desk.customers.create({ nickname: '小鱼儿' })
    await desk.followUps.create(unpaid('小鱼儿'))
    await desk.followUps.create(unpaid('大鱼'))
    const backup = await desk.safekeeping.make()
    now += MINUTE
    await desk.customers.remove([buyer.id])
    await desk.safekeeping.restore(backup.name)
    expect(await nicknames(desk)).toEqual(['大鱼'])
  })

  it('all of them go when one begins anew with other keys', async () => {
    const desk = open()
    await desk.followUps.create(unpaid('小鱼儿'))
    await desk.customers.startOver()
    expect(await desk.followUps.list()).toEqual([])
    await desk.followUps.create(unpaid('大鱼'))
    expect(await nicknames(desk)).toEqual(['大鱼'])
  })
})

describe('kept too long', () => {
  it('a follow-up is hidden at once and deleted by the round, done or not, counted from its last use', async () => {
    const desk = open()
    const done = await desk.followUps.create(unpaid('小鱼儿'))
    desk.followUps.setDone([done.id], true)
    await desk.followUps.create(unpaid('大鱼', { dueAt: MORNING + 30 * DAY }))
    const stored = () => everyRow('SELECT id FROM follow_ups').length
    now = MORNING + 91 * DAY
    expect(await nicknames(desk)).toEqual(['大鱼'])
    await desk.customers.upkeep()
    expect(stored()).toBe(1)
    now = MORNING + 121 * DAY
    expect(await desk.followUps.list()).toEqual([])
    expect(desk.followUps.counts()).toEqual({ due: 0, open: 0 })
  })

  it('a deleted one is cleared away once it cannot be taken back any more', async () => {
    const desk = open()
    const { id } = await desk.followUps.create(unpaid('小鱼儿'))
    desk.followUps.remove([id])
    now += 2 * HOUR
    await desk.customers.upkeep()
    expect(everyRow('SELECT id FROM follow_ups')).toEqual([])
  })

  it('new keys seal the old follow-ups, too, and none needs an old key afterwards', async () => {
    const desk = open()
    await desk.followUps.create(unpaid('小鱼儿', { dueAt: MORNING + 60 * DAY }))
    now += 31 * DAY
    await desk.customers.upkeep()
    expect(everyRow<{ key_version: number }>('SELECT key_version FROM follow_ups')).toEqual([
      { key_version: 2 },
    ])
    expect(await nicknames(desk)).toEqual(['小鱼儿'])
  })
})

function everyRow<T = { id: string }>(sql: string): T[] {
  const database = new Database(path.join(dataDir, DATABASE_FILE), { readonly: true })
  try {
    return database.prepare<[], T>(sql).all()
  } finally {
    database.close()
  }
}
