import { describe, expect, it } from 'vitest'
import { buyerTraceIn, mayNameBuyer } from '../../../shared/privacy/buyer-traces.ts'

const BUYERS = ['小鹿乱撞2019', '云朵朵ovo', '亲']

describe('what may come from a buyer', () => {
  it.each([
    ['打13812345678给他', 'contact'],
    ['寄到杭州市余杭区文一西路88号3幢201室', 'contact'],
    ['送到浙江省杭州市余杭区仓前街道', 'place'],
    ['订单2026112233445566778已发', 'number'],
    ['圆通YT1234567890123', 'number'],
    ['一三八一二三四五六七八', 'contact'],
    ['五七六二三四五六', 'number'],
    ['发票寄xiaolu@qq.com', 'mail'],
    ['小鹿乱撞2019 您好', 'nickname'],
    ['小鹿亂撞２０１９您好', 'nickname'],
    ['我有糖尿病能用吗', 'health'],
  ])('is found: %s (%s)', (text, kind) => {
    expect(buyerTraceIn(text, BUYERS)?.kind).toBe(kind)
  })

  it.each([
    '亲，满 299 减 20，2026-11-11 到 2026-11-12 有效',
    '超市小区专享，全国包邮，偏远地区除外',
    '100% 棉，3 秒速干，10000 毫安',
    '亲，{{ 商品.价格 | 每天: 90 }} 一天',
    '北京上海广州次日达',
  ])('is not found: %s', (text) => {
    expect(buyerTraceIn(text, BUYERS)).toBeNull()
  })

  it.each(['省', '更省', '市区', '县镇'])(
    'is looked for in the longest body of nothing but %s without end',
    (word) => {
      expect(buyerTraceIn(word.repeat(2_500), BUYERS)?.kind ?? null).toBeOneOf([null, 'place'])
    },
  )

  it('is a name in a search: whole, in part, or with words around it; one character says nothing', () => {
    for (const query of ['云朵朵ovo', '云朵', '云朵朵ovo 发货', 'OVO', '小鹿乱撞'])
      expect(mayNameBuyer(query, BUYERS)).toBe(true)
    for (const query of ['亲肤', '云南白药', '学生优惠']) expect(mayNameBuyer(query, BUYERS)).toBe(false)
  })
})
