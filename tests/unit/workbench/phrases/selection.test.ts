import { describe, expect, it } from 'vitest'
import { extendedTo, NOTHING_SELECTED, toggled } from '../../../../renderer/workbench/phrases/selection.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const idAt = (index: number) => ids[index] ?? null

describe('ticking rows', () => {
  it('ticks a row and unticks it again', () => {
    const once = toggled(NOTHING_SELECTED, 1, 'b')
    expect([...once.ids]).toEqual(['b'])
    expect(toggled(once, 1, 'b').ids.size).toBe(0)
  })

  it('extends from the last ticked row in either direction and keeps what was ticked', () => {
    const first = toggled(toggled(NOTHING_SELECTED, 4, 'e'), 2, 'c')
    expect([...extendedTo(first, 0, idAt).ids].toSorted()).toEqual(['a', 'b', 'c', 'e'])
  })

  it('leaves out rows that are not loaded', () => {
    const partly = (index: number) => (index === 1 ? null : idAt(index))
    expect([...extendedTo(toggled(NOTHING_SELECTED, 0, 'a'), 2, partly).ids]).toEqual(['a', 'c'])
  })

  it('begins at the row itself when nothing was ticked before', () => {
    expect([...extendedTo(NOTHING_SELECTED, 3, idAt).ids]).toEqual(['d'])
  })
})
