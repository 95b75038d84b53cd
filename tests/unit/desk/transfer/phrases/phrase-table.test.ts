import { describe, expect, it } from 'vitest'
import { readPhraseFile } from '../../../../../electron/desk/transfer/phrases/phrase-file.ts'
import { type PhraseColumnUse, PhraseImportOptions } from '../../../../../shared/model/phrase-transfer.ts'
import { workbookOf } from '../../../../support/workbook.ts'

const HEADER = '快捷短语编码,快捷短语,快捷短语分组'

type Choices = Partial<PhraseImportOptions>

function reading(text: string | Uint8Array, choices: Choices = {}, name = '话术.csv') {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  return readPhraseFile({ name, bytes }, PhraseImportOptions.parse(choices), () => null)
}

async function fileOf(text: string | Uint8Array, choices: Choices = {}, name = '话术.csv') {
  const read = await reading(text, choices, name)
  if (!read.ok) throw new Error(read.reason)
  return { table: read.file.table, rows: [...read.file.rows()], remarks: read.file.remarks }
}

const rowsOf = async (text: string) => (await fileOf(text)).rows

describe('Qianniu quick phrases', () => {
  it('come by column name, wherever the columns stand', async () => {
    const [row] = await rowsOf('快捷短语分组,快捷短语编码,快捷短语\n迎接,by01,您好\n')
    expect(row).toMatchObject({ row: 2, code: 'by01', body: '您好', group: ['迎接'] })
  })

  it('may lack the group and the code, as columns or at the end of a row', async () => {
    expect((await rowsOf('快捷短语编码,快捷短语\nby01,您好\n'))[0]).toMatchObject({ code: 'by01', group: [] })
    expect((await rowsOf('快捷短语\n您好\n'))[0]).toMatchObject({ code: '', body: '您好', group: [] })
    expect((await rowsOf(`${HEADER}\nby01,您好\n`))[0]).toMatchObject({ body: '您好', fault: null })
  })

  it('keep line breaks, commas and quotes inside a quoted text', async () => {
    const [row] = await rowsOf(`${HEADER}\r\nhy01,"您好,""小主""\r\n欢迎光临",迎接\r\n`)
    expect(row?.body).toBe('您好,"小主"\n欢迎光临')
  })

  it('count rows as a spreadsheet does, blank rows and texts of several lines included', async () => {
    const rows = await rowsOf(`${HEADER}\na1,"一\n二\n三",\n\n,,\na2,四,\n`)
    expect(rows.map(({ row, code }) => [row, code])).toEqual([
      [2, 'a1'],
      [5, 'a2'],
    ])
  })

  it('may mix line ends, as files edited by hand do', async () => {
    const rows = await rowsOf(`${HEADER}\r\na1,一,甲\na2,二,乙\ra3,"三\r\n行",丙\r\n`)
    expect(rows.map(({ code, body }) => [code, body])).toEqual([
      ['a1', '一'],
      ['a2', '二'],
      ['a3', '三\n行'],
    ])
  })

  it.each([
    ['a header', HEADER],
    ['a header and empty cells', `${HEADER}\n,,\n \n`],
    ['a header and a million blank lines', `${HEADER}${'\n'.repeat(1_000_000)}`],
  ])('that are nothing but %s are refused as holding none', async (_what, text) => {
    expect(await reading(text)).toMatchObject({ ok: false, reason: '只有表头，没有话术' })
  })

  it('nest groups by => of either width, and by a slash where nothing else does', async () => {
    const rows = await rowsOf(`${HEADER}\n,一,售前=>尺码\n,二,售前＝>色差\n,三,售前/物流\n,四,7/15天=>退货\n`)
    expect(rows.map((row) => row.group)).toEqual([
      ['售前', '尺码'],
      ['售前', '色差'],
      ['售前', '物流'],
      ['7/15天', '退货'],
    ])
  })

  it('are read with tabs or semicolons as separators too', async () => {
    expect(await fileOf('快捷短语编码\t快捷短语\nby01\t您好,欢迎\n')).toMatchObject({
      table: { delimiter: '\t' },
      rows: [{ code: 'by01', body: '您好,欢迎' }],
    })
    expect((await rowsOf('快捷短语编码;快捷短语\nby01;您好\n'))[0]).toMatchObject({ body: '您好' })
  })

  it('tell each row whose shape is wrong, and read the others', async () => {
    const rows = await rowsOf(`${HEADER}\na1,你好,迎接\na2,多了,一列,哦\na4,坏\0字,迎接\na5,再见,告别\n`)
    expect(rows.map(({ row, fault }) => [row, fault])).toEqual([
      [2, null],
      [3, expect.stringContaining('比表头多 1 列')],
      [4, expect.stringContaining('NUL')],
      [5, null],
    ])
  })

  it('are known by their header although invisible characters stand in it', async () => {
    expect((await rowsOf('快捷短语编码,\u200b快捷短语\ufeff\na1,您好\n'))[0]).toMatchObject({ code: 'a1' })
  })

  it('are known by a header in traditional characters', async () => {
    const { table, rows } = await fileOf('快捷短語編碼,快捷短語,快捷短語分組\nby01,您好,迎接\n')
    expect(table.format).toBe('qianniu')
    expect(rows[0]).toMatchObject({ code: 'by01', body: '您好', group: ['迎接'] })
    expect((await rowsOf('標題,內容,分組,標籤\n问候,您好,迎接,新客\n'))[0]).toMatchObject({
      title: '问候',
      group: ['迎接'],
      tags: ['新客'],
    })
  })

  it('that are parted by full-width commas are told so', async () => {
    expect(await reading('快捷短语编码，快捷短语\na1，您好\n')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('全角逗号'),
    })
  })

  it('name the line of a quote that is never closed', async () => {
    expect(await reading(`${HEADER}\na1,好,\na2,"没合上,迎接\na3,后面,\n`)).toMatchObject({
      reason: expect.stringContaining('第 3 行'),
    })
    expect(await reading(`${HEADER}\na1,"两\n行",\na2,"坏"了,\na3,"没合上,\n`)).toMatchObject({
      reason: expect.stringContaining('第 5 行'),
    })
  })

  it('lose only the row in which a quote is misused, told by its number', async () => {
    const rows = await rowsOf(
      `${HEADER}\na1,"两\n行",\na2,"亲"在吗,迎接\na3,"好的",迎接\na4,"又"错,"了"\na5,"再见" ,告别\n`,
    )
    const misquoted = expect.stringContaining('双引号')
    expect(rows.map(({ row, code, fault }) => [row, code, fault])).toEqual([
      [2, 'a1', null],
      [3, 'a2', misquoted],
      [4, 'a3', null],
      [5, 'a4', misquoted],
      [6, 'a5', null],
    ])
    expect(rows[4]?.body).toBe('再见')
  })

  it('are read in a blink although every row misuses its quotes', async () => {
    const rows = await rowsOf(`${HEADER}\n${'a,"亲"在吗,\n'.repeat(50_000)}`)
    expect(rows.filter(({ fault }) => fault !== null)).toHaveLength(50_000)
  })
})

describe('tables of other tools', () => {
  it('come as workbooks, by the names that they use', async () => {
    const bytes = await workbookOf([
      ['快捷编码', '快捷短语', '快捷短语分组'],
      ['by01', '您好', '迎接'],
    ])
    expect(await fileOf(bytes, {}, '话术.xlsx')).toMatchObject({
      table: { encoding: 'XLSX', sheet: 'Sheet1', headerRow: 1 },
      rows: [{ row: 2, code: 'by01', body: '您好', group: ['迎接'] }],
    })
  })

  it('of the V3 tool begin with a notice and an account, and name pictures', async () => {
    const file = await fileOf(
      [
        '本文件由V3导出，请勿修改本行,,,,,',
        '店铺小二,,,,,',
        '分组,快捷编码,标题,内容,图片名,程序数据',
        '售前=>尺码,cm1,尺码表,看这张图哦,尺码.png,x9f',
      ].join('\n'),
    )
    expect(file).toMatchObject({
      table: { format: 'v3', headerRow: 3 },
      rows: [
        {
          row: 4,
          code: 'cm1',
          title: '尺码表',
          body: '看这张图哦',
          group: ['售前', '尺码'],
          images: ['尺码.png'],
        },
      ],
      remarks: [{ row: 3, excerpt: '程序数据', reason: '“程序数据”这一列没有用到' }],
    })
  })

  it('of any kind come in by what the person says of their columns', async () => {
    const text = '问,答复,备注\n在吗,在的哦,内部\n'
    expect(await reading(text)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('没有找到话术内容'),
      table: { headerRow: 1, columns: [{ name: '问' }, { name: '答复' }, { name: '备注' }] },
    })
    const mapping: Record<string, PhraseColumnUse> = { 问: 'questions', 答复: 'body' }
    expect((await fileOf(text, { mapping })).rows).toMatchObject([{ body: '在的哦', questions: ['在吗'] }])
  })

  it('may have their header pointed out, and their encoding and separator', async () => {
    const text = '甲;乙\n快捷短语;编码\n您好,亲;a1\n'
    expect((await fileOf(text, { headerRow: 2 })).rows).toMatchObject([
      { row: 3, body: '您好,亲', code: 'a1' },
    ])
    expect(await reading(text, { delimiter: ',' })).toMatchObject({ ok: false })
    expect((await fileOf(`快捷短语\n您好\n`, { encoding: 'UTF-8' })).table.encoding).toBe('UTF-8')
    expect(await reading('快捷短语\n您好\n', { encoding: 'GB18030' })).toMatchObject({ ok: false })
  })

  it('with names that are those of every object hold nothing of it', async () => {
    const { table } = await fileOf('__proto__,constructor,快捷短语\na,b,您好\n', {
      mapping: JSON.parse('{"__proto__":"code"}'),
    })
    expect(table.columns.map(({ name, use }) => [name, use])).toEqual([
      ['__proto__', 'skip'],
      ['constructor', 'skip'],
      ['快捷短语', 'body'],
    ])
  })

  it('keep formulas as the text they are', async () => {
    expect((await rowsOf('快捷短语\n=1+1\n"=cmd|\' /C calc\'!A0"\n')).map(({ body }) => body)).toEqual([
      '=1+1',
      "=cmd|' /C calc'!A0",
    ])
  })
})

describe('files that are no phrases', () => {
  it.each([
    ['products', '宝贝名称,宝贝价格,宝贝数量\n连衣裙,99,3', '商品'],
    ['products', '商家编码,商品名称,价格\nA1,连衣裙,99', '商品'],
    ['stock', '商家编码,库存\nA1,3', '更新库存'],
    ['figures', '旺旺昵称,询单人数,首次响应时长（秒)\n小二,12,5', '数据'],
    ['orders', '订单编号,收货人姓名,收货地址\n1,张三,某处', '选错'],
  ])('are known: %s', async (belongsTo, text, advice) => {
    expect(await reading(text)).toMatchObject({
      ok: false,
      table: null,
      belongsTo,
      advice: expect.stringContaining(advice),
    })
  })
})
