import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { alikeKey } from '../../../../../electron/desk/transfer/phrases/alike.ts'
import { filesOfImport } from '../../../../../electron/desk/transfer/phrases/given-files.ts'
import { manyIds } from '../../../../../electron/desk/transfer/phrases/many-ids.ts'
import { findingsAsCsv } from '../../../../../electron/desk/transfer/phrases/report-csv.ts'
import { forgedZip } from '../../../../integration/security/forged-zip.ts'

describe('texts that are alike', () => {
  it.each([
    ['亲，包邮的哦！', '亲包邮的哦'],
    ['满198元 ABC', '滿１９８元ａｂｃ'],
    ['好的😊', '好的'],
  ])('differ in nothing a reader minds: %s / %s', (one, other) => {
    expect(alikeKey(one)).toBe(alikeKey(other))
  })

  it.each([
    ['满1.5元', '满15元'],
    ['7-15天', '71-5天'],
    ['不包邮', '包邮'],
    ['𠀀', '𠀁'],
  ])('are not those that say another thing: %s / %s', (one, other) => {
    expect(alikeKey(one)).not.toBe(alikeKey(other))
  })

  it('are never those without a word', () => {
    expect(alikeKey('😊！')).toBeNull()
  })
})

describe('what was chosen', () => {
  const text = Buffer.from('快捷短语\n您好\n')
  const picture = Buffer.from('not looked at yet')

  it('may be a folder: the outermost table, with the pictures by their names', () => {
    const given = new Map([
      ['导出/旧/话术.csv', Buffer.from('旧')],
      ['导出/话术.csv', text],
      ['导出/图片/尺码.png', picture],
    ])
    expect(filesOfImport(given)).toMatchObject({ ok: true, main: { name: '话术.csv', bytes: text } })
    const files = filesOfImport(given)
    expect(files.ok && [...files.pictures.keys()]).toEqual(['尺码.png'])
  })

  it('may be an archive whose names Chinese Windows has written', () => {
    const name = iconv.encode('图片/尺码.png', 'gbk').toString('latin1')
    const zip = zipSync({ 'a.csv': text, [name]: picture })
    const files = filesOfImport(new Map([['话术.zip', zip]]))
    expect(files.ok && [...files.pictures.keys()]).toEqual([expect.stringContaining('.png')])
  })

  it('is told where there are no phrases in it', () => {
    expect(filesOfImport(new Map([['a.zip', zipSync({ 'a.png': picture })]]))).toMatchObject({
      ok: false,
      reason: '压缩包里没有话术文件',
    })
    expect(filesOfImport(new Map())).toMatchObject({ ok: false })
  })

  it('inflates to no more than it may, whatever its directory says', () => {
    const bomb = forgedZip([{ name: '话术.csv', content: 'a'.repeat(40 * 1024 * 1024) }])
    expect(filesOfImport(new Map([['a.zip', bomb]]))).toMatchObject({ ok: false })
  })
})

describe('the report as a table', () => {
  it('is in the order of the file, and starts no formula', () => {
    const csv = findingsAsCsv([
      { row: 5, kind: 'skipped', reason: '内容与第 2 行相同', excerpt: '=HYPERLINK("x")' },
      { row: 3, kind: 'refused', reason: '话术内容是空的', excerpt: '-1' },
    ])
    expect(csv.split('\r\n')).toEqual([
      '\ufeff"行","结果","原因","内容"',
      `"3","不能导入","话术内容是空的","'-1"`,
      `"5","重复，跳过","内容与第 2 行相同","'=HYPERLINK(""x"")"`,
      '',
    ])
  })
})

describe('many ids', () => {
  it('are each their own, and rise', () => {
    const newId = manyIds(Date.UTC(2026, 10, 22))
    const ids = Array.from({ length: 5000 }, newId)
    expect(new Set(ids).size).toBe(5000)
    expect(ids.toSorted()).toEqual(ids)
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
