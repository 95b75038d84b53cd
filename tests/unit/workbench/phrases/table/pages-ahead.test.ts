import { describe, expect, it } from 'vitest'
import { pagesAhead } from '../../../../../renderer/workbench/phrases/table/pages-ahead.ts'

describe('pages of rows', () => {
  it('are fetched ahead of whoever scrolls, in the direction of scrolling', () => {
    expect(pagesAhead(1_000, 1_020, 'down')).toEqual({ first: 9, last: 13 })
    expect(pagesAhead(1_000, 1_020, 'up')).toEqual({ first: 7, last: 11 })
  })

  it('begin with the first', () => {
    expect(pagesAhead(0, 20, 'up').first).toBe(0)
  })
})
