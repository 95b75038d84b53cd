import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Measure, SizeChart } from '../../../shared/model/product.ts'
import { parseMeasure } from '../../../shared/techniques/sizes/measures.ts'
import { sizeAdvice } from '../../../shared/techniques/sizes/size-advice.ts'

const coats = SizeChart.parse({
  rows: [
    { size: 'S', ranges: { heightCm: [155, 160], weightKg: [42, 50] } },
    { size: 'M', ranges: { heightCm: [160, 165], weightKg: [50, 57] } },
    { size: 'L', ranges: { heightCm: [166, 170], weightKg: [58, 65] } },
    { size: 'XL', ranges: { heightCm: [171, 175], weightKg: [66, 75] } },
  ],
  note: '弹力大',
  model: { heightCm: 168, weightKg: 50, wears: 'M' },
})
const shoes = SizeChart.parse({
  rows: [
    { size: '38', ranges: { footCm: [23.6, 24] } },
    { size: '37', ranges: { footCm: [23.1, 23.5] } },
  ],
})

const dresses = SizeChart.parse({
  rows: [
    { size: 'S', ranges: { chestCm: [80, 84], waistCm: [64, 68] } },
    { size: 'M', ranges: { chestCm: [84, 88], waistCm: [68, 72] } },
  ],
})

describe('尺码推荐', () => {
  test('one row that holds every figure is the size, with the chart’s note as a caveat', () => {
    expect(sizeAdvice(coats, { heightCm: 163, weightKg: 55 })).toEqual({
      ok: true,
      sizes: ['M'],
      text: 'M',
      sentence: '建议选M码',
      warnings: ['尺码按尺码表推荐，穿着习惯不同，仅供参考', '尺码说明：弹力大'],
    })
  })

  test('on the border of two rows it says so', () => {
    const advice = sizeAdvice(coats, { heightCm: 160, weightKg: 50 })
    expect(advice).toMatchObject({ ok: true, sizes: ['S', 'M'], text: 'S 或 M' })
    expect(advice.ok && advice.warnings[0]).toBe('正好在S和M之间，喜欢合身选S，喜欢宽松选M')
  })

  test('tall for one row and heavy for the next is between the two; so is a gap in the chart', () => {
    expect(sizeAdvice(coats, { heightCm: 163, weightKg: 60 })).toMatchObject({ ok: true, sizes: ['M', 'L'] })
    expect(sizeAdvice(coats, { heightCm: 165.5, weightKg: 57.5 })).toMatchObject({
      ok: true,
      sizes: ['M', 'L'],
    })
  })

  test('rows far apart, and figures off the chart, are refused with the model’s figures instead', () => {
    const instead = '可以参考模特：身高 168 cm、体重 50 kg，穿 M'
    expect(sizeAdvice(coats, { heightCm: 157, weightKg: 70 })).toMatchObject({
      ok: false,
      reason: '身高 157、体重 70 在尺码表里对不到同一个尺码',
      instead,
    })
    expect(sizeAdvice(coats, { heightCm: 190, weightKg: 70 })).toMatchObject({
      ok: false,
      reason: '身高 190 超出尺码表的范围',
      instead,
    })
  })

  test('asks for what is missing, and for no more', () => {
    expect(sizeAdvice(coats, { heightCm: 163 })).toMatchObject({
      ok: false,
      reason: '还差买家的体重',
      needs: ['客户.体重'],
    })
    expect(sizeAdvice(coats, {})).toMatchObject({ ok: false, reason: '还差买家的身高和体重' })
    expect(sizeAdvice(shoes, { heightCm: 163 })).toMatchObject({ needs: ['客户.脚长'] })
    expect(sizeAdvice(null, { heightCm: 163 })).toMatchObject({ ok: false, reason: '这款没有尺码表' })
  })

  test('shoes go by the foot, and a chart entered from large to small is read the right way round', () => {
    expect(sizeAdvice(shoes, { footCm: 24 })).toMatchObject({ sizes: ['38'] })
    expect(sizeAdvice(shoes, { footCm: 23.55 })).toMatchObject({ sizes: ['37', '38'] })
  })

  test('a weight that fits only as 斤 is pointed out', () => {
    const advice = sizeAdvice(coats, { heightCm: 163, weightKg: 110 })
    expect(advice).toMatchObject({
      ok: false,
      reason: '体重 110 超出尺码表的范围；体重按公斤算；如果是 110 斤，请填 55 公斤',
    })
  })

  test('metres for a height and millimetres for a foot are pointed out too', () => {
    expect(sizeAdvice(coats, { heightCm: 1.65, weightKg: 55 })).toMatchObject({
      ok: false,
      reason: '身高 1.65 超出尺码表的范围；身高按厘米算；如果是 1.65 米，请填 165 厘米',
    })
    expect(sizeAdvice(shoes, { footCm: 235 })).toMatchObject({
      ok: false,
      reason: '脚长 235 超出尺码表的范围；脚长按厘米算；如果是 235 毫米，请填 23.5 厘米',
    })
  })

  test('goes by the measure that the script names, and says so when the chart is not read by it', () => {
    expect(sizeAdvice(shoes, { footCm: 23.4 }, ['footCm'])).toMatchObject({ sizes: ['37'] })
    expect(sizeAdvice(coats, { footCm: 23.4, heightCm: 163, weightKg: 55 }, ['footCm'])).toMatchObject({
      ok: false,
      reason: '这款的尺码表不看脚长，看身高和体重',
    })
    expect(sizeAdvice(dresses, { waistCm: 66 }, ['chestCm'])).toMatchObject({ needs: ['客户.胸围'] })
    expect(sizeAdvice(dresses, { chestCm: 82 }, ['chestCm'])).toMatchObject({ sizes: ['S'] })
    expect(sizeAdvice(dresses, { chestCm: 82, waistCm: 70 }, ['chestCm'])).toMatchObject({
      text: 'S 或 M',
      sentence: '正好在S和M之间，喜欢合身选S，喜欢宽松选M',
    })
  })

  test('where ranges overlap over three rows, the middle one is advised and the others named', () => {
    const wide = SizeChart.parse({
      rows: ['S', 'M', 'L'].map((size, place) => ({
        size,
        ranges: { heightCm: [150 + place * 3, 170 + place * 3] },
      })),
    })
    expect(sizeAdvice(wide, { heightCm: 160 })).toMatchObject({
      sizes: ['M'],
      warnings: ['S、M、L都在范围内', expect.any(String)],
    })
  })

  test('advice never contradicts the chart, whatever its ranges: apart, side by side, overlapping or left out', () => {
    const used = ['heightCm', 'weightKg', 'chestCm', 'waistCm', 'footCm'] as const
    const range = fc
      .tuple(fc.integer({ min: 10, max: 60 }), fc.integer({ min: 0, max: 20 }))
      .map(([low, width]) => [low, low + width])
    const row = fc.record(Object.fromEntries(used.map((measure) => [measure, range])), { requiredKeys: [] })
    const charts = fc
      .array(row, { minLength: 1, maxLength: 6 })
      .map((rows) => SizeChart.parse({ rows: rows.map((ranges, place) => ({ size: `${place}号`, ranges })) }))
    const figure = fc.integer({ min: 5, max: 85 })
    const figures = fc.record(Object.fromEntries(used.map((measure) => [measure, figure])))
    fc.assert(
      fc.property(charts, figures, (chart, measures: Partial<Record<Measure, number>>) => {
        const advice = sizeAdvice(chart, measures)
        if (!advice.ok) return
        const rows = chart.rows.filter(({ size }) => advice.sizes.some((advised) => advised === size))
        for (const measure of used) {
          const ranges = rows.flatMap((advised) => advised.ranges[measure] ?? [])
          if (ranges.length < rows.length * 2) continue
          expect(measures[measure]).toBeGreaterThanOrEqual(Math.min(...ranges))
          expect(measures[measure]).toBeLessThanOrEqual(Math.max(...ranges))
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('figures as buyers write them', () => {
  test.each([
    ['客户.身高', '165', 165],
    ['客户.身高', '165cm', 165],
    ['客户.身高', '1.65m', 165],
    ['客户.身高', '1.65', 165],
    ['客户.身高', '1米65', 165],
    ['客户.身高', '１６５', 165],
    ['客户.体重', '55', 55],
    ['客户.体重', '55公斤', 55],
    ['客户.体重', '110斤', 55],
    ['客户.体重', '52.5kg', 52.5],
    ['客户.脚长', '235', 23.5],
    ['客户.脚长', '23.5cm', 23.5],
    ['客户.脚长', '235mm', 23.5],
    ['客户.腰围', '2尺1', 70],
    ['客户.腰围', '2尺1寸', 70],
    ['客户.身高', '1米6', 160],
    ['订单.数量', '3', 3],
    ['订单.数量', '3 件', 3],
  ])('%s %s is %s', (name, typed, value) => {
    expect(parseMeasure(name, typed)).toBe(value)
  })

  test.each([
    ['客户.身高', '很高'],
    ['客户.身高', '165kg'],
    ['客户.体重', '55cm'],
    ['客户.腰围', '27寸'],
    ['订单.数量', '两件'],
    ['订单.数量', ''],
  ])('%s %s is no figure', (name, typed) => {
    expect(parseMeasure(name, typed)).toBeNull()
  })
})
