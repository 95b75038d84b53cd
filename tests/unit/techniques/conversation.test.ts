import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparison } from '../../../shared/techniques/prices/comparison.ts'
import { discountAuthority } from '../../../shared/techniques/prices/discount-authority.ts'
import { answerToRelax } from '../../../shared/techniques/questions/fitting-answers.ts'
import {
  answersIn,
  fittingProducts,
  nextQuestion,
} from '../../../shared/techniques/questions/question-funnel.ts'
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
      text: '肤质方面，干性、敏感还是油性，哪种更符合您的情况呢？',
    })
  })

  test('goes on from what was answered, until one is left', () => {
    expect(nextQuestion(creams, { 肤质: '干性' })).toMatchObject({ ok: true, attribute: '功效' })
    expect(nextQuestion(creams, { 肤质: '干性', 功效: '修护' })).toMatchObject({
      ok: false,
      instead: '可以直接推荐舒缓霜',
    })
    expect(fittingProducts(creams, { 肤质: '敏感' })).toMatchObject({
      ok: true,
      fitting: [
        { product: { code: 'C' }, because: ['肤质敏感'] },
        { product: { code: 'D' }, because: ['肤质敏感'] },
      ],
      text: '舒缓霜（肤质敏感）、修护霜（肤质敏感）',
    })
  })

  test('when nothing is left it says which answer to relax', () => {
    expect(nextQuestion(creams, { 肤质: '油性', 功效: '修护' })).toMatchObject({
      ok: false,
      instead: '放宽「肤质」的要求，还有 1 款可选：舒缓霜',
    })
    expect(fittingProducts(creams, { 肤质: '油性', 功效: '修护' })).toMatchObject({
      ok: false,
      reason: '没有符合全部要求的商品',
    })
  })

  test('of two answers to relax it names the one that brings back more; where one is not enough, two', () => {
    expect(answerToRelax(creams, { 肤质: '油性', 功效: '修护' })).toMatchObject({ drop: ['肤质'] })
    expect(nextQuestion(creams, { 肤质: '油性', 功效: '美白', 香型: '玫瑰' })).toMatchObject({
      ok: false,
      instead: '放宽「功效」、「香型」的要求，还有 1 款可选：水感霜',
    })
    expect(answerToRelax([], { 肤质: '油性' })).toBeNull()
  })

  test('hears answers in the buyer’s own words, the longest value first', () => {
    expect(answersIn('我是敏感肌，想要修护一点的', creams)).toEqual({ 肤质: '敏感', 功效: '修护' })
    const skins = [
      product({ code: 'E', attributes: { 肤质: ['干性', '干性敏感'] } }),
      product({ code: 'F', attributes: { 肤质: ['油性'] } }),
    ]
    expect(answersIn('干性敏感的皮肤', skins)).toEqual({ 肤质: '干性敏感' })
    expect(answersIn('随便看看', creams)).toEqual({})
  })

  test('the question asked leaves no more on average than any other would', () => {
    const values = fc.subarray(['甲', '乙', '丙'], { minLength: 1 })
    const catalogues = fc.array(fc.record({ 肤质: values, 功效: values, 香型: values }), {
      minLength: 2,
      maxLength: 8,
    })
    fc.assert(
      fc.property(catalogues, (rows) => {
        const catalogue = rows.map((attributes, index) => product({ code: `P${index}`, attributes }))
        const asked = nextQuestion(catalogue)
        if (!asked.ok) return
        const leftAfter = (attribute: '肤质' | '功效' | '香型') => {
          const sizes = ['甲', '乙', '丙'].map(
            (value) => rows.filter((row) => row[attribute].includes(value)).length,
          )
          const all = sizes.reduce((sum, size) => sum + size, 0)
          return sizes.reduce((sum, size) => sum + size * size, 0) / all
        }
        const best = Math.min(...(['肤质', '功效', '香型'] as const).map(leftAfter))
        expect(leftAfter(asked.attribute as '肤质')).toBeCloseTo(best)
        for (const choice of asked.choices)
          expect(fittingProducts(catalogue, { [asked.attribute]: choice }).ok).toBe(true)
      }),
    )
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
