import { describe, expect, it } from 'vitest'
import { checkScriptWording } from '../../../shared/compliance/index.ts'

const textsIn = (source: string) =>
  checkScriptWording(source).map(({ span, text }) => {
    expect(source.slice(span.start, span.end)).toBe(text)
    return text
  })

describe('the wording of a script', () => {
  it('is that of its literal text, with places in its source', () => {
    expect(textsIn('{{ 客户.称呼 }}，这款是顶级的，{% if 商品.库存 > 3 %}加微信{% endif %}')).toEqual([
      '顶级',
      '加微',
    ])
  })

  it('never reaches across markup: what a value completes is found in the filled text', () => {
    expect(textsIn('最{{ 商品.名称 }}佳')).toEqual([])
    expect(textsIn('好评{% if 商品 %}返现{% endif %}')).toEqual([])
  })

  it('never speaks of the markup itself', () => {
    expect(textsIn('{{ "微信" }}{% assign 顶级 = "极品" %}{% comment %}加我微信{% endcomment %}')).toEqual([])
  })

  it('takes raw text and braces that are no markup for what they print', () => {
    expect(textsIn('{% raw %}{{微信}}{% endraw %}')).toEqual(['微信'])
    expect(textsIn('{{ 没有写完 微信')).toEqual(['微信'])
  })
})
