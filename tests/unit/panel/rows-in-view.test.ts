import { describe, expect, it } from 'vitest'
import { rowsInView, scrollTopShowing } from '../../../renderer/panel/results/rows-in-view.ts'

const nineRows = { rowHeight: 40, scrollTop: 0, viewHeight: 360 }

describe('a long list', () => {
  it('draws the rows in view and a few beyond, however many there are', () => {
    expect(rowsInView(nineRows, 10_000)).toEqual({ first: 0, end: 13 })
    expect(rowsInView({ ...nineRows, scrollTop: 4000 }, 10_000)).toEqual({ first: 96, end: 113 })
  })

  it('draws a row of which only a part shows', () => {
    expect(rowsInView({ ...nineRows, scrollTop: 4020 }, 10_000)).toEqual({ first: 96, end: 114 })
  })

  it('ends where the rows end, also when it was scrolled further down in a longer list', () => {
    expect(rowsInView(nineRows, 3)).toEqual({ first: 0, end: 3 })
    expect(rowsInView({ ...nineRows, scrollTop: 4000 }, 3)).toEqual({ first: 3, end: 3 })
  })

  it('scrolls just far enough to show the row in hand', () => {
    expect(scrollTopShowing(8, nineRows)).toBe(0)
    expect(scrollTopShowing(9, nineRows)).toBe(40)
    expect(scrollTopShowing(3, { ...nineRows, scrollTop: 400 })).toBe(120)
  })
})
