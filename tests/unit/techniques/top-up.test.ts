import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { topUps } from '../../../shared/techniques/top-up.ts'
import { topUpProducts } from '../../../shared/techniques/top-up-products.ts'
import { product, shop, skus } from './sample-shop.ts'

const DAY = '2026-11-23'
const offers = (changes: Partial<typeof shop>) => ({
  tiers: [],
  discounts: [],
  freeShippingFen: null,
  ...changes,
})

describe('凑单', () => {
  test('184 yuan: 14 more reaches 满198减20, 20 more the discount; free shipping is behind', () => {
    const answer = topUps(184_00, shop, DAY)
    expect(answer).toMatchObject({ ok: true, text: '再加 14 元就能享满198减20' })
    expect(answer.ok && answer.options.map(({ name, gapFen }) => [name, gapFen])).toEqual([
      ['满198减20', 14_00],
      ['满204打95折', 20_00],
    ])
  })

  test('free shipping is worded without a sum', () => {
    expect(topUps(80_50, shop, DAY)).toMatchObject({ ok: true, text: '再加 18.5 元就能包邮' })
  })

  test('a tier is reached at its very amount, and not a fen before', () => {
    const one = offers({ tiers: shop.tiers })
    expect(topUps(197_99, one, DAY)).toMatchObject({ ok: true, text: '再加 0.01 元就能享满198减20' })
    expect(topUps(198_00, one, DAY)).toMatchObject({ ok: false, reason: '198 元已经满足全部优惠，不用再凑' })
  })

  test('an offer for every hundred has always a next hundred', () => {
    const every = offers({
      tiers: [{ reachFen: 100_00, offFen: 10_00, every: true, validFrom: null, validUntil: null }],
    })
    expect(topUps(250_00, every, DAY)).toMatchObject({ text: '再加 50 元就能享满300减30' })
    expect(topUps(300_00, every, DAY)).toMatchObject({ text: '再加 100 元就能享满400减40' })
  })

  test('of two as near, the one that saves more', () => {
    const both = offers({
      tiers: [{ reachFen: 200_00, offFen: 5_00, every: false, validFrom: null, validUntil: null }],
      discounts: [{ reachFen: 200_00, percent: 90, validFrom: null, validUntil: null }],
    })
    expect(topUps(150_00, both, DAY)).toMatchObject({ text: '再加 50 元就能享满200打9折' })
  })

  test('offers count on their first and last day, and no longer', () => {
    const tier = {
      reachFen: 198_00,
      offFen: 20_00,
      every: false,
      validFrom: '2026-11-20',
      validUntil: '2026-11-23',
    }
    expect(topUps(184_00, offers({ tiers: [tier] }), '2026-11-20')).toMatchObject({ ok: true })
    expect(topUps(184_00, offers({ tiers: [tier] }), '2026-11-23')).toMatchObject({ ok: true })
    for (const day of ['2026-11-19', '2026-11-24']) {
      expect(topUps(184_00, offers({ tiers: [tier] }), day)).toMatchObject({
        ok: false,
        reason: '满减和折扣都不在活动期内',
      })
    }
  })

  test('an empty basket and a shop without offers have nothing to reach', () => {
    expect(topUps(0, shop, DAY)).toMatchObject({ ok: false })
    expect(topUps(184_00, offers({}), DAY)).toMatchObject({
      ok: false,
      reason: '店铺没有填写满减、折扣和包邮门槛',
    })
  })

  test('every suggestion reaches what it promises, and its gap is above zero', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_00 }),
        fc.integer({ min: 1, max: 500_00 }),
        fc.boolean(),
        (basket, reachFen, every) => {
          const answer = topUps(
            basket,
            offers({
              ...shop,
              tiers: [{ reachFen, offFen: 5_00, every, validFrom: null, validUntil: null }],
            }),
            DAY,
          )
          if (!answer.ok) return
          for (const option of answer.options) {
            expect(option.gapFen).toBeGreaterThan(0)
            expect(basket + option.gapFen).toBe(option.reachFen)
          }
        },
      ),
    )
  })
})

describe('凑单商品', () => {
  const named = (code: string, priceFen: number, more = {}) =>
    product({ code, shortName: code, priceFen, ...more })

  test('closes the gap by itself, paired products first, then the cheapest, three at most', () => {
    const catalogue = [
      named('面膜', 15_00),
      named('洁面', 30_00),
      named('小样', 9_00),
      named('爽肤水', 20_00),
      named('礼盒', 300_00),
      named('唇膏', 25_00),
    ]
    expect(topUpProducts(14_00, catalogue, { code: '面霜', pairings: ['洁面'] })).toMatchObject({
      ok: true,
      text: '洁面（30 元）、面膜（15 元）、爽肤水（20 元）',
    })
  })

  test('leaves out what is sold out and what the buyer has already', () => {
    const catalogue = [named('A', 20_00, { skus: skus(['黑', 'M', 0]) }), named('B', 20_00)]
    expect(topUpProducts(14_00, catalogue, { code: 'B', pairings: [] })).toMatchObject({ ok: false })
  })

  test('reckons with the cheapest SKU the buyer may take', () => {
    const cheaper = {
      skus: [
        { attributes: { 规格: '小' }, priceFen: 10_00, stock: 5 },
        { attributes: { 规格: '大' }, priceFen: 30_00, stock: 5 },
      ],
    }
    expect(topUpProducts(14_00, [named('C', 30_00, cheaper)], null)).toMatchObject({
      ok: false,
      reason: '没有价格合适的商品可以凑这 14 元',
    })
  })

  test('whatever is suggested reaches the tier', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300_00 }),
        fc.array(fc.integer({ min: 1, max: 500_00 }), { maxLength: 30 }),
        (gapFen, prices) => {
          const answer = topUpProducts(
            gapFen,
            prices.map((priceFen, index) => named(`P${index}`, priceFen)),
            null,
          )
          if (answer.ok)
            for (const { priceFen } of answer.products) expect(priceFen).toBeGreaterThanOrEqual(gapFen)
        },
      ),
    )
  })
})
