import path from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../electron/desk/database/open-database.ts'
import { type Desk, openDesk } from '../../electron/desk/open-desk.ts'
import { draftOfRow } from '../../electron/desk/transfer/phrases/draft-of-row.ts'
import { readPhraseFile } from '../../electron/desk/transfer/phrases/phrase-file.ts'
import { PhraseImportOptions } from '../../shared/model/phrase-transfer.ts'
import { ProductImportOptions, StockRefreshOptions } from '../../shared/model/product-transfer.ts'
import { png } from '../support/images.ts'
import { taobaoFile } from '../support/taobao-assistant.ts'
import { workbookOf } from '../support/workbook.ts'
import { makeFolder } from './folder.ts'
import { mangled } from './mangled.ts'
import { FUZZ_LIMIT_MS, fuzzing } from './runs.ts'

const PHRASES = [
  '快捷短语编码,快捷短语,快捷短语分组',
  'by01,"亲，满198元包邮\n偏远地区补运费",售前=>物流',
  'th01,"7天无理由，{{ 店铺.名称 }} 承担",售后',
  ',没有编码也可以😀,',
].join('\r\n')
const V3 = 'V3 请勿修改,,,\n小二,,,\n分组,快捷编码,内容,图片名\n售前=>尺码,cm,看图哦,a.png\n'
const MATCHES = [
  'x: &x {trigger: ":by", replace: 包邮的}',
  'matches:',
  '  - *x',
  '  - triggers: [":a", b]',
  '    replace: "好 {{店铺.名称}}"',
  '    search_terms: [在吗]',
].join('\n')
const PRODUCTS = [
  '商家编码,名称,价格,颜色,尺码,库存',
  'A1,连衣裙,¥1299.00,黑,M,3',
  'A1,连衣裙,1299,白,L,',
  'B2,面霜,270,,,12',
].join('\n')
const STOCK = '编码\t库存\nA1\t7\nB2\t0'

const inEveryEncoding = (name: string, text: string) => [
  { name, bytes: Buffer.from(text) },
  { name, bytes: Buffer.from(`\ufeff${text}`) },
  { name, bytes: iconv.encode(text, 'gb18030') },
  { name, bytes: iconv.encode(text, 'utf16le', { addBOM: true }) },
]

const folder = makeFolder()
let desk: Desk
let watcher: Database.Database
let tables: { name: string; bytes: Uint8Array }[]

beforeAll(async () => {
  desk = openDesk({ dataDir: folder.path, empty: true })
  watcher = new Database(path.join(folder.path, DATABASE_FILE), { readonly: true })
  tables = [
    ...inEveryEncoding('商品.csv', PRODUCTS),
    ...inEveryEncoding('库存.txt', STOCK),
    taobaoFile([{ 宝贝名称: '连衣裙', 宝贝价格: '129.00', 商家编码: 'A1', 宝贝描述: '<p>纯棉</p>' }]),
    { name: '商品.xlsx', bytes: await workbookOf(PRODUCTS.split('\n').map((line) => line.split(','))) },
  ]
})

afterAll(async () => {
  watcher?.close()
  await desk?.close()
  folder.remove()
})

/** Rises with every commit of the desk. */
const commits = () => watcher.pragma('data_version', { simple: true })

/** A file is taken or refused in words; one that is refused has changed nothing. */
async function takenOrRefused(take: () => Promise<{ ok: boolean }> | { ok: boolean }): Promise<void> {
  const before = commits()
  const outcome = await take()
  if (outcome.ok) return
  expect(outcome).toMatchObject({
    reason: expect.stringMatching(/\p{Script=Han}/u),
    advice: expect.any(String),
  })
  expect(commits()).toBe(before)
}

describe('files that were damaged on their way', () => {
  it('of phrases are taken or refused in words', { timeout: FUZZ_LIMIT_MS }, async () => {
    const files = [
      ...inEveryEncoding('话术.csv', PHRASES),
      { name: '话术.xlsx', bytes: await workbookOf(PHRASES.split('\n').map((line) => line.split(','))) },
      { name: 'base.yml', bytes: Buffer.from(MATCHES) },
      { name: '导出.zip', bytes: zipSync({ '话术.csv': Buffer.from(V3), '图片/a.png': png(8, 6) }) },
    ]
    const choices = fc.constantFrom('skip' as const, 'replace' as const, 'keep' as const)
    await fc.assert(
      fc.asyncProperty(mangled(files), choices, (file, onDuplicate) =>
        takenOrRefused(() => desk.imports.apply(file, { onDuplicate })),
      ),
      // Each import starts a thread.
      fuzzing(5),
    )
    expect(desk.integrityProblems()).toEqual([])
  })

  it('of phrases are understood, or not, in words', { timeout: FUZZ_LIMIT_MS }, async () => {
    const files = [
      ...inEveryEncoding('话术.csv', PHRASES),
      { name: 'base.yml', bytes: Buffer.from(MATCHES) },
      { name: '话术.csv', bytes: Buffer.from(V3) },
    ]
    const options = PhraseImportOptions.parse({})
    await fc.assert(
      fc.asyncProperty(mangled(files), async (file) => {
        const reading = await readPhraseFile(file, options, () => null)
        if (!reading.ok) {
          expect(reading.reason).toMatch(/\p{Script=Han}/u)
          return
        }
        for (const row of reading.file.rows()) {
          const draft = draftOfRow(row, reading.file.fields, { known: null, clears: false })
          if (!draft.ok) expect(draft.reason).toMatch(/\p{Script=Han}/u)
        }
      }),
      fuzzing(300),
    )
    expect(Reflect.get({}, 'replace')).toBeUndefined()
  })

  it('of products are taken or refused in words', { timeout: FUZZ_LIMIT_MS }, async () => {
    const options = ProductImportOptions.parse({})
    await fc.assert(
      // Writing makes a backup first, on a thread of its own: most are only read.
      fc.asyncProperty(mangled(tables), fc.nat(14), (file, chance) =>
        takenOrRefused(() =>
          chance > 0 ? desk.products.importPreview(file, options) : desk.products.importAdd(file, options),
        ),
      ),
      fuzzing(300),
    )
    expect(desk.integrityProblems()).toEqual([])
  })

  it('of stock are taken or refused in words', { timeout: FUZZ_LIMIT_MS }, async () => {
    const options = StockRefreshOptions.parse({})
    await fc.assert(
      fc.asyncProperty(mangled(tables), (file) =>
        takenOrRefused(() => desk.products.refreshStock(file, options)),
      ),
      fuzzing(200),
    )
    expect(desk.integrityProblems()).toEqual([])
  })
})
