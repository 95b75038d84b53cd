import { describe, expect, test } from 'vitest'
import { counterQuestion } from '../../../shared/techniques/stock/counter-question.ts'
import { product, type SkuRow, skus } from './sample-shop.ts'

const ask = (rows: readonly SkuRow[], attribute = '颜色') =>
  counterQuestion(product({ skus: skus(...rows) }), attribute, [])

describe('反问推荐', () => {
  test('asks which of the colours in stock, leaving out what is sold out', () => {
    expect(
      ask([
        ['粉色', 'M', 0],
        ['黑色', 'M', 3],
        ['黄色', 'M', 9],
        ['紫色', 'M', 1],
      ]),
    ).toEqual({
      ok: true,
      values: ['黑色', '黄色', '紫色'],
      text: '现在有黑色、黄色和紫色，您喜欢哪个颜色呢？',
    })
  })

  test('puts one and two choices as people would', () => {
    expect(ask([['黑色', 'M', 3]])).toMatchObject({ text: '现在有黑色的，您看黑色可以吗？' })
    expect(
      ask([
        ['黑色', 'M', 3],
        ['白色', 'M', 3],
      ]),
    ).toMatchObject({ text: '黑色和白色都有现货，您更喜欢哪一个呢？' })
  })

  test('names a colour once, and keeps one that is there in any size', () => {
    expect(
      ask([
        ['黑色', 'M', 0],
        ['黑色', 'L', 2],
        ['黑色', 'XL', 4],
      ]),
    ).toMatchObject({ values: ['黑色'] })
  })

  test('stock that nobody has stated counts as there', () => {
    expect(ask([['黑色', 'M', null]])).toMatchObject({ ok: true, values: ['黑色'] })
  })

  test('with nothing in stock it offers the substitutes that are', () => {
    const gone = product({ skus: skus(['黑色', 'M', 0]), substitutes: ['B', 'C', 'X'] })
    const catalogue = [
      product({ code: 'B', shortName: '乳液' }),
      product({ code: 'C', shortName: '凝露', skus: skus(['白', 'M', 0]) }),
    ]
    expect(counterQuestion(gone, '颜色', catalogue)).toMatchObject({
      ok: false,
      instead: '这款暂时没有货了，用途接近的有乳液，您要看看吗？',
    })
    expect(counterQuestion(gone, '颜色', [])).toMatchObject({
      ok: false,
      reason: '这款的颜色都没有货了',
      instead: null,
    })
  })

  test('a size is needed rather than liked, and a long list is not read out', () => {
    expect(
      ask(
        [
          ['黑色', 'S', 1],
          ['黑色', 'M', 2],
          ['黑色', 'L', 3],
        ],
        '尺码',
      ),
    ).toMatchObject({ text: '现在有S、M和L，您需要哪个尺码呢？' })
    const many = ['红', '橙', '黄', '绿', '青', '蓝', '紫'].map((colour) => [colour, 'M', 1] as const)
    expect(ask(many)).toMatchObject({
      values: { length: 7 },
      text: '现在有红、橙、黄、绿、青、蓝等 7 种颜色，您喜欢哪个颜色呢？',
    })
  })

  test('offers in the buyer’s size only what there is in that size', () => {
    const coat = product({
      skus: skus(['黑色', 'M', 0], ['白色', 'M', 2], ['黑色', 'L', 5], ['白色', 'XL', 0]),
      substitutes: ['B'],
    })
    expect(counterQuestion(coat, '颜色', [], 'M')).toMatchObject({ ok: true, values: ['白色'] })
    expect(counterQuestion(coat, '颜色', [], 'XL')).toMatchObject({
      ok: false,
      reason: '「XL」都没有货了',
      instead: '别的规格里还有白色、黑色，您看要换一个吗？',
    })
    expect(counterQuestion(coat, '颜色', [], 'S')).toMatchObject({ ok: false, reason: '这款没有「S」' })
  })

  test('says which attributes there are when asked for another', () => {
    expect(ask([['黑色', 'M', 3]], '香型')).toMatchObject({
      ok: false,
      reason: '这款的规格里没有「香型」，有：颜色、尺码',
    })
    expect(counterQuestion(product(), '颜色', [])).toMatchObject({ ok: false, reason: '这款没有填写规格' })
  })
})
