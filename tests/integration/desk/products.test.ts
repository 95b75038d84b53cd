import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../../electron/desk/database/open-database.ts'
import { ProductDraft } from '../../../shared/model/product.ts'
import { openTestDesk, temporaryFolder } from '../../support/library.ts'

const NINE = Date.UTC(2026, 10, 21, 1)
const TEN = NINE + 3_600_000
const DAY = 24 * 3_600_000

const cream = ProductDraft.parse({
  code: 'M001',
  name: '玻尿酸保湿面霜 50g',
  category: '护肤',
  priceFen: 27000,
  materials: ['玻尿酸'],
})

const coat = ProductDraft.parse({
  code: 'C100',
  name: '羊毛大衣',
  category: '女装',
  priceFen: 89900,
  skus: [
    { code: 'C100-B', attributes: { 颜色: '黑色' }, priceFen: 89900, stock: 3 },
    { code: 'C100-W', attributes: { 颜色: '白色' }, priceFen: 92900, stock: 8 },
  ],
})

function deskAt(start: number, dataDir = temporaryFolder()) {
  const clock = { now: start }
  return { clock, dataDir, desk: openTestDesk({ dataDir, now: () => clock.now }) }
}

describe('a lead keeps the catalogue', () => {
  it('and a new product is found by pinyin at once, and every window is told', async () => {
    const { desk } = deskAt(NINE)
    expect(await desk.products.search('mianshuang', 5)).toEqual([])
    let told = 0
    desk.onEvent(() => told++)
    const { id } = desk.products.create(cream)
    expect(await desk.products.search('mianshuang', 5)).toMatchObject([{ id, code: 'M001' }])
    expect(desk.products.find('m001')).toMatchObject({ name: cream.name, materials: ['玻尿酸'] })
    expect(told).toBe(1)
  })

  it('whose article codes are unique, in whatever case they are written', () => {
    const { desk } = deskAt(NINE)
    desk.products.create(cream)
    const other = desk.products.create(coat)
    expect(() => desk.products.create({ ...coat, code: 'm001' })).toThrow(
      '“m001”已被《玻尿酸保湿面霜 50g》使用',
    )
    expect(() => desk.products.update(other.id, { ...coat, code: 'M001' })).toThrow(
      '已被《玻尿酸保湿面霜 50g》使用',
    )
    expect(desk.products.update(other.id, { ...coat, code: 'c100' }).code).toBe('c100')
  })

  it('and a change replaces the whole draft, its SKUs with it', () => {
    const { desk } = deskAt(NINE)
    const { id } = desk.products.create(coat)
    const [black] = coat.skus
    desk.products.update(id, { ...coat, name: '羊毛大衣 2026', materials: ['羊毛'], skus: [black!] })
    expect(desk.products.get(id)).toMatchObject({ name: '羊毛大衣 2026', materials: ['羊毛'] })
    expect(desk.products.get(id).skus).toHaveLength(1)
    expect(desk.products.list()).toHaveLength(1)
  })

  it('and a change to a product that somebody has removed meanwhile is not kept in silence', () => {
    const { desk } = deskAt(NINE)
    const { id } = desk.products.create(coat)
    desk.products.remove([id])
    expect(() => desk.products.update(id, coat)).toThrow('已被删除，改动没有保存')
  })

  it('and a change that fails half-way leaves the product as it was', () => {
    const { desk, dataDir } = deskAt(NINE)
    const product = desk.products.create(coat)
    const disk = new Database(path.join(dataDir, DATABASE_FILE))
    disk.exec(
      "CREATE TRIGGER full BEFORE INSERT ON skus WHEN NEW.position = 1 BEGIN SELECT raise(ABORT, 'full'); END",
    )
    expect(() => desk.products.update(product.id, { ...coat, name: '新名字' })).toThrow('full')
    disk.close()
    expect(desk.products.get(product.id)).toEqual(product)
  })

  it('while the command line changes it too: each sees what the other wrote', async () => {
    const { desk: window, dataDir } = deskAt(NINE)
    const { desk: commandLine } = deskAt(NINE, dataDir)
    const { id } = window.products.create(coat)
    commandLine.products.update(id, { ...coat, name: '羊绒大衣' })
    expect(window.products.get(id).name).toBe('羊绒大衣')
    expect(await window.products.search('yangrong', 5)).toMatchObject([{ id }])
    commandLine.products.remove([id])
    expect(window.products.list()).toEqual([])
  })
})

describe('stock has an age', () => {
  it('that starts when its figure is first written down', () => {
    const { desk } = deskAt(NINE)
    const product = desk.products.create(coat)
    expect(product.skus.map((sku) => sku.stockUpdatedAt)).toEqual([NINE, NINE])
    expect(product.stockUpdatedAt).toBe(NINE)
    expect(desk.products.create(cream).stockUpdatedAt).toBeNull()
  })

  it('and only the SKU whose figure changed becomes fresh', () => {
    const { desk, clock } = deskAt(NINE)
    const product = desk.products.create(coat)
    clock.now = TEN
    const [black, white] = product.skus
    const changed = desk.products.update(product.id, { ...product, skus: [{ ...black!, stock: 2 }, white!] })
    expect(changed.skus.map((sku) => sku.stockUpdatedAt)).toEqual([TEN, NINE])
    expect(changed.stockUpdatedAt).toBe(NINE)
  })

  it('also when SKUs change places, since they are told by code and attributes', () => {
    const { desk, clock } = deskAt(NINE)
    const product = desk.products.create(coat)
    clock.now = TEN
    const changed = desk.products.update(product.id, { ...product, skus: product.skus.toReversed() })
    expect(changed.skus.map((sku) => sku.stockUpdatedAt)).toEqual([NINE, NINE])
  })

  it('and the product is as fresh as the oldest of its SKUs', () => {
    const { desk, clock } = deskAt(NINE)
    const product = desk.products.create(coat)
    clock.now = TEN
    const skus = product.skus.map((sku) => ({ ...sku, stock: 1 }))
    expect(desk.products.update(product.id, { ...product, skus }).stockUpdatedAt).toBe(TEN)
  })

  it('unless the draft says itself when it was counted', () => {
    const { desk, clock } = deskAt(NINE)
    const product = desk.products.create(coat)
    clock.now = TEN
    const skus = product.skus.map((sku) => ({ ...sku, stock: 1, stockUpdatedAt: NINE + 1 }))
    expect(desk.products.update(product.id, { ...product, skus }).skus[0]?.stockUpdatedAt).toBe(NINE + 1)
  })
})

describe('removing a product', () => {
  it('can be undone, with all its facts and under its own id', () => {
    const { desk } = deskAt(NINE)
    const product = desk.products.create(coat)
    desk.products.remove([product.id])
    expect(desk.products.find('C100')).toBeNull()
    expect(desk.products.restore([product.id])).toEqual([product])
    expect(desk.products.get(product.id)).toEqual(product)
  })

  it('frees its code; coming back it does not push the new holder out', () => {
    const { desk } = deskAt(NINE)
    const old = desk.products.create(coat)
    const beside = desk.products.create(cream)
    desk.products.remove([old.id, beside.id])
    desk.products.create({ ...coat, name: '新款大衣' })
    expect(() => desk.products.restore([beside.id, old.id])).toThrow('“C100”已被《新款大衣》使用')
    expect(desk.products.list().map(({ name }) => name)).toEqual(['新款大衣'])
    expect(desk.products.restore([beside.id])).toMatchObject([{ name: cream.name }])
  })

  it('is undone once', () => {
    const { desk } = deskAt(NINE)
    const { id } = desk.products.create(coat)
    desk.products.remove([id, 'nobody'])
    desk.products.restore([id])
    expect(() => desk.products.restore([id])).toThrow('不在已删除的商品里')
  })

  it('can be undone for ninety days, counted when something else is removed', () => {
    const { clock, desk } = deskAt(NINE)
    const old = desk.products.create(coat)
    const later = desk.products.create(cream)
    const last = desk.products.create({ ...cream, code: 'M002', name: '晚霜' })
    desk.products.remove([old.id])
    clock.now += 60 * DAY
    desk.products.remove([later.id])
    clock.now += 31 * DAY
    desk.products.remove([last.id])
    expect(() => desk.products.restore([old.id])).toThrow('不在已删除的商品里')
    expect(desk.products.restore([later.id])).toMatchObject([{ name: cream.name }])
  })
})
