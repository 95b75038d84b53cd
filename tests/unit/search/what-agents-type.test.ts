import { describe, expect, it } from 'vitest'
import { PhraseIndex } from '../../../shared/search/index.ts'
import { ask, highlighted, phrase, titlesFor } from './library-of.ts'

const shop = PhraseIndex.build([
  phrase('包邮说明', { body: '亲,满{{ 店铺.包邮门槛 }}元就给您免运费的哦', code: 'by01', tags: ['邮费'] }),
  phrase('退货运费谁出', { body: '质量问题运费我们出', questions: ['退回去谁出邮费'] }),
  phrase('七天无理由退货', { body: '签收后七天内不影响二次销售都可以退的' }),
  phrase('重发快递', { body: '这边给您重新寄一份' }),
  phrase('银行转账不支持', { body: '平台只支持在线付款' }),
  phrase('门店调货', { body: '调货需要三天' }),
  phrase('几个一包', { body: '一包里面是十个' }),
  phrase('顺丰到上海时效', { body: '两天左右到' }),
  phrase('绿色款缺货', { body: '绿色的目前没有现货' }),
  phrase('女款尺码推荐', { body: '麻烦把身高体重告诉我', tags: ['尺码'] }),
  phrase('发票怎么开', { body: '可以开电子发票', questions: ['能开票吗'] }),
  phrase('西安仓发货', { body: '从西安仓库寄出' }),
  phrase('湖南能到吗', { body: '可以到的' }),
  phrase('热销面霜推荐', { body: '敏感肌也能用' }),
  phrase('活动价说明', { body: '活动期间拍最便宜', questions: ['寄成都多久'] }),
])
const first = (text: string) => titlesFor(shop, text)[0]

describe('what agents type', () => {
  it.each([
    ['full pinyin', 'baoyou', '包邮说明'],
    ['initials', 'bysm', '包邮说明'],
    ['initials, then a whole syllable', 'byou', '包邮说明'],
    ['a whole syllable, then an initial', 'baoy', '包邮说明'],
    ['characters and pinyin', '包you', '包邮说明'],
    ['pinyin and characters', 'bao邮', '包邮说明'],
    ['pinyin with spaces', 'bao you', '包邮说明'],
    ['an unfinished syllable', 'tuihuoyunf', '退货运费谁出'],
    ['several words in any order', '上海 顺丰', '顺丰到上海时效'],
    ['several words by their initials', 'sh sf', '顺丰到上海时效'],
    ['with a character left out', '退运费', '退货运费谁出'],
    ['in another order', '运费退货', '退货运费谁出'],
    ['letters swapped', 'baoyuo', '包邮说明'],
    ['a letter doubled', 'fapiiao', '发票怎么开'],
    ['a letter missing', 'fapio', '发票怎么开'],
    ['a neighbouring letter', 'fapiap', '发票怎么开'],
    ['a homophone', '包油说明', '包邮说明'],
    ['s for sh', 'sunfeng', '顺丰到上海时效'],
    ['n for l', 'nvse', '绿色款缺货'],
    ['l for n', 'lvkuan', '女款尺码推荐'],
    ['f for h', 'funan', '湖南能到吗'],
    ['l for r', 'lexiao', '热销面霜推荐'],
    ['en for eng', 'shunfen', '顺丰到上海时效'],
    ['ü as v', 'lvse', '绿色款缺货'],
    ['ü as u', 'luse', '绿色款缺货'],
    ['a syllable mark', "xi'an", '西安仓发货'],
    ['traditional characters', '包郵說明', '包邮说明'],
    ['full-width capitals', 'ＢＹＳＭ', '包邮说明'],
    ['a code with its mark', '/by01', '包邮说明'],
    ['a code in capitals', 'BY01', '包邮说明'],
    ['a filler around it', '关于包邮怎么说', '包邮说明'],
    ['a digit for a numeral', '7天无理由', '七天无理由退货'],
    ['a tag', '尺码', '女款尺码推荐'],
    ['an example question', '能开票', '发票怎么开'],
    ['words of the body', '身高体重', '女款尺码推荐'],
    ['title and body at once', '女款 身高', '女款尺码推荐'],
  ])('%s: %s', (_, typed, title) => {
    expect(first(typed)).toBe(title)
  })

  it.each([
    ['chongfa', '重发快递'],
    ['zhongfa', '重发快递'],
    ['yinhang', '银行转账不支持'],
    ['diaohuo', '门店调货'],
    ['tiaohuo', '门店调货'],
    ['jige', '几个一包'],
    ['pianyi', '活动价说明'],
    ['chengdu', '活动价说明'],
  ])('reads characters of several readings: %s', (typed, title) => {
    expect(first(typed)).toBe(title)
  })

  it('finds the phrase that answers a whole message', () => {
    expect(first('你好,我要是不喜欢寄回去的话快递钱是谁来付啊')).toBe('退货运费谁出')
  })

  it('finds nothing in a library that has nothing of the kind', () => {
    expect(ask(shop, 'qwxzk')).toEqual({ hits: [], total: 0 })
    expect(ask(shop, '???').hits.length).toBeGreaterThanOrEqual(0)
  })

  it('never looks inside the markup of a script', () => {
    expect(titlesFor(shop, '包邮门槛')[0]).not.toBe('店铺')
    expect(titlesFor(shop, '店铺')).toEqual([])
  })
})

describe('what is highlighted', () => {
  it.each([
    ['baoyou', '包邮'],
    ['tyf', '退|运费'],
    ['運費', '运费'],
    ['xian', '西安'],
    ['上海 sf', '顺丰|上海'],
    ['shengao', '身高'],
  ])('%s lights up %s', (typed, characters) => {
    expect(highlighted(shop, typed)).toBe(characters)
  })

  it('counts the characters of the original script, markup included', () => {
    const match = ask(shop, '免运费的').hits[0]?.match
    expect(match?.field).toBe('body')
    expect(match?.spans.map(({ start, end }) => match.text.slice(start, end))).toEqual(['免运费的'])
    expect(match?.text).toContain('{{ 店铺.包邮门槛 }}')
  })

  it('names a tag by its own text', () => {
    expect(ask(shop, '邮费').hits.find(({ id }) => id === '包邮说明')?.match).toEqual({
      field: 'tag',
      spans: [{ start: 0, end: 2 }],
      text: '邮费',
    })
  })
})
