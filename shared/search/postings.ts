import { BUCKETS } from './features.ts'

/** Which slots have which feature: flat lists made at once, and a small map for what came later. */
export class Postings {
  /** Slots of bucket b are `#slots[#starts[b] … #starts[b + 1])`, ascending. */
  readonly #starts: Uint32Array
  readonly #slots: Uint32Array
  readonly #later = new Map<number, number[]>()
  /** How many of a bucket's slots are holes now. */
  readonly #gone = new Map<number, number>()

  private constructor(starts: Uint32Array, slots: Uint32Array) {
    this.#starts = starts
    this.#slots = slots
  }

  static empty(): Postings {
    return new Postings(new Uint32Array(BUCKETS + 1), new Uint32Array(0))
  }

  /**
   * @param buckets the buckets of slot 0, then of slot 1 …, without duplicates within a slot.
   * @param ends where each slot's buckets end.
   */
  static of(buckets: Uint32Array, ends: Uint32Array): Postings {
    const total = ends.at(-1) ?? 0
    const starts = new Uint32Array(BUCKETS + 1)
    for (let i = 0; i < total; i++) {
      const after = (buckets[i] ?? 0) + 1
      starts[after] = (starts[after] ?? 0) + 1
    }
    for (let b = 0; b < BUCKETS; b++) starts[b + 1] = (starts[b + 1] ?? 0) + (starts[b] ?? 0)
    const slots = new Uint32Array(total)
    const next = starts.slice()
    for (let slot = 0, i = 0; slot < ends.length; slot++) {
      for (const end = ends[slot] ?? 0; i < end; i++) {
        const bucket = buckets[i] ?? 0
        const at = next[bucket] ?? 0
        slots[at] = slot
        next[bucket] = at + 1
      }
    }
    return new Postings(starts, slots)
  }

  /** Live slots that have the feature. */
  count(bucket: number): number {
    const flat = (this.#starts[bucket + 1] ?? 0) - (this.#starts[bucket] ?? 0)
    return flat + (this.#later.get(bucket)?.length ?? 0) - (this.#gone.get(bucket) ?? 0)
  }

  add(bucket: number, slot: number): void {
    const later = this.#later.get(bucket)
    if (later) later.push(slot)
    else this.#later.set(bucket, [slot])
  }

  /** Reckons with a slot of this bucket having become a hole. */
  forget(bucket: number): void {
    this.#gone.set(bucket, (this.#gone.get(bucket) ?? 0) + 1)
  }

  /**
   * Adds `weight` to `sums` for every slot with the feature, holes included, and notes in `touched` those that had
   * none. Returns the new number of touched slots.
   */
  addTo(sums: Float32Array, touched: Uint32Array, touchedCount: number, bucket: number, weight: number): number {
    let count = touchedCount
    const slots = this.#slots
    const end = this.#starts[bucket + 1] ?? 0
    for (let i = this.#starts[bucket] ?? 0; i < end; i++) {
      const slot = slots[i] as number
      const sum = sums[slot] as number
      if (sum === 0) touched[count++] = slot
      sums[slot] = sum + weight
    }
    for (const slot of this.#later.get(bucket) ?? []) {
      const sum = sums[slot] as number
      if (sum === 0) touched[count++] = slot
      sums[slot] = sum + weight
    }
    return count
  }
}
