import { describe, expect, it } from 'vitest'
import { byCategory } from '../../../../renderer/workbench/products/by-category.ts'
import { attributeNames, skuName, stockState } from '../../../../renderer/workbench/products/sku-grid.ts'
import {
  agoWords,
  chartMeasures,
  lastsWords,
  rangeWords,
  sizeRowWords,
} from '../../../../renderer/workbench/products/wording.ts'
import { type ProductSummary, SizeChart, Sku } from '../../../../shared/model/product.ts'

const sku = (attributes: Record<string, string>) => Sku.parse({ attributes, priceFen: 100, stock: 1 })

describe('the SKUs of a product', () => {
  const skus = [sku({ 颜色: '黑色', 尺码: 'M' }), sku({ 颜色: '均色', 款式: '长袖' })]

  it('have a column for every attribute that any of them has', () => {
    expect(attributeNames(skus)).toEqual(['颜色', '尺码', '款式'])
    expect(skuName(skus[0]!)).toBe('黑色 · M')
  })

  it('are scarce at the shop’s own line and not one piece above it', () => {
    const shop = { scarceAtMost: 5 }
    expect([null, 0, 1, 5, 6].map((stock) => stockState(stock, shop))).toEqual([
      'unknown',
      'none',
      'scarce',
      'scarce',
      'plenty',
    ])
  })
})

describe('a size chart in words', () => {
  const chart = SizeChart.parse({
    rows: [
      { size: 'M', ranges: { heightCm: [155, 160], weightKg: [45, 50] } },
      { size: '均码', ranges: { weightKg: [60, 60] } },
    ],
  })

  it('has a column for each measure in use', () => {
    expect(chartMeasures(chart)).toEqual(['heightCm', 'weightKg'])
  })

  it('is read out row by row with its units', () => {
    expect(chart.rows.map(sizeRowWords)).toEqual(['M：身高 155–160cm，体重 45–50kg', '均码：体重 60kg'])
    expect(rangeWords(undefined)).toBe('–')
  })
})

describe('how things are said of a product', () => {
  it('tells how long it lasts by what is known', () => {
    expect(lastsWords({ days: 90, uses: 180, people: null })).toBe('约 90 天 · 180 次')
    expect(lastsWords({ days: null, uses: null, people: null })).toBeNull()
  })

  it.each([
    [30_000, '刚刚'],
    [59 * 60_000, '59 分钟前'],
    [47 * 3_600_000, '47 小时前'],
    [48 * 3_600_000, '2 天前'],
    [-5_000, '刚刚'],
  ])('stock of %i ms ago is of %s', (ms, words) => {
    expect(agoWords(1_000_000_000_000 - ms, 1_000_000_000_000)).toBe(words)
  })

  it('stands on shelves in the order of the catalogue', () => {
    const product = (code: string, category: string) => ({ code, category }) as ProductSummary
    const shelves = byCategory([product('a', '女装'), product('b', '家居'), product('c', '女装')])
    expect(shelves.map(({ category, products }) => [category, ...products.map(({ code }) => code)])).toEqual([
      ['女装', 'a', 'c'],
      ['家居', 'b'],
    ])
  })
})
