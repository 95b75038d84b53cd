import { describe, expect, it } from 'vitest'
import { readWorkbook as openWorkbook } from '../../../electron/desk/transfer/tables/workbook/read-workbook.ts'
import { type ForgedEntry, forgedZip } from './forged-zip.ts'

// Bombs, far-out addresses and endless markup stand in tests/unit/desk/transfer/tables/workbook.test.ts.

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const row = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`
const sheet = (rows: string, before = '') =>
  `${before}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`

const relation = (number: number) =>
  `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`

function workbook(
  sheetXml: string,
  more: ForgedEntry[] = [],
  about: Partial<ForgedEntry> = {},
  sheets = 1,
): Uint8Array {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1)
  const tabs = numbers.map(
    (number) => `<sheet name="商品${number}" sheetId="${number}" r:id="rId${number}"/>`,
  )
  return forgedZip([
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${tabs.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbers.map(relation).join('')}</Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml, ...about },
    ...more,
  ])
}

/** With its rows at once. */
async function readWorkbook(bytes: Uint8Array, sheet: string | null) {
  const reading = await openWorkbook(bytes, sheet)
  return reading.ok ? { ...reading, rows: [...reading.rows()] } : reading
}

const refused = { ok: false, reason: expect.any(String), advice: expect.any(String) }

describe('a workbook made to do harm', () => {
  it('is read where it does none', async () => {
    expect(await readWorkbook(workbook(sheet(row('货号'))), null)).toMatchObject({ rows: [['货号']] })
  })

  it.each([
    [
      'entities that multiply',
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
      '&c;',
    ],
    ['a file of this machine as an entity', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'],
    ['a document type from elsewhere', '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', '&a;'],
  ])('by %s reads nothing in', async (_how, documentType, text) => {
    const reading = await readWorkbook(workbook(sheet(row(text), documentType)), null)
    if (reading.ok) expect(reading.rows).toEqual([[text]])
    else expect(reading).toMatchObject(refused)
  })

  it('by a part that is encrypted is refused', async () => {
    const file = workbook(sheet(row('x')), [], { isEncrypted: true })
    expect(await readWorkbook(file, null)).toMatchObject(refused)
  })

  it('by names that lead elsewhere has those parts left in it', async () => {
    const elsewhere = [
      '../../evil.xml',
      '/etc/evil.xml',
      'xl\\..\\evil.xml',
      'C:evil.xml',
      'xl/../../evil.xml',
    ]
    const file = workbook(
      sheet(row('货号')),
      elsewhere.map((name) => ({ name, content: '<evil/>' })),
    )
    expect(await readWorkbook(file, null)).toMatchObject({ ok: true, rows: [['货号']] })
  })

  it('by one sheet under two contents is read once', async () => {
    const twice = { name: 'xl/worksheets/sheet1.xml', content: sheet(row('第二')) }
    const reading = await readWorkbook(workbook(sheet(row('第一')), [twice]), null)
    expect(reading).toMatchObject({ ok: true, rows: [[expect.stringMatching(/^第[一二]$/)]] })
  })

  it('by many empty sheets that each say they are small is refused before all are inflated', {
    timeout: 60_000,
  }, async () => {
    const large = sheet(row(' '.repeat(400_000)).repeat(20))
    const parts = Array.from({ length: 18 }, (_, index) => ({
      name: `xl/worksheets/sheet${index + 2}.xml`,
      content: large,
      claimedSize: 100,
    }))
    const file = workbook(sheet(''), parts, {}, 19)
    expect(file.length).toBeLessThan(1_000_000)
    expect(await readWorkbook(file, null)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('128 MB'),
    })
  })

  it('by names of prototypes changes none', async () => {
    const file = workbook(
      `<worksheet xmlns="${MAIN}" __proto__="x" constructor="y"><sheetData>${row('__proto__')}</sheetData></worksheet>`,
      [{ name: '__proto__', content: '<polluted/>' }],
    )
    expect(await readWorkbook(file, null)).toMatchObject({ ok: true, rows: [['__proto__']] })
    expect(Reflect.get({}, 'polluted')).toBe(undefined)
  })
})
