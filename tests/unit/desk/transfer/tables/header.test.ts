import { describe, expect, it } from 'vitest'
import { isKnownName } from '../../../../../electron/desk/transfer/products/column-names.ts'
import { columnNames, findHeader, namedTable } from '../../../../../electron/desk/transfer/tables/header.ts'

const rowsOf = (...lines: string[]) =>
  lines.map((line, index) => ({ row: index + 1, cells: line.split(','), fault: null }))

describe('the row that names the columns', () => {
  it('may stand under a title, a note and an empty line', () => {
    const rows = rowsOf('2026 冬款报价单,,', ',,', '制表：小王,,', '货号,品名,售价(元)', 'A1,大衣,899')
    expect(findHeader(rows, isKnownName)).toBe(3)
  })

  it('is the first one of words where none is a name that is known', () => {
    expect(findHeader(rowsOf('3,5', '甲方案,乙方案', '1,2'), isKnownName)).toBe(1)
    expect(findHeader(rowsOf('1,2', '3,4'), isKnownName)).toBeNull()
  })

  it('gives each column a name of its own', () => {
    expect(columnNames(['价格', '', '价格', ' 颜 色 '])).toEqual(['价格', 'B 列', '价格 (2)', '颜 色'])
    expect(columnNames(Array.from({ length: 28 }, () => '')).at(-1)).toBe('AB 列')
  })

  it('tells of rows that are wider than it, and takes shorter ones as they are', () => {
    const { rows } = namedTable(rowsOf('编码,价格', 'A1,1,299', 'A2', ',', 'A3,5,'), 0)
    expect(rows.map(({ row, fault }) => [row, fault])).toEqual([
      [2, '有 3 列，比表头多 1 列（内容里的逗号要加双引号）'],
      [3, null],
      [5, null],
    ])
  })
})
