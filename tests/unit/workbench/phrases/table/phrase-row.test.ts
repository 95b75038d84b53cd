import { describe, expect, it } from 'vitest'
import { readableScript } from '../../../../../renderer/workbench/phrases/readable-script.ts'
import { stretches } from '../../../../../renderer/workbench/phrases/table/stretches.ts'

describe('a line of the phrase table', () => {
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
