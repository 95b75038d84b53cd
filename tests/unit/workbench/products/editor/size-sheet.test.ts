import { describe, expect, it } from 'vitest'
import products from '../../../../../assets/starter/products.json' with { type: 'json' }
import { formatRange, parseRange } from '../../../../../renderer/workbench/products/editor/range-text.ts'
import {
  readSizeSheet,
  type SizeSheet,
  sizeSheetOf,
  withMeasures,
  withWeightUnit,
} from '../../../../../renderer/workbench/products/editor/size-sheet.ts'
import { sizeWarnings } from '../../../../../renderer/workbench/products/editor/size-warnings.ts'
import { ProductDraft, type SizeChart } from '../../../../../shared/model/product.ts'

const charts = products.flatMap((one) => ProductDraft.parse(one).sizeChart ?? [])

describe('a range as it is typed', () => {
  it.each([
    ['160-165', 'heightCm', [160, 165]],
    ['160 ~ 165cm', 'heightCm', [160, 165]],
    ['１６０—１６５', 'heightCm', [160, 165]],
    ['160到165', 'heightCm', [160, 165]],
    ['1.6-1.65', 'heightCm', [160, 165]],
    ['1.6m-1.65m', 'heightCm', [160, 165]],
    ['165', 'heightCm', [165, 165]],
    ['165以下', 'heightCm', [0, 165]],
    ['175以上', 'heightCm', [175, 500]],
    ['45-50', 'weightKg', [45, 50]],
    ['90-100斤', 'weightKg', [45, 50]],
    ['235-240', 'footCm', [23.5, 24]],
  ] as const)('%s of %s', (text, measure, range) => {
    expect(parseRange(text, measure, 'kg')).toEqual({ ok: true, range })
  })

  it('takes a weight without a unit in the unit of the sheet', () => {
    expect(parseRange('90-100', 'weightKg', 'jin')).toEqual({ ok: true, range: [45, 50] })
    expect(parseRange('45-50kg', 'weightKg', 'jin')).toEqual({ ok: true, range: [45, 50] })
  })

  it.each(['高个子', '160-165-170', '160-', '-', '900'])('%s is none', (text) => {
    expect(parseRange(text, 'heightCm', 'kg')).toEqual({ ok: false, why: 'unreadable' })
  })

  it('is told from one that runs backwards', () => {
    expect(parseRange('165-160', 'heightCm', 'kg')).toEqual({ ok: false, why: 'reversed' })
  })

  it('is written as it can be read again, in either unit', () => {
    for (const range of [
      [45, 50],
      [47.6, 54],
      [0, 45],
      [60, 500],
      [52, 52],
    ] as [number, number][])
      for (const unit of ['kg', 'jin'] as const)
        expect(parseRange(formatRange(range, 'weightKg', unit), 'weightKg', unit)).toEqual({
          ok: true,
          range,
        })
  })
})

describe('the sheet of sizes', () => {
  it('gives every chart of the sample shop back as it was, also by way of 斤', () => {
    for (const chart of charts) {
      expect(readSizeSheet(sizeSheetOf(chart))).toEqual({ rows: chart.rows, problems: new Map() })
      expect(readSizeSheet(withWeightUnit(sizeSheetOf(chart), 'jin')).rows).toEqual(chart.rows)
    }
  })

  const sheet = (...cells: string[][]): SizeSheet => ({
    measures: ['heightCm', 'weightKg'],
    weightUnit: 'kg',
    cells,
  })

  it('shows weights in the other unit and leaves what it cannot read', () => {
    expect(withWeightUnit(sheet(['M', '160-165', '45-50'], ['L', '', '中等']), 'jin').cells).toEqual([
      ['M', '160-165', '90-100'],
      ['L', '', '中等'],
    ])
  })

  it('keeps a column that stays when others come and go', () => {
    expect(withMeasures(sheet(['M', '160-165', '45-50']), ['chestCm', 'heightCm'])).toMatchObject({
      measures: ['heightCm', 'chestCm'],
      cells: [['M', '160-165', '']],
    })
  })

  it('says at the cell what is wrong', () => {
    const { rows, problems } = readSizeSheet(
      sheet(['M', '160-165', '45-50'], ['M', '', ''], ['', '170', ''], ['L', '170-165', '胖'], ['', '', '']),
    )
    expect(rows).toHaveLength(1)
    expect(Object.fromEntries(problems)).toEqual({
      1: ['和第 1 行的尺码重复'],
      2: ['请填尺码'],
      3: [undefined, '前面的数要比后面的小', '写成 160-165 这样'],
    })
  })
})

describe('what a chart warns of', () => {
  const row = (size: string, heightCm: [number, number], weightKg?: [number, number]) => ({
    size,
    ranges: weightKg ? { heightCm, weightKg } : { heightCm },
  })

  it('is two sizes that hold the same buyer by every measure', () => {
    expect(sizeWarnings([row('S', [150, 165], [40, 50]), row('M', [155, 170], [45, 55])], 'kg')).toEqual([
      'S 和 M 有重叠（身高 155-165 cm、体重 45-50 公斤），落在里面的买家会同时推荐两个码',
    ])
  })

  it('is not two that one measure tells apart, nor two that share an edge', () => {
    expect(sizeWarnings([row('S', [150, 165], [40, 45]), row('M', [155, 170], [45.5, 55])], 'kg')).toEqual([])
    expect(sizeWarnings([row('S', [150, 160]), row('M', [160, 165])], 'kg')).toEqual([])
  })

  it('is a gap wider than the chart’s own grain, in the unit it is edited in', () => {
    expect(sizeWarnings([row('S', [150, 160]), row('M', [161, 165]), row('L', [168, 175])], 'kg')).toEqual([
      '身高 165-168 cm 之间没有对应的尺码',
    ])
    const weights: SizeChart['rows'] = [
      { size: 'S', ranges: { weightKg: [40, 45] } },
      { size: 'M', ranges: { weightKg: [50, 55] } },
    ]
    expect(sizeWarnings(weights, 'jin')).toEqual(['体重 90-100 斤 之间没有对应的尺码'])
  })

  it('is nothing in the sample shop', () => {
    expect(charts.flatMap((chart) => sizeWarnings(chart.rows, 'kg'))).toEqual([])
  })
})
