import { describe, expect, test } from 'vitest'
import { placeAt, type Writing } from '../../../../../../renderer/workbench/phrases/editor/script/place.ts'

/** Reads the place of the caret, which is written as ^. */
function placeOf(marked: string, writing: Writing = 'script') {
  const at = marked.lastIndexOf('^')
  return placeAt(marked.slice(0, at) + marked.slice(at + 1), at, writing)
}

describe('what can be written where the caret (^) stands', () => {
  test.each([
    ['亲^', { kind: 'text', typed: '' }],
    ['{{ 商品.价格 }}^', { kind: 'text' }],
    ['亲，{{^', { kind: 'name', typed: '', missingEnd: '}}' }],
    ['{{ 商品.价^ }}', { kind: 'name', typed: '商品.价', from: 3, missingEnd: '' }],
    ['{{ jg^}}', { kind: 'name', typed: 'jg', missingEnd: '' }],
    ['{{ 商品.价格 | ^ }}', { kind: 'filter', typed: '' }],
    ['{{ 商品.价格｜mt^ }}', { kind: 'filter', typed: 'mt' }],
    ['{{ 商品.价格 | 每天: 店铺.^ }}', { kind: 'name', typed: '店铺.' }],
    ['{%^', { kind: 'tag', typed: '', missingEnd: '%}' }],
    ['{% 随^ %}', { kind: 'tag', typed: '随', missingEnd: '' }],
    ['{% if 商品.赠^ %}', { kind: 'name', typed: '商品.赠' }],
    ['{{ a }}{% if b^', { kind: 'name', typed: 'b', missingEnd: '%}' }],
  ])('%s', (marked, place) => {
    expect(placeOf(marked)).toMatchObject(place)
  })

  test('an output that is not closed does not take the end of the next one for its own', () => {
    expect(placeOf('{{ 商品^，送{{ 商品.赠品 }}')).toMatchObject({ missingEnd: '}}' })
  })

  test('nothing inside quotes, be they full-width', () => {
    expect(placeOf('{{ 商品 | 仅剩: "黑^" }}')).toBeNull()
    expect(placeOf('{{ 商品 | 仅剩: “黑^')).toBeNull()
  })

  test('a condition is all markup, but for the word that introduces it', () => {
    expect(placeOf('商品.^', 'condition')).toMatchObject({ kind: 'name', typed: '商品.' })
    expect(placeOf('仅当 商品.库存 <= 店^', 'condition')).toMatchObject({ kind: 'name', typed: '店' })
    expect(placeOf('仅当kc^', 'condition')).toMatchObject({ kind: 'name', typed: 'kc', from: 2 })
    expect(placeOf('商品 | j^', 'condition')).toMatchObject({ kind: 'filter', typed: 'j' })
  })
})
