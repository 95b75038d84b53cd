/** A stretch of a condensed text, in its characters: `[from, to)`. */
export interface Stretch {
  from: number
  to: number
}

/** Stretches that may overlap, asked whether one of them contains another stretch. */
export class Cover {
  readonly #from: number[] = []
  /** How far the stretches up to this one reach at most. */
  readonly #reach: number[] = []

  /** Stretches are added in order of where they begin. */
  add({ from, to }: Stretch): void {
    this.#from.push(from)
    this.#reach.push(Math.max(to, this.#reach.at(-1) ?? 0))
  }

  contains({ from, to }: Stretch): boolean {
    let low = 0
    let high = this.#from.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#from[middle] ?? 0) <= from) low = middle + 1
      else high = middle
    }
    return (this.#reach[low - 1] ?? -1) >= to
  }
}
