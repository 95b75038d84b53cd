/** Rows of text that take little room until they are read. */
export interface KeptRows {
  /** The last row that holds anything: those between, and before, that hold nothing count. */
  count: number
  /** From the first; each has as many cells as the widest. */
  rows(): Iterable<string[]>
}

/** Rows to a block: few enough to be short-lived, many enough to cost little each. */
const BLOCK = 256

/** Keeps rows as they come, in order. Blocks of text take a third of what the cells would as objects. */
export function createRowKeeper() {
  const blocks: string[] = []
  let block: [row: number, cells: readonly string[]][] = []
  let count = 0
  let width = 0

  return {
    last: (): number => count,

    /** @param row counts from 1, and is further down than the last */
    add(row: number, cells: readonly string[]): void {
      count = row
      width = Math.max(width, cells.length)
      block.push([row, cells])
      if (block.length === BLOCK) flush()
    },

    kept(): KeptRows {
      flush()
      return { count, rows: () => rowsOf(blocks, width) }
    },
  }

  function flush(): void {
    if (block.length > 0) blocks.push(JSON.stringify(block))
    block = []
  }
}

function* rowsOf(blocks: readonly string[], width: number): Generator<string[]> {
  const empty = () => new Array<string>(width).fill('')
  let next = 1
  for (const block of blocks)
    for (const [row, cells] of JSON.parse(block) as [number, string[]][]) {
      for (; next < row; next++) yield empty()
      while (cells.length < width) cells.push('')
      yield cells
      next++
    }
}
