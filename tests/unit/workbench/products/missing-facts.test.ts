import { describe, expect, it } from 'vitest'
import shopFile from '../../../../assets/starter/shop.json' with { type: 'json' }
import { productFormOf } from '../../../../renderer/workbench/products/editor/product-form.ts'
import { sectionOf } from '../../../../renderer/workbench/products/editor/sections.ts'
import {
  productFieldOf,
  shopFieldOf,
} from '../../../../renderer/workbench/products/missing-facts/field-of-fact.ts'
import { lackedFacts, withGapOf } from '../../../../renderer/workbench/products/missing-facts/lacked-facts.ts'
import { shopFormOf } from '../../../../renderer/workbench/settings/shop/shop-form.ts'
import { ShopProfile } from '../../../../shared/model/shop.ts'
import { KNOWN_NAMES } from '../../../../shared/template/index.ts'

const gap = (fact: string) => ({ fact, label: fact.slice(3), phraseCount: 1, phrases: [] })
const product = (code: string, ...facts: string[]) => ({
  id: code,
  code,
  name: code,
  missing: facts.map(gap),
})

describe('a missing fact', () => {
  const ofGroup = (group: string) => KNOWN_NAMES.filter(({ name }) => name.startsWith(`${group}.`))

  it('of a product has a field in the editor, and the field a section', () => {
    const form = productFormOf(null)
    for (const name of [
      ...ofGroup('商品').map((known) => known.name),
      '商品.尺码表',
      '商品.属性',
      '商品.颜色',
    ]) {
      const [field = ''] = productFieldOf(name).split('.')
      expect(Object.keys(form), name).toContain(field)
      expect(sectionOf(field), name).toBeDefined()
    }
  })

  it('of the shop has a field in its form', () => {
    const form = shopFormOf(ShopProfile.parse(shopFile))
    for (const { name } of [
      ...ofGroup('店铺'),
      ...ofGroup('客服'),
      { name: '店铺.满减' },
      { name: '店铺.快递' },
    ])
      expect(Object.keys(form), name).toContain(shopFieldOf(name))
  })

  it('that nobody knows is a feature for the question funnel', () => {
    expect(productFieldOf('商品.肤质')).toBe('attributes')
    expect(shopFieldOf('店铺.微淘')).toBeNull()
  })
})

describe('the report narrowed to one fact', () => {
  const products = [
    product('a', '商品.可用天数', '商品.赠品'),
    product('b', '商品.赠品'),
    product('c', '商品.质保'),
  ]

  it('offers the facts by how many products lack them', () => {
    expect(lackedFacts({ products, shop: [] }).map(({ label, count }) => [label, count])).toEqual([
      ['赠品', 2],
      ['可用天数', 1],
      ['质保', 1],
    ])
  })

  it('shows the products that lack it, and nothing else of them', () => {
    expect(withGapOf(products, '商品.赠品').map(({ code, missing }) => [code, missing.length])).toEqual([
      ['a', 1],
      ['b', 1],
    ])
    expect(withGapOf(products, null)).toEqual(products)
  })
})
