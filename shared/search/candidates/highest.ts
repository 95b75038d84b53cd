/**
 * Keeps the highest ranked of many slots: a heap in flat arrays whose root is the least of those kept. One instance is
 * used again and again, so that choosing allocates nothing.
 */
export class Highest {
  readonly slots: Uint32Array
  readonly ranks: Float64Array
  #count = 0
  #most = 0

  /** @param room the greatest `most` that `begin` may be told */
  constructor(room: number) {
    this.slots = new Uint32Array(room)
    this.ranks = new Float64Array(room)
  }

  /** Forgets everything; from now on the `most` highest are kept. */
  begin(most: number): void {
    this.#count = 0
    this.#most = most
  }

  get count(): number {
    return this.#count
  }

  /** What a slot must outrank to be kept. */
  get least(): number {
    return this.#count < this.#most ? -Infinity : (this.ranks[0] as number)
  }

  /** Keeps a slot that outranks `least`. */
  add(slot: number, rank: number): void {
    if (this.#count < this.#most) this.#rise(slot, rank)
    else this.#sink(slot, rank)
  }

  #rise(slot: number, rank: number): void {
    const { slots, ranks } = this
    let at = this.#count++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((ranks[parent] as number) <= rank) break
      ranks[at] = ranks[parent] as number
      slots[at] = slots[parent] as number
      at = parent
    }
    ranks[at] = rank
    slots[at] = slot
  }

  #sink(slot: number, rank: number): void {
    const { slots, ranks } = this
    const count = this.#count
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= count) break
      if (child + 1 < count && (ranks[child + 1] as number) < (ranks[child] as number)) child++
      if ((ranks[child] as number) >= rank) break
      ranks[at] = ranks[child] as number
      slots[at] = slots[child] as number
      at = child
    }
    ranks[at] = rank
    slots[at] = slot
  }
}
