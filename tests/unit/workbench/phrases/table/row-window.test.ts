import { describe, expect, it } from 'vitest'
import { type RowWindow, rowWindow } from '../../../../../renderer/workbench/phrases/table/row-window.ts'

const at = (row: number, before: RowWindow | null = null) =>
  rowWindow({ top: row * 60, height: 600, rowHeight: 60 }, before)

describe('the rows that are drawn', () => {
  it('are those in sight and some around them', () => {
    const { from, to } = at(1_000)
    expect(from).toBeLessThan(1_000)
    expect(to).toBeGreaterThan(1_009)
    expect(to - from).toBeLessThan(32)
    expect(at(0).from).toBe(0)
  })

  it('hold a row that is cut by either edge', () => {
    const { from, to } = rowWindow({ top: 30, height: 600, rowHeight: 60 }, { from: 900, to: 930, zero: 0 })
    expect({ from, to }).toEqual({ from: 0, to: 10 })
  })

  it('stay as they are while one scrolls by a line', () => {
    expect(at(1_001, at(1_000))).toEqual(at(1_000))
  })

  it('keep their lines while some of them stay, and take the lines along in a jump', () => {
    const before = at(1_000)
    expect(at(1_012, before).zero).toBe(before.zero)
    const jumped = at(5_000, before)
    expect(jumped.from - jumped.zero).toBe(before.from - before.zero)
    expect(jumped).toMatchObject({ from: 5_000, to: 5_009 })
  })
})
