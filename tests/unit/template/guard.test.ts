import { describe, expect, test } from 'vitest'
import { checkGuard, parseGuard } from '../../../shared/template/index.ts'
import { inChina, product, shop } from '../techniques/sample-shop.ts'
import { cream, facts } from './sample-facts.ts'

const scarce = { ...facts, product: { ...cream, skus: cream.skus.slice(0, 2) } }

describe('a phrase’s condition', () => {
  test('holds on true facts, with or without 仅当, in either punctuation', () => {
    for (const guard of [
      '商品.库存 <= 店铺.紧缺线',
      '仅当 商品.库存 <= 店铺.紧缺线',
      '仅当：商品.库存 ＜= 店铺.紧缺线',
    ]) {
      expect(checkGuard(guard, scarce), guard).toEqual({ holds: true })
    }
  })

  test.each([
    ['商品.库存 <= 店铺.紧缺线', '库存还有 86 件，超过紧缺线 5 件'],
    ['商品.库存 < 86', '库存还有 86 件，没有低于 86 件'],
    ['商品.价格 >= 300', '价格是 270 元，不到 300 元'],
    ['商品.价格 > 店铺.包邮门槛 and 商品.价格 < 200', '价格是 270 元，超过 200 元'],
    ['客户.省份 == "新疆"', '省份是 上海，不是 新疆'],
    ['客户.省份 != "上海"', '省份是 上海，正是 上海'],
    ['商品.颜色 contains "红色"', '颜色是 黑色、黄色、紫色，里面没有 红色'],
    ['商品.产地', '还不知道商品的产地'],
    ['商品 | 仅剩', '库存还有 86 件，超过紧缺线 5 件'],
    ['商品.价格 > 300 or 客户.身高 > 180', '价格是 270 元，不到 300 元；身高是 165 厘米，不到 180 厘米'],
    ['not 商品.赠品', '不适合这种情况：商品.赠品'],
    ['现在 < "12:00"', '现在是 15:35，超过 12:00'],
  ])('%s fails with its facts', (guard, reason) => {
    expect(checkGuard(guard, facts)).toEqual({ holds: false, reason })
  })

  test.each([
    '商品.赠品',
    '店铺.运费险',
    '商品.价格 == 270',
    '商品 | 仅剩: "黑色"',
    '商品.价格 > 300 or 商品.赠品',
    'not 商品.产地',
    '商品.卖点 contains "吸收快"',
  ])('%s holds', (guard) => {
    expect(checkGuard(guard, facts)).toEqual({ holds: true })
  })

  test('what nobody knows is told, not taken for granted', () => {
    expect(checkGuard('商品.库存 <= 5', { ...facts, product: null })).toEqual({
      holds: false,
      reason: '还没有选商品',
    })
    expect(checkGuard('商品.库存 <= 5', { ...facts, product: product() })).toEqual({
      holds: false,
      reason: '还不知道商品的库存',
    })
    expect(checkGuard('客户.省份 == "上海"', { ...facts, buyer: null })).toEqual({
      holds: false,
      reason: '还不知道省份',
    })
    expect(checkGuard('店铺.运费险', { ...facts, shop: { ...shop, hasFreightInsurance: false } })).toEqual({
      holds: false,
      reason: '没有运费险',
    })
  })

  test('stock figures too old to found a claim on do not hold up a condition', () => {
    expect(checkGuard('商品.库存 <= 店铺.紧缺线', { ...scarce, now: inChina('2026-11-26 15:35') })).toEqual({
      holds: false,
      reason: '库存是 3 天前更新的',
    })
  })

  test.each([
    ['', '条件是空的'],
    ['仅当', '条件是空的'],
    ['商品 库存', '要写成「商品.库存 <= 5」这样'],
    ['商品.库存 >', '要写成「商品.库存 <= 5」这样'],
    ['商品.库存 | 每日', '没有叫「每日」的计算'],
    ['商品.库存 <= 5 }} x', '名字后面多了内容；要计算请用「|」隔开'],
  ])('%s is written wrong', (guard, reason) => {
    expect(parseGuard(guard)).toEqual({ ok: false, reason })
    expect(checkGuard(guard, facts)).toEqual({ holds: false, reason: `使用条件写错了：${reason}` })
  })
})
