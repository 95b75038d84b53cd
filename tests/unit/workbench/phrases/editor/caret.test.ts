import { describe, expect, it } from 'vitest'
import { insertAt, offsetOf } from '../../../../../renderer/workbench/phrases/editor/caret.ts'

describe('the caret in a script', () => {
  it('puts a word in place of the selection and stands behind it', () => {
    expect(insertAt('亲，XX元', { start: 2, end: 4 }, '{{ 商品.价格 }}')).toEqual({
      text: '亲，{{ 商品.价格 }}元',
      caret: 13,
    })
  })

  it('goes to the line and column of a mistake', () => {
    const script = '第一行\n{{ 坏'
    expect(script.slice(offsetOf(script, 2, 1))).toBe('{{ 坏')
    expect(script.slice(offsetOf(script, 2, 4))).toBe('坏')
  })

  it('stays within its line and within the text', () => {
    expect(offsetOf('ab\ncd', 1, 99)).toBe(2)
    expect(offsetOf('ab', 9, 1)).toBe(2)
  })
})
