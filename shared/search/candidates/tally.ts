/**
 * Sums of evidence for slots. They lie dense, one number a slot: adding to them and looking through them all is cheaper
 * than keeping a list of those that were touched.
 */
export class Tally {
  #sums = new Float32Array(1024)
  /** The last group that credited each slot: a group credits a slot once. */
  #groupOf = new Uint32Array(1024)
  #group = 0

  reserve(slots: number): void {
    if (slots <= this.#sums.length) return
    const room = Math.ceil(slots * 1.25)
    this.#sums = new Float32Array(room)
    this.#groupOf = new Uint32Array(room)
    this.#group = 0
  }

  /** The sum of every slot; valid until `clear`. */
  get sums(): Float32Array {
    return this.#sums
  }

  clear(slots: number): void {
    this.#sums.fill(0, 0, slots)
  }

  /** Begins a group for `creditOnce`; its features are to be credited from the weightiest on. */
  nextGroup(): void {
    this.#group++
  }

  /** Adds `weight` to `slots[from, to)`. */
  credit(slots: Uint32Array, from: number, to: number, weight: number): void {
    const sums = this.#sums
    for (let i = from; i < to; i++) {
      const slot = slots[i] as number
      sums[slot] = (sums[slot] as number) + weight
    }
  }

  /** The same, but for slots that this group has credited already. */
  creditOnce(slots: Uint32Array, from: number, to: number, weight: number): void {
    const sums = this.#sums
    const groupOf = this.#groupOf
    const group = this.#group
    for (let i = from; i < to; i++) {
      const slot = slots[i] as number
      if (groupOf[slot] === group) continue
      groupOf[slot] = group
      sums[slot] = (sums[slot] as number) + weight
    }
  }
}
