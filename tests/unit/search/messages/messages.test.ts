import { describe, expect, it } from 'vitest'
import { PhraseIndex } from '../../../../shared/search/index.ts'
import { withoutCourtesy } from '../../../../shared/search/messages/courtesy.ts'
import { ask, phrase, titlesFor } from '../library-of.ts'

describe('courtesy', () => {
  it.each([
    ['亲,在吗?请问什么时候发货呀,谢谢啦', '什么时候发货'],
    ['老板 能便宜点吗 谢谢', '能便宜点吗'],
    ['https://item.example.com/i?id=1 裙子多久发[微笑]😂', '裙子多久发'],
    ['订单号 3345678901234567 怎么还没到', '订单号 怎么还没到'],
  ])('around a question is left aside: %s', (message, question) => {
    expect(withoutCourtesy(message)).toBe(question)
  })

  it.each(['在吗', '好的谢谢', '嗯嗯 麻烦了', '???'])(
    'is the message where nothing else is said: %s',
    (message) => {
      expect(withoutCourtesy(message)).toBe(message)
    },
  )
})

it('takes no longer over a page of courtesies than over a question', () => {
  const courtesies = '谢谢你啊亲亲嗯嗯你好啊'.repeat(40)
  expect(withoutCourtesy(`${courtesies}多久发货${courtesies}。`)).toBe('多久发货')
})

describe('a buyer', () => {
  const shop = PhraseIndex.build([
    phrase('包邮说明'),
    phrase('催发货安抚'),
    phrase('到货时效'),
    phrase('尺码推荐'),
    phrase('议价回复'),
    phrase('退款多久到账'),
    phrase('欢迎语'),
    phrase('感谢购买'),
    phrase('正品保证'),
  ])

  it.each([
    ['我拍了三天了咋一点都没给发出来呢', '催发货安抚'],
    ['下单到现在你们还没给我寄', '催发货安抚'],
    ['你家这个一般什么时候我才能收到', '到货时效'],
    ['一米七 130斤选哪个', '尺码推荐'],
    ['亲在吗 这个能不能再便宜一点点呀 谢谢', '议价回复'],
    ['怎么都退了我的钱还没到卡里', '退款多久到账'],
    ['会不会是假的呀有点怕', '正品保证'],
    ['谢谢', '感谢购买'],
  ])('who writes %s is answered by %s', (message, title) => {
    expect(titlesFor(shop, message)[0]).toBe(title)
  })
})

describe('the first rows', () => {
  it('are different answers, however many phrases say the same of other products', () => {
    const products = ['面霜', '口红', '眉笔', '台灯', '茶几', '毛衣']
    const index = PhraseIndex.build([
      ...products.map((product) => phrase(`${product}退货运费谁出`, { questions: ['退回去谁出邮费'] })),
      ...products.map((product) => phrase(`${product}退货地址`, { questions: ['退到哪里'] })),
    ])
    const rows = titlesFor(index, '不喜欢想退给你们,要寄到哪里,邮费谁出呀', { limit: 2 })
    expect(rows.map((title) => title.slice(2)).sort()).toEqual(['退货地址', '退货运费谁出'].sort())
  })
})

describe('learning', () => {
  const library = () =>
    PhraseIndex.build(['面霜成分', '物流核实', '尺码推荐', '发票说明'].map((one) => phrase(one)))

  it('understands the same question of another buyer about another product', () => {
    const index = library()
    index.learn('亲,口红怎么杵在旮旯里不挪窝呀', '物流核实')
    expect(titlesFor(index, '毛衣咋还杵在旮旯里 谢谢')[0]).toBe('物流核实')
  })

  it('is led astray by no words that every question has', () => {
    const index = library()
    for (let pick = 0; pick < 20; pick++) index.learn(`你们家这个怎么样啊第${pick}回问了`, '发票说明')
    expect(titlesFor(index, '你们家这个面霜里都有什么成分啊')[0]).toBe('面霜成分')
  })

  it('forgets what was picked longest ago, once there are thousands', () => {
    const index = library()
    index.learn('杵在旮旯里', '物流核实')
    expect(titlesFor(index, '咋杵在旮旯里呢')[0]).toBe('物流核实')
    for (let pick = 0; pick < 5000; pick++) index.learn('开票', '发票说明')
    expect(ask(index, '咋杵在旮旯里呢').hits.map(({ id }) => id)).not.toContain('物流核实')
  })
})
