import { describe, expect, it } from 'vitest'
import shopFile from '../../../../../assets/starter/shop.json' with { type: 'json' }
import {
  NEW_TIER,
  readShopForm,
  type ShopForm,
  shopFormOf,
} from '../../../../../renderer/workbench/settings/shop/shop-form.ts'
import { ShopProfile } from '../../../../../shared/model/shop.ts'

const profile = ShopProfile.parse(shopFile)
const form = (changes: Partial<ShopForm> = {}): ShopForm => ({ ...shopFormOf(profile), ...changes })

function problems(changed: ShopForm) {
  const reading = readShopForm(changed)
  return reading.ok ? [] : reading.problems
}

describe('the form of the shop', () => {
  it('gives the sample shop back to the last fen', () => {
    expect(readShopForm(form())).toEqual({ ok: true, profile })
  })

  it('takes yuan with decimals without losing a fen', () => {
    for (const yuan of [0.1, 0.29, 1.15, 8.2, 19.99, 1_234.56]) {
      expect(readShopForm(form({ freeShippingYuan: yuan }))).toMatchObject({
        profile: { freeShippingFen: Math.round(yuan * 100) },
      })
    }
  })

  it('takes an empty threshold as no free shipping, and an empty name of the lead as nobody', () => {
    expect(readShopForm(form({ freeShippingYuan: null, leadName: ' ' }))).toMatchObject({
      profile: { freeShippingFen: null, leadName: null },
    })
  })

  it('says at the yuan field what the model says of fen', () => {
    expect(problems(form({ discountLimitYuan: null }))).toEqual([
      { path: ['discountLimitYuan'], message: '请填写' },
    ])
    expect(problems(form({ tiers: [{ ...NEW_TIER, offYuan: 20 }] }))).toEqual([
      { path: ['tiers', 0, 'reachYuan'], message: '请填写' },
    ])
  })

  it('refuses a promotion that ends before it begins, at its end', () => {
    const reversed = {
      ...NEW_TIER,
      reachYuan: 198,
      offYuan: 20,
      validFrom: '2026-11-12',
      validUntil: '2026-11-11',
    }
    expect(problems(form({ tiers: [reversed] }))).toEqual([
      { path: ['tiers', 0, 'validUntil'], message: '结束日期早于开始日期' },
    ])
  })

  it('wants at least one day on which parcels leave', () => {
    expect(problems(form({ dispatchDays: [] }))).toEqual([{ path: ['dispatchDays'], message: '至少选 1 项' }])
  })

  it('wants the names that scripts speak with', () => {
    expect(problems(form({ agentAlias: ' ', petName: '' }))).toEqual([
      { path: ['agentAlias'], message: '花名不能为空' },
      { path: ['petName'], message: '对买家的称呼不能为空' },
    ])
  })
})
