import { describe, expect, test } from 'vitest'
import {
  conditionProblems,
  scriptProblems,
} from '../../../../../../renderer/workbench/phrases/editor/problems/script-problems.ts'

const ATTRIBUTES = ['颜色', '肤质']

const marked = (body: string, problems = scriptProblems(body, ATTRIBUTES)) =>
  problems.map(({ from, to, level, replacement }) => ({ words: body.slice(from, to), level, replacement }))

describe('what is underlined in a script', () => {
  test('a name that there is not, wherever it stands, with the one that was meant', () => {
    const body = '客户.省分：{{ 客户.省分 }}，{% if 客户.省分 %}{{ 客户.省份 }}{% endif %}'
    const wrong = { words: '客户.省分', level: 'mistake', replacement: '客户.省份' }
    expect(marked(body)).toEqual([wrong, wrong])
    expect(scriptProblems(body, ATTRIBUTES).map(({ from }) => from)).toEqual([9, 24])
  })

  test('what no product says of itself, once the products are known', () => {
    expect(marked('{{ 商品.肤制 }}{{ 商品.颜色 }}')).toEqual([
      { words: '商品.肤制', level: 'slip', replacement: '商品.肤质' },
    ])
    expect(scriptProblems('{{ 商品.肤制 }}', [])).toEqual([])
  })

  test('an unknown computation or tag alone, with the known one', () => {
    expect(marked('亲\n{{ 商品.价格 | 每夭: 90 }}')).toEqual([
      { words: '每夭', level: 'mistake', replacement: '每天' },
    ])
    expect(marked('{% 随即 %}在{% end随机 %}')).toEqual([
      { words: '随即', level: 'mistake', replacement: '随机' },
    ])
  })

  test('what does not parse, to the end of its markup or line', () => {
    expect(marked('您好 {{ 客户.称呼 ，在的\n下一行')).toEqual([
      { words: '{{ 客户.称呼 ，在的', level: 'mistake', replacement: null },
    ])
    expect(scriptProblems('a\n{% endif %}', ATTRIBUTES)[0]).toMatchObject({
      title: '第 2 行第 1 个字',
      from: 2,
    })
  })

  test('nothing in an empty script, nor in the blanks that an author asks for himself', () => {
    expect(marked(' \n')).toEqual([])
    expect(marked('{{ 活动.名称 }}{{ 订单.金额 }}')).toEqual([])
  })
})

describe('what is underlined in a condition', () => {
  const inCondition = (condition: string) => marked(condition, conditionProblems(condition, ATTRIBUTES))

  test('all of it when it cannot be read', () => {
    expect(inCondition('商品.库存 <=')).toMatchObject([{ words: '商品.库存 <=', level: 'mistake' }])
  })

  test('a name that there is not in its place, with or without the word that introduces it', () => {
    const wrong = { words: '店铺.紧缺钱', level: 'mistake', replacement: '店铺.紧缺线' }
    expect(inCondition('商品.库存 <= 店铺.紧缺钱')).toEqual([wrong])
    expect(inCondition('仅当：商品.库存 <= 店铺.紧缺钱')).toEqual([wrong])
    expect(inCondition('商品 | 仅剩')).toEqual([])
  })
})
