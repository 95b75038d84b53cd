import { describe, expect, it } from 'vitest'
import products from '../../../../../assets/starter/products.json' with { type: 'json' }
import {
  parsePieces,
  readSkuSheet,
  type SkuSheet,
  skuSheetOf,
  withAttribute,
  withCombinations,
  withoutAttribute,
} from '../../../../../renderer/workbench/products/editor/sku-sheet.ts'
import { ProductDraft } from '../../../../../shared/model/product.ts'

const sheet = (...cells: string[][]): SkuSheet => ({ attributes: ['颜色', '尺码'], cells })
const read = (one: SkuSheet) => readSkuSheet(one, { priceFen: 8900 })
const problemsOf = (one: SkuSheet) =>
  [...read(one).problems].map(([row, line]) => [row, line.findIndex(Boolean), line.find(Boolean)])

describe('the sheet of SKUs', () => {
  it('gives every product of the sample shop back as it was', () => {
    for (const product of products.map((one) => ProductDraft.parse(one)))
      expect(readSkuSheet(skuSheetOf(product.skus), product)).toEqual({
        skus: product.skus,
        problems: new Map(),
      })
  })

  it('reads figures as people write them', () => {
    const { skus } = read(sheet(['黑色', 'M', '¥1,299.50', '1,200件', 'A-1'], ['黑色', 'L', '99元', '', '']))
    expect(skus).toMatchObject([
      { attributes: { 颜色: '黑色', 尺码: 'M' }, priceFen: 129_950, stock: 1200, code: 'A-1' },
      { priceFen: 9900, stock: null, code: null },
    ])
    expect(['３６', '0', ' ', '-1', '3.5', '约30', '件'].map(parsePieces)).toEqual([
      36,
      0,
      null,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('takes the product’s price where a row has none, and wants one where neither has', () => {
    const one = sheet(['黑色', 'M', '', '3', ''])
    expect(read(one).skus[0]?.priceFen).toBe(8900)
    expect(readSkuSheet(one, { priceFen: null }).problems.get(0)?.[2]).toMatch('请填价格')
  })

  it('leaves blank rows out and says at the cell what is wrong', () => {
    expect(
      problemsOf(
        sheet(
          ['黑色', 'M', '89', '3', 'A'],
          ['', '', '', '', ''],
          ['黑色', 'M', '89', '3', 'B'],
          ['黑色', 'L', '八十', '3', 'C'],
          ['黑色', 'S', '89', '很多', 'a'],
          ['', '', '89', '', ''],
        ),
      ),
    ).toEqual([
      [2, 0, '和第 1 行重复'],
      [3, 2, '价格要写成 89 或 89.5 这样'],
      [4, 3, '库存要写成整数，如 36'],
      [5, 0, '至少填一个属性，才分得清是哪个规格'],
    ])
  })

  it('lets a product have one SKU without attributes', () => {
    expect(read(sheet(['', '', '89', '3', ''])).problems.size).toBe(0)
  })

  it('grows and loses a column with what it holds', () => {
    const wide = withAttribute(sheet(['黑色', 'M', '89', '3', '']), '款式')
    expect(wide).toEqual({ attributes: ['颜色', '尺码', '款式'], cells: [['黑色', 'M', '', '89', '3', '']] })
    expect(withoutAttribute(wide, 0)).toEqual({
      attributes: ['尺码', '款式'],
      cells: [['M', '', '89', '3', '']],
    })
  })
})

describe('SKUs from a matrix of attributes', () => {
  const lines = [
    { name: '颜色', values: ['黑色', '白色'] },
    { name: '尺码', values: ['S', 'M', 'L'] },
  ]
  const fill = { price: '89', stock: '' }

  it('are one for each combination, in place of the blank row that a new sheet has', () => {
    const { sheet: made, added } = withCombinations(skuSheetOf([]), lines, fill)
    expect(added).toBe(6)
    expect(made.cells.map(([colour, size]) => `${colour}${size}`)).toEqual([
      '黑色S',
      '黑色M',
      '黑色L',
      '白色S',
      '白色M',
      '白色L',
    ])
  })

  it('leave what is there alone', () => {
    const { sheet: made, added } = withCombinations(sheet(['黑色', 'M', '99', '7', 'A']), lines, fill)
    expect(added).toBe(5)
    expect(made.cells[0]).toEqual(['黑色', 'M', '99', '7', 'A'])
  })

  it('bring columns for attributes that the sheet does not know', () => {
    const { sheet: made } = withCombinations(skuSheetOf([]), [{ name: '容量', values: ['50g'] }], fill)
    expect(made).toEqual({ attributes: ['颜色', '尺码', '容量'], cells: [['', '', '50g', '89', '', '']] })
  })

  it('are never more than a product may have', () => {
    const many = Array.from({ length: 30 }, (_, at) => `${at}`)
    const { sheet: made } = withCombinations(
      skuSheetOf([]),
      [
        { name: '颜色', values: many },
        { name: '尺码', values: many },
      ],
      fill,
    )
    expect(made.cells).toHaveLength(500)
  })
})
