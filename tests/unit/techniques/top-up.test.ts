import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ShopProfile } from '../../../shared/model/shop.ts'
import { offersOn, savingOn } from '../../../shared/techniques/prices/offers.ts'
import { topUps } from '../../../shared/techniques/prices/top-up.ts'
import { topUpProducts } from '../../../shared/techniques/prices/top-up-products.ts'
import { product, shop, skus } from './sample-shop.ts'

const DAY = '2026-11-23'
/** A shop with these offers and no others. */
const offers = (changes: Record<string, unknown>): ShopProfile =>
  ShopProfile.parse({ ...shop, tiers: [], discounts: [], freeShippingFen: null, ...changes })
const tier = (reachFen: number, offFen: number, more = {}) => ({ reachFen, offFen, ...more })

describe('what a basket saves as it is', () => {
  const saved = (basketFen: number, of: ShopProfile) => savingOn(basketFen, offersOn(of, DAY).running)

  test('of several tiers the best one counts, unless the shop stacks them', () => {
    const tiers = [tier(198_00, 20_00), tier(398_00, 50_00)]
    expect(saved(400_00, offers({ tiers }))).toMatchObject({ savesFen: 50_00, name: '满398减50' })
    expect(saved(400_00, offers({ tiers, tiersStack: true }))).toMatchObject({
      savesFen: 70_00,
      name: '满198减20、满398减50',
    })
    expect(saved(197_99, offers({ tiers }))).toEqual({ savesFen: 0, from: [], name: '' })
  })

  test('an offer for every hundred counts each hundred', () => {
    const every = offers({ tiers: [tier(100_00, 10_00, { every: true })] })
    expect(saved(99_99, every).savesFen).toBe(0)
    expect(saved(350_00, every)).toMatchObject({ savesFen: 30_00, name: '满300减30' })
  })

  test('满减 and 折扣 are not added up: the better one is claimed, rounded down', () => {
    const both = offers({ tiers: [tier(200_00, 25_00)], discounts: [{ reachFen: 200_00, percent: 90 }] })
    expect(saved(249_99, both)).toMatchObject({ savesFen: 25_00, name: '满200减25' })
    expect(saved(333_33, both)).toMatchObject({ savesFen: 33_33, name: '满200打9折' })
  })

  test('more than the basket is never taken off', () => {
    expect(saved(10_00, offers({ tiers: [tier(5_00, 30_00)] })).savesFen).toBe(10_00)
  })
})

describe('凑单', () => {
  test('184 yuan: 14 more reaches 满198减20; free shipping is behind, and 95折 at 204 would save less', () => {
    const answer = topUps(184_00, shop, DAY)
    expect(answer).toMatchObject({ ok: true, text: '再加 14 元就能享满198减20' })
    expect(answer.ok && answer.options.map(({ name, gapFen, moreFen }) => [name, gapFen, moreFen])).toEqual([
      ['满198减20', 14_00, 20_00],
    ])
  })

  test('a discount that outdoes the tier is a step of its own', () => {
    const both = offers({ tiers: [tier(198_00, 10_00)], discounts: [{ reachFen: 300_00, percent: 90 }] })
    const answer = topUps(184_00, both, DAY)
    expect(answer.ok && answer.options.map(({ kind, gapFen, savesFen }) => [kind, gapFen, savesFen])).toEqual(
      [
        ['tier', 14_00, 10_00],
        ['discount', 116_00, 30_00],
      ],
    )
  })

  test('what the basket saves already is not counted twice', () => {
    const tiers = [tier(198_00, 20_00), tier(398_00, 50_00)]
    expect(topUps(376_00, offers({ tiers }), DAY)).toMatchObject({
      text: '再加 22 元就能享满398减50，比现在多省 30 元',
      now: { savesFen: 20_00 },
    })
    expect(topUps(376_00, offers({ tiers, tiersStack: true }), DAY)).toMatchObject({
      text: '再加 22 元就能享满198减20、满398减50，比现在多省 50 元',
    })
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
    const every = offers({ tiers: [tier(100_00, 10_00, { every: true })] })
    expect(topUps(50_00, every, DAY)).toMatchObject({ text: '再加 50 元就能享满100减10' })
    expect(topUps(250_00, every, DAY)).toMatchObject({
      text: '再加 50 元就能享满300减30，比现在多省 10 元',
    })
    expect(topUps(300_00, every, DAY)).toMatchObject({ text: expect.stringContaining('再加 100 元') })
  })

  test('a repeated offer is a step only where it outdoes what is saved already', () => {
    const mixed = offers({ tiers: [tier(100_00, 10_00, { every: true }), tier(200_00, 45_00)] })
    const answer = topUps(220_00, mixed, DAY)
    expect(answer).toMatchObject({ options: [{ reachFen: 500_00, savesFen: 50_00, moreFen: 5_00 }] })
  })

  test('of two at one amount, the one that saves more', () => {
    const both = offers({ tiers: [tier(200_00, 5_00)], discounts: [{ reachFen: 200_00, percent: 90 }] })
    expect(topUps(150_00, both, DAY)).toMatchObject({ text: '再加 50 元就能享满200打9折' })
  })

  test('offers count on their first and last day, and no longer', () => {
    const short = tier(198_00, 20_00, { validFrom: '2026-11-20', validUntil: '2026-11-23' })
    expect(topUps(184_00, offers({ tiers: [short] }), '2026-11-20')).toMatchObject({ ok: true })
    expect(topUps(184_00, offers({ tiers: [short] }), '2026-11-23')).toMatchObject({ ok: true })
    for (const day of ['2026-11-19', '2026-11-24']) {
      expect(topUps(184_00, offers({ tiers: [short] }), day)).toMatchObject({
        ok: false,
        reason: '满减和折扣都不在活动期内',
      })
    }
  })

  test('offers that do not run are named, so that an agent does not mention them', () => {
    const over = tier(198_00, 20_00, { validUntil: '2026-11-11' })
    expect(topUps(90_00, offers({ tiers: [over], freeShippingFen: 99_00 }), DAY)).toMatchObject({
      text: '再加 9 元就能包邮',
      over: ['满198减20'],
    })
  })

  test('an empty basket and a shop without offers have nothing to reach', () => {
    expect(topUps(0, shop, DAY)).toMatchObject({ ok: false })
    expect(topUps(184_00, offers({}), DAY)).toMatchObject({
      ok: false,
      reason: '店铺没有填写满减、折扣和包邮门槛',
    })
  })

  test('every suggestion reaches what it promises, by what the shop then takes off', () => {
    const fen = (max: number) => fc.integer({ min: 1, max })
    const shops = fc
      .record({
        tiers: fc.array(fc.record({ reachFen: fen(500_00), offFen: fen(50_00), every: fc.boolean() }), {
          maxLength: 4,
        }),
        tiersStack: fc.boolean(),
        discounts: fc.array(fc.record({ reachFen: fen(500_00), percent: fc.integer({ min: 50, max: 99 }) }), {
          maxLength: 2,
        }),
        freeShippingFen: fc.option(fen(300_00)),
      })
      .map(offers)
    fc.assert(
      fc.property(fen(600_00), shops, (basket, of) => {
        const answer = topUps(basket, of, DAY)
        if (!answer.ok) return
        const { running } = offersOn(of, DAY)
        for (const option of answer.options) {
          expect(option.gapFen).toBeGreaterThan(0)
          expect(basket + option.gapFen).toBe(option.reachFen)
          expect(savingOn(option.reachFen, running).savesFen).toBe(option.savesFen)
          if (option.kind !== 'free-shipping')
            expect(option.savesFen).toBeGreaterThan(savingOn(basket, running).savesFen)
        }
      }),
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

  test('says 起 where sizes differ in price, and takes no price that only a sold-out size has', () => {
    const sizes = {
      skus: [
        { attributes: { 规格: '小' }, priceFen: 15_00, stock: 0 },
        { attributes: { 规格: '中' }, priceFen: 20_00, stock: 5 },
        { attributes: { 规格: '大' }, priceFen: 30_00, stock: 5 },
      ],
    }
    expect(topUpProducts(14_00, [named('面膜', 15_00, sizes)], null)).toMatchObject({
      ok: true,
      text: '面膜（20 元起）',
      products: [{ priceFen: 20_00 }],
    })
  })

  test('whatever is suggested is in stock and reaches the tier, in any size the buyer may take', () => {
    const sizes = fc.array(
      fc.record({
        attributes: fc.constant({ 规格: '一' }),
        priceFen: fc.integer({ min: 1, max: 500_00 }),
        stock: fc.option(fc.integer({ min: 0, max: 3 })),
      }),
      { maxLength: 3 },
    )
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 500_00 }), sizes), { maxLength: 30 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300_00 }), rows, (gapFen, drafts) => {
        const catalogue = drafts.map(([priceFen, of], index) => named(`P${index}`, priceFen, { skus: of }))
        const answer = topUpProducts(gapFen, catalogue, { code: 'P0', pairings: ['P3', 'P7'] })
        if (!answer.ok) return
        expect(answer.products.length).toBeLessThanOrEqual(3)
        for (const { product: suggested, priceFen } of answer.products) {
          expect(suggested.code).not.toBe('P0')
          expect(priceFen).toBeGreaterThanOrEqual(gapFen)
          const payable = suggested.skus.filter(({ stock }) => stock !== 0).map((sku) => sku.priceFen)
          if (suggested.skus.length) expect(payable).toContain(priceFen)
          for (const price of payable) expect(price).toBeGreaterThanOrEqual(gapFen)
        }
        const paired = answer.products.map(({ isPaired }) => isPaired)
        expect(paired).toEqual(paired.toSorted((a, b) => Number(b) - Number(a)))
      }),
    )
  })
})
