import { describe, expect, test } from 'vitest'
import { scarcity } from '../../../shared/techniques/stock/scarcity.ts'
import { inChina, MONDAY, product, type SkuRow, shop, skus } from './sample-shop.ts'

const stocked = (...rows: readonly SkuRow[]) =>
  product({ skus: skus(...rows), stockUpdatedAt: MONDAY - 3_600_000 })

describe('怕买不到', () => {
  test('says how many are left of one colour and size, however they are written', () => {
    const coat = stocked(['黑色', 'M', 3], ['黑色', 'L', 40])
    for (const wanted of [
      '黑色 M',
      '黑色、m',
      ' M，黑色 ',
      '黑色/M',
      '颜色分类:黑色;尺码:M',
      '颜色：黑色；尺码：M',
      '黑色M',
    ]) {
      expect(scarcity(coat, shop, MONDAY, wanted)).toEqual({ ok: true, left: 3 })
    }
  })

  test('does not take XL for L, nor part of a colour for the colour', () => {
    const coat = stocked(['黑色', 'L', 3], ['浅黑色 加绒', 'XL', 2])
    expect(scarcity(coat, shop, MONDAY, 'L')).toEqual({ ok: true, left: 3 })
    expect(scarcity(coat, shop, MONDAY, 'XL')).toEqual({ ok: true, left: 2 })
    expect(scarcity(coat, shop, MONDAY, '浅黑色 加绒')).toEqual({ ok: true, left: 2 })
    expect(scarcity(coat, shop, MONDAY, '黑色')).toEqual({ ok: true, left: 3 })
    expect(scarcity(coat, shop, MONDAY, '黑色 XXL')).toMatchObject({ ok: false })
  })

  test('speaks of the whole product when nothing is named, and of a colour over its sizes', () => {
    const coat = stocked(['黑色', 'M', 2], ['黑色', 'L', 1], ['白色', 'M', 1])
    expect(scarcity(coat, shop, MONDAY)).toEqual({ ok: true, left: 4 })
    expect(scarcity(coat, shop, MONDAY, '黑色')).toEqual({ ok: true, left: 3 })
  })

  test('counts the threshold itself as scarce, and one piece more as not', () => {
    expect(scarcity(stocked(['黑色', 'M', 5]), shop, MONDAY)).toEqual({ ok: true, left: 5 })
    expect(scarcity(stocked(['黑色', 'M', 6]), shop, MONDAY)).toMatchObject({
      ok: false,
      reason: '库存还有 6 件，超过紧缺线 5 件',
      instead: expect.stringContaining('现货'),
    })
  })

  test('does not say "only 0 left"', () => {
    expect(scarcity(stocked(['黑色', 'M', 0]), shop, MONDAY, '黑色 M')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('没有库存'),
    })
  })

  test('trusts figures up to the shop’s limit, and not an hour longer', () => {
    const coat = { ...stocked(['黑色', 'M', 3]), stockUpdatedAt: MONDAY - 24 * 3_600_000 }
    expect(scarcity(coat, shop, MONDAY)).toEqual({ ok: true, left: 3 })
    expect(scarcity(coat, shop, MONDAY + 3_600_000)).toMatchObject({
      ok: false,
      reason: '库存是 25 小时前更新的，超过 24 小时，不能拿来催单',
    })
    expect(scarcity(coat, shop, MONDAY + 48 * 3_600_000)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('3 天前'),
    })
    expect(scarcity({ ...coat, stockUpdatedAt: null }, shop, MONDAY)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('没有更新时间'),
    })
  })

  test('a SKU’s own time counts for it, the product’s for those that have none', () => {
    const old = MONDAY - 72 * 3_600_000
    const [black, white, blue] = skus(['黑色', 'M', 3], ['白色', 'M', 1], ['蓝色', 'M', 1]).map(
      (sku, place) => ({ ...sku, stockUpdatedAt: [MONDAY - 1000, old, null][place] ?? null }),
    )
    const coat = product({ skus: [black!, white!, blue!], stockUpdatedAt: MONDAY - 1000 })
    expect(scarcity(coat, shop, MONDAY, '黑色')).toEqual({ ok: true, left: 3 })
    expect(scarcity(coat, shop, MONDAY, '蓝色')).toEqual({ ok: true, left: 1 })
    expect(scarcity(coat, shop, MONDAY, '白色')).toMatchObject({
      ok: false,
      reason: '库存是 3 天前更新的，超过 24 小时，不能拿来催单',
    })
    expect(scarcity(coat, shop, MONDAY)).toMatchObject({ ok: false })
    const neverUpdated = { ...coat, stockUpdatedAt: null }
    expect(scarcity(neverUpdated, shop, MONDAY, '黑色')).toEqual({ ok: true, left: 3 })
    expect(scarcity(neverUpdated, shop, MONDAY, '蓝色')).toMatchObject({ ok: false })
  })

  test('figures dated after now (a clock set back) are taken as of now', () => {
    expect(
      scarcity({ ...stocked(['黑色', 'M', 3]), stockUpdatedAt: inChina('2027-01-01 00:00') }, shop, MONDAY),
    ).toMatchObject({ ok: true })
  })

  test('does not guess where part of the figures is missing', () => {
    expect(scarcity(stocked(['黑色', 'M', 3], ['白色', 'M', null]), shop, MONDAY)).toMatchObject({
      ok: false,
    })
    expect(scarcity(product(), shop, MONDAY)).toMatchObject({ ok: false, reason: '这款没有填写规格和库存' })
  })

  test('names what there is when the colour does not exist', () => {
    expect(scarcity(stocked(['黑色', 'M', 3]), shop, MONDAY, '粉色')).toMatchObject({
      ok: false,
      reason: '这款没有「粉色」，现有规格：黑色 M',
    })
  })
})
