import { describe, expect, it } from 'vitest'
import {
  ALL_SELECTED,
  choiceOf,
  countSelected,
  isSelected,
  NOTHING_SELECTED,
  toggled,
  withAll,
} from '../../../../../renderer/workbench/phrases/table/selection.ts'
import { PhraseQuery } from '../../../../../shared/model/phrase-listing.ts'

const query = PhraseQuery.parse({ filter: {} })

describe('ticking rows', () => {
  it('ticks a row and unticks it again', () => {
    const once = toggled(NOTHING_SELECTED, 1, 'b')
    expect(isSelected(once, 'b')).toBe(true)
    expect(countSelected(toggled(once, 1, 'b'), 5)).toBe(0)
  })

  it('adds a range to what was ticked', () => {
    const first = toggled(toggled(NOTHING_SELECTED, 4, 'e'), 2, 'c')
    expect([...withAll(first, ['a', 'b', 'c']).ids].toSorted()).toEqual(['a', 'b', 'c', 'e'])
    expect(withAll(first, ['a', 'b', 'c']).anchor).toBe(2)
  })

  it('holds everything without naming it, but for what is unticked again', () => {
    const allButOne = toggled(ALL_SELECTED, 1, 'b')
    expect(countSelected(allButOne, 100_000)).toBe(99_999)
    expect(isSelected(allButOne, 'b')).toBe(false)
    expect(isSelected(allButOne, 'never loaded')).toBe(true)
    expect(choiceOf(allButOne, query)).toEqual({ kind: 'all', query, except: ['b'] })
    expect(countSelected(withAll(allButOne, ['a', 'b']), 100_000)).toBe(100_000)
  })

  it('is no choice while nothing is ticked', () => {
    expect(choiceOf(NOTHING_SELECTED, query)).toBeNull()
  })
})
