import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cellsIn,
  filledDown,
  onlyCell,
  pasted,
  within,
  withoutRows,
} from '../../../../../renderer/workbench/components/sheet/cells.ts'
import { moved, tabbed } from '../../../../../renderer/workbench/components/sheet/moves.ts'
import { formatTsv, isBlock, parseTsv } from '../../../../../renderer/workbench/components/sheet/tsv.ts'

const at = (row: number, column: number) => ({ row, column })
const area = (top: number, left: number, bottom: number, right: number) => ({
  from: at(top, left),
  to: at(bottom, right),
})
const sheet = [
  ['黑色', 'S', '89'],
  ['黑色', 'M', '89'],
  ['白色', 'S', '95'],
]
const size = { columns: 3, maxRows: 500 }

describe('what a spreadsheet puts on the clipboard', () => {
  it('is rows of cells, without the line that Excel ends with', () => {
    expect(parseTsv('黑色\tM\t89\r\n白色\tL\t\r\n')).toEqual([
      ['黑色', 'M', '89'],
      ['白色', 'L', ''],
    ])
  })

  it('keeps a line break and a quotation mark inside a cell', () => {
    expect(parseTsv('"两行\n的字"\t"3"" 屏"')).toEqual([['两行\n的字', '3" 屏']])
    expect(parseTsv('约3"\t1')).toEqual([['约3"', '1']])
  })

  it('comes back as it was, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '色', '"', '\t', '\n', ' ') })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        // A last row of empty cells is told from Excel's closing line break by its tab.
        expect(parseTsv(formatTsv(rows))).toEqual(rows)
      }),
    )
  })

  it('is one cell when only a line break follows it', () => {
    expect([isBlock('89'), isBlock('89\n'), isBlock('89\t3'), isBlock('89\n95')]).toEqual([
      false,
      false,
      true,
      true,
    ])
  })
})

describe('pasting into a sheet', () => {
  it('lays the block over the cells from the chosen one on', () => {
    const { cells } = pasted(
      sheet,
      onlyCell(at(1, 1)),
      [
        ['L', '90'],
        ['XL', '91'],
      ],
      size,
    )
    expect(cells).toEqual([
      ['黑色', 'S', '89'],
      ['黑色', 'L', '90'],
      ['白色', 'XL', '91'],
    ])
  })

  it('adds rows for a block that is longer than the sheet', () => {
    const result = pasted(sheet, onlyCell(at(2, 0)), [['灰色'], ['蓝色'], ['绿色']], size)
    expect(result.cells.slice(2)).toEqual([
      ['灰色', 'S', '95'],
      ['蓝色', '', ''],
      ['绿色', '', ''],
    ])
    expect(result.area).toEqual(area(2, 0, 4, 0))
  })

  it('says how much of the block found no place', () => {
    const block = [
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]
    const result = pasted(sheet, onlyCell(at(2, 1)), block, { columns: 3, maxRows: 3 })
    expect(result.dropped).toEqual({ columns: 1, rows: 1 })
    expect(result.cells).toHaveLength(3)
  })

  it('fills a whole selection with a single value', () => {
    expect(pasted(sheet, area(0, 2, 2, 2), [['99']], size).cells.map((row) => row[2])).toEqual([
      '99',
      '99',
      '99',
    ])
  })
})

describe('a selection', () => {
  it('is the same whichever corner it began at', () => {
    expect(cellsIn(sheet, { from: at(2, 1), to: at(1, 0) })).toEqual([
      ['黑色', 'M'],
      ['白色', 'S'],
    ])
  })

  it('is filled down from its first row', () => {
    expect(filledDown(sheet, area(0, 1, 2, 2))).toEqual([
      ['黑色', 'S', '89'],
      ['黑色', 'S', '89'],
      ['白色', 'S', '89'],
    ])
  })

  it('takes its rows out, and moves back into what is left', () => {
    const left = withoutRows(sheet, area(1, 0, 2, 0))
    expect(left).toEqual([['黑色', 'S', '89']])
    expect(within(onlyCell(at(2, 2)), { rows: left.length, columns: 3 })).toEqual(onlyCell(at(0, 2)))
  })
})

describe('moving about', () => {
  const four = { rows: 4, columns: 3 }
  const key = (name: string, ctrlKey = false) => ({ key: name, shiftKey: false, ctrlKey })

  it('stops at the edges', () => {
    expect(moved(at(0, 0), key('ArrowUp'), four)).toEqual(at(0, 0))
    expect(moved(at(3, 2), key('ArrowRight'), four)).toEqual(at(3, 2))
    expect(moved(at(1, 1), key('PageDown'), four)).toEqual(at(3, 1))
    expect(moved(at(1, 1), key('End', true), four)).toEqual(at(3, 2))
    expect(moved(at(1, 1), key('a'), four)).toBeNull()
  })

  it('goes by Tab from row to row, and out at both ends', () => {
    expect(tabbed(at(0, 2), false, four)).toEqual(at(1, 0))
    expect(tabbed(at(1, 0), true, four)).toEqual(at(0, 2))
    expect(tabbed(at(3, 2), false, four)).toBeNull()
    expect(tabbed(at(0, 0), true, four)).toBeNull()
  })
})
