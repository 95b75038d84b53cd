type Units = ArrayLike<number>

/**
 * In how many insertions, removals and replacements of a unit the one becomes the other, when `most` are enough; null
 * when they are not. Takes time with the length times `most`.
 */
export function editDistance(one: Units, other: Units, most: number): number | null {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > most) return null
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  let [rows, columns] = [short.length, long.length]
  while (rows > start && short[rows - 1] === long[columns - 1]) {
    rows--
    columns--
  }
  return distance(short, long, { start, rows, columns, most })
}

/** Only the band of cells that can still lead to `most` is looked at. */
function distance(
  short: Units,
  long: Units,
  { start, rows, columns, most }: { start: number; rows: number; columns: number; most: number },
): number | null {
  const width = columns - start
  const beyond = most + 1
  let above = Uint32Array.from({ length: width + 1 }, (_, column) => column)
  let row = new Uint32Array(width + 1)
  for (let at = 1; at <= rows - start; at++) {
    const from = Math.max(1, at - most)
    const to = Math.min(width, at + most)
    row[from - 1] = from === 1 ? at : beyond
    let least = row[from - 1] ?? beyond
    const unit = short[start + at - 1]
    for (let column = from; column <= to; column++) {
      const replaced = (above[column - 1] ?? beyond) + (unit === long[start + column - 1] ? 0 : 1)
      const removed = column === at + most ? beyond : (above[column] ?? beyond) + 1
      const added = (row[column - 1] ?? beyond) + 1
      const cell = Math.min(replaced, removed, added)
      row[column] = cell
      if (cell < least) least = cell
    }
    if (least > most) return null
    ;[above, row] = [row, above]
  }
  const result = above[width] ?? beyond
  return result > most ? null : result
}
