/** A run of `length` elements that stands at `before` in the one and at `after` in the other. */
export interface CommonRun {
  before: number
  after: number
  length: number
}

/**
 * From so many differences on, what lies between the common beginning and end is taken as wholly replaced: the time and
 * memory go with their square, and nobody reads a patchwork of a thousand pieces.
 */
const MOST_DIFFERENCES = 800

/**
 * The runs that two lists have in common when the one is made of the other in the fewest steps; in order, none touching
 * the next in both. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
 */
export function shortestEdit<Element>(before: readonly Element[], after: readonly Element[]): CommonRun[] {
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  const middle = middleRuns(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  ).map((run) => ({ ...run, before: run.before + start, after: run.after + start }))
  const runs = [
    { before: 0, after: 0, length: start },
    ...middle,
    { before: before.length - end, after: after.length - end, length: end },
  ]
  return joined(runs.filter(({ length }) => length > 0))
}

function commonStart<Element>(before: readonly Element[], after: readonly Element[]): number {
  const most = Math.min(before.length, after.length)
  let length = 0
  while (length < most && before[length] === after[length]) length++
  return length
}

function commonEnd<Element>(before: readonly Element[], after: readonly Element[], start: number): number {
  const most = Math.min(before.length, after.length) - start
  let length = 0
  while (length < most && before[before.length - 1 - length] === after[after.length - 1 - length]) length++
  return length
}

/** Furthest places on each diagonal after 0, 1, 2 … steps, walked forwards; the path is read from them backwards. */
function middleRuns<Element>(before: readonly Element[], after: readonly Element[]): CommonRun[] {
  const [rows, columns] = [before.length, after.length]
  if (rows === 0 || columns === 0) return []
  const most = Math.min(rows + columns, MOST_DIFFERENCES)
  const centre = most + 1
  const furthest = new Int32Array(2 * centre + 1)
  const history: Int32Array[] = []
  for (let steps = 0; steps <= most; steps++) {
    history.push(furthest.slice())
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const at = centre + diagonal
      let row = entry(furthest, at, isByAddition(furthest, at, diagonal, steps))
      while (row < rows && row - diagonal < columns && before[row] === after[row - diagonal]) row++
      furthest[at] = row
      if (row >= rows && row - diagonal >= columns) return runsBack(history, centre, rows, columns)
    }
  }
  return []
}

/** A path of `steps` comes onto `diagonal` from the neighbour that has got further: by an addition, or by a removal. */
function isByAddition(furthest: Int32Array, at: number, diagonal: number, steps: number): boolean {
  return diagonal === -steps || (diagonal !== steps && (furthest[at - 1] ?? 0) < (furthest[at + 1] ?? 0))
}

/** The row at which it comes there. */
function entry(furthest: Int32Array, at: number, isAddition: boolean): number {
  return isAddition ? (furthest[at + 1] ?? 0) : (furthest[at - 1] ?? 0) + 1
}

function runsBack(
  history: readonly Int32Array[],
  centre: number,
  rows: number,
  columns: number,
): CommonRun[] {
  const runs: CommonRun[] = []
  let [row, column] = [rows, columns]
  for (let steps = history.length - 1; steps >= 0; steps--) {
    const furthest = history[steps] ?? new Int32Array()
    const diagonal = row - column
    const at = centre + diagonal
    const isAddition = isByAddition(furthest, at, diagonal, steps)
    const first = steps === 0 ? 0 : entry(furthest, at, isAddition)
    if (row > first) runs.push({ before: first, after: first - diagonal, length: row - first })
    row = isAddition ? first : first - 1
    column = isAddition ? first - diagonal - 1 : first - diagonal
  }
  return runs.toReversed()
}

function joined(runs: readonly CommonRun[]): CommonRun[] {
  const result: CommonRun[] = []
  for (const run of runs) {
    const last = result.at(-1)
    const touches = last && last.before + last.length === run.before && last.after + last.length === run.after
    if (touches) last.length += run.length
    else result.push({ ...run })
  }
  return result
}
