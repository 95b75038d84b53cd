import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  priceSplits,
  splitPrice,
  splitProductPrice,
} from '../../../shared/techniques/prices/price-splitting.ts'
import { product } from './sample-shop.ts'

describe('拆分法', () => {
  test('a cream at 270 yuan that lasts 90 days is 3 yuan a day', () => {
    expect(splitPrice(270_00, 90, 'days')).toEqual({ ok: true, fen: 3_00 })
  })

  test('a share that does not come out even is rounded up: 100 yuan over 3 days is 33.34', () => {
    expect(splitPrice(100_00, 3, 'days')).toEqual({ ok: true, fen: 33_34 })
  })

  test('over one day it is the price, and over a great many it is never nothing', () => {
    expect(splitPrice(270_00, 1, 'days')).toEqual({ ok: true, fen: 270_00 })
    expect(splitPrice(1, 10_000, 'days')).toEqual({ ok: true, fen: 1 })
    expect(splitPrice(10_000_000_00, 3, 'uses')).toEqual({ ok: true, fen: 333_333_334 })
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('cannot be done over %s days', (days) => {
    expect(splitPrice(270_00, days, 'days')).toMatchObject({ ok: false, reason: '要拆成至少 1 天' })
  })

  test('nothing is split when the price is nothing', () => {
    expect(splitPrice(0, 90, 'days')).toMatchObject({ ok: false })
  })

  test('without a number it takes what the product says of itself, and asks for it when it says nothing', () => {
    const cream = product({ lasts: { days: 90, uses: null, people: null } })
    expect(splitProductPrice(270_00, cream, 'days')).toEqual({ ok: true, fen: 3_00 })
    expect(splitProductPrice(270_00, cream, 'uses')).toMatchObject({ ok: false, needs: ['商品.可用次数'] })
  })

  test('the most telling of several splits comes first', () => {
    const cream = product({ lasts: { days: 90, uses: 180, people: 2 } })
    expect(priceSplits(270_00, cream)).toEqual({
      ok: true,
      splits: [
        { by: 'uses', fen: 1_50, text: '每次 1.5 元' },
        { by: 'days', fen: 3_00, text: '每天 3 元' },
        { by: 'people', fen: 135_00, text: '每人 135 元' },
      ],
    })
  })

  test('a share that is the whole price tells nothing, and without facts there is none to tell', () => {
    const mask = product({ lasts: { days: null, uses: 10, people: 1 } })
    expect(priceSplits(99_00, mask)).toMatchObject({ splits: [{ by: 'uses' }] })
    const single = product({ lasts: { days: null, uses: null, people: 1 } })
    expect(priceSplits(99_00, single)).toMatchObject({ ok: false, needs: [] })
    expect(priceSplits(0, mask)).toMatchObject({ ok: false })
    expect(priceSplits(99_00, product())).toMatchObject({ ok: false, needs: ['商品.可用天数'] })
  })

  test('the claim is never below the true price of a share, and less than a fen above it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000_00 }),
        fc.integer({ min: 1, max: 10_000 }),
        (priceFen, days) => {
          const share = splitPrice(priceFen, days, 'days')
          if (!share.ok) throw new Error(share.reason)
          expect(share.fen * days).toBeGreaterThanOrEqual(priceFen)
          expect((share.fen - 1) * days).toBeLessThan(priceFen)
        },
      ),
    )
  })
})
