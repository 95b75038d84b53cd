import { describe, expect, it } from 'vitest'
import { buyerOf, readBuyerLine } from '../../../renderer/panel/conversation/buyer-line.ts'
import { buyerFacts, withRecent } from '../../../renderer/panel/conversation/buyer-words.ts'
import type { Buyer } from '../../../shared/model/buyer.ts'

const nobody: Buyer = { nickname: '亲', type: null, isGift: false, province: null, measures: {} }

describe('one quick line about a buyer', () => {
  it('is read in one go', () => {
    expect(readBuyerLine('小鱼儿 价格敏感 浙江 165 50kg')).toEqual({
      nickname: '小鱼儿',
      type: 'price-sensitive',
      isGift: false,
      province: '浙江',
      measures: { heightCm: 165, weightKg: 50 },
      unread: [],
    })
  })

  it.each([
    ['1米65 110斤', { heightCm: 165, weightKg: 55 }],
    ['1.65m 50', { heightCm: 165, weightKg: 50 }],
    ['165/110', { heightCm: 165, weightKg: 55 }],
    ['180 85', { heightCm: 180, weightKg: 85 }],
    ['160 90', { heightCm: 160, weightKg: 45 }],
    ['身高 168 体重 52', { heightCm: 168, weightKg: 52 }],
    ['脚长235 腰围70', { footCm: 23.5, waistCm: 70 }],
    ['165，50公斤', { heightCm: 165, weightKg: 50 }],
  ])('understands the measures in “%s”', (line, measures) => {
    expect(readBuyerLine(line)).toMatchObject({ measures, unread: [], nickname: null })
  })

  it('takes a place in full after the nickname, and the first word as a name even when it begins like a place', () => {
    expect(readBuyerLine('上海小姑娘 广东省深圳市')).toMatchObject({
      nickname: '上海小姑娘',
      province: '广东',
    })
    expect(readBuyerLine('小鱼儿 深圳')).toMatchObject({ province: '广东' })
    expect(readBuyerLine('浙江 小鱼儿')).toMatchObject({ nickname: '小鱼儿', province: '浙江' })
  })

  it('keeps a nickname of digits that can be no measure', () => {
    expect(readBuyerLine('888999 送人')).toMatchObject({ nickname: '888999', isGift: true, measures: {} })
  })

  it('says which words it could not use', () => {
    expect(readBuyerLine('小鱼儿 谨慎 要发票 老客')).toMatchObject({
      type: 'cautious',
      unread: ['要发票', '老客'],
    })
  })

  it('adds to the buyer in the chat when it names nobody else', () => {
    const known: Buyer = { ...nobody, nickname: '小鱼儿', province: '浙江', measures: { heightCm: 165 } }
    expect(buyerOf(readBuyerLine('50kg'), known, '亲')).toEqual({
      ...known,
      measures: { heightCm: 165, weightKg: 50 },
    })
    expect(buyerOf(readBuyerLine('小鱼儿 上海'), known, '亲')).toMatchObject({
      province: '上海',
      measures: { heightCm: 165 },
    })
  })

  it('carries nothing over to another buyer', () => {
    const known: Buyer = {
      ...nobody,
      nickname: '小鱼儿',
      isGift: true,
      province: '浙江',
      measures: { heightCm: 165 },
    }
    expect(buyerOf(readBuyerLine('大白 老客'), known, '亲')).toEqual({
      ...nobody,
      nickname: '大白',
      type: 'returning',
    })
  })

  it('cuts a nickname that was pasted by mistake', () => {
    expect(buyerOf(readBuyerLine('长'.repeat(500)), null, '亲').nickname).toHaveLength(60)
  })

  it('calls a buyer without a name what the shop calls its buyers', () => {
    expect(buyerOf(readBuyerLine('160 48kg'), null, '小主')).toMatchObject({
      nickname: '小主',
      measures: { weightKg: 48 },
    })
  })
})

describe('buyers of this sitting', () => {
  it('are told in a few words', () => {
    const buyer: Buyer = {
      nickname: '小鱼儿',
      type: 'cautious',
      isGift: true,
      province: '浙江',
      measures: { heightCm: 165, footCm: 23.5 },
    }
    expect(buyerFacts(buyer)).toEqual(['谨慎', '送人', '浙江', '身高 165cm', '脚长 23.5cm'])
  })

  it('are kept newest first, each once, at most eight', () => {
    const many = Array.from({ length: 10 }, (_, number) => ({ ...nobody, nickname: `买家${number}` }))
    const recent = many.reduce<Buyer[]>((kept, buyer) => withRecent(kept, buyer), [])
    expect(
      withRecent(recent, { ...nobody, nickname: '买家5', province: '上海' }).map(({ nickname }) => nickname),
    ).toEqual(['买家5', '买家9', '买家8', '买家7', '买家6', '买家4', '买家3', '买家2'])
  })
})
