import path from 'node:path'
import Database from 'better-sqlite3'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import { ProductDraft } from '../../../shared/model/product.ts'
import { StockRefreshOptions } from '../../../shared/model/product-transfer.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'
import { workbookOf } from '../../support/workbook.ts'

const NINE = Date.UTC(2026, 10, 21, 1)
const HOUR = 3_600_000

function shopWithGoods() {
  const clock = { now: NINE }
  const dataDir = temporaryFolder()
  const desk = openTestDesk({ dataDir, now: () => clock.now })
  desk.products.create(
    ProductDraft.parse({
      code: 'C1',
      name: '羊毛大衣',
      category: '女装',
      priceFen: 89900,
      skus: [
        { code: 'C1-B', attributes: { 颜色: '黑色' }, priceFen: 89900, stock: 3 },
        { code: 'C1-W', attributes: { 颜色: '白色' }, priceFen: 89900, stock: 8 },
      ],
    }),
  )
  desk.products.create(ProductDraft.parse({ code: 'M1', name: '面霜', category: '护肤', priceFen: 27000 }))
  clock.now += HOUR
  return { desk, dataDir, clock }
}

const pasted = (...lines: string[]) => ({ name: '粘贴的库存.txt', bytes: Buffer.from(lines.join('\n')) })
const asFound = StockRefreshOptions.parse({})

async function refresh(desk: Desk, file: { name: string; bytes: Uint8Array }, options = asFound) {
  const outcome = await desk.products.refreshStock(file, options)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome
}

const stockOf = (desk: Desk, code: string) => desk.products.find(code)!.skus.map(({ stock }) => stock)

describe('the stock of the hour', () => {
  it('comes in from two columns in one step, and says what it did', async () => {
    const { desk, clock } = shopWithGoods()
    let told = 0
    desk.onEvent(() => told++)
    const report = await refresh(desk, pasted('编码,库存', 'c1-b,1', 'C1-W,8', 'X9,5', 'C1-B?,有货'))
    expect(report).toMatchObject({
      rowsRead: 4,
      matched: 2,
      changed: 1,
      changes: [{ productName: '羊毛大衣', code: 'c1-b', spec: '黑色', before: 3, after: 1 }],
      unknown: [{ row: 4, code: 'X9' }],
      unreadable: [{ row: 5, reason: '库存“有货”看不懂，要写成 12 这样' }],
    })
    expect(told).toBe(1)
    expect(desk.products.find('C1')).toMatchObject({
      stockUpdatedAt: clock.now,
      skus: [
        { stock: 1, stockUpdatedAt: clock.now },
        { stock: 8, stockUpdatedAt: clock.now },
      ],
    })
  })

  it('makes only those figures fresh that it names', async () => {
    const { desk, clock } = shopWithGoods()
    await refresh(desk, pasted('C1-W 8'))
    const { skus, stockUpdatedAt } = desk.products.find('C1')!
    expect(skus.map((sku) => sku.stockUpdatedAt)).toEqual([NINE, clock.now])
    expect(stockUpdatedAt).toBe(NINE)
  })

  it("takes a product's own code where it has one variant or none, and asks for more where it has many", async () => {
    const { desk } = shopWithGoods()
    const report = await refresh(desk, pasted('M1,40', 'C1,9'))
    expect(stockOf(desk, 'M1')).toEqual([40])
    expect(report.unreadable).toMatchObject([{ row: 2, reason: '《羊毛大衣》有 2 个规格，要写规格的编码' }])
    expect(stockOf(desk, 'C1')).toEqual([3, 8])
    await refresh(desk, pasted('M1,41'))
    expect(stockOf(desk, 'M1')).toEqual([41])
  })

  it.each([
    ['a header in any words it knows', pasted('仓库导出,,', '商品名,SKU编码,可用库存', '羊毛大衣,C1-B,1')],
    ['no header', pasted('C1-B,1')],
    ['blanks between, as pasted from a chat', pasted('C1-B   1 件', '')],
    ['a Chinese comma', pasted('C1-B，1')],
    ['the figure first', pasted('1,C1-B', '0,没有的')],
    ['tabs, as copied from a spreadsheet', pasted('C1-B\t1')],
    ['GBK', { name: '库存.csv', bytes: iconv.encode('编码,库存\nC1-B,1\n', 'gbk') }],
    [
      'UTF-16',
      { name: '库存.txt', bytes: iconv.encode('编码\t库存\nC1-B\t1\n', 'utf-16le', { addBOM: true }) },
    ],
  ])('may be written with %s', async (_how, file) => {
    const { desk } = shopWithGoods()
    expect(await refresh(desk, file)).toMatchObject({ matched: 1, changed: 1 })
    expect(stockOf(desk, 'C1')).toEqual([1, 8])
  })

  it('may be a workbook, whose codes keep their zeros', async () => {
    const { desk } = shopWithGoods()
    desk.products.create(ProductDraft.parse({ code: '007', name: '皂', category: '护肤', priceFen: 990 }))
    const bytes = await workbookOf([
      ['货号', '数量'],
      ['007', 12],
      ['C1-B', 0],
    ])
    expect(await refresh(desk, { name: '库存.xlsx', bytes })).toMatchObject({ encoding: 'XLSX', matched: 2 })
    expect(stockOf(desk, '007')).toEqual([12])
  })

  it('may stand in columns of any name, when they are pointed out', async () => {
    const { desk } = shopWithGoods()
    const file = pasted('条目,甲仓,乙仓', 'C1-B,1,5')
    expect(await desk.products.refreshStock(file, asFound)).toMatchObject({ ok: false })
    await refresh(desk, file, { ...asFound, codeColumn: '条目', stockColumn: '乙仓' })
    expect(stockOf(desk, 'C1')).toEqual([5, 8])
  })

  it('that names a code twice goes by the later line, and says so', async () => {
    const { desk } = shopWithGoods()
    const report = await refresh(desk, pasted('C1-B,1', 'C1-B,2', 'C1-B,2'))
    expect(report).toMatchObject({
      matched: 1,
      notes: [{ row: 2, reason: '第 1 行写的是 1，这一行是 2，用的是后面的' }],
    })
    expect(stockOf(desk, 'C1')).toEqual([2, 8])
  })

  it('of a code that two SKUs share is left to a person', async () => {
    const { desk } = shopWithGoods()
    const other = desk.products.find('M1')!
    desk.products.update(other.id, {
      ...other,
      skus: [{ code: 'C1-B', attributes: {}, priceFen: 1, stock: 1, stockUpdatedAt: null }],
    })
    expect(await refresh(desk, pasted('C1-B,9'))).toMatchObject({
      matched: 0,
      undo: null,
      unreadable: [{ row: 1 }],
    })
    expect(stockOf(desk, 'C1')).toEqual([3, 8])
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['blank lines', Buffer.from('\n\n')],
    ['words', Buffer.from('你好\n在吗\n')],
    ['three columns without names', Buffer.from('C1-B,1,2\n')],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ])('that holds %s changes nothing, and says what is wanted', async (_what, bytes) => {
    const { desk } = shopWithGoods()
    expect(await desk.products.refreshStock({ name: 'x', bytes }, asFound)).toMatchObject({
      ok: false,
      advice: expect.stringMatching(/\S/),
    })
    expect(stockOf(desk, 'C1')).toEqual([3, 8])
  })

  it('is all there or not at all', async () => {
    const { desk, dataDir } = shopWithGoods()
    const before = desk.products.find('C1')
    const disk = new Database(path.join(dataDir, DATABASE_FILE))
    disk.exec(
      "CREATE TRIGGER full BEFORE INSERT ON skus WHEN NEW.code = 'C1-W' BEGIN SELECT raise(ABORT, 'full'); END",
    )
    disk.close()
    await expect(desk.products.refreshStock(pasted('C1-B,1', 'M1,4'), asFound)).rejects.toThrow('full')
    expect(desk.products.find('C1')).toEqual(before)
    expect(stockOf(desk, 'M1')).toEqual([])
  })
})

describe('a refresh of stock that was wrong', () => {
  it('is taken back with the ages that the figures had', async () => {
    const { desk } = shopWithGoods()
    const before = desk.products.find('C1')!
    const { undo } = await refresh(desk, pasted('C1-B,1', 'C1-W,8', 'M1,4'))
    expect(desk.products.undoStockRefresh(undo!)).toBe(3)
    expect(desk.products.find('C1')).toEqual({ ...before, updatedAt: expect.any(Number) })
    expect(stockOf(desk, 'M1')).toEqual([null])
  })

  it('leaves alone what somebody has corrected since', async () => {
    const { desk, clock } = shopWithGoods()
    const { undo } = await refresh(desk, pasted('C1-B,1', 'C1-W,9'))
    clock.now += HOUR
    const product = desk.products.find('C1')!
    const [black, white] = product.skus
    desk.products.update(product.id, { ...product, name: '大衣', skus: [black!, { ...white!, stock: 7 }] })
    expect(desk.products.undoStockRefresh(undo!)).toBe(1)
    expect(desk.products.find('C1')).toMatchObject({ name: '大衣' })
    expect(stockOf(desk, 'C1')).toEqual([3, 7])
  })

  it('can be taken back once, and only the last', async () => {
    const { desk } = shopWithGoods()
    const first = await refresh(desk, pasted('C1-B,1'))
    const second = await refresh(desk, pasted('C1-B,2'))
    expect(() => desk.products.undoStockRefresh(first.undo!)).toThrow('不能撤销')
    desk.products.undoStockRefresh(second.undo!)
    expect(stockOf(desk, 'C1')).toEqual([1, 8])
    expect(() => desk.products.undoStockRefresh(second.undo!)).toThrow('不能撤销')
  })
})
