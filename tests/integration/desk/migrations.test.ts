import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { MIGRATIONS } from '../../../electron/desk/database/migrations.ts'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

/** One dump for each schema that was ever released, with data in it, made by the program of that time. */
const dumpOf = (version: number) => path.join(import.meta.dirname, 'schemas', `schema-${version}.sql`)
const EARLIER = Array.from({ length: MIGRATIONS.length - 1 }, (_, n) => n + 1)

function libraryOf(version: number): string {
  const dataDir = temporaryFolder()
  const database = new Database(path.join(dataDir, DATABASE_FILE))
  database.exec(readFileSync(dumpOf(version), 'utf8'))
  database.close()
  return dataDir
}

describe('a library of an earlier version', () => {
  it.each(EARLIER)(
    'has a frozen dump (of schema %i: write it with `sqlite3 … .dump` before the migration after it is released)',
    (version) => {
      expect(existsSync(dumpOf(version))).toBe(true)
    },
  )

  it.each(EARLIER)('of schema %i is opened with everything that was in it', async (version) => {
    const dataDir = libraryOf(version)
    const desk = openTestDesk({ dataDir })

    expect(desk.groups.list().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['迎接', '大促', '异议']),
    )
    expect(desk.phrases.list({ offset: 0, limit: 10 }).total).toBe(3)
    expect(desk.phrases.get('p2')).toMatchObject({
      groupPath: ['迎接', '大促'],
      code: 'DC11',
      body: '亲，今晚八点开始😀',
      buyerTypes: ['new'],
      guard: '商品.库存 <= 10',
      validFrom: '2026-11-01',
      validUntil: '2026-11-11',
      variants: [],
      waivers: [],
      images: [],
      further: [],
      archivedAt: null,
    })
    expect(desk.phrases.get('p3').body).toBe("亲，'引号'和\n换行")
    expect(desk.phrases.get('p1')).toMatchObject({
      uses: 12,
      pinned: true,
      tags: ['常用'],
      questions: ['在吗'],
    })
    expect(desk.phrases.restore(['p4'])).toMatchObject([{ title: '删除了的', code: 'gone' }])
    expect(desk.products.find('m001')).toMatchObject({
      name: '玻尿酸面霜',
      priceFen: 27_000,
      skus: [
        { code: 'M001-1', stock: 8, attributes: { 容量: '50g' } },
        { code: null, stock: null },
      ],
    })
    expect(desk.shop.profile().agentAlias).toBe('小禾')
    expect(desk.usage.sixSeconds(0)).toMatchObject({ uses: 2, p50Ms: 2100 })
    expect(desk.integrityProblems()).toEqual([])
    // And it is written as any other.
    desk.phrases.update('p2', { ...desk.phrases.get('p2'), title: '改了' })
    expect(desk.phrases.get('p2').title).toBe('改了')
  })

  it('keeps wordings by buyer type, waivers and buyers of schema 2', async () => {
    const dataDir = libraryOf(2)
    expect(openTestDesk({ dataDir }).phrases.get('p1')).toMatchObject({
      variants: [{ buyerTypes: ['returning'], body: '欢迎回来，{{ 客户.称呼 }}' }],
      waivers: [{ rule: 'promise', text: '一定', reason: '店里定的' }],
    })
    const file = new Database(path.join(dataDir, DATABASE_FILE), { readonly: true })
    expect(file.prepare('SELECT count(*) FROM customers JOIN customer_pastes').pluck().get()).toBe(1)
    file.close()
  })

  it('of schema 3 still knows what a lead left out of the channel since the last release, in a file or not', async () => {
    const desk = openTestDesk({ dataDir: libraryOf(3) })
    expect((await desk.team.removals('t1')).takenBack).toEqual({ count: 1, titles: ['乙'] })
    expect((await desk.team.removals('t2')).takenBack).toEqual({ count: 0, titles: [] })
  })

  it.each(EARLIER)(
    'of schema %i is backed up before, as it was, and can be gone back to',
    async (version) => {
      const dataDir = libraryOf(version)
      const desk = openTestDesk({ dataDir })
      const [backup] = desk.safekeeping.state().backups
      expect(backup).toMatchObject({ reason: 'migration', holds: { phrases: 3, products: 1 }, problem: null })
      const file = new Database(path.join(dataDir, 'backups', backup?.name ?? ''), { readonly: true })
      expect(file.pragma('user_version', { simple: true })).toBe(version)
      file.close()

      desk.phrases.remove(['p1', 'p2', 'p3'])
      await desk.safekeeping.restore(backup?.name ?? '')
      expect(desk.phrases.list({ offset: 0, limit: 10 }).total).toBe(3)
      expect(desk.integrityProblems()).toEqual([])
    },
  )

  it('is backed up by no start after the first', async () => {
    const dataDir = libraryOf(1)
    await openTestDesk({ dataDir }).close()
    openTestDesk({ dataDir })
    expect(readdirSync(path.join(dataDir, 'backups'))).toHaveLength(1)
  })
})

describe('a new library', () => {
  it('has nothing to be backed up', () => {
    const desk = openTestDesk()
    expect(desk.safekeeping.state().backups).toEqual([])
  })
})
