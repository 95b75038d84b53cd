const ROOM_AT_FIRST = 1 << 11

/**
 * Which numbers have been met in this round. A hash table that the processor's nearest cache holds: a phrase has a few
 * hundred features, and a mark for every bucket there is would be fetched from afar for each of them.
 */
export class Once {
  #keys = new Uint32Array(ROOM_AT_FIRST)
  #rounds = new Uint32Array(ROOM_AT_FIRST)
  #round = 0
  #count = 0

  /** Begins a round: nothing has been met. */
  begin(): void {
    this.#round++
    this.#count = 0
  }

  /** Whether a number (of 32 bits, its low ones well mixed) is met for the first time in this round. */
  isNew(key: number): boolean {
    if (2 * this.#count >= this.#keys.length) this.#grow()
    const last = this.#keys.length - 1
    let at = key & last
    while (this.#rounds[at] === this.#round) {
      if (this.#keys[at] === key) return false
      at = (at + 1) & last
    }
    this.#rounds[at] = this.#round
    this.#keys[at] = key
    this.#count++
    return true
  }

  #grow(): void {
    const met = this.#keys.filter((_, at) => this.#rounds[at] === this.#round)
    this.#keys = new Uint32Array(2 * this.#keys.length)
    this.#rounds = new Uint32Array(this.#keys.length)
    this.#count = 0
    for (const key of met) this.isNew(key)
  }
}
