import type { z } from 'zod'
import { type Product, ProductDraft } from '../../../shared/model/product.ts'
import { ShopProfile } from '../../../shared/model/shop.ts'

/** A moment given as the clock on a wall in China shows it, `YYYY-MM-DD HH:MM[:SS]`. */
export function inChina(wallClock: string): number {
  return Date.parse(`${wallClock.replace(' ', 'T')}+08:00`)
}

/** A Monday with nothing special about it, 25 minutes before the shop's cut-off. */
export const MONDAY = inChina('2026-11-23 15:35')

export const shop = ShopProfile.parse({
  name: '黄金六秒旗舰店',
  agentAlias: '小满',
  petName: '亲',
  cutOff: '16:00',
  dispatchPlace: '浙江杭州',
  tiers: [{ reachFen: 198_00, offFen: 20_00 }],
  discounts: [{ reachFen: 204_00, percent: 95 }],
  freeShippingFen: 99_00,
  discountLimitFen: 20_00,
  leadName: '阿宁',
  couriers: [
    {
      name: '中通',
      isDefault: true,
      provinces: { 上海: { surchargeFen: 0, days: [1, 2] }, 新疆: { surchargeFen: 1500, days: [5, 8] } },
    },
    { name: '顺丰速运', provinces: { 上海: { surchargeFen: 800, days: [1, 1] } } },
  ],
  hasFreightInsurance: true,
  serviceHours: '每天 9:00–23:00',
})

type Draft = Partial<z.input<typeof ProductDraft>>

/** A product with what a test does not care for already filled in. */
export function product(draft: Draft = {}): Product {
  const parsed = ProductDraft.parse({
    code: 'MS-01',
    name: '玻尿酸保湿面霜 50g',
    category: '护肤',
    priceFen: 270_00,
    ...draft,
  })
  return { ...parsed, id: `id-${parsed.code}`, updatedAt: MONDAY }
}

/** Pieces are null when nobody has said. */
export type SkuRow = readonly [colour: string, size: string, stock: number | null]

export function skus(...rows: readonly SkuRow[]) {
  return rows.map(([colour, size, stock]) => ({
    attributes: { 颜色: colour, 尺码: size },
    priceFen: 270_00,
    stock,
  }))
}
