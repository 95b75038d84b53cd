import { describe, expect, test } from 'vitest'
import { vocabularyWith } from '../../../../electron/desk/scripts/vocabulary.ts'
import { type Product, ProductDraft } from '../../../../shared/model/product.ts'

const product = (draft: object): Product => ({
  ...ProductDraft.parse({ code: 'x', name: '大衣', category: '女装', priceFen: 100, ...draft }),
  id: 'x',
  updatedAt: 0,
})

describe('the vocabulary of scripts', () => {
  test('every word can be found by its sound', async () => {
    const { names, techniques, tags } = await vocabularyWith([])
    expect(names.find(({ name }) => name === '商品.价格')?.spelling).toEqual({
      full: 'jiage',
      initials: 'jg',
    })
    expect(names.find(({ name }) => name === '客户.体重')?.spelling.full).toBe('tizhong')
    expect(techniques.find(({ name }) => name === '凑单')?.spelling.initials).toBe('cd')
    expect(tags.find(({ name }) => name === '随机')?.spelling.full).toBe('suiji')
  })

  test('what the products say of themselves is part of it, each once, with an example', async () => {
    const { names, attributes } = await vocabularyWith([
      product({
        attributes: { 面料: ['羊毛', '聚酯'] },
        skus: [
          { attributes: { 颜色: '黑色' }, priceFen: 1 },
          { attributes: { 颜色: '驼色' }, priceFen: 1 },
        ],
      }),
      product({ attributes: { 面料: ['棉'], 价格: ['100–200'] } }),
    ])
    expect(attributes).toEqual(['面料', '颜色'])
    expect(names.filter(({ label }) => attributes.includes(label))).toMatchObject([
      { name: '商品.面料', example: '羊毛、聚酯', from: 'product', spelling: { initials: 'ml' } },
      { name: '商品.颜色', example: '黑色' },
    ])
    expect(names.filter(({ name }) => name === '商品.价格')).toHaveLength(1)
  })
})
