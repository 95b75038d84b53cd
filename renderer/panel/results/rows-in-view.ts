/** A view onto rows of one height; all lengths in pixels. */
export interface RowView {
  rowHeight: number
  scrollTop: number
  viewHeight: number
}

/** Half-open range of row numbers. */
export interface RowRange {
  first: number
  end: number
}

/** Rows drawn beyond each edge, so that a fast scroll does not show an empty one. */
const OVERSCAN = 4

/** Which of `count` rows to draw. The row in hand is drawn by being scrolled to. */
export function rowsInView({ rowHeight, scrollTop, viewHeight }: RowView, count: number): RowRange {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - OVERSCAN)
  const end = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + OVERSCAN)
  return { first: Math.min(first, end), end }
}

/** Where to scroll so that `row` is wholly in view, moving as little as possible. */
export function scrollTopShowing(row: number, { rowHeight, scrollTop, viewHeight }: RowView): number {
  const top = row * rowHeight
  const bottom = top + rowHeight
  if (top < scrollTop) return top
  if (bottom > scrollTop + viewHeight) return bottom - viewHeight
  return scrollTop
}
