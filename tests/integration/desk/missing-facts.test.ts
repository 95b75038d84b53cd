import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import { ProductDraft } from '../../../shared/model/product.ts'
import { openTestDesk } from '../../support/library.ts'

const product = (code: string, facts: object = {}) =>
  ProductDraft.parse({ code, name: `商品 ${code}`, category: '护肤', priceFen: 27000, ...facts })

const phrase = (title: string, body: string, more: object = {}) => ({
  title,
  body,
  step: 'object' as const,
  ...more,
})

async function factsMissing(desk: Desk, code: string): Promise<string[]> {
  const { products } = await desk.products.missingFacts()
  return products.find((gaps) => gaps.code === code)?.missing.map(({ fact }) => fact) ?? []
}

describe('what scripts ask for and nobody has given', () => {
  it('is told for each product, with the phrases that ask', async () => {
    const desk = openTestDesk()
    desk.products.create(product('M1'))
    desk.products.create(product('M2', { lasts: { days: 90 }, materials: ['玻尿酸'] }))
    const split = desk.phrases.create(phrase('拆分', '{{ 商品.名称 }}每天只要{{ 商品.价格 | 每天 }}元'))
    const made = desk.phrases.create(phrase('用料', '用的是{{ 商品.材质 }}'))
    desk.phrases.create(phrase('问候', '亲，在的'))

    expect((await desk.products.missingFacts()).products).toEqual([
      {
        id: desk.products.find('M1')?.id,
        code: 'M1',
        name: '商品 M1',
        missing: expect.arrayContaining([
          {
            fact: '商品.可用天数',
            label: '可用天数',
            phraseCount: 1,
            phrases: [{ id: split.id, title: '拆分' }],
          },
          { fact: '商品.材质', label: '材质', phraseCount: 1, phrases: [{ id: made.id, title: '用料' }] },
        ]),
      },
    ])
  })

  it('looks into guards and into the wordings for other buyers', async () => {
    const desk = openTestDesk()
    desk.products.create(product('M1'))
    desk.phrases.create(phrase('紧缺', '不多了', { guard: '商品.库存 <= 店铺.紧缺线' }))
    desk.phrases.create(
      phrase('比价', '放心', { variants: [{ buyerTypes: ['comparing'], body: '{{ 商品 | 比价 }}' }] }),
    )
    expect((await factsMissing(desk, 'M1')).toSorted()).toEqual(
      ['商品.库存', '商品.材质', '商品.证书'].toSorted(),
    )
  })

  it('counts stock as known only when every variant says it', async () => {
    const desk = openTestDesk()
    const sku = { attributes: { 香味: '茉莉' }, priceFen: 1 }
    desk.products.create(
      product('M1', {
        skus: [
          { ...sku, stock: 3 },
          { ...sku, attributes: { 香味: '无' } },
        ],
      }),
    )
    desk.products.create(product('M2', { skus: [{ ...sku, stock: 0 }] }))
    desk.phrases.create(phrase('紧缺', '只剩 {{ 商品 | 仅剩 }} 件'))
    expect(await factsMissing(desk, 'M1')).toEqual(['商品.库存'])
    expect(await factsMissing(desk, 'M2')).toEqual([])
  })

  it('asks no size chart of what does not come in sizes', async () => {
    const desk = openTestDesk()
    desk.products.create(product('面霜', { skus: [{ attributes: { 香味: '茉莉' }, priceFen: 1 }] }))
    desk.products.create(product('大衣', { skus: [{ attributes: { 尺码: 'M' }, priceFen: 1 }] }))
    desk.products.create(product('裤子'))
    desk.phrases.create(phrase('尺码', '{{ 商品 | 推荐尺码 }}'))
    expect(await factsMissing(desk, '面霜')).toEqual([])
    expect(await factsMissing(desk, '大衣')).toEqual(['商品.尺码表'])
    expect(await factsMissing(desk, '裤子')).toEqual(['商品.尺码表'])
  })

  it('knows attributes by the names that the shop gives them, and pairings only of products that exist', async () => {
    const desk = openTestDesk()
    desk.products.create(product('M1', { attributes: { 肤质: ['干性'] }, pairings: ['没有的'] }))
    desk.products.create(product('M2', { pairings: ['M1'] }))
    desk.phrases.create(phrase('肤质', '适合{{ 商品.肤质 }}，搭配{{ 商品.搭配 }}'))
    expect(await factsMissing(desk, 'M1')).toEqual(['商品.搭配'])
    expect(await factsMissing(desk, 'M2')).toEqual(['商品.肤质'])
  })

  it('misses an attribute only where the category has it, or no product says it yet', async () => {
    const desk = openTestDesk()
    desk.products.create(product('面霜', { attributes: { 肤质: ['干性'] } }))
    desk.products.create(product('乳液'))
    desk.products.create(product('乐福鞋', { category: '鞋靴' }))
    desk.phrases.create(phrase('肤质', '适合{{ 商品.肤质 }}，产自{{ 商品.产地 }}'))
    expect(await factsMissing(desk, '面霜')).toEqual(['商品.产地'])
    expect((await factsMissing(desk, '乳液')).toSorted()).toEqual(['商品.产地', '商品.肤质'])
    expect(await factsMissing(desk, '乐福鞋')).toEqual(['商品.产地'])
  })

  it('goes through a large library in pieces, and others get their turn meanwhile', async () => {
    const desk = openTestDesk()
    desk.products.create(product('M1'))
    const rows = Array.from({ length: 450 }, (_, n) => `"{{ 商品.质保 }}，第 ${n} 种"`)
    await desk.imports.apply({
      name: '质保.csv',
      bytes: new TextEncoder().encode(`快捷短语\n${rows.join('\n')}\n`),
    })
    let hadTheirTurn = false
    setImmediate(() => {
      hadTheirTurn = true
    })
    const { products } = await desk.products.missingFacts()
    expect(products[0]?.missing).toMatchObject([{ fact: '商品.质保', phraseCount: 450 }])
    expect(hadTheirTurn).toBe(true)
  })

  it('tells of the shop, and never of buyers, orders or blanks', async () => {
    const desk = openTestDesk()
    desk.phrases.create(
      phrase(
        '发货',
        '{{ 店铺.发货地 }}发往{{ 客户.省份 }}，单号{{ 订单.单号 }}，{{ 活动.名称 }}，{{ 客户.省份 | 补运费: "顺丰" }}',
      ),
    )
    const facts = (await desk.products.missingFacts()).shop.map(({ fact }) => fact)
    expect(facts.toSorted()).toEqual(['店铺.发货地', '店铺.快递'].toSorted())
    desk.shop.save({ ...desk.shop.profile(), dispatchPlace: '杭州' })
    expect((await desk.products.missingFacts()).shop.map(({ fact }) => fact)).toEqual(['店铺.快递'])
  })

  it('forgets phrases whose campaign is over, and those that were removed or changed', async () => {
    const desk = openTestDesk({ now: () => Date.UTC(2026, 10, 21) })
    desk.products.create(product('M1'))
    desk.phrases.create(phrase('双十一', '{{ 商品.赠品 }}', { validUntil: '2026-11-11' }))
    const gone = desk.phrases.create(phrase('质保', '{{ 商品.质保 }}'))
    expect(await factsMissing(desk, 'M1')).toEqual(['商品.质保'])
    desk.phrases.update(gone.id, phrase('证书', '{{ 商品.证书 }}'))
    expect(await factsMissing(desk, 'M1')).toEqual(['商品.证书'])
    desk.phrases.remove([gone.id])
    expect(await factsMissing(desk, 'M1')).toEqual([])
  })

  it('names the five most used of many phrases, the products that hold up most of them first', async () => {
    const desk = openTestDesk()
    desk.products.create(product('M1', { warranty: '一年' }))
    desk.products.create(product('M2'))
    const ids = Array.from(
      { length: 7 },
      (_, n) =>
        desk.phrases.create(phrase(`质保 ${n}`, `{{ 商品.质保 }}第 ${n} 种说法，送{{ 商品.赠品 }}`)).id,
    )
    desk.usage.record({ phraseId: ids[6]!, outcome: 'pasted', step: null, query: '', tookMs: null })
    const [first, second] = (await desk.products.missingFacts()).products
    expect(first).toMatchObject({ code: 'M2', missing: [{ phraseCount: 7 }, { phraseCount: 7 }] })
    expect(first?.missing[0]?.phrases).toHaveLength(5)
    expect(first?.missing[0]?.phrases[0]).toEqual({ id: ids[6], title: '质保 6' })
    expect(second?.code).toBe('M1')
  })
})
