import { describe, expect, test } from 'vitest'
import { checkScript, mistakeIn, parseScript } from '../../../shared/template/index.ts'

function errorOf(body: string) {
  const parsed = parseScript(body)
  return parsed.ok ? null : parsed.error
}

describe('a script that is written wrong is an error at its place', () => {
  test.each([
    [
      '亲\n今天{{ 商品.价格 | 每日: 3 }}',
      { line: 2, column: 14, message: '没有叫「每日」的计算，是不是想写「每天」' },
    ],
    [
      '{% if 商品 | 反门: "颜色" %}x{% endif %}',
      { line: 1, column: 12, message: '没有叫「反门」的计算，是不是想写「反问」' },
    ],
    ['亲{{ 商品.价格 | -1 }}', { line: 1, column: 13, message: '没有叫「-1」的计算' }],
    ['亲{{ 商品.价格', { line: 1, column: 2, message: '「{{」没有用「}}」收尾' }],
    ['亲{% if 商品', { line: 1, column: 2, message: '「{%」没有用「%}」收尾' }],
    ['亲\n\n{% if 商品.赠品 %}送', { line: 3, column: 1, message: '「{% if %}」没有用「{% endif %}」收尾' }],
    ['{% for 色 in 商品.颜色 %}', { line: 1, column: 1, message: '「{% for %}」没有用「{% endfor %}」收尾' }],
    ['{% capture 话 %}', { line: 1, column: 1, message: '「{% capture %}」没有用「{% endcapture %}」收尾' }],
    ['{% raw %}x', { message: '「{% raw %}」没有用「{% endraw %}」收尾' }],
    ['亲{% 随机 %}好', { line: 1, column: 2, message: '「{% 随机 %}」没有用「{% end随机 %}」收尾' }],
    ['亲{% 或者 %}', { message: '「{% 或者 %}」前面没有对应的开头' }],
    ['亲{% endif %}', { line: 1, column: 2, message: '「{% endif %}」前面没有对应的开头' }],
    ['{% 如果 商品 %}', { line: 1, column: 1, message: '没有叫「如果」的标签' }],
    ['亲{{ }}', { line: 1, message: '花括号里要写一个名字或一个值' }],
    [
      '{{ 商品 价格 }}',
      { line: 1, column: 7, message: '多了「价格」；「商品」和它之间是不是少了「.」或「|」' },
    ],
    [
      '{{ 商品.价格 | }}x{{ 商品.价格 每天 }}',
      { message: '多了「每天」；「商品.价格」和它之间是不是少了「.」或「|」' },
    ],
    ['{{ 商品.价格 | 每天 90 }}', { message: '计算的名字后面要用「:」写参数' }],
    ['{{ 商品.价格 | 每天: 90 元 }}', { message: '参数写得不对；几个参数之间用「,」隔开' }],
    ['{% if 商品.库存 > %}x{% endif %}', { message: '条件没有写完整' }],
    ['{% for 商品.颜色 %}x{% endfor %}', { message: '循环要写成「{% for 项 in 列表 %}」' }],
    ['{% assign 价 %}', { message: '这里的写法不对' }],
    ['{% for i in (1..) %}{% endfor %}', { message: '这里少了一个值' }],
    ['{% for i in (1.5) %}{% endfor %}', { message: '括号写得不对；范围要写成 (1..5)' }],
  ])('%s', (body, error) => {
    expect(errorOf(body)).toMatchObject(error)
  })

  test('no message is in English or speaks of the engine', () => {
    const broken = [
      '{{ | }}',
      '{{ a b c }}',
      '{% %}',
      '{% if %}',
      '{%if a%}{%else%}{%else%}{%endif%}',
      '{{ a[ }}',
      '{{ (1..2 }}',
      '{% case a %}{% when %}{% endcase %}',
      '{% assign = 1 %}',
      '{{ "a }}',
      '{% for %}',
      '{% # a\nb %}',
      '{% if a and %}{% endif %}',
      '{{ a | append: }}',
      '{% capture %}{% endcapture %}',
    ]
    for (const body of broken)
      expect(errorOf(body)?.message ?? '', body).not.toMatch(
        /unexpected|expected|illegal|invalid|not found|undefined/,
      )
  })

  test('files cannot be included, nor can any tag read anything', () => {
    for (const tag of [
      'include "/etc/passwd"',
      'render "x"',
      'layout "x"',
      'block x',
      'tablerow i in a',
      'increment a',
      'echo a',
      'liquid echo a',
    ]) {
      expect(errorOf(`{% ${tag} %}`)?.message, tag).toContain('没有叫')
    }
  })
})

describe('checking as one writes', () => {
  test('notes names that are likely slips, with what they may have meant', () => {
    expect(checkScript('亲\n{{ 客户.省分 }}{{ 产品.价格 }}{{ 店铺.截单时间 }}')).toEqual({
      error: null,
      notes: [
        {
          message: '没有「客户.省分」这个事实，是不是想写「客户.省份」',
          isMistake: true,
          unknown: { written: '客户.省分', nearest: '客户.省份' },
          line: 2,
          column: 4,
        },
        {
          message: '没有「产品.价格」这个事实，会当作要客服填的空；是不是想写「商品.价格」',
          isMistake: false,
          unknown: { written: '产品.价格', nearest: '商品.价格' },
          line: 2,
          column: 15,
        },
      ],
      variables: ['客户.省分', '产品.价格', '店铺.截单时间'],
    })
  })

  test('a blank of the author’s own and an attribute of a product are no slips', () => {
    expect(checkScript('{{ 活动.名称 }}{{ 商品.肤质 }}{{ 订单.金额 }}{{ 退款.金额 }}').notes).toEqual([])
  })

  test('who knows what the products say of themselves is told of slips in 商品, too', () => {
    const { notes } = checkScript('{{ 商品.价各 }}{{ 商品.肤质 }}{{ 商品.价格 }}', ['肤质'])
    expect(notes).toMatchObject([{ unknown: { written: '商品.价各', nearest: '商品.价格' }, column: 4 }])
  })

  test('an unknown filter or tag comes with the word that was probably meant', () => {
    expect(checkScript('{{ 商品.价格 | 每夭 }}').error?.unknown).toEqual({ written: '每夭', nearest: '每天' })
    expect(checkScript('{% 随即 %}a{% end随机 %}').error?.unknown).toEqual({
      written: '随即',
      nearest: '随机',
    })
    expect(checkScript('{% endif %}').error).not.toHaveProperty('unknown')
  })

  test('an error is told alone', () => {
    expect(checkScript('{{ 客户.省分 | 每日 }}')).toMatchObject({
      error: { message: expect.stringContaining('每日') },
      notes: [],
    })
  })
})

describe('a name there is not keeps a script from being saved', () => {
  test.each([
    ['亲\n{{ 客户.省分 }}', 2, 4, '没有「客户.省分」这个事实，是不是想写「客户.省份」'],
    ['店铺.截单 写成字不算{{ 店铺.截单 }}', 1, 15, '没有「店铺.截单」这个事实'],
    ['{% if 客服.名字 %}x{% endif %}', 1, 7, '没有「客服.名字」这个事实'],
    ['{{ 商品 | 反问: 客户["颜色"] }}', 1, 13, '没有「客户.颜色」这个事实'],
    ['{{ 活动.名称 }}{{ 店铺.b }}{{ 客户.a }}', 1, 15, '没有「店铺.b」这个事实'],
    ['{{ 商品.价格 | 每日 }}', 1, 12, '没有叫「每日」的计算'],
  ])('%s', (body, line, column, message) => {
    expect(mistakeIn(body)).toMatchObject({ line, column, message: expect.stringContaining(message) })
  })

  test.each(['{{ 活动.名称 }}', '{{ 商品.面料 }}', '{{ 订单.赠品 }}', '{{ 赠品.名称 }}', '{{ 优惠 }}', '{{ 客户.称呼.size }}', '{{ 客户 }}'])(
    'but %s becomes a blank', (body) => expect(mistakeIn(body)).toBeNull(),
  ) // biome-ignore format: one list, read as one

  test('and a name that the script gives itself is known', () => {
    expect(
      mistakeIn('{% assign 价 = 商品.价格 %}{% for 项 in 商品.颜色 %}{{ 项.x }}{{ 价 }}{% endfor %}'),
    ).toBeNull()
  })
})
