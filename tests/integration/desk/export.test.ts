import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import readSheet from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import type { Phrase, PhraseDraftInput } from '../../../shared/model/phrase.ts'
import {
  type ExportEncoding,
  type ExportFormat,
  PhraseExportOptions,
} from '../../../shared/model/phrase-export.ts'
import { defused, undefused } from '../../../shared/text/spreadsheet-cell.ts'
import { golden } from '../../support/command-line.ts'
import { GIF } from '../../support/images.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'
import { workbookOf } from '../../support/workbook.ts'

const asked = (format: ExportFormat, encoding: ExportEncoding = 'utf-8-bom') =>
  PhraseExportOptions.parse({
    ...{ choice: { kind: 'all', query: { filter: {} }, except: [] }, format, encoding },
  })

const write = async (desk: Desk, format: ExportFormat, encoding?: ExportEncoding) =>
  desk.exports.write(asked(format, encoding))

const everything = (desk: Desk) => desk.phrases.list({ offset: 0, limit: 1000 }).phrases

/** What a phrase says; not when it was written. */
const said = ({ updatedAt: _, createdAt: __, ...phrase }: Phrase) => phrase

function library(): Desk {
  const desk = openTestDesk()
  const outer = desk.groups.create('售前', null)
  const inner = desk.groups.create('大促', outer.id)
  const add = (title: string, more: Partial<PhraseDraftInput> = {}) =>
    desk.phrases.create({ title, body: `亲，${title}`, groupId: outer.id, ...more })
  add('包邮说明', {
    code: '007',
    tags: ['邮费', '常用'],
    questions: ['包邮吗', '运费多少,贵吗'],
    pinned: true,
  })
  add('拆分', { body: '每天 {{ 商品.价格 | 每天: 90 }} 元\n"真的"，划算', guard: '商品.库存 <= 10' })
  add('活动', {
    groupId: inner.id,
    validFrom: '2026-11-01',
    validUntil: '2026-11-11',
    buyerTypes: ['new', 'haggler'],
  })
  add('公式', { title: '=1+1', body: "@小主 在的\n'-'", code: '-1' })
  add('带花样', {
    variants: [{ buyerTypes: ['returning'], body: '欢迎回来' }],
    further: [{ body: '第二条' }],
  })
  return desk
}

describe('our own table', () => {
  it.each([
    ['workbook', undefined],
    ['table', 'utf-8-bom'],
    ['table', 'gbk'],
  ] as const)('comes back as %s (%s) without a change', async (format, encoding) => {
    const desk = library()
    const before = everything(desk)
    const { bytes, fileName, report } = await write(desk, format, encoding)
    expect(report).toEqual({ written: 5, losses: [], lossCount: 0 })
    expect(await desk.imports.apply({ name: fileName, bytes })).toMatchObject({
      ...{ ok: true, added: 0, changed: 0, unchanged: 5 },
      counts: { refused: 0 },
    })
    expect(everything(desk)).toEqual(before)
  })

  it('changes just what was edited in it', async () => {
    const desk = library()
    const before = everything(desk)
    const { bytes } = await write(desk, 'workbook')
    const cells = (await readSheet(Buffer.from(bytes)))[0]?.data ?? []
    const edited = cells.map((row) =>
      row.map((cell) =>
        cell === '亲，包邮说明' ? '亲，满99包邮' : cell === '包邮说明' ? '包邮规则' : String(cell ?? ''),
      ),
    )
    const file = { name: '改过.xlsx', bytes: await workbookOf(edited) }
    expect(await desk.imports.apply(file)).toMatchObject({ ok: true, added: 0, changed: 1, unchanged: 4 })
    const after = everything(desk)
    const changed = after.find(({ code }) => code === '007')
    expect(changed).toMatchObject({
      title: '包邮规则',
      body: '亲，满99包邮',
      tags: ['邮费', '常用'],
      pinned: true,
    })
    const others = ({ code }: Phrase) => code !== '007'
    expect(after.filter(others).map(said)).toEqual(expect.arrayContaining(before.filter(others).map(said)))
  })

  it('lists the images and texts that it cannot hold, which are still there when it comes back', async () => {
    const desk = openTestDesk()
    const images = [desk.images.add(GIF, 'a.gif').hash]
    const long = '长'.repeat(9000)
    const types = ['new', 'returning', 'haggler', 'expert'] as const
    desk.phrases.create({ title: '带图', body: '见图', images, further: [{ body: '', images }] })
    desk.phrases.create({
      ...{ title: '很长', body: '长话' },
      variants: types.map((type) => ({ buyerTypes: [type], body: long })),
    })
    const before = everything(desk)
    const { bytes, report } = await write(desk, 'workbook')
    expect(report.losses).toMatchObject([
      { title: '带图', what: expect.stringContaining('没有1 张图片、连发消息里的 1 张图片') },
      { title: '很长', what: expect.stringContaining('32767 个字') },
    ])
    expect(await desk.imports.apply({ name: '话术.xlsx', bytes })).toMatchObject({ changed: 0, unchanged: 2 })
    expect(everything(desk)).toEqual(before)
  })

  it('has nothing that a spreadsheet program would run', async () => {
    const desk = library()
    const text = new TextDecoder().decode((await write(desk, 'table')).bytes)
    expect(text).toContain("'=1+1")
    expect(text).not.toMatch(/(^|[,\n"])[=+@]/m)
    const [sheet] = await readSheet(Buffer.from((await write(desk, 'workbook')).bytes))
    const cells = (sheet?.data ?? []).flat().filter((cell) => typeof cell === 'string')
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(cells).toContain('007')
  })
})

describe('a file for Qianniu', () => {
  it('says of a phrase that holds for a time or under a condition that Qianniu would use it always', async () => {
    const desk = openTestDesk()
    const draft = { title: '大促', body: '亲，活动中', guard: '商品.库存 <= 5', validUntil: '2026-11-11' }
    desk.phrases.create(draft)
    const { report } = await write(desk, 'qianniu', 'gbk')
    const told = report.losses.map(({ what }) => what).join()
    expect(told).toContain('使用条件')
    expect(told).toContain('2026-11-11')
  })

  it('has its three columns, and a list of what it cannot hold', async () => {
    const desk = library()
    const { bytes, fileName, report } = await write(desk, 'qianniu', 'gbk')
    expect(fileName).toMatch(/^千牛快捷短语-\d{4}-\d\d-\d\d\.csv$/)
    const lines = new TextDecoder('gbk').decode(bytes).split('\r\n')
    expect(lines[0]).toBe('快捷短语编码,快捷短语,快捷短语分组')
    expect(lines).toContain('007,"亲，包邮说明",售前'.replaceAll('"', ''))
    expect(lines).toContain(',亲，活动,售前-大促')
    expect(report.written).toBe(4)
    expect(report.losses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ title: '拆分', isLeftOut: true }),
        expect.objectContaining({ title: '活动', what: expect.stringContaining('售前-大促') }),
        expect.objectContaining({ title: '=1+1', what: expect.stringContaining('空格') }),
        expect.objectContaining({ title: '带花样', what: expect.stringContaining('连发') }),
      ]),
    )
  })

  it('comes into an empty library as it was, apart from titles', async () => {
    const { bytes, fileName } = await write(library(), 'qianniu')
    const other = openTestDesk()
    await other.imports.apply({ name: fileName, bytes })
    expect(everything(other).map(({ code, body, groupPath }) => ({ code, body, groupPath }))).toEqual(
      expect.arrayContaining([
        { code: '007', body: '亲，包邮说明', groupPath: ['售前'] },
        { code: null, body: '亲，活动', groupPath: ['售前-大促'] },
      ]),
    )
  })

  it('says which characters GBK has not, before it is written', async () => {
    const desk = openTestDesk()
    desk.phrases.create({ title: '表情', body: '好的😀，¥99，👩‍👩‍👧也行' })
    const options = asked('qianniu', 'gbk')
    const preview = await desk.exports.preview(options)
    expect(preview.losses).toMatchObject([{ title: '表情', what: 'GBK 里没有 😀 ¥ 👩‍👩‍👧，写成了 ?' }])
    expect((await desk.exports.preview(asked('qianniu'))).lossCount).toBe(0)
    expect((await desk.exports.write(options)).report).toEqual(preview)
  })

  it('keeps braces that another tool meant as text', async () => {
    const desk = openTestDesk()
    await desk.imports.apply({ name: 'a.csv', bytes: Buffer.from('快捷短语编码,快捷短语\na,{{^_^}}您好\n') })
    const text = new TextDecoder().decode((await write(desk, 'qianniu')).bytes)
    expect(text).toContain('{{^_^}}您好')
  })
})

describe('a cell that was made harmless', () => {
  it('comes back as it was, whatever it held', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a') }),
    )
    fc.assert(
      fc.property(texts, (text) => {
        expect(undefused(defused(text))).toBe(text)
        expect(defused(text)).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

it('a table is written beside what is there, never over it', async () => {
  const desk = library()
  const file = path.join(temporaryFolder(), '话术.csv')
  writeFileSync(file, '别人的')
  expect(await golden('export', file, '--data-dir', desk.dataDir)).toMatchObject({
    ...{ status: 2, stdout: '', stderr: expect.stringMatching(/^.+\n$/) },
  })
  expect(await golden('export', file, '--force', '--data-dir', desk.dataDir)).toMatchObject({ status: 0 })
})
