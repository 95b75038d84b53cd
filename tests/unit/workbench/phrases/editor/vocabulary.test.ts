import { describe, expect, it } from 'vitest'
import { vocabularyWith } from '../../../../../electron/desk/scripts/vocabulary.ts'
import { familiesOf } from '../../../../../renderer/workbench/phrases/editor/vocabulary.ts'
import { parseScript } from '../../../../../shared/template/index.ts'

const families = familiesOf(await vocabularyWith([]))

describe('what an author can put into a script', () => {
  it('stands by where the facts come from, computations after them', () => {
    expect(families.map(({ name }) => name)).toEqual([
      '店铺',
      '客服',
      '客户',
      '商品',
      '订单',
      '时间',
      '计算',
      '措辞',
      '条件',
    ])
  })

  it('is never a script that does not parse', () => {
    const broken = families.flatMap(({ entries }) => entries).filter(({ text }) => !parseScript(text).ok)
    expect(broken).toEqual([])
  })

  it('offers the tags by what they mean, and not those that authors of phrases do not need', () => {
    expect(families.at(-1)?.entries.map(({ label }) => label)).toEqual(['如果有', '如果没有', '给同事的说明'])
  })
})
