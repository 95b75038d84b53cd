/** Rows that are fetched together. */
export const PAGE_SIZE = 100

/** Pages of rows, both inclusive. */
export interface Stretch {
  first: number
  last: number
}

/** Pages fetched beyond those in sight: where one scrolls to, and where one came from. */
const AHEAD = 2
const BEHIND = 1
/** So many rows from one frame to the next ask for one page more: at 1,000 rows a second 0.6 s to answer in. */
const ROWS_A_PAGE = 4
const FURTHEST = 6
/** Whoever goes so many rows at once is looking for a place, and may be elsewhere in the next moment. */
const LEAP = 300

/**
 * Which pages to have while the rows `from` to `to` are in sight, with those that will be next.
 *
 * @param moved rows by which they moved since the last time, negative upwards
 */
export function pagesAhead(from: number, to: number, moved: number): Stretch {
  const speed = Math.abs(moved)
  const ahead = AHEAD + (speed > LEAP ? 0 : Math.min(FURTHEST - AHEAD, Math.floor(speed / ROWS_A_PAGE)))
  const [above, below] = moved >= 0 ? [BEHIND, ahead] : [ahead, BEHIND]
  return {
    first: Math.max(0, Math.floor(from / PAGE_SIZE) - above),
    last: Math.floor(to / PAGE_SIZE) + below,
  }
}
