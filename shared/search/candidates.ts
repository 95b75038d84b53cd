import { BUCKETS, emitFeatures } from './features.ts'
import { Highest } from './highest.ts'
import type { Library } from './library.ts'
import { FeatureLog, Postings } from './postings.ts'

export interface Candidate {
  slot: number
  /** Summed rarity of the features that it shares with the query; comparable within one query. */
  evidence: number
  /** Evidence with the head start. */
  rank: number
}

/** Narrows a library down to the few hundred phrases that are worth aligning. */
export class Candidates {
  readonly #library: Library
  #postings = Postings.empty()
  #log = new FeatureLog()
  #sums = new Float32Array(1024)
  #touched = new Uint32Array(1024)
  /** Stamp per bucket, so that a slot's features are told once. */
  readonly #seen = new Int32Array(BUCKETS)
  #stamp = 0

  constructor(library: Library) {
    this.#library = library
  }

  /** Puts a new slot into the log; it is found once `settle` has been called. */
  gather(slot: number): void {
    this.#emitOnce(slot, (bucket) => this.#log.add(bucket))
    this.#log.endSlot()
  }

  /** Sorts in what was gathered, and drops what has been removed. */
  settle(): void {
    const { entries } = this.#library
    const isHole = (slot: number) => entries[slot] === undefined
    this.#postings = this.#postings.settled(this.#log, this.#library.slots - this.#log.slots, isHole)
    this.#log = new FeatureLog()
    this.#reserve(this.#library.slots)
  }

  /** How rare a feature is among the phrases: 0 when every one has it. */
  rarity(bucket: number): number {
    return Math.log(1 + this.#library.size / Math.max(1, this.#postings.count(bucket)))
  }

  /** Makes a new slot findable at once. */
  add(slot: number): void {
    this.#reserve(slot + 1)
    this.#emitOnce(slot, (bucket) => this.#postings.add(bucket, slot))
    if (this.#postings.isUnsettled) this.settle()
  }

  /** To be called while the library still holds the slot. */
  remove(slot: number): void {
    this.#emitOnce(slot, (bucket) => this.#postings.forget(bucket))
  }

  /**
   * The `most` phrases with the most evidence, in no order.
   * @param features bucket → weight
   * @param head a head start for each slot, in units of evidence
   * @param admits whether a slot may be given at all; asked only of those that would be
   */
  best(
    features: Map<number, number>,
    most: number,
    head: Float32Array,
    headWeight: number,
    admits: (slot: number) => boolean,
  ): Candidate[] {
    const total = this.#library.size
    let touchedCount = 0
    for (const [bucket, weight] of features) {
      const count = this.#postings.count(bucket)
      if (count <= 0) continue
      const rarity = Math.log(1 + total / count)
      touchedCount = this.#postings.addTo(this.#sums, this.#touched, touchedCount, bucket, weight * rarity)
    }
    const sums = this.#sums
    const highest = new Highest<Candidate>(most)
    for (let i = 0; i < touchedCount; i++) {
      const slot = this.#touched[i] as number
      const evidence = sums[slot] as number
      sums[slot] = 0
      const rank = evidence + headWeight * (head[slot] as number)
      if (rank > highest.least && admits(slot)) highest.add({ slot, evidence, rank })
    }
    return highest.items
  }

  #emitOnce(slot: number, emit: (bucket: number) => void): void {
    const stamp = ++this.#stamp
    emitFeatures(this.#library, slot, (bucket) => {
      if (this.#seen[bucket] === stamp) return
      this.#seen[bucket] = stamp
      emit(bucket)
    })
  }

  #reserve(slots: number): void {
    if (slots <= this.#sums.length) return
    const room = Math.ceil(slots * 1.25)
    this.#sums = new Float32Array(room)
    this.#touched = new Uint32Array(room)
  }
}
