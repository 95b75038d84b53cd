import { describe, expect, it } from 'vitest'
import { pagesAhead } from '../../../../../renderer/workbench/phrases/table/pages-ahead.ts'

describe('pages of rows', () => {
  it('are fetched ahead of whoever scrolls, in the direction of scrolling', () => {
    expect(pagesAhead(1_000, 1_020, 1)).toEqual({ first: 9, last: 12 })
    expect(pagesAhead(1_000, 1_020, -1)).toEqual({ first: 8, last: 11 })
  })

  it('are more of them the faster one scrolls, but for a leap', () => {
    expect(pagesAhead(1_000, 1_020, 16)).toEqual({ first: 9, last: 16 })
    expect(pagesAhead(1_000, 1_020, 200)).toEqual(pagesAhead(1_000, 1_020, 16))
    expect(pagesAhead(50_000, 50_020, 49_000)).toEqual({ first: 499, last: 502 })
  })

  it('begin with the first', () => {
    expect(pagesAhead(0, 20, -20).first).toBe(0)
  })
})
