/** Sums of evidence for slots, with what is needed to clear them in no more time than filling them took. */
export class Tally {
  #sums = new Float32Array(1024)
  #touched = new Uint32Array(1024)
  #count = 0
  /** The last group that credited each slot, and with how much: a group credits a slot once. */
  #groupOf = new Uint32Array(1024)
  #group = 0

  reserve(slots: number): void {
    if (slots <= this.#sums.length) return
    const room = Math.ceil(slots * 1.25)
    this.#sums = new Float32Array(room)
    this.#touched = new Uint32Array(room)
    this.#groupOf = new Uint32Array(room)
    this.#group = 0
  }

  /** Begins a group; its features are to be credited from the weightiest on. */
  nextGroup(): void {
    this.#group++
  }

  credit(slot: number, weight: number): void {
    if (this.#groupOf[slot] === this.#group) return
    this.#groupOf[slot] = this.#group
    const sum = this.#sums[slot] as number
    if (sum === 0) this.#touched[this.#count++] = slot
    this.#sums[slot] = sum + weight
  }

  /** Tells every slot that has been credited, and its sum, and clears them. */
  drain(visit: (slot: number, sum: number) => void): void {
    for (let i = 0; i < this.#count; i++) {
      const slot = this.#touched[i] as number
      visit(slot, this.#sums[slot] as number)
      this.#sums[slot] = 0
    }
    this.#count = 0
  }
}
