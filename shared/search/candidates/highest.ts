export interface Candidate {
  slot: number
  /** Summed rarity of the features that it shares with the query; comparable within one query. */
  evidence: number
  /** Evidence with the head start. */
  rank: number
}

/** Whether a phrase may be given as an answer. */
export type Admits = (slot: number) => boolean

/** What slots are ranked by. */
export interface Ranking {
  /** Of each slot. A slot that has been offered has none left, so that it is looked at once. */
  evidence: Float32Array
  /** A head start for each slot, worth `headWeight` in units of evidence; -Infinity for a hole. */
  head: Float32Array
  headWeight: number
  /** Asked only of those that would be kept; null when every phrase may be given. */
  admits: Admits | null
}

const NO_SLOTS: Ranking = {
  evidence: new Float32Array(0),
  head: new Float32Array(0),
  headWeight: 0,
  admits: null,
}

/**
 * Keeps the highest ranked of many slots: a heap in flat arrays whose root is the least of those kept. One instance is
 * used again and again, so that choosing allocates nothing.
 */
export class Highest {
  readonly #slots: Uint32Array
  readonly #ranks: Float64Array
  readonly #evidence: Float32Array
  #count = 0
  #most = 0
  #ranking = NO_SLOTS

  /** @param room the greatest `most` that `begin` may be told */
  constructor(room: number) {
    this.#slots = new Uint32Array(room)
    this.#ranks = new Float64Array(room)
    this.#evidence = new Float32Array(room)
  }

  /** Forgets everything; from now on the `most` highest are kept. */
  begin(most: number, ranking: Ranking): void {
    this.#count = 0
    this.#most = most
    this.#ranking = ranking
  }

  /** Looks at `slots[from, to)`. */
  offer(slots: Uint32Array, from: number, to: number): void {
    const { evidence, head, headWeight, admits } = this.#ranking
    let least = this.#least
    for (let i = from; i < to; i++) {
      const slot = slots[i] as number
      const sum = evidence[slot] as number
      if (sum === 0) continue
      evidence[slot] = 0
      const rank = sum + headWeight * (head[slot] as number)
      if (rank <= least || (admits && !admits(slot))) continue
      if (this.#count < this.#most) this.#rise(slot, rank, sum)
      else this.#sink(slot, rank, sum)
      least = this.#least
    }
  }

  /** Takes out those kept, the highest first. */
  take(): Candidate[] {
    const taken = new Array<Candidate>(this.#count)
    while (this.#count > 0) {
      const slot = this.#slots[0] as number
      const rank = this.#ranks[0] as number
      const evidence = this.#evidence[0] as number
      const last = --this.#count
      taken[last] = { slot, evidence, rank }
      if (last > 0)
        this.#sink(this.#slots[last] as number, this.#ranks[last] as number, this.#evidence[last] as number)
    }
    return taken
  }

  /** What a slot must outrank to be kept; the rank of a hole is below it always. */
  get #least(): number {
    return this.#count < this.#most ? 0 : (this.#ranks[0] as number)
  }

  #rise(slot: number, rank: number, evidence: number): void {
    let at = this.#count++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((this.#ranks[parent] as number) <= rank) break
      this.#move(parent, at)
      at = parent
    }
    this.#put(at, slot, rank, evidence)
  }

  #sink(slot: number, rank: number, evidence: number): void {
    const ranks = this.#ranks
    const count = this.#count
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= count) break
      if (child + 1 < count && (ranks[child + 1] as number) < (ranks[child] as number)) child++
      if ((ranks[child] as number) >= rank) break
      this.#move(child, at)
      at = child
    }
    this.#put(at, slot, rank, evidence)
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#slots[from] as number, this.#ranks[from] as number, this.#evidence[from] as number)
  }

  #put(at: number, slot: number, rank: number, evidence: number): void {
    this.#slots[at] = slot
    this.#ranks[at] = rank
    this.#evidence[at] = evidence
  }
}
