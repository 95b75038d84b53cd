import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkGuard, checkScript, parseScript, renderScript } from '../../../shared/template/index.ts'
import { facts } from './sample-facts.ts'

/** Parses and renders as a file from anywhere would be. That it comes back at all is half of what is tested. */
function survive(body: string) {
  const parsed = parseScript(body)
  const result = parsed.ok ? renderScript(parsed.script, facts) : null
  return { result, error: parsed.ok ? null : parsed.error }
}

const doubling = (step: string) =>
  `{% assign a = "0123456789" %}{% for i in (1..60) %}${step}{% endfor %}{{ a }}`

describe('no script hangs or exhausts memory', () => {
  test.each([
    [
      'nested loops',
      '{% for i in (1..9999) %}{% for j in (1..9999) %}{% for k in (1..9999) %}{% endfor %}{% endfor %}{% endfor %}',
    ],
    ['a huge range', '{% for i in (1..99999999999) %}x{% endfor %}'],
    ['a huge range as a value', '{{ (1..99999999999) | size }}'],
    ['an append bomb', doubling('{% assign a = a | append: a %}')],
    ['a replace bomb', doubling('{% assign a = a | replace: "0", a %}')],
    ['a capture bomb', doubling('{% capture a %}{{ a }}{{ a }}{% endcapture %}')],
    [
      'a concat bomb',
      `{% assign a = "1,2" | split: "," %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}{{ a | size }}`,
    ],
    ['a join bomb', doubling('{% assign a = a | split: "" | join: a %}')],
    [
      'a capture within itself',
      doubling('{% capture a %}{% capture b %}{{ a }}{{ a }}{% endcapture %}{{ b }}{{ b }}{% endcapture %}'),
    ],
    ['a prepend bomb', doubling('{% assign a = a | prepend: a %}')],
    [
      'a chain of appends',
      `{% assign a = "0123456789" | append: "0123456789" %}{{ a${' | append: a'.repeat(700)} ${'| replace: "0", a'.repeat(4)} }}`,
    ],
    ['a split bomb', doubling('{% assign a = a | append: a %}{% assign b = a | split: "" %}')],
    [
      'loops inside wordings',
      '{% 随机 %}{% for i in (1..9999) %}{% for j in (1..9999) %}x{% endfor %}{% endfor %}{% 或者 %}好{% end随机 %}',
    ],
    [
      'a loop over a bomb',
      '{% assign a = "0,1,2,3,4,5,6,7,8,9" | split: "," %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}{% for x in a %}x{% endfor %}',
    ],
    ['a bomb in a condition', doubling('{% if a contains "x" %}{% endif %}{% assign a = a | append: a %}')],
    [
      'silent nested loops',
      '{% for i in (1..20000) %}{% for j in (1..20000) %}{% if i == j %}{% continue %}{% endif %}{% endfor %}{% endfor %}',
    ],
    ['endless text', '{% for i in (1..9999) %}0123456789{% endfor %}'],
    ['a wide date', '{{ "now" | date: "%999999999d" }}'],
    ['a wide slice', '{{ "a" | slice: 0, 99999999999 }}'],
  ])('%s is stopped, and says so', (_name, body) => {
    const { result } = survive(body)
    expect(result).toMatchObject({ text: null, refusals: [{ technique: '话术' }] })
    expect(result?.refusals[0]?.reason).toMatch(/太长，已停止|太大，已停止|算不出来/)
  })

  test.each([
    ['tags a thousand deep', `${'{% if 1 %}'.repeat(900)}`],
    ['tags a hundred deep, closed', `${'{% if 1 %}'.repeat(100)}x${'{% endif %}'.repeat(100)}`],
    ['a script beyond the limit', '亲'.repeat(10_001)],
    ['markup beyond the limit', '{{ 商品.价格 }}'.repeat(2000)],
  ])('%s is an error', (_name, body) => {
    const { error } = survive(body)
    expect(error?.message).toMatch(/太深|太长/)
  })

  test.each([
    ['braces that never close', '{{'.repeat(5000)],
    ['tags that never close', '{%'.repeat(5000)],
    ['quotes that never close', `{{ ${'"'.repeat(9990)} }}`],
    ['filters without end', `{{ 商品.名称 ${'| strip '.repeat(1200)} }}`],
    ['dots without end', `{{ 商品${'.x'.repeat(4900)} }}`],
    ['brackets within brackets', `{{ a${'[a'.repeat(3000)}${']'.repeat(3000)} }}`],
    ['raw that never ends', '{% raw %}'.repeat(1000)],
  ])('%s are answered at once', (_name, body) => {
    const { result, error } = survive(body)
    expect(result?.text ?? null).not.toBe('')
    expect(result !== null || error !== null).toBe(true)
  })

  test('a guard is held to the same', () => {
    expect(checkGuard('(1..99999999999) contains 5', facts)).toMatchObject({ holds: false })
    expect(checkGuard('商品.库存 '.repeat(200), facts)).toMatchObject({ holds: false })
  })

  test('a script of the greatest length that is plain text renders as it is', () => {
    expect(survive('亲'.repeat(10_000)).result?.text).toHaveLength(10_000)
  })
})

describe('whatever is typed', () => {
  const shards = fc.constantFrom(
    '{{',
    '}}',
    '{%',
    '%}',
    '-',
    '|',
    ':',
    ',',
    '.',
    '..',
    '(',
    ')',
    '[',
    ']',
    '"',
    "'",
    '=',
    '==',
    '!=',
    '<',
    '>=',
    ' ',
    '\n',
    '0',
    '9',
    '-1',
    'if',
    'endif',
    'else',
    'elsif',
    'for',
    'in',
    'endfor',
    'case',
    'when',
    'endcase',
    'assign',
    'capture',
    'endcapture',
    'raw',
    'endraw',
    'comment',
    'endcomment',
    'break',
    'continue',
    'and',
    'or',
    'not',
    'contains',
    'nil',
    'blank',
    'true',
    'forloop',
    'limit:',
    'offset:',
    'reversed',
    '#',
    '随机',
    '或者',
    'end随机',
    '商品',
    '客户',
    '店铺',
    '订单',
    '价格',
    '颜色',
    '省份',
    '金额',
    '活动',
    '每天',
    '仅剩',
    '反问',
    '凑单',
    '推荐尺码',
    '元',
    '前',
    'size',
    'default',
    'append',
    'split',
    'sort',
    'slice',
    'date',
    'times',
    'x',
    '：',
    '｜',
    '“',
    '”',
    '\u0000',
    '\u{1F381}',
    '\uD800',
  )
  const typed = fc.array(shards, { maxLength: 40 }).map((pieces) => pieces.join(''))
  const marked = fc.array(fc.tuple(fc.constantFrom('{{', '{%'), fc.array(shards, { maxLength: 8 })), {
    maxLength: 6,
  })
  const scripts = fc.oneof(
    typed,
    marked.map((parts) =>
      parts.map(([open, inner]) => `${open} ${inner.join(' ')} ${open === '{{' ? '}}' : '%}'}`).join(''),
    ),
  )

  test('is a script that renders or an error with a place, and its parts are its text', () => {
    fc.assert(
      fc.property(scripts, fc.boolean(), (body, known) => {
        const parsed = parseScript(body)
        if (!parsed.ok) {
          expect(parsed.error.message).toMatch(/[一-龥]/)
          expect(parsed.error.line).toBeGreaterThan(0)
          expect(parsed.error.column).toBeGreaterThan(0)
          return
        }
        const of = known ? facts : { ...facts, product: null, buyer: null }
        const { text, parts, missing, refusals } = renderScript(parsed.script, of)
        expect(text === null).toBe(missing.length + refusals.length > 0)
        if (text !== null) expect(parts.map((part) => ('text' in part ? part.text : '')).join('')).toBe(text)
        expect(checkScript(body).error).toBeNull()
      }),
      { numRuns: 4000 },
    )
  })

  test('is a condition that is answered', () => {
    fc.assert(
      fc.property(typed, (guard) => {
        const answer = checkGuard(guard, facts)
        if (!answer.holds) expect(answer.reason).toMatch(/[一-龥]/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a script reaches facts and nothing else', () => {
  test.each([
    'constructor',
    '__proto__',
    'toString',
    'valueOf',
    'hasOwnProperty',
    'prototype',
    '商品.constructor',
    '商品.__proto__',
    '商品.卖点.constructor',
    '商品.名称.constructor',
    '商品.价格.fen',
    '商品.价格.constructor',
    '店铺.couriers',
    '商品.id',
    'process',
    'globalThis',
  ])('{{ %s }} is a blank like any unknown name', (name) => {
    const { result } = survive(`{{ ${name} }}`)
    expect(result).toMatchObject({ text: null, missing: [{}] })
  })

  test('a loop shows its counters and none of its workings', () => {
    const { result } = survive(
      '{% for 点 in 商品.卖点 %}{{ forloop.index }}/{{ forloop.length }}{% if forloop.last %}。{% endif %}{% endfor %}',
    )
    expect(result?.text).toBe('1/22/2。')
    expect(
      survive('{% for 点 in 商品.卖点 %}{{ forloop.next }}{{ forloop.constructor }}{% endfor %}').result
        ?.text,
    ).toBeNull()
  })

  test('blanks named like the language underneath are just blanks', () => {
    const parsed = parseScript('{{ __proto__ }}{{ constructor }}')
    expect(
      parsed.ok &&
        renderScript(parsed.script, facts, JSON.parse('{"__proto__":"甲","constructor":"乙"}')).text,
    ).toBe('甲乙')
    expect(parsed.ok && renderScript(parsed.script, facts, {}).text).toBeNull()
  })

  test('one rendering leaves nothing for the next', () => {
    const parsed = parseScript('{% if 记 %}有{% endif %}{% assign 记 = 1 %}好')
    expect(
      parsed.ok && [renderScript(parsed.script, facts).text, renderScript(parsed.script, facts).text],
    ).toEqual(['好', '好'])
  })
})
