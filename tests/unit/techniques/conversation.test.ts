import { describe, expect, test } from 'vitest'
import { comparison } from '../../../shared/techniques/comparison.ts'
import { discountAuthority } from '../../../shared/techniques/discount-authority.ts'
import { fittingProducts, nextQuestion } from '../../../shared/techniques/question-funnel.ts'
import { product, shop } from './sample-shop.ts'

describe('议价权限', () => {
  test('within and at the limit the agent may', () => {
    expect(discountAuthority(15_00, shop)).toEqual({ ok: true, amountFen: 15_00, isAtLimit: false })
    expect(discountAuthority(20_00, shop)).toMatchObject({ ok: true, isAtLimit: true })
  })

  test('a fen above it the lead is asked, and the buyer is held', () => {
    expect(discountAuthority(20_01, shop)).toMatchObject({
      ok: false,
      reason: '让 20.01 元超过权限 20 元，先问阿宁',
      instead: expect.stringContaining('请稍等'),
    })
    expect(discountAuthority(30_00, { ...shop, leadName: null })).toMatchObject({
      reason: expect.stringContaining('先问主管'),
    })
  })

  test('nothing is no discount, and a limit of nothing allows none', () => {
    expect(discountAuthority(0, shop)).toMatchObject({ ok: false })
    expect(discountAuthority(1, { ...shop, discountLimitFen: 0 })).toMatchObject({ ok: false })
  })
})

describe('比价', () => {
  test('three rungs: what it is made of, what proves it, what the buyer risks', () => {
    const cream = product({ materials: ['玻尿酸', '神经酰胺'], certificates: ['备案凭证'] })
    expect(comparison(cream, shop)).toMatchObject({
      ok: true,
      text: '用料是玻尿酸、神经酰胺；有备案凭证；支持 7 天无理由退换，还送运费险',
      lacking: [],
    })
  })

  test('says the rungs there are, and which are lacking', () => {
    expect(comparison(product(), { returnDays: 15, hasFreightInsurance: false })).toMatchObject({
      text: '支持 15 天无理由退换',
      lacking: ['材质', '证书'],
    })
    expect(comparison(product(), { returnDays: 0, hasFreightInsurance: true })).toMatchObject({ ok: false })
  })
})

describe('提问漏斗', () => {
  const creams = [
    product({ code: 'A', shortName: '水感霜', attributes: { 肤质: ['油性'], 功效: ['保湿'] } }),
    product({ code: 'B', shortName: '滋润霜', attributes: { 肤质: ['干性'], 功效: ['保湿'] } }),
    product({ code: 'C', shortName: '舒缓霜', attributes: { 肤质: ['干性', '敏感'], 功效: ['修护'] } }),
    product({ code: 'D', shortName: '修护霜', attributes: { 肤质: ['敏感'], 功效: ['保湿'] } }),
  ]

  test('asks what leaves the fewest, as a closed question while the choices are few', () => {
    expect(nextQuestion(creams)).toMatchObject({
      ok: true,
      attribute: '肤质',
      form: 'closed',
      text: '肤质方面，您想要干性、敏感还是油性呢？',
    })
  })

  test('goes on from what was answered, until one is left', () => {
    expect(nextQuestion(creams, { 肤质: '干性' })).toMatchObject({ ok: true, attribute: '功效' })
    expect(nextQuestion(creams, { 肤质: '干性', 功效: '修护' })).toMatchObject({
      ok: false,
      instead: '可以直接推荐舒缓霜',
    })
    expect(
      fittingProducts(creams, { 肤质: '敏感' }).map(({ product: { code }, because }) => [code, because]),
    ).toEqual([
      ['C', ['肤质敏感']],
      ['D', ['肤质敏感']],
    ])
  })

  test('when nothing is left it says which answer to relax', () => {
    expect(nextQuestion(creams, { 肤质: '油性', 功效: '修护' })).toMatchObject({
      ok: false,
      instead: '放宽「肤质」的要求，还有 1 款可选',
    })
  })

  test('many choices are asked for openly; products that nothing tells apart are named', () => {
    const scents = ['玫瑰', '茉莉', '雪松', '柑橘', '白茶'].map((scent) =>
      product({ code: scent, attributes: { 香型: [scent] } }),
    )
    expect(nextQuestion(scents)).toMatchObject({ form: 'open', text: '您对香型有什么要求呢？' })
    expect(
      nextQuestion([product({ code: 'X', shortName: '甲' }), product({ code: 'Y', shortName: '乙' })]),
    ).toMatchObject({ ok: false, instead: '可以直接介绍：甲、乙' })
    expect(nextQuestion([])).toMatchObject({ ok: false })
  })
})
