import path from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../electron/desk/database/open-database.ts'
import { type Desk, openDesk } from '../../electron/desk/open-desk.ts'
import { ProductImportOptions, StockRefreshOptions } from '../../shared/model/product-transfer.ts'
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
    const files = inEveryEncoding('话术.csv', PHRASES)
    await fc.assert(
      fc.asyncProperty(mangled(files), fc.boolean(), (file, isPreview) =>
        takenOrRefused(() => (isPreview ? desk.imports.preview(file) : desk.imports.apply(file))),
      ),
      fuzzing(300),
    )
    expect(desk.integrityProblems()).toEqual([])
  })

  it('of products are taken or refused in words', { timeout: FUZZ_LIMIT_MS }, async () => {
    const options = ProductImportOptions.parse({})
    await fc.assert(
      fc.asyncProperty(mangled(tables), fc.boolean(), (file, isPreview) =>
        takenOrRefused(() =>
          isPreview ? desk.products.importPreview(file, options) : desk.products.importAdd(file, options),
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
