// biome-ignore-all lint/suspicious/noTemplateCurlyInString: fields of CodeMirror's templates are written so
import { describe, expect, test } from 'vitest'
import { insertionOf } from '../../../../../../renderer/workbench/phrases/editor/script/insertion.ts'
import { placeAt } from '../../../../../../renderer/workbench/phrases/editor/script/place.ts'

const price = { name: '商品.价格', inside: '商品.价格', alone: '\\{\\{ 商品.价格 \\}\\}' }
const perDay = { name: '每天', inside: '每天: ${1:90}', alone: '' }
const when = { name: 'if', inside: 'if ${1:商品.赠品} %\\}${2:送}\\{% endif %\\}', alone: '' }

/** The text after `word` was chosen where ^ stands; ^ is then the caret, [ ] the first field. */
function chosen(word: typeof price, marked: string): string {
  const at = marked.indexOf('^')
  const text = marked.replace('^', '')
  const place = placeAt(text, at, 'script')
  if (!place) throw new Error('nothing can be written here')
  const around = { before: text.slice(place.from - 1, place.from), after: text.slice(at, at + 1) }
  const { template, swallowed } = insertionOf(word, place, around)
  const shown = template
    .replace('${}', '^')
    .replace(/\$\{1:(.*?)\}/, '[$1]')
    .replace(/\$\{\d:(.*?)\}/g, '$1')
    .replace(/\\([{}])/g, '$1')
  return text.slice(0, place.from) + shown + text.slice(at + swallowed)
}

describe('choosing a word', () => {
  test('leaves the caret behind a name, inside the output, with blanks around', () => {
    expect(chosen(price, '只要{{^}}元')).toBe('只要{{ 商品.价格^ }}元')
    expect(chosen(price, '{{ jg^ }}')).toBe('{{ 商品.价格^ }}')
  })

  test('closes what is not closed', () => {
    expect(chosen(price, '只要{{jg^元')).toBe('只要{{ 商品.价格^ }}元')
    expect(chosen(price, '{{ 商品.价^}')).toBe('{{ 商品.价格^ }}')
  })

  test('selects the argument of a computation', () => {
    expect(chosen(perDay, '{{ 商品.价格 |^ }}')).toBe('{{ 商品.价格 | 每天: [90] }}')
    expect(chosen(perDay, '{{ 商品.价格 | mt^')).toBe('{{ 商品.价格 | 每天: [90] }}')
  })

  test('writes a tag with its end, taking the brace that the editor had closed', () => {
    expect(chosen(when, '亲{%^}')).toBe('亲{% if [商品.赠品] %}送{% endif %}')
  })

  test('only renames a tag that stands already', () => {
    expect(chosen(when, '{% un^ 店铺.运费险 %}亲')).toBe('{% if^ 店铺.运费险 %}亲')
  })

  test('in the text puts the whole output', () => {
    expect(chosen(price, '只要^元')).toBe('只要{{ 商品.价格 }}元')
  })
})
