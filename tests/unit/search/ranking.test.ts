import { describe, expect, it } from 'vitest'
import { PhraseIndex } from '../../../shared/search/index.ts'
import { ask, NOW, phrase, titlesFor } from './library-of.ts'

const DAY = 86_400_000

describe('ranking', () => {
  it('puts an exact code above everything', () => {
    const index = PhraseIndex.build([
      phrase('包邮', { uses: 500, lastUsedAt: NOW }),
      phrase('保养说明', { code: 'by' }),
    ])
    expect(titlesFor(index, 'by')[0]).toBe('保养说明')
  })

  it('puts a title above an example question above a tag above a body', () => {
    const index = PhraseIndex.build([
      phrase('正文里有', { body: '关于以旧换新的说明' }),
      phrase('标签里有', { tags: ['以旧换新'] }),
      phrase('问法里有', { questions: ['以旧换新怎么弄'] }),
      phrase('以旧换新流程'),
    ])
    expect(titlesFor(index, '以旧换新')).toEqual(['以旧换新流程', '问法里有', '标签里有', '正文里有'])
  })

  it('learns by use which of two phrases is meant by a short query', () => {
    const index = PhraseIndex.build([phrase('发票说明'), phrase('发票开具')])
    for (let use = 0; use < 20; use++) index.recordUse('发票开具', NOW - DAY)
    expect(titlesFor(index, 'fp')[0]).toBe('发票开具')
  })

  it('lets a habit fade', () => {
    const index = PhraseIndex.build([
      phrase('发票说明', { uses: 30, lastUsedAt: NOW - 400 * DAY }),
      phrase('发票开具', { uses: 30, lastUsedAt: NOW - DAY }),
    ])
    expect(titlesFor(index, 'fp')[0]).toBe('发票开具')
  })

  it('prefers a pinned phrase, and one for the step at hand, among equals', () => {
    const index = PhraseIndex.build([
      phrase('退款说明甲'),
      phrase('退款说明乙', { pinned: true }),
      phrase('退款说明丙', { step: 'process' }),
    ])
    expect(titlesFor(index, '退款')[0]).toBe('退款说明乙')
    expect(titlesFor(index, '退款', { context: { step: 'process' } }).slice(0, 2)).toContain('退款说明丙')
  })

  it('prefers what speaks of the product at hand', () => {
    const index = PhraseIndex.build([
      phrase('保质期说明', { body: '保质期三年' }),
      phrase('面霜日期', { body: '面霜的保质期是三年' }),
      phrase('口红保质期'),
    ])
    expect(titlesFor(index, '保质期', { context: { productNames: ['口红'] } })[0]).toBe('口红保质期')
  })

  it('offers what names the product at hand before anything is typed', () => {
    const index = PhraseIndex.build([phrase('问候'), phrase('口红试色'), phrase('告别')])
    expect(titlesFor(index, '', { context: { productNames: ['口红'] } })[0]).toBe('口红试色')
  })

  it('learns what a short query means to this agent', () => {
    const index = PhraseIndex.build([phrase('包邮'), phrase('保养方法')])
    for (let pick = 0; pick < 3; pick++) index.learn('BY', '保养方法')
    expect(titlesFor(index, 'by')[0]).toBe('保养方法')
  })

  it('learns from what was picked for a similar message', () => {
    const index = PhraseIndex.build([phrase('面霜成分表'), phrase('物流停滞查件'), phrase('快递公司说明')])
    expect(titlesFor(index, '楼下大爷说我的东西还杵在那旮旯呢')[0]).not.toBe('物流停滞查件')
    index.learn('我的东西咋还杵在那旮旯', '物流停滞查件')
    expect(titlesFor(index, '楼下大爷说我的东西还杵在那旮旯呢')[0]).toBe('物流停滞查件')
  })

  it('offers an expired campaign only below what may be used', () => {
    const index = PhraseIndex.build([
      phrase('双11满减', { validUntil: '2026-11-12' }),
      phrase('满减怎么凑', { validFrom: '2026-11-01' }),
    ])
    expect(titlesFor(index, '满减')).toEqual(['满减怎么凑', '双11满减'])
  })

  it('offers what is used most before anything is typed', () => {
    const index = PhraseIndex.build([
      phrase('甲', { uses: 2, lastUsedAt: NOW }),
      phrase('乙', { uses: 90, lastUsedAt: NOW }),
      phrase('丙'),
    ])
    expect(titlesFor(index, '  ')).toEqual(['乙', '甲', '丙'])
    expect(ask(index, '').hits[0]?.match).toBeNull()
  })

  it('keeps to the filters', () => {
    const index = PhraseIndex.build([
      phrase('退货甲', { step: 'process', tags: ['售后'], source: 'team', groupIds: ['root', 'child'] }),
      phrase('退货乙', { buyerTypes: ['haggler'] }),
    ])
    expect(titlesFor(index, '退货', { filters: { step: 'process' } })).toEqual(['退货甲'])
    expect(titlesFor(index, '退货', { filters: { tag: '售后' } })).toEqual(['退货甲'])
    expect(titlesFor(index, '退货', { filters: { source: 'team' } })).toEqual(['退货甲'])
    expect(titlesFor(index, '退货', { filters: { groupId: 'child' } })).toEqual(['退货甲'])
    expect(titlesFor(index, '退货', { filters: { buyerType: 'haggler' } })).toEqual(['退货乙'])
    expect(titlesFor(index, '', { filters: { source: 'team' } })).toEqual(['退货甲'])
  })

  it('keeps to what names the product at hand, if so asked', () => {
    const index = PhraseIndex.build([
      phrase('保质期说明'),
      phrase('口红保质期'),
      phrase('开封后多久', { body: '口红开封后保质期六个月' }),
    ])
    const context = { productNames: ['口红'] }
    const filters = { aboutProduct: true }
    expect(titlesFor(index, '保质期', { context, filters })).toEqual(['口红保质期', '开封后多久'])
    expect(titlesFor(index, '', { context, filters })).toHaveLength(2)
    expect(titlesFor(index, '保质期', { filters })).toHaveLength(3)
  })

  it('finds a phrase by its wording for other buyers', () => {
    const index = PhraseIndex.build([
      phrase('议价回复', { body: '已经是底价了', variants: ['满两件还能再减', '学生专享价已给到位'] }),
      phrase('物流说明', { body: '今天发出' }),
    ])
    expect(titlesFor(index, '学生专享')).toEqual(['议价回复'])
    expect(titlesFor(index, 'xueshengzhuanxiang')[0]).toBe('议价回复')
    const match = ask(index, '两件还能').hits[0]?.match
    expect(match).toMatchObject({ field: 'body', text: '满两件还能再减', spans: [{ start: 1, end: 5 }] })
  })

  it('tells how many phrases matched before the limit', () => {
    const index = PhraseIndex.build(['一', '二', '三'].map((n) => phrase(`退货${n}`)))
    expect(ask(index, '退货', { limit: 2 })).toMatchObject({ total: 3, hits: [{}, {}] })
  })
})
