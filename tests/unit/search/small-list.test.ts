import { describe, expect, it } from 'vitest'
import { smallListSearch } from '../../../shared/search/small-list.ts'

const products = [
  { name: '烟酰胺精华面霜', code: 'MS-001' },
  { name: '羊毛针织连衣裙', code: 'QZ-210' },
  { name: '儿童保温杯', code: 'BW-033' },
  { name: '纯棉四件套', code: 'JF-104' },
]
const find = smallListSearch(products, ({ name, code }) => [name, code])
const first = (text: string) => find(text, 3)[0]?.name

describe('a small list', () => {
  it('keeps its own order while nothing is typed', () => {
    expect(find(' ', 2)).toEqual(products.slice(0, 2))
  })

  it.each([
    ['面霜', '烟酰胺精华面霜'],
    ['mianshuang', '烟酰胺精华面霜'],
    ['lyq', '羊毛针织连衣裙'],
    ['bwb', '儿童保温杯'],
    ['baowenbei', '儿童保温杯'],
    ['baowennbei', '儿童保温杯'],
    ['連衣裙', '羊毛针织连衣裙'],
    ['jf-104', '纯棉四件套'],
    ['ＪＦ１０４', '纯棉四件套'],
  ])('finds %s', (typed, name) => {
    expect(first(typed)).toBe(name)
  })

  it('finds nothing for what is not there', () => {
    expect(find('挖掘机', 3)).toEqual([])
  })
})
