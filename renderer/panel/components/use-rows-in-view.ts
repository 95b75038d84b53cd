import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { type RowRange, rowsInView, scrollTopShowing } from '../results/rows-in-view.ts'

const NOTHING_YET: RowRange = { first: 0, end: 20 }

/**
 * The rows of a long list that are worth drawing, and the row in hand kept in view. Rows have one height, so this takes
 * the place of a general virtualiser, which would be a tenth of the page's script.
 */
export function useRowsInView(list: {
  count: number
  selected: number
  rowHeight: number
}): RowRange & { scroller: RefObject<HTMLDivElement | null>; onScroll: () => void } {
  const { count, selected, rowHeight } = list
  const scroller = useRef<HTMLDivElement>(null)
  const [range, setRange] = useState(NOTHING_YET)

  const look = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const view = { rowHeight, scrollTop: element.scrollTop, viewHeight: element.clientHeight }
    setRange((before) => {
      const now = rowsInView(view, count)
      return now.first === before.first && now.end === before.end ? before : now
    })
  }, [rowHeight, count])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [look])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const view = { rowHeight, scrollTop: element.scrollTop, viewHeight: element.clientHeight }
    const scrollTop = scrollTopShowing(selected, view)
    if (scrollTop !== element.scrollTop) element.scrollTop = scrollTop
    look()
  }, [selected, rowHeight, look])

  return { first: Math.min(range.first, count), end: Math.min(range.end, count), scroller, onScroll: look }
}
