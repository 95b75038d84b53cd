import { describe, expect, it } from 'vitest'
import type { Buyer } from '../../../shared/model/buyer.ts'
import type { PhraseDraftInput } from '../../../shared/model/phrase.ts'
import type { BuyerType } from '../../../shared/model/steps.ts'
import { openTestDesk } from '../../support/library.ts'

const DRAFT: PhraseDraftInput = {
  title: '能便宜吗',
  body: '{{ 客户.称呼 }}，页面价已经是活动价了',
  code: 'yj01',
  variants: [
    { buyerTypes: ['returning'], body: '{{ 客户.称呼 }}，老客再送您一份小样' },
    { buyerTypes: ['haggler', 'price-sensitive'], body: '凑满198元能减20元，比单砍划算' },
  ],
}

const buyer = (type: BuyerType | null): Buyer => ({
  nickname: '小鱼儿',
  type,
  isGift: false,
  province: null,
  measures: {},
})

describe('a phrase with wordings for types of buyers', () => {
  const render = (type: BuyerType | null, variant?: number | null) => {
    const desk = openTestDesk()
    const phrase = desk.phrases.create(DRAFT)
    return desk.scripts.render(phrase, { productId: null, buyer: buyer(type) }, { variant })
  }

  it('speaks to a buyer in the wording for their type, to all others in its body', () => {
    expect(render('returning')).toMatchObject({
      text: '亲，老客再送您一份小样',
      variant: { index: 0, buyerTypes: ['returning'] },
    })
    expect(render('price-sensitive').variant).toEqual({
      index: 1,
      buyerTypes: ['haggler', 'price-sensitive'],
    })
    for (const type of ['cautious', null] as const)
      expect(render(type)).toMatchObject({ text: '亲，页面价已经是活动价了', variant: null })
  })

  it('offers all of them, and takes the one the agent wants whoever the buyer is', () => {
    expect(render('returning').variants).toEqual([
      { index: 0, buyerTypes: ['returning'] },
      { index: 1, buyerTypes: ['haggler', 'price-sensitive'] },
    ])
    expect(render('returning', 1).text).toBe('凑满198元能减20元，比单砍划算')
    expect(render('returning', null).text).toBe('亲，页面价已经是活动价了')
  })

  it('never speaks in another wording than the one that is wanted', () => {
    expect(() => render('returning', 2)).toThrow('这个说法刚被改掉了')
  })

  it('is found by the words of each', async () => {
    const desk = openTestDesk()
    const { id } = desk.phrases.create(DRAFT)
    desk.phrases.create({ title: '包邮说明', body: '亲，满198元包邮' })
    const find = async (text: string) =>
      desk.phrases.search({ text, limit: 10, step: null, filters: {}, productId: null, buyer: null })
    expect((await find('小样')).hits).toMatchObject([{ id, match: { field: 'body' } }])
    desk.phrases.update(id, { ...DRAFT, variants: [{ buyerTypes: ['returning'], body: '老客包退运费' }] })
    expect((await find('小样')).hits).toEqual([])
    expect((await find('退运费')).hits).toMatchObject([{ id }])
  })

  it('is not stored with a name there is not, in a text or in its condition', () => {
    const desk = openTestDesk()
    expect(() => desk.phrases.create({ ...DRAFT, body: '亲\n发到{{ 客户.省分 }}' })).toThrow(
      expect.objectContaining({
        code: 'script-broken',
        message: '话术第 2 行第 6 个字：没有「客户.省分」这个事实，是不是想写「客户.省份」',
      }),
    )
    expect(() => desk.phrases.create({ ...DRAFT, guard: '商品.库存 <= 店铺.紧缺钱' })).toThrow(
      expect.objectContaining({
        code: 'guard-broken',
        message: '使用条件：没有「店铺.紧缺钱」这个事实，是不是想写「店铺.紧缺线」',
      }),
    )
  })

  it('is not stored with a wording that does not parse, and the message says which', () => {
    const desk = openTestDesk()
    const broken = [
      ...(DRAFT.variants ?? []).slice(0, 1),
      { buyerTypes: ['haggler' as const], body: '{{ 商品.价格' },
    ]
    expect(() => desk.phrases.create({ ...DRAFT, variants: broken })).toThrow(
      expect.objectContaining({
        code: 'script-broken',
        message: expect.stringMatching(/^给议价的说法第 1 行第 1 个字/),
      }),
    )
    expect(desk.phrases.list({ offset: 0, limit: 1 }).total).toBe(0)
  })
})
