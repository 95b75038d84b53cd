import { describe, expect, it } from 'vitest'
import { readPhraseCsv } from '../../../../electron/desk/transfer/phrase-csv.ts'

const HEADER = '快捷短语编码,快捷短语,快捷短语分组'

function rowsOf(text: string) {
  const table = readPhraseCsv(text)
  if (!table.ok) throw new Error(table.reason)
  return table.rows
}

describe('Qianniu quick phrases', () => {
  it('come by column name, wherever the columns stand', () => {
    const [row] = rowsOf('快捷短语分组,快捷短语编码,快捷短语\n迎接,by01,您好\n')
    expect(row).toMatchObject({ row: 2, code: 'by01', body: '您好', group: ['迎接'] })
  })

  it('may lack the group and the code column', () => {
    expect(rowsOf('快捷短语编码,快捷短语\nby01,您好\n')[0]).toMatchObject({ code: 'by01', group: [] })
    expect(rowsOf('快捷短语\n您好\n')[0]).toMatchObject({ code: '', body: '您好', group: [] })
  })

  it('keep line breaks, commas and quotes inside a quoted text', () => {
    const [row] = rowsOf(`${HEADER}\r\nhy01,"您好,""小主""\r\n欢迎光临",迎接\r\n`)
    expect(row?.body).toBe('您好,"小主"\n欢迎光临')
  })

  it('count rows as a spreadsheet does, blank rows and texts of several lines included', () => {
    const rows = rowsOf(`${HEADER}\na1,"一\n二\n三",\n\n,,\na2,四,\n`)
    expect(rows.map(({ row, code }) => [row, code])).toEqual([
      [2, 'a1'],
      [5, 'a2'],
    ])
  })

  it('may mix line ends, as files edited by hand do', () => {
    const rows = rowsOf(`${HEADER}\r\na1,一,甲\na2,二,乙\ra3,"三\r\n行",丙\r\n`)
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
  ])('that are nothing but %s are refused as holding none', (_what, text) => {
    expect(readPhraseCsv(text)).toEqual({
      ok: false,
      reason: '只有表头，没有话术',
      advice: expect.stringMatching(/\S/),
    })
  })

  it('nest groups by => of either width', () => {
    const rows = rowsOf(`${HEADER}\n,一,售前=>尺码\n,二,售前＝>色差\n`)
    expect(rows.map((row) => row.group)).toEqual([
      ['售前', '尺码'],
      ['售前', '色差'],
    ])
  })

  it('are read with tabs or semicolons as separators too', () => {
    expect(rowsOf('快捷短语编码\t快捷短语\nby01\t您好,欢迎\n')[0]).toMatchObject({
      code: 'by01',
      body: '您好,欢迎',
    })
    expect(rowsOf('快捷短语编码;快捷短语\nby01;您好\n')[0]).toMatchObject({ code: 'by01', body: '您好' })
  })

  it('tell each row whose shape is wrong, and read the others', () => {
    const table = readPhraseCsv(
      `${HEADER}\na1,你好,迎接\na2,多了,一列,哦\na3\na4,坏\0字,迎接\na5,再见,告别\n`,
    )
    expect(table).toMatchObject({
      rows: [{ row: 2 }, { row: 6 }],
      misshapen: [
        { row: 3, reason: expect.stringContaining('比表头多 1 列') },
        { row: 4, reason: expect.stringContaining('比表头少 2 列') },
        { row: 5, reason: expect.stringContaining('NUL') },
      ],
    })
  })

  it('are refused as a whole when the header is another', () => {
    expect(readPhraseCsv('订单号,收件人\n1,2\n')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('读到的是：订单号,收件人'),
      advice: expect.stringContaining('快捷短语编码,快捷短语,快捷短语分组'),
    })
    expect(readPhraseCsv('快捷短语,快捷短语\n1,2\n')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('两列'),
    })
  })

  it('are known by their header although invisible characters stand in it', () => {
    expect(rowsOf('快捷短语编码,\u200b快捷短语\ufeff\na1,您好\n')[0]).toMatchObject({
      code: 'a1',
      body: '您好',
    })
  })

  it('that are parted by full-width commas are told so', () => {
    expect(readPhraseCsv('快捷短语编码，快捷短语\na1，您好\n')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('全角逗号'),
    })
  })

  it('name the line of a quote that is never closed', () => {
    expect(readPhraseCsv(`${HEADER}\na1,好,\na2,"没合上,迎接\na3,后面,\n`)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('第 3 行'),
    })
    expect(readPhraseCsv(`${HEADER}\na1,"两\n行",\na2,"坏"了,\na3,"没合上,\n`)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('第 5 行'),
    })
  })

  it('lose only the row in which a quote is misused, told by its number', () => {
    const table = readPhraseCsv(
      `${HEADER}\na1,"两\n行",\na2,"亲"在吗,迎接\na3,"好的",迎接\na4,"又"错,"了"\na5,"再见" ,告别\n`,
    )
    expect(table).toMatchObject({
      ok: true,
      rows: [
        { row: 2, code: 'a1', body: '两\n行' },
        { row: 4, code: 'a3', body: '好的' },
        { row: 6, code: 'a5', body: '再见' },
      ],
      misshapen: [
        { row: 3, excerpt: 'a2, 亲 在吗,迎接', reason: expect.stringContaining('双引号') },
        { row: 5, reason: expect.stringContaining('双引号') },
      ],
    })
  })

  it('lose, by a quote closed in the next row only, these two rows as the one that a spreadsheet shows', () => {
    const table = readPhraseCsv(`${HEADER}\na1,"没合上,\na2,"好",\na3,再见,\n`)
    expect(table).toMatchObject({ rows: [{ row: 3, code: 'a3' }], misshapen: [{ row: 2 }] })
  })

  it('are read in a blink although every row misuses its quotes', () => {
    const table = readPhraseCsv(`${HEADER}\n${'a,"亲"在吗,\n'.repeat(50_000)}`)
    expect(table).toMatchObject({ rows: [], misshapen: { length: 50_000 } })
  })
})
