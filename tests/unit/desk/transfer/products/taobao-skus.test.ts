import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTaobaoSkus } from '../../../../../electron/desk/transfer/products/taobao-skus.ts'

describe('销售属性组合', () => {
  it('is price, pieces, code and properties, one SKU after the other', () => {
    const { skus, unread } = readTaobaoSkus(
      '89.90:12:D01-B-S:1627207:28341;20509:28314;99:0::1627207:28320;20509:28315;',
      [],
    )
    expect(unread).toEqual([])
    expect(skus).toEqual([
      { code: 'D01-B-S', attributes: { 颜色: '黑色', 尺码: 'S' }, priceFen: 8990, stock: 12 },
      { code: null, attributes: { 颜色: '白色', 尺码: 'M' }, priceFen: 9900, stock: 0 },
    ])
  })

  it("says the shop's own names where it has given any", () => {
    const { skus } = readTaobaoSkus('89:1::1627207:-1001;20509:28314;', [
      '1627207:-1001:奶油:白;',
      '20509:28314:S(155/80A);',
    ])
    expect(skus[0]?.attributes).toEqual({ 颜色: '奶油:白', 尺码: 'S(155/80A)' })
  })

  it('keeps the ids of properties and values that nobody has named', () => {
    const { skus } = readTaobaoSkus('89:1::1627207:99999;30606:112:', [])
    expect(skus).toEqual([{ code: null, attributes: { 颜色: '99999' }, priceFen: 8900, stock: 1 }])
    expect(readTaobaoSkus('89:1::30606:112;', []).skus[0]?.attributes).toEqual({ 属性30606: '112' })
  })

  it("leaves the price to the item where it is 0, and a code's colons in the code", () => {
    const { skus } = readTaobaoSkus('0:5:A:B:1627207:28341;', [])
    expect(skus).toEqual([{ code: 'A:B', attributes: { 颜色: '黑色' }, priceFen: null, stock: 5 }])
  })

  it('counts what it cannot read, and reads on behind it', () => {
    const { skus, unread } = readTaobaoSkus('垃圾;89:-3::1627207:28341;89:3::1627207:28320;', [])
    expect(skus).toHaveLength(1)
    expect(unread).toHaveLength(2)
  })

  it('never loses a SKU, whatever the codes and ids', () => {
    const sku = fc.record({
      fen: fc.integer({ min: 1, max: 10_000_000 }),
      stock: fc.integer({ min: 0, max: 100_000 }),
      code: fc.stringMatching(/^[A-Za-z0-9_一-龥-]{0,20}$/),
      colour: fc.integer({ min: -2000, max: 999_999 }),
      size: fc.integer({ min: 1, max: 999_999 }),
    })
    fc.assert(
      fc.property(fc.array(sku, { maxLength: 40 }), (wanted) => {
        const text = wanted
          .map(
            ({ fen, stock, code, colour, size }) =>
              `${(fen / 100).toFixed(2)}:${stock}:${code}:1627207:${colour};20509:${size};`,
          )
          .join('')
        const { skus, unread } = readTaobaoSkus(text, [])
        expect(unread).toEqual([])
        expect(skus.map(({ priceFen, stock, code }) => ({ priceFen, stock, code }))).toEqual(
          wanted.map(({ fen, stock, code }) => ({ priceFen: fen, stock, code: code || null })),
        )
      }),
    )
  })
})
