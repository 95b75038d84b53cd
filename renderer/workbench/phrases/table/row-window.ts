/** Rows that are drawn: `from` to `to`, both inclusive. */
export interface RowWindow {
  from: number
  to: number
  /**
   * The row whose line is called 0. A row's line is an element of the page; whoever jumps takes along the lines there
   * are, since writing into one is quicker than making one.
   */
  zero: number
}

/** What is seen of the list, px. */
export interface Sight {
  top: number
  height: number
  rowHeight: number
}

/** Rows drawn beyond those in sight, each way: what a hand on the wheel scrolls before the page can draw again. */
const AROUND = 8
/** Rows come and go so many at a time, not one by one. */
const STRIDE = 4

/**
 * Which rows to draw, whatever the list's length. After a jump that is what is in sight and no more: everything is new
 * then, and a frame is short.
 *
 * @param before what has been drawn until now
 */
export function rowWindow({ top, height, rowHeight }: Sight, before: RowWindow | null): RowWindow {
  const first = Math.max(0, Math.floor(top / rowHeight))
  const last = Math.max(first, Math.ceil((top + height) / rowHeight) - 1)
  if (before !== null && (last < before.from || first > before.to))
    return { from: first, to: last, zero: before.zero + first - before.from }
  return {
    from: Math.max(0, Math.floor((first - AROUND) / STRIDE) * STRIDE),
    to: Math.ceil((last + AROUND + 1) / STRIDE) * STRIDE - 1,
    zero: before?.zero ?? 0,
  }
}
