import path from 'node:path'
import Database from 'better-sqlite3'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

const HEADER = '快捷短语编码,快捷短语,快捷短语分组'

const file = (text: string, name = '千牛快捷短语.csv') => ({ name, bytes: Buffer.from(text) })
const find = (text: string) => ({ text, limit: 10, step: null, filters: {}, productId: null, buyer: null })

describe('a lead imports the Qianniu file', () => {
  it('and every agent finds its phrases by pinyin at once', async () => {
    const desk = openTestDesk()
    const outcome = await desk.imports.apply({
      name: '话术.csv',
      bytes: iconv.encode(
        `${HEADER}\r\nby01,亲，满198元包邮的哦,迎接\r\ntk01,收到退货后24小时内退款,售后=>退款\r\n`,
        'gbk',
      ),
    })
    expect(outcome).toMatchObject({
      ok: true,
      encoding: 'GB18030',
      rowsRead: 2,
      added: 2,
      groupsCreated: ['迎接', '售后', '售后/退款'],
    })
    const { hits } = await desk.phrases.search(find('baoyou'))
    expect(hits[0]).toMatchObject({ code: 'by01', groupPath: ['迎接'], step: 'greet' })
  })

  it('twice, and the second time nothing is added', async () => {
    const desk = openTestDesk()
    const text = `${HEADER}\nby01,包邮的哦,迎接\n,您慢走,告别\n`
    await desk.imports.apply(file(text))
    expect(await desk.imports.apply(file(text))).toMatchObject({
      added: 0,
      duplicates: [{ row: 2 }, { row: 3 }],
    })
    expect(desk.phrases.list({ offset: 0, limit: 10 }).total).toBe(2)
  })

  it('with bad rows among the good: the good come in, the bad are told by number', async () => {
    const desk = openTestDesk()
    const outcome = await desk.imports.apply(
      file(`${HEADER}\na1,你好,迎接\na2,{% if %},迎接\na3\na4,,迎接\na5,再见,告别\n`),
    )
    expect(outcome).toMatchObject({ added: 2, refused: [{ row: 3 }, { row: 4 }, { row: 5 }] })
  })

  it('and the preview says the same but writes nothing', async () => {
    const desk = openTestDesk()
    const text = file(`${HEADER}\na1,你好,迎接\na2,,迎接\n`)
    const preview = await desk.imports.preview(text)
    expect(desk.phrases.list({ offset: 0, limit: 10 }).total).toBe(0)
    expect(desk.groups.list()).toEqual([])
    expect(await desk.imports.apply(text)).toEqual(preview)
  })

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a workbook', Buffer.from('PK\u0003\u0004…')],
    ['another table', Buffer.from('订单号,金额\n1,2\n')],
    ['a quote left open', Buffer.from(`${HEADER}\na1,好,\na2,"坏,\n`)],
    ['200 MB', Buffer.alloc(200 * 1024 * 1024, 0x61)],
  ])('and %s leaves the library as it was, with a reason and an advice', async (_what, bytes) => {
    const desk = openTestDesk()
    await desk.imports.apply(file(`${HEADER}\na1,你好,迎接\n`))
    const outcome = await desk.imports.apply({ name: 'x.csv', bytes })
    expect(outcome).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/\S/),
      advice: expect.stringMatching(/\S/),
    })
    expect(desk.phrases.list({ offset: 0, limit: 10 }).total).toBe(1)
  })

  it('of 10,000 rows in one go', async () => {
    const desk = openTestDesk()
    const rows = Array.from({ length: 10_000 }, (_, n) => `k${n},第 ${n} 条话术的内容,分组${n % 50}`)
    expect(await desk.imports.apply(file(`${HEADER}\n${rows.join('\n')}\n`))).toMatchObject({
      added: 10_000,
      refused: [],
    })
    expect(desk.groups.list()).toHaveLength(50)
  })

  it('in which thousands of rows have a group of their own', { timeout: 40_000 }, async () => {
    const desk = openTestDesk()
    const rows = Array.from({ length: 8000 }, (_, n) => `,第 ${n} 条话术的内容,分组${n}`)
    expect(await desk.imports.apply(file(`${HEADER}\n${rows.join('\n')}\n`))).toMatchObject({ added: 8000 })
    expect(desk.groups.list()).toHaveLength(8000)
  })

  it('after another program has made the group that it names', async () => {
    const dataDir = temporaryFolder()
    const window = openTestDesk({ dataDir })
    const commandLine = openTestDesk({ dataDir })
    expect(window.groups.list()).toEqual([])
    await commandLine.imports.apply(file(`${HEADER}\na1,你好,迎接\n`))
    expect(await window.imports.apply(file(`${HEADER}\na2,您好,迎接\n`))).toMatchObject({
      added: 1,
      groupsCreated: [],
    })
    expect(window.groups.list()).toMatchObject([{ name: '迎接', phraseCount: 2 }])
  })

  it('and a window beside the command line shows the new groups at once', async () => {
    const dataDir = temporaryFolder()
    const window = openTestDesk({ dataDir })
    const commandLine = openTestDesk({ dataDir })
    expect(window.groups.list()).toEqual([])
    await commandLine.imports.apply(file(`${HEADER}\na1,你好,迎接\n`))
    expect(window.groups.list()).toMatchObject([{ name: '迎接', phraseCount: 1 }])
    expect(window.phrases.find('a1')).toMatchObject({ groupPath: ['迎接'] })
    expect(() => window.groups.create('迎接', null)).toThrow('已有名为“迎接”的分组')
  })

  it('and a disk that is full half-way leaves neither phrases nor groups behind', async () => {
    const dataDir = temporaryFolder()
    const desk = openTestDesk({ dataDir })
    const text = `${HEADER}\na1,你好,迎接\na2,您慢走,告别\n`
    const disk = new Database(path.join(dataDir, DATABASE_FILE))
    disk.exec(
      "CREATE TRIGGER full BEFORE INSERT ON phrases WHEN NEW.code = 'a2' BEGIN SELECT raise(ABORT, 'full'); END",
    )
    await expect(desk.imports.apply(file(text))).rejects.toThrow('full')
    expect(desk.phrases.list({ offset: 0, limit: 10 }).total).toBe(0)
    expect(desk.groups.list()).toEqual([])
    disk.exec('DROP TRIGGER full')
    disk.close()
    expect(await desk.imports.apply(file(text))).toMatchObject({ added: 2, groupsCreated: ['迎接', '告别'] })
  })
})
