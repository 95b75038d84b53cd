import { describe, expect, it } from 'vitest'
import { rowOfHit, rowOfPhrase, stretches } from '../../../../renderer/workbench/phrases/phrase-row.ts'
import { readableScript } from '../../../../renderer/workbench/phrases/readable-script.ts'
import type { Phrase } from '../../../../shared/model/phrase.ts'

const phrase: Phrase = {
  ...{ id: '1', source: 'personal', groupId: null, groupPath: ['议价'], code: 'bj01', title: '拆分到每天' },
  ...{
    body: '亲，\n每天 {{ 商品.价格 | 每天: 90 }} 元',
    step: 'object',
    buyerTypes: [],
    tags: ['价格'],
    questions: [],
    variants: [],
    waivers: [],
    images: [],
    further: [],
  },
  ...{ guard: null, validFrom: null, validUntil: '2026-11-11', pinned: true, uses: 7 },
  ...{ lastUsedAt: null, archivedAt: null, createdAt: 0, updatedAt: 0 },
}

describe('a line of the phrase table', () => {
  it('says of a campaign phrase whether it may still be used today', () => {
    expect(rowOfPhrase(phrase, '2026-11-11').validity).toBe('current')
    expect(rowOfPhrase(phrase, '2026-11-12').validity).toBe('expired')
  })

  it('shows where a search was right in the title, and nothing marked where it was right elsewhere', () => {
    const hit = { ...phrase, excerpt: phrase.body, validity: 'current' as const, blockedBy: null }
    const spans = [{ start: 0, end: 2 }]
    expect(rowOfHit({ ...hit, match: { field: 'title', spans, text: phrase.title } }).titleSpans).toEqual(
      spans,
    )
    expect(rowOfHit({ ...hit, match: { field: 'body', spans, text: phrase.body } }).titleSpans).toEqual([])
  })

  it('cuts a title into what matched and what did not, with nothing lost', () => {
    const cuts = stretches('拆分到每天', [
      { start: 0, end: 2 },
      { start: 3, end: 4 },
    ])
    expect(cuts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')).toBe('[拆分]到[每]天')
    expect(stretches('问候', [])).toEqual([{ text: '问候', isMatch: false }])
  })
})

describe('a script as a list shows it', () => {
  it.each([
    ['亲，{{ 商品.名称 }}只要 {{ 商品.价格 | 每天: 90 }} 元', '亲，〔商品名称〕只要 〔商品价格 每天〕 元'],
    ['发{{ 客户.省份 | default: "您那边" }}很快', '发〔客户省份〕很快'],
    ['{% if 商品.赠品 %}还送{{ 商品.赠品 }}{% endif %}哦', '还送〔商品赠品〕哦'],
    ['第一行\n\n第二行', '第一行 第二行'],
    ['{{ 商品 | 仅剩：“黑色 M” }}件', '〔商品 仅剩〕件'],
  ])('%j reads %j', (script, readable) => {
    expect(readableScript(script)).toBe(readable)
  })
})
