import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type RowWindow, rowWindow } from './row-window.ts'

interface Given {
  count: number
  /** Px; all rows are of one height, so that where each stands is known without measuring any. */
  rowHeight: number
  /** What the rows are of. With another list one begins at its `startTop` again. */
  list: string
  /** Px from the top. */
  startTop: number
  /** Told when the list goes or becomes another, how far it was scrolled. */
  onLeave: (top: number) => void
}

/** Draws of a list of any length the rows in sight, and goes to any of them. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  { count, rowHeight, list, startTop, onLeave }: Given,
) {
  // Until the list is measured, it is taken to be as high as the window: what is drawn is then enough at once.
  const [drawn, setDrawn] = useState<RowWindow>(() =>
    rowWindow({ top: startTop, height: window.innerHeight, rowHeight }, null),
  )
  const top = useRef(startTop)

  const look = useCallback(() => {
    const element = scroller.current
    if (!element) return
    top.current = element.scrollTop
    setDrawn((now) => {
      const next = rowWindow({ top: top.current, height: element.clientHeight, rowHeight }, now)
      return next.from === now.from && next.to === now.to ? now : next
    })
  }, [scroller, rowHeight])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    // Within the event, or the frame would show the list where it was not drawn yet.
    const onScroll = () => flushSync(look)
    const resized = new ResizeObserver(look)
    resized.observe(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [scroller, look])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins anew, not another render
  useLayoutEffect(() => {
    // From one top to another, as a rule; to ask would have the browser lay the page out while its rows are still to come.
    if (scroller.current && (top.current !== 0 || startTop !== 0)) {
      scroller.current.scrollTop = startTop
      look()
    }
    return () => onLeave(top.current)
  }, [list])

  const goTo = (index: number) => {
    const element = scroller.current
    if (!element) return
    const [start, end] = [index * rowHeight, (index + 1) * rowHeight]
    if (start < element.scrollTop) element.scrollTop = start
    else if (end > element.scrollTop + element.clientHeight) element.scrollTop = end - element.clientHeight
    look()
  }

  return {
    from: Math.min(drawn.from, Math.max(0, count - 1)),
    to: Math.min(drawn.to, count - 1),
    /** The element that shows a row, by its name. */
    lineOf: (row: number) => row - drawn.zero,
    height: count * rowHeight,
    goTo,
  }
}
