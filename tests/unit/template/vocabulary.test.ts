import { describe, expect, test } from 'vitest'
import { SCRIPT_FILTERS } from '../../../shared/template/filters/index.ts'
import {
  KNOWN_NAMES,
  parseScript,
  STANDARD_HELP,
  TAG_HELP,
  TECHNIQUE_HELP,
  variablesOf,
  WORDING_HELP,
} from '../../../shared/template/index.ts'
import { ORDER_BLANKS, rendering, textOf } from './sample-facts.ts'

const PRINTED: Readonly<Record<string, string>> = {
  '店铺.名称': '黄金六秒旗舰店',
  '店铺.截单时间': '16:00',
  '店铺.包邮门槛': '99',
  '店铺.发货地': '浙江杭州',
  '店铺.退换天数': '7',
  '店铺.运费险': '是',
  '店铺.服务时间': '每天 9:00–23:00',
  '店铺.主管': '阿宁',
  '店铺.议价上限': '20',
  '店铺.默认快递': '中通',
  '店铺.紧缺线': '5',
  '客服.花名': '小满',
  '客户.称呼': '亲',
  '客户.昵称': 'tb小鹿',
  '客户.省份': '上海',
  '客户.类型': '谨慎',
  '客户.身高': '165',
  '客户.体重': '55',
  '客户.脚长': '24',
  '客户.胸围': '88',
  '客户.腰围': '70',
  '客户.臀围': '92',
  '商品.名称': '面霜',
  '商品.全名': '玻尿酸保湿面霜 50g',
  '商品.价格': '270',
  '商品.卖点': '温和不刺激、吸收快',
  '商品.材质': '玻尿酸',
  '商品.证书': '备案凭证',
  '商品.质保': '一年质保',
  '商品.赠品': '旅行装 5g',
  '商品.可用天数': '90',
  '商品.可用次数': '180',
  '商品.可用人数': '3',
  '商品.库存': '86',
  '商品.不足': '香味偏淡',
  '商品.搭配': '洁面乳',
  '商品.替代': '保湿乳',
  今天: '11月23日',
  现在: '15:35',
}

describe('every name of the vocabulary', () => {
  test.each(Object.entries(PRINTED))('%s prints %s', (name, text) => {
    expect(rendering(`{{ ${name} }}`)).toMatchObject({
      text,
      parts: [{ kind: 'value', name, text }],
      missing: [],
    })
  })

  test('is printed above or belongs to an order, which is always asked of the agent', () => {
    const orders = KNOWN_NAMES.filter(({ name }) => !(name in PRINTED)).map(({ name }) => name)
    expect(orders.every((name) => name.startsWith('订单.'))).toBe(true)
    for (const name of orders) {
      const label = name.slice(3)
      expect(rendering(`{{ ${name} }}`).missing).toMatchObject([{ name, label, from: 'order' }])
      expect(textOf(`{{ ${name} }}`, {}, { [name]: '12' })).toBe('12')
    }
  })

  test('a member that no list has is what the SKUs in stock or the product itself say', () => {
    expect(textOf('{{ 商品.颜色 }}')).toBe('黑色、黄色、紫色')
    expect(textOf('{{ 商品.尺码 }}')).toBe('M')
    expect(textOf('{{ 商品.肤质 }}')).toBe('干性、敏感')
  })

  test('names are told in the order of first use, deeper ones by their fact', () => {
    const body =
      '{% assign 价 = 商品.价格 %}{{ 价 }}{{ 商品.卖点.size }}{{ 商品 | 仅剩 }}{% for 色 in 商品.颜色 %}{{ 色 }}{% endfor %}{{ 活动.名称 }}{{ 商品.价格 }}'
    const parsed = parseScript(body)
    expect(parsed.ok && variablesOf(parsed.script)).toEqual([
      '商品.价格',
      '商品.卖点',
      '商品',
      '商品.颜色',
      '活动.名称',
    ])
  })
})

describe('the help', () => {
  const blanks = { ...ORDER_BLANKS, 让利金额: '15' }
  const help = [...TECHNIQUE_HELP, ...WORDING_HELP, ...STANDARD_HELP, ...TAG_HELP]

  test.each(help.map((entry) => [entry.name, entry] as const))(
    '%s: its example prints what it says',
    (name, { example, prints }) => {
      const ofNobody = name === 'default' ? { buyer: null } : {}
      expect(textOf(example, ofNobody, blanks)).toBe(prints)
    },
  )

  test('explains every filter there is', () => {
    const explained = [...TECHNIQUE_HELP, ...WORDING_HELP, ...STANDARD_HELP].map(({ name }) => name)
    expect(explained.toSorted()).toEqual(Object.keys(SCRIPT_FILTERS).toSorted())
  })
})
