import { describe, expect, test } from 'vitest'
import { factsNeeded, KNOWN_NAMES, TECHNIQUE_HELP } from '../../../shared/template/index.ts'

const namesOf = (source: Parameters<typeof factsNeeded>[0]) => factsNeeded(source).map(({ name }) => name)

describe('the facts a phrase needs', () => {
  test('each comes once, with its field and where it comes from', () => {
    expect(
      factsNeeded(
        '{{ 商品.价格 }}，{{ 活动.日期 }}，{{ 客户.省份 }}，{{ 订单.数量 }}，{{ 商品.价格 }}，{{ 赠送.金额 }}',
      ),
    ).toEqual([
      { name: '商品.价格', label: '价格', field: 'money', from: 'product' },
      { name: '活动.日期', label: '活动日期', field: 'date', from: 'agent' },
      { name: '客户.省份', label: '省份', field: 'province', from: 'buyer' },
      { name: '订单.数量', label: '数量', field: 'number', from: 'order' },
      { name: '赠送.金额', label: '赠送金额', field: 'money', from: 'agent' },
    ])
  })

  test('are also those of its other wordings and of its condition', () => {
    expect(
      namesOf({
        body: '{{ 商品.名称 }}',
        variants: [{ body: '{{ 商品.卖点 }}' }, { body: '{% if 店铺.运费险 %}{{ 商品.质保 }}{% endif %}' }],
        guard: '仅当 商品.库存 <= 店铺.紧缺线 and 客户.类型 == "谨慎"',
      }),
    ).toEqual(['商品.名称', '商品.卖点', '店铺.运费险', '商品.质保', '商品.库存', '店铺.紧缺线', '客户.类型'])
  })

  test('in every branch: of a choice, a loop and a wording taken in turn', () => {
    expect(
      new Set(
        namesOf(
          '{% 随机 %}{{ 商品.名称 }}{% 或者 %}{{ 商品.全名 }}{% end随机 %}{% case 客户.类型 %}{% when "谨慎" %}{{ 商品.证书 }}{% else %}{% for 点 in 商品.卖点 %}{{ 点 }}{{ 活动.名称 }}{% endfor %}{% endcase %}',
        ),
      ),
    ).toEqual(new Set(['商品.名称', '商品.全名', '客户.类型', '商品.证书', '商品.卖点', '活动.名称']))
  })

  test('what a script names for itself is not needed', () => {
    expect(
      namesOf('{% assign 价 = 商品.价格 | minus: 5 %}{{ 价 }}{% capture 句 %}好{% endcapture %}{{ 句 }}'),
    ).toEqual(['商品.价格'])
  })

  test.each([
    ['{{ 商品.价格 | 每天 }}', ['商品.可用天数']],
    ['{{ 商品.价格 | 每天: 90 }}', []],
    ['{{ 商品.价格 | 每次: 商品.可用次数 }}', ['商品.可用次数']],
    ['{{ 商品 | 拆分 }}', ['商品.可用天数', '商品.可用次数', '商品.可用人数']],
    ['{{ 商品 | 仅剩: 订单.规格 }}', ['订单.规格', '商品.库存']],
    ['{{ 商品 | 反问: "颜色" }}', ['商品.颜色']],
    ['{{ 商品 | 推荐尺码 }}', ['商品.尺码表']],
    ['{{ 商品 | 尺码建议: "身高", "体重" }}', ['商品.尺码表', '客户.身高', '客户.体重']],
    ['{{ 商品 | 比价 }}', ['商品.材质', '商品.证书', '店铺.退换天数']],
    ['{{ 客户.省份 | 时效 }}', ['客户.省份', '店铺.快递']],
    [
      '{{ 商品 | 核对订单: "快递" }}',
      ['商品.名称', '订单.规格', '订单.数量', '订单.收件人', '订单.电话尾号', '订单.地址', '订单.快递'],
    ],
    ['{% if 商品 | 仅剩 %}快拍{% endif %}', ['商品.库存']],
  ])('%s reads also what it does not name', (body, names) => {
    const besides = namesOf(body).filter((name) => name !== '商品' && name !== '商品.价格')
    expect(besides).toEqual(names)
  })

  test('a script that does not parse needs nothing that can be told', () => {
    expect(factsNeeded('{{ 商品.价格 | 每日 }}')).toEqual([])
    expect(namesOf({ body: '{{ 商品.名称 }}', guard: '商品 价格' })).toEqual(['商品.名称'])
  })

  test('every example of the help needs only names, of facts that are known or can be filled in', () => {
    const known = new Set(KNOWN_NAMES.map(({ name }) => name))
    for (const { example } of TECHNIQUE_HELP) {
      for (const { name, label, from } of factsNeeded(example)) {
        expect(label, name).not.toBe('')
        if (!known.has(name)) expect(['product', 'shop', 'agent']).toContain(from)
      }
    }
  })
})
