// biome-ignore-all lint/suspicious/noTemplateCurlyInString: fields of CodeMirror's templates are written so
import { describe, expect, test } from 'vitest'
import { vocabularyWith } from '../../../../../../electron/desk/scripts/vocabulary.ts'
import { matching } from '../../../../../../renderer/workbench/phrases/editor/script/word-match.ts'
import { inFamilies, wordsOf } from '../../../../../../renderer/workbench/phrases/editor/script/words.ts'
import { parseScript } from '../../../../../../shared/template/index.ts'

const words = wordsOf(await vocabularyWith([]))
const found = (kind: keyof typeof words, typed: string) =>
  matching(words[kind], typed).map(({ name }) => name)

/** A template as it stands once it is put in, its fields as their own text. */
const asText = (template: string) => template.replace(/\$\{\d*:?(.*?)\}/g, '$1').replace(/\\([{}])/g, '$1')

describe('the words that an author can write', () => {
  test('stand by where facts come from, then by what they do', () => {
    expect(inFamilies(words.text).map(({ name }) => name)).toEqual([
      ...['店铺', '客服', '客户', '商品', '订单', '时间'],
      ...['计算', '措辞', '条件与说法'],
    ])
  })

  test('put in scripts that parse, wherever they are chosen in the text', () => {
    const all = [...new Set([...words.text, ...words.filter])]
    // These two only mean something inside a loop, where the author puts them himself.
    const standing = all.filter(({ name }) => name !== 'break' && name !== 'continue')
    expect(standing.length).toBeGreaterThan(100)
    const broken = standing.filter(({ alone }) => !parseScript(asText(alone)).ok)
    expect(broken.map(({ name, alone }) => [name, asText(alone)])).toEqual([])
  })

  test('their arguments are fields, selected one after the other', () => {
    const template = (kind: keyof typeof words, name: string) =>
      words[kind].find((word) => word.name === name)?.inside
    expect(template('filter', '每天')).toBe('每天: ${1:90}')
    expect(template('filter', '仅剩')).toBe('仅剩: "${1:黑色 M}"')
    expect(template('filter', 'replace')).toBe('replace: "${1:霜}", "${2:膜}"')
    expect(template('filter', '元')).toBe('元')
    expect(template('tag', 'if')).toBe('if ${1:商品.赠品} %}${2:送}\\{\\{ 商品.赠品 \\}\\}\\{% endif %\\}')
    expect(template('tag', '随机')).toBe('随机 %}${1:在的}\\{% 或者 %\\}${2:您说}\\{% end随机 %\\}')
  })
})

describe('finding a word', () => {
  test('by initials, by pinyin, in Chinese, and by the family it belongs to', () => {
    expect(found('name', 'jg')[0]).toBe('商品.价格')
    expect(found('name', 'jiage')[0]).toBe('商品.价格')
    expect(found('name', '价')[0]).toBe('商品.价格')
    expect(found('name', '商品.')).toEqual(
      words.name.filter(({ family }) => family === '商品').map(({ name }) => name),
    )
    expect(found('name', '商品.kc')).toEqual(['商品.库存'])
    expect(found('filter', 'cd')[0]).toBe('凑单')
    expect(found('tag', 'sj')[0]).toBe('随机')
  })

  test('the word as it is written comes before one that only sounds or reads alike', () => {
    expect(found('filter', '前')[0]).toBe('前')
    expect(found('name', '发货').slice(0, 1)).toEqual(['店铺.发货地'])
  })

  test('by what it is for, and not at all when nothing fits', () => {
    expect(found('name', '包邮')).toContain('店铺.包邮门槛')
    expect(found('filter', '尺码表')).toEqual(['推荐尺码'])
    expect(found('name', 'qqqq')).toEqual([])
    expect(found('name', '店铺.jg')).toEqual([])
  })
})
