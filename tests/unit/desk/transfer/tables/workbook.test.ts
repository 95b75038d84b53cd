import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWorkbook as openWorkbook } from '../../../../../electron/desk/transfer/tables/workbook/read-workbook.ts'
import { workbookOf } from '../../../../support/workbook.ts'

/** With its rows at once. */
async function readWorkbook(bytes: Uint8Array, sheet: string | null) {
  const reading = await openWorkbook(bytes, sheet)
  return reading.ok ? { ...reading, rows: [...reading.rows()] } : reading
}

/** A workbook of the fewest parts, around the XML of its one sheet. */
function workbookAround(sheetXml: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipSync(
    {
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="商品" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet xmlns="${main}"><sheetData>${sheetXml}</sheetData></worksheet>`,
      ),
      ...more,
    },
    { level: 1 },
  )
}

const cell = (address: string, value: string) => `<c r="${address}"><v>${value}</v></c>`

describe('a workbook', () => {
  it('may have 100,000 rows below the one with the names', async () => {
    const last = (row: number) =>
      workbookAround(`<row r="1">${cell('A1', '7')}</row><row r="${row}">${cell(`A${row}`, '8')}</row>`)
    const { rows } = (await readWorkbook(last(100_001), null)) as { rows: string[][] }
    expect(rows).toHaveLength(100_001)
    expect(rows.at(-1)).toEqual(['8'])
    expect(await readWorkbook(last(100_011), null)).toMatchObject({
      ok: false,
      reason: '工作表有内容在第 100011 行，最多读 100010 行',
    })
  })

  it('is read as people see it: text with its zeros, numbers plain, dates as dates', async () => {
    const file = await workbookOf([
      ['货号', '价格', '上架', '包邮'],
      ['00123', 12.9, new Date(Date.UTC(2026, 10, 21)), true],
      ['𠮷野家😀', 6912345678901, null, false],
    ])
    expect(await readWorkbook(file, null)).toMatchObject({
      ok: true,
      rows: [
        ['货号', '价格', '上架', '包邮'],
        ['00123', '12.9', '2026-11-21', '是'],
        ['𠮷野家😀', '6912345678901', '', '否'],
      ],
    })
  })

  it('takes the last result of a formula, and the fifteen digits that a number is shown with', async () => {
    const file = workbookAround(
      `<row r="1"><c r="A1"><f>0.1+0.2</f><v>0.30000000000000004</v></c><c r="B1" t="str"><f>A2&amp;"x"</f><v>货号x</v></c>${cell('C1', '6.912345678901E12')}<c r="D1" t="e"><v>#N/A</v></c></row>`,
    )
    expect(await readWorkbook(file, null)).toMatchObject({
      rows: [['0.3', '货号x', '6912345678901', '#N/A']],
    })
  })

  it('shows a formula that was never calculated, instead of an empty cell', async () => {
    const file = workbookAround(
      '<row r="1"><c r="A1" t="n" s="0"><f>A9*2</f></c><c r="B1" t="str"><f>A9</f><v></v></c><c r="C1"><f t="shared" si="0"/><v>5</v></c></row>',
    )
    expect(await readWorkbook(file, null)).toMatchObject({ rows: [['#公式没有结果', '', '5']] })
  })

  it('is read from the sheet that is asked for, else from the first that holds anything', async () => {
    const file = await workbookOf([['a']], { 空: [], 库存: [['b']] })
    expect(await readWorkbook(file, null)).toMatchObject({
      sheet: 'Sheet1',
      sheets: ['Sheet1', '空', '库存'],
    })
    expect(await readWorkbook(file, '库存')).toMatchObject({ rows: [['b']] })
    expect(await readWorkbook(file, '没有')).toMatchObject({
      ok: false,
      advice: expect.stringContaining('库存'),
    })
  })

  it('is read from rows and cells that say no address, as some programs write them', async () => {
    const file = workbookAround(
      '<row><c><v>1</v></c><c r="C1"><v>3</v></c></row><row/><row><c><v>5</v></c></row>',
    )
    expect(await readWorkbook(file, null)).toMatchObject({
      rows: [
        ['1', '', '3'],
        ['', '', ''],
        ['5', '', ''],
      ],
    })
  })

  it('has the text of rich, phonetic, inline and escaped strings, and of entities, as a person sees it', async () => {
    const file = workbookAround(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>粗</t></r><r><t xml:space="preserve"> 细 </t></r></is></c>
       <c r="D1" t="str"><v>a &lt; b &amp;amp; &#128512;&#x4E2D;</v></c><c r="E1" t="s"><v>2</v></c></row>`,
      {
        'xl/sharedStrings.xml': strToU8(
          `<x:sst xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:si><x:r><x:t>亲，</x:t></x:r><x:r><x:t>包邮<!-- 注 -->的</x:t></x:r><x:rPh sb="0" eb="1"><x:t>qin</x:t></x:rPh></x:si>` +
            '<x:si><x:t>一行_x000D_\n又_x005F_x0041_</x:t></x:si><x:si><x:t><![CDATA[<b>😀</b>]]></x:t></x:si></x:sst>',
        ),
      },
    )
    expect(await readWorkbook(file, null)).toMatchObject({
      rows: [['亲，包邮的', '一行\r\n又_x0041_', '粗 细', 'a < b &amp; 😀中', '<b>😀</b>']],
    })
  })

  it.each([
    ['yyyy"年"m"月"d"日"', '46347', '2026-11-21'],
    ['[$-804]yyyy/m/d;@', '46347.5', '2026-11-21'],
    ['h:mm', '0.395833333333333', '09:30'],
    ['[Red]#,##0.00', '46347', '46347'],
    ['[$¥-804]#,##0', '46347', '46347'],
    ['0.00"day"', '2.5', '2.5'],
    ['0\\d', '2.5', '2.5'],
  ])('shows a number in the format %s as %s means there', async (format, stored, shown) => {
    const file = workbookAround(`<row r="1"><c r="A1" s="1"><v>${stored}</v></c></row>`, {
      'xl/styles.xml': strToU8(
        `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${format.replaceAll('"', '&quot;')}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
      ),
    })
    expect(await readWorkbook(file, null)).toMatchObject({ rows: [[shown]] })
  })

  it('is called as its tab is, and counts days from 1904 where it says so', async () => {
    const file = workbookAround('<row r="1"><c r="A1" s="0"><v>44885</v></c></row>', {
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships"><workbookPr date1904="1"/><sheets><sheet name="尺码&amp;颜色" sheetId="1" q:id="rId1"/></sheets></workbook>',
      ),
      'xl/styles.xml': strToU8('<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'),
    })
    expect(await readWorkbook(file, '尺码&颜色')).toMatchObject({
      sheet: '尺码&颜色',
      rows: [['2026-11-21']],
    })
  })

  it('keeps its row numbers where rows are empty, and forgets a million that are only formatted', async () => {
    const formatted = Array.from(
      { length: 2000 },
      (_, n) => `<row r="${n + 10}"><c r="XFD${n + 10}" s="1"/></row>`,
    )
    const file = workbookAround(
      `<row r="3">${cell('B3', '7')}</row>${formatted.join('')}<row r="1048576" s="1"></row>`,
    )
    expect(await readWorkbook(file, null)).toMatchObject({
      rows: [[], [], ['', '7']].map((row) => [...row, ...['', ''].slice(row.length)]),
    })
  })
})

it('a day typed as 20261121 into a cell for dates stays what was typed', async () => {
  const styles = strToU8('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>')
  const dated = (column: string, value: string) => `<c r="${column}1" s="1"><v>${value}</v></c>`
  const file = workbookAround(
    `<row r="1">${dated('A', '46347')}${dated('B', '20261121')}${dated('C', '-3')}${dated('D', '2958465')}</row>`,
    { 'xl/styles.xml': styles },
  )
  expect(await readWorkbook(file, null)).toMatchObject({
    rows: [['2026-11-21', '20261121', '-3', '9999-12-31']],
  })
})

describe('a workbook that is none, or a trap', () => {
  it('in which a byte is another one on its way here is refused, though its XML reads as well', async () => {
    const price = new TextEncoder().encode('<v>269</v>')
    const file = Buffer.from(
      zipSync(unzipSync(workbookAround(`<row r="1">${cell('A1', '269')}</row>`)), { level: 0 }),
    )
    expect(await readWorkbook(file, null)).toMatchObject({ rows: [['269']] })
    file[file.indexOf(price) + 3] = '9'.charCodeAt(0)
    expect(await readWorkbook(file, null)).toMatchObject({ ok: false })
  })

  it.each([
    ['a row far out', `<row r="99999999999">${cell('A99999999999', '1')}</row>`, '第 99999999999 行'],
    [
      'a row far out behind a disguise',
      `<row spans=">" r="99999999999">${cell('A2', '1')}</row>`,
      '第 99999999999 行',
    ],
    ['an address in entities', `<row r="&#57;9999999999">${cell('A2', '1')}</row>`, '第 99999999999 行'],
    ['an address that is none', `<row r="x">${cell('A2', '1')}</row>`, '认不出的格子地址'],
    ['a column far out', `<row r="1">${cell('XFD1', '1')}</row>`, 'XFD 列'],
    ['a column beyond all sheets', `<row r="1">${cell('ZZZZZZZZ1', '1')}</row>`, 'ZZZZZZZZ 列'],
    [
      'text that is not there',
      '<row r="1"><c r="A1" t="s"><v>9</v></c></row>',
      '第 1 行第 1 列的格子读不出来',
    ],
    [
      'rows in no order',
      `<row r="2">${cell('A2', '1')}</row><row r="1">${cell('A1', '1')}</row>`,
      '读不出来',
    ],
    ['a kind of cell that is none', '<row r="1"><c r="A1" t="x"><v>1</v></c></row>', '第 1 行第 1 列的格子'],
    ['cells without an end', '<row r="1"><c r="A1">', '读不出来'],
    ['depth without an end', '<a>'.repeat(200), '读不出来'],
  ])('with %s says so', async (_what, sheetXml, why) => {
    expect(await readWorkbook(workbookAround(sheetXml), null)).toMatchObject({
      ok: false,
      reason: expect.stringContaining(why),
    })
  })

  it('that would fill the memory is refused before it does, also when its directory lies about the size', async () => {
    const spaces = new Uint8Array(3 * 1024 * 1024).fill(0x20)
    const claiming = (size: number): Uint8Array => {
      const bomb = workbookAround('', { 'xl/sharedStrings.xml': spaces })
      const view = new DataView(bomb.buffer)
      for (let at = 0; at < bomb.length - 28; at++)
        if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === spaces.length)
          view.setUint32(at + 24, size, true)
      return bomb
    }
    for (const size of [spaces.length, 140 * 1024 * 1024])
      expect(await readWorkbook(claiming(size), null)).toMatchObject({
        ...{ ok: false, reason: expect.stringContaining('128 MB') },
      })
    // Of text that never ends a little is read; tests/integration/security has much of what does end.
    expect(await readWorkbook(claiming(100), null)).toMatchObject({ ok: false })
  })

  it('whose markup never ends takes no longer for it', async () => {
    const endless = ['<c ', '<row r="1" ', '<c><f>', 'a ', '<c>']
    for (const part of endless)
      expect(await readWorkbook(workbookAround(`<c ${part.repeat(100_000)}`), null)).toMatchObject({
        ok: false,
      })
  }, 30_000)

  it.each([
    ['cut off', async () => (await workbookOf([['货号'], ['A1']])).slice(0, 300)],
    ['another archive', async () => zipSync({ 'readme.txt': strToU8('hi') })],
    ['no archive', async () => strToU8('PK\u0003\u0004 and then nothing of the kind')],
  ])('%s is told from a workbook', async (_what, bytes) => {
    expect(await readWorkbook(await bytes(), null)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('工作簿'),
    })
  })
})
