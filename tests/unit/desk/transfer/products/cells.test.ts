import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  readCode,
  readCount,
  readList,
  readPrice,
  readStock,
} from '../../../../../electron/desk/transfer/products/cells.ts'
import { formatYuan } from '../../../../../shared/techniques/prices/money.ts'

describe('a price in a cell', () => {
  it.each([
    ['12.9', 1290],
    ['12.90', 1290],
    ['¥1,299.00', 129900],
    ['￥1299', 129900],
    ['1299元', 129900],
    ['１２．５', 1250],
    ['CNY 88', 8800],
    ['88.00RMB', 8800],
    ['0', 0],
    ['0.07', 7],
    ['19.900000', 1990],
    ['10000000', 1_000_000_000],
  ])('“%s” is %i fen', (cell, fen) => {
    expect(readPrice(cell)).toEqual({ ok: true, value: fen })
  })

  it('is exact for every amount of fen, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (fen) => {
        const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
        for (const cell of [yuan, `¥${yuan}`, `${yuan}元`, formatYuan(fen)])
          expect(readPrice(cell)).toEqual({ ok: true, value: fen })
      }),
    )
  })

  it.each([
    ['-5', '负数'],
    ['(5.00)', '负数'],
    ['12.345', '超过两位小数'],
    ['99-129', '是一个范围'],
    ['99~129', '是一个范围'],
    ['面议', '看不懂'],
    ['10000000.01', '太大'],
    ['1e9', '看不懂'],
    ['99999999999', '太大'],
  ])('“%s” is refused: %s', (cell, why) => {
    expect(readPrice(cell)).toMatchObject({ ok: false, reason: expect.stringContaining(why) })
  })
})

describe('stock in a cell', () => {
  it.each([
    ['12', 12],
    ['12.0', 12],
    ['1,200', 1200],
    ['12件', 12],
    ['１２', 12],
    ['0', 0],
    ['10000000', 10_000_000],
  ])('“%s” is %i pieces', (cell, pieces) => {
    expect(readStock(cell)).toEqual({ ok: true, value: pieces })
  })

  it.each([
    ['-3', '负数'],
    ['3.5', '不是整数'],
    ['1000000000', '太大'],
    ['有货', '看不懂'],
    ['2026-11-21', '看不懂'],
  ])('“%s” is refused: %s', (cell, why) => {
    expect(readStock(cell)).toMatchObject({ ok: false, reason: expect.stringContaining(why) })
  })
})

describe('other cells', () => {
  it('takes a count with its unit, and nothing that has to be guessed', () => {
    expect(readCount('可用天数', '约 90 天')).toEqual({ ok: true, value: 90 })
    expect(readCount('可用天数', '3个月')).toMatchObject({
      ok: false,
      reason: '可用天数“3个月”看不懂，要写成 90 这样',
    })
  })

  it('refuses a code that a spreadsheet has rounded, instead of making up its last digits', () => {
    expect(readCode('编码', '6.91235E+12')).toMatchObject({ ok: false })
    expect(readCode('编码', '00123')).toEqual({ ok: true, value: '00123' })
  })

  it('splits lists by what separates them, and keeps commas in sentences', () => {
    expect(readList('羊毛 70%，羊绒 30%', false)).toEqual(['羊毛 70%', '羊绒 30%'])
    expect(readList('吸收快，不油腻；孕妇可用', true)).toEqual(['吸收快，不油腻', '孕妇可用'])
    expect(readList('M001、M002、M001', false)).toEqual(['M001', 'M002'])
  })
})
