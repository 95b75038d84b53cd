import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { literalScript } from '../../../shared/template/index.ts'
import { inChina, product, shop } from '../techniques/sample-shop.ts'
import { buyer, cream, rendering, textOf } from './sample-facts.ts'

describe('a script is filled with facts', () => {
  test('parts tell literal text from facts, and joined they are the text', () => {
    expect(rendering('{{ 客户.称呼 }}，这款{{ 商品.名称 }}每天只要{{ 商品.价格 | 每天 | 元 }}')).toEqual({
      text: '亲，这款面霜每天只要3元',
      parts: [
        { kind: 'value', name: '客户.称呼', text: '亲' },
        { kind: 'text', text: '，这款' },
        { kind: 'value', name: '商品.名称', text: '面霜' },
        { kind: 'text', text: '每天只要' },
        { kind: 'value', name: '商品.价格', text: '3元' },
      ],
      missing: [],
      refusals: [],
      warnings: [],
    })
  })

  test('every byte of a plain text comes through, single braces and percent signs too', () => {
    const plain = '亲 {好} 100% {x %} } { %}\n第二行\t🎁 }}'
    expect(rendering(plain)).toMatchObject({ text: plain, parts: [{ kind: 'text', text: plain }] })
  })

  test('text that only looks like markup can be imported as it is', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[{}%" a商|.]{0,40}$/),
        (text) => textOf(literalScript(text)) === (text || ''),
      ),
      { examples: [['{{name}} {% if %} {{{']] },
    )
  })

  test('punctuation typed with a Chinese input method is understood inside markup, and left alone elsewhere', () => {
    expect(textOf('价：{{ 商品．价格｜每天：90 }}，“好”')).toBe('价：3，“好”')
    expect(textOf('{{ 商品 | 反问： “颜色” }}')).toContain('现在有黑色')
    expect(textOf('{% raw %}{{ “a”：b }}{% endraw %}{{ "a：b" }}')).toBe('{{ “a”：b }}a：b')
  })

  test('arithmetic leaves no dust, and money no needless zeros', () => {
    const priced = { product: product({ priceFen: 129_90 }) }
    expect(
      textOf('{{ 商品.价格 }} {{ 商品.价格 | times: 3 }} {{ 商品.价格 | minus: 9.9 | 元 }}', priced),
    ).toBe('129.9 389.7 120元')
    expect(textOf('{{ 商品.价格 | times: 3 | append: "元" }}', priced)).toBe('389.7元')
  })

  test('the clock is China’s and the one that is given', () => {
    expect(
      textOf('{{ 今天 }} {{ 现在 }} {{ "now" | date: "%Y/%m/%d %H:%M" }}', {
        now: inChina('2027-01-01 00:05'),
      }),
    ).toBe('1月1日 00:05 2027/01/01 00:05')
    expect(textOf('{{ "2026-11-11" | date: "%m月%d日" }}')).toBe('11月11日')
  })
})

describe('what nobody has said', () => {
  test('comes back as a list with label, field and where it comes from; there is no text yet', () => {
    expect(rendering('{{ 客户.省份 }}的亲，{{ 活动.名称 }}满{{ 订单.金额 }}元', { buyer: null })).toEqual({
      text: null,
      parts: [
        { kind: 'blank', name: '客户.省份' },
        { kind: 'text', text: '的亲，' },
        { kind: 'blank', name: '活动.名称' },
        { kind: 'text', text: '满' },
        { kind: 'blank', name: '订单.金额' },
        { kind: 'text', text: '元' },
      ],
      missing: [
        { name: '客户.省份', label: '省份', field: 'province', from: 'buyer' },
        { name: '活动.名称', label: '活动名称', field: 'text', from: 'agent' },
        { name: '订单.金额', label: '金额', field: 'money', from: 'order' },
      ],
      refusals: [],
      warnings: [],
    })
  })

  test.each([
    ['补货.日期', 'date'],
    ['退差.金额', 'money'],
    ['预计.天数', 'number'],
    ['收货.省份', 'province'],
    ['评价', 'text'],
    ['立省', 'text'],
  ])('%s is asked for with a field of kind %s', (name, field) => {
    expect(rendering(`{{ ${name} }}`).missing).toMatchObject([{ name, field }])
  })

  test('a fact of the product is asked of the product; without a product there is one thing to choose', () => {
    const bare = { product: product() }
    expect(rendering('{{ 商品.赠品 }}{{ 商品.产地 }}', bare).missing).toEqual([
      { name: '商品.赠品', label: '赠品', field: 'text', from: 'product' },
      { name: '商品.产地', label: '产地', field: 'text', from: 'product' },
    ])
    const none = rendering('{{ 商品.名称 }}{{ 商品.价格 | 每天 }}{{ 商品.颜色 | 或 }}{{ 商品 | 仅剩 }}', {
      product: null,
    })
    expect(none.missing).toEqual([{ name: '商品', label: '商品', field: 'text', from: 'product' }])
    expect(none.parts.every((part) => part.kind === 'blank' && part.name === '商品')).toBe(true)
  })

  test('a blank fills its name everywhere, and an amount computes', () => {
    const body = '{{ 订单.金额 }}元，{{ 订单.金额 | 凑单 }}，共{{ 订单.金额 }}'
    expect(textOf(body, {}, { '订单.金额': ' ¥184.00 ' })).toBe('184元，再加 14 元就能享满198减20，共184')
  })

  test('a blank of spaces is still blank, and facts that are known are not overwritten', () => {
    expect(rendering('{{ 活动.名称 }}', {}, { '活动.名称': '  ' }).missing).toHaveLength(1)
    expect(textOf('{{ 商品.价格 }}', {}, { '商品.价格': '1' })).toBe('270')
  })

  test('an amount that is none is told, not computed with', () => {
    expect(rendering('{{ 订单.金额 | 凑单 }}', {}, { '订单.金额': '一百多' })).toMatchObject({
      text: null,
      refusals: [{ technique: '凑单', reason: '「一百多」不是金额' }],
    })
    expect(textOf('{{ 订单.金额 }}', {}, { '订单.金额': '一百多' })).toBe('一百多')
  })

  test('is carried through every filter and block, and never becomes an empty string', () => {
    for (const body of [
      '{{ 客户.省份 | append: "的" | upcase | strip }}',
      '{{ "到" | append: 客户.省份 }}',
      '{% assign 省 = 客户.省份 %}{{ 省 }}',
      '{% capture 话 %}到{{ 客户.省份 }}{% endcapture %}{{ 话 }}',
      '{% for 省 in 客户.省份 %}{{ 省 }}{% endfor %}',
      '{{ 客户.省份 | 时效 }}',
    ]) {
      expect(rendering(body, { buyer: null }), body).toMatchObject({
        text: null,
        missing: [{ name: '客户.省份' }],
      })
    }
  })

  test('what would print as a hole is a blank: nothing, an empty list, a division by zero', () => {
    for (const body of [
      '{{ 商品.卖点[9] }}',
      '{{ nil }}',
      '{{ 商品.卖点 | 前: 0 }}',
      '{{ 商品.价格 | divided_by: 0 }}',
      '{{ 商品.名称.长度 }}',
    ]) {
      const { text, missing } = rendering(body)
      expect(text, body).toBeNull()
      expect(missing, body).toHaveLength(1)
      expect(textOf(body, {}, { [missing[0]!.name]: '补上' }), body).toBe('补上')
    }
  })

  test('no script prints the words of the language underneath', () => {
    const names = [
      '商品',
      '客户',
      '订单',
      '店铺',
      '客服',
      '活动',
      '商品.卖点',
      '商品.constructor',
      '__proto__',
      'toString',
      '商品.__proto__.x',
      '客户.valueOf',
      '商品.卖点.length',
      'forloop',
      'nil',
      'true',
      '商品.facts',
      '商品.reader',
    ]
    const filters = [
      '',
      '| 元',
      '| 顿号',
      '| 第一个',
      '| size',
      '| join',
      '| sort',
      '| first',
      '| plus: 1',
      '| 每天',
      '| default: "x"',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(...filters),
        fc.boolean(),
        (name, filter, known) => {
          const { parts } = rendering(`{{ ${name} ${filter} }}`, known ? {} : { product: null, buyer: null })
          const shown = parts.map((part) => (part.kind === 'blank' ? '' : part.text)).join('')
          expect(shown).not.toMatch(/undefined|null|nil|NaN|\[object|function|=>/)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('conditions', () => {
  test('ask whether there is a fact, without asking the agent for it', () => {
    const body = '好{% if 商品.赠品 %}，送{{ 商品.赠品 }}{% else %}的{% endif %}'
    expect(textOf(body)).toBe('好，送旅行装 5g')
    expect(textOf(body, { product: product() })).toBe('好的')
    expect(textOf(body, { product: null })).toBe('好的')
  })

  test('what is unknown satisfies no comparison, not even !=', () => {
    const nobody = { buyer: null }
    for (const test of [
      '客户.省份 == "上海"',
      '客户.省份 != "上海"',
      '客户.身高 > 160',
      '客户.身高 <= 160',
      '客户.省份 contains "海"',
    ]) {
      expect(textOf(`{% if ${test} %}是{% else %}否{% endif %}`, nobody), test).toBe('否')
    }
    expect(
      textOf('{% if 客户.省份 == nil %}未知{% endif %}{% if 客户.省份 != blank %}已知{% endif %}', nobody),
    ).toBe('未知')
    expect(textOf('{% if 客户.省份 == "" %}未知{% endif %}', nobody)).toBe('未知')
  })

  test('but what only the agent knows is asked before it decides', () => {
    const body = '{% if 订单.金额 >= 99 %}包邮{% else %}运费 8 元{% endif %}'
    expect(rendering(body)).toMatchObject({
      text: null,
      missing: [{ name: '订单.金额' }],
      parts: [{ kind: 'blank', name: '订单.金额' }, { kind: 'text' }],
    })
    expect(textOf(body, {}, { '订单.金额': '120' })).toBe('包邮')
    expect(textOf(body, {}, { '订单.金额': '98.99' })).toBe('运费 8 元')
  })

  test('money compares as yuan, and a refused technique counts as not so', () => {
    expect(textOf('{% if 商品.价格 == 270 and 商品.价格 > 店铺.包邮门槛 %}包邮{% endif %}')).toBe('包邮')
    expect(textOf('{% if 商品 | 仅剩 %}快没了{% else %}现货{% endif %}')).toBe('现货')
    expect(textOf('{% if 商品 | 仅剩: "黑色" %}快没了{% else %}现货{% endif %}')).toBe('快没了')
  })
})

describe('several wordings in one script', () => {
  const greeting = '{% 随机 %}在的{% 或者 %}您说{% 或者 %}{{ 客户.称呼 }}好{% end随机 %}，'

  test('take turns, and come round again', () => {
    const said = [0, 1, 2, 3].map((turn) => textOf(greeting, { turn }))
    expect(new Set(said.slice(0, 3))).toEqual(new Set(['在的，', '您说，', '亲好，']))
    expect(said[3]).toBe(said[0])
  })

  test('are the first of them where nobody counts, and the same at every preview', () => {
    expect([textOf(greeting), textOf(greeting)]).toEqual(['在的，', '在的，'])
  })

  test('can follow the buyer’s type', () => {
    const body =
      '{% case 客户.类型 %}{% when "谨慎" %}您放心{% when "议价" %}给您实价{% else %}您好{% endcase %}'
    expect(textOf(body)).toBe('您放心')
    expect(textOf(body, { buyer: { ...buyer, type: 'haggler' } })).toBe('给您实价')
    expect(textOf(body, { buyer: null })).toBe('您好')
  })
})

describe('techniques in a script', () => {
  test('refuse with the reason, and there is no text', () => {
    expect(rendering('只剩 {{ 商品 | 仅剩 }} 件')).toEqual({
      text: null,
      parts: [{ kind: 'text', text: '只剩 【仅剩】 件' }],
      missing: [],
      refusals: [
        { technique: '仅剩', reason: '库存还有 86 件，超过紧缺线 5 件', instead: expect.any(String) },
      ],
      warnings: [],
    })
  })

  test('what they refuse can be said otherwise by the script', () => {
    const late = { now: inChina('2026-11-23 16:30') }
    expect(textOf('{{ 店铺 | 今日发货 | default: "明天发出" }}', late)).toBe('明天发出')
    expect(rendering('{{ 店铺 | 今日发货 }}', late).refusals).toMatchObject([
      { technique: '今日发货', instead: '现在付款，明天（11月24日 周二）发出' },
    ])
  })

  test('ask for the figures they lack, and take them as buyers write them', () => {
    const body = '建议{{ 商品 | 推荐尺码 }}码'
    expect(rendering(body, { buyer: null })).toMatchObject({
      text: null,
      missing: [{ name: '客户.身高', field: 'number' }, { name: '客户.体重' }],
    })
    expect(textOf(body, { buyer: null }, { '客户.身高': '1.65m', '客户.体重': '110斤' })).toBe('建议M码')
    expect(rendering(body, { buyer: { ...buyer, isGift: true } }).warnings).toContain(
      '这单是送人的，身高体重要用收礼人的',
    )
  })

  test('say which figure they could not read', () => {
    const typed = { '客户.身高': '一米六几', '客户.体重': '55' }
    expect(rendering('{{ 商品 | 推荐尺码 }}', { buyer: null }, typed).refusals).toMatchObject([
      { reason: '客户.身高填的「一米六几」看不懂' },
    ])
    expect(
      rendering('{{ 客户.省份 | 时效 }}', { buyer: null }, { '客户.省份': '火星' }).refusals,
    ).toMatchObject([{ reason: '客户.省份填的「火星」看不懂' }])
  })

  test('ask for all they lack at once', () => {
    const { missing, parts } = rendering('{{ 规格.价格 | 每次: 规格.次数 }}')
    expect(missing.map(({ name }) => name)).toEqual(['规格.价格', '规格.次数'])
    expect(parts.map((part) => part.kind)).toEqual(['blank', 'blank'])
  })

  test('splitting by a number the product lacks asks for that number', () => {
    const bare = { product: product({ priceFen: 270_00 }) }
    expect(rendering('{{ 商品.价格 | 每天 }}', bare).missing).toMatchObject([
      { name: '商品.可用天数', field: 'number', from: 'product' },
    ])
    expect(textOf('{{ 商品.价格 | 每天 }}', bare, { '商品.可用天数': '90' })).toBe('3')
    expect(textOf('{{ 规格.价格 | 每次: 规格.次数 }}', {}, { '规格.价格': '59.9', '规格.次数': '30' })).toBe(
      '2',
    )
  })

  test('a city typed for the province is understood', () => {
    expect(
      textOf(
        '{{ 客户.省份 }} {{ 客户.省份 | 时效 }} {{ 客户.省份 | 补运费: "顺丰" }}',
        { buyer: null },
        { '客户.省份': '浦东' },
      ),
    ).toBe('上海 1–2 天 8')
  })

  test('colours that are all sold out are a refusal, not an empty list', () => {
    const soldOut = { product: { ...cream, skus: cream.skus.map((sku) => ({ ...sku, stock: 0 })) } }
    expect(rendering('有{{ 商品.颜色.size }}种', soldOut).refusals).toHaveLength(1)
    expect(rendering('有{{ 商品.颜色 }}', soldOut)).toMatchObject({
      text: null,
      refusals: [{ reason: '这款的颜色都没有货了' }],
    })
  })

  test('stock that is printed warns of its age', () => {
    const old = { now: inChina('2026-11-26 15:35') }
    expect(rendering('还有 {{ 商品.库存 }} 件', old).warnings).toEqual(['库存是 3 天前更新的，发送前先核对'])
  })

  test('written after the wrong thing they say how they are written', () => {
    expect(rendering('{{ 商品.名称 | 仅剩 }}').refusals).toMatchObject([{ reason: '要写成「商品 | 仅剩」' }])
    expect(rendering('{{ 商品.名称 | 每天: 3 }}').refusals).toMatchObject([{ reason: '「面霜」不是金额' }])
  })
})

test('joined parts are the text, whatever a script is made of', () => {
  const pieces = [
    '{{ 商品.名称 }}',
    '{{ 客户.称呼 }}',
    '{{ 商品.价格 | 每天 }}',
    '，',
    '{好}',
    '{% if 商品.赠品 %}送{{ 商品.赠品 }}{% endif %}',
    '{% for 点 in 商品.卖点 %}{{ 点 }}；{% endfor %}',
    '{{ "字面" }}',
    '\n',
    '{{ 商品 | 反问: "颜色" }}',
    '{{ 活动.名称 }}',
    '{{ 商品 | 仅剩 }}',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (body) => {
      const { text, parts, missing, refusals } = rendering(body.join(''))
      const joined = parts.map((part) => (part.kind === 'blank' ? '' : part.text)).join('')
      expect(text === null).toBe(missing.length + refusals.length > 0)
      if (text !== null) expect(joined).toBe(text)
    }),
  )
})

test('the shop itself prints as its name, and the product as what agents call it', () => {
  expect(textOf('{{ 店铺 }}的{{ 商品 }}，{{ 客服 }}')).toBe(`${shop.name}的面霜，小满`)
})
