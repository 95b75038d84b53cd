import { BUCKETS } from './features.ts'
import type { Highest } from './highest.ts'
import { LaterPostings } from './later-postings.ts'
import type { Tally } from './tally.ts'

/** A range of buckets whose lists are filled together; at 100,000 phrases they take some megabytes. */
const BUCKETS_AT_ONCE = BUCKETS / 8

/** The features of phrases that have just come in, slot after slot, before they are sorted by bucket. */
export class FeatureLog {
  #buckets = new Uint32Array(1 << 12)
  readonly #ends: number[] = []
  #count = 0

  get slots(): number {
    return this.#ends.length
  }

  /** How many features there are in all. */
  get features(): number {
    return this.#count
  }

  add(bucket: number): void {
    if (this.#count === this.#buckets.length) {
      const larger = new Uint32Array(this.#count * 2)
      larger.set(this.#buckets)
      this.#buckets = larger
    }
    this.#buckets[this.#count++] = bucket
  }

  endSlot(): void {
    this.#ends.push(this.#count)
  }

  /** Buckets of the i-th slot of the log. */
  of(i: number): Uint32Array {
    return this.#buckets.subarray(this.#ends[i - 1] ?? 0, this.#ends[i])
  }

  /** Adds to `counts[bucket + 1]` how many slots of the log have the bucket. */
  countInto(counts: Uint32Array, isHole: (i: number) => boolean): void {
    for (let i = 0; i < this.slots; i++) {
      if (isHole(i)) continue
      const end = this.#ends[i] as number
      for (let at = this.#ends[i - 1] ?? 0; at < end; at++) {
        const next = (this.#buckets[at] as number) + 1
        counts[next] = (counts[next] as number) + 1
      }
    }
  }

  /**
   * Puts the slots of the log, which are numbered from `firstSlot`, into their buckets' places.
   * @param next where in `slots` each bucket's next slot belongs
   */
  placeInto(slots: Uint32Array, next: Uint32Array, firstSlot: number, isHole: (i: number) => boolean): void {
    // One range of buckets after another: what is written to then fits the processor's cache.
    for (let from = 0; from < BUCKETS; from += BUCKETS_AT_ONCE) {
      for (let i = 0; i < this.slots; i++) {
        if (isHole(i)) continue
        const end = this.#ends[i] as number
        for (let at = this.#ends[i - 1] ?? 0; at < end; at++) {
          const bucket = this.#buckets[at] as number
          if ((bucket - from) >>> 0 >= BUCKETS_AT_ONCE) continue
          const place = next[bucket] as number
          slots[place] = firstSlot + i
          next[bucket] = place + 1
        }
      }
    }
  }
}

/** So many features may wait before they are sorted in, and this share of all. */
const LATER_AT_LEAST = 200_000
const LATER_SHARE = 1 / 8

/** Up to so many features the flat lists' table of buckets would cost more than it saves. */
const FLAT_FROM = 50_000
const NO_LIST = new Uint32Array(0)

/** Which slots have which feature: flat lists, and a table for the few phrases that came after they were made. */
export class Postings {
  /** Slots of bucket b are `#slots[#starts[b] … #starts[b + 1])`, ascending. */
  readonly #starts: Uint32Array
  readonly #slots: Uint32Array
  readonly #later = new LaterPostings()

  private constructor(starts: Uint32Array, slots: Uint32Array) {
    this.#starts = starts
    this.#slots = slots
  }

  /** The flat lists that `flat` once gave, which are taken over. */
  static of({ starts, slots }: { starts: Uint32Array; slots: Uint32Array }): Postings {
    return new Postings(starts, slots)
  }

  static empty(): Postings {
    return new Postings(NO_LIST, NO_LIST)
  }

  /** All of it as flat lists; null while some wait to be sorted in. */
  get flat(): { starts: Uint32Array; slots: Uint32Array } | null {
    return this.#later.added > 0 ? null : { starts: this.#starts, slots: this.#slots }
  }

  /** Whether so much waits to be sorted in that `settled` is worth its time. */
  get isUnsettled(): boolean {
    return this.#later.added > Math.max(LATER_AT_LEAST, this.#slots.length * LATER_SHARE)
  }

  /**
   * The same postings as flat lists, without holes, with those of a log added.
   * @param log features of the slots from `firstSlot` on; all other slots are lower
   */
  settled(log: FeatureLog, firstSlot: number, isHole: (slot: number) => boolean): Postings {
    if (this.#slots.length + this.#later.added + log.features < FLAT_FROM)
      return this.#small(log, firstSlot, isHole)
    const starts = new Uint32Array(BUCKETS + 1)
    this.#forEach(isHole, (bucket) => {
      starts[bucket + 1] = (starts[bucket + 1] as number) + 1
    })
    const isGone = (i: number) => isHole(firstSlot + i)
    log.countInto(starts, isGone)
    for (let b = 0; b < BUCKETS; b++) starts[b + 1] = (starts[b + 1] as number) + (starts[b] as number)
    const slots = new Uint32Array(starts[BUCKETS] as number)
    const next = starts.slice()
    const place = (bucket: number, slot: number) => {
      const at = next[bucket] as number
      slots[at] = slot
      next[bucket] = at + 1
    }
    this.#forEach(isHole, place)
    log.placeInto(slots, next, firstSlot, isGone)
    return new Postings(starts, slots)
  }

  #small(log: FeatureLog, firstSlot: number, isHole: (slot: number) => boolean): Postings {
    const small = Postings.empty()
    this.#forEach(isHole, (bucket, slot) => small.add(bucket, slot))
    forEachOf(log, firstSlot, isHole, (bucket, slot) => small.add(bucket, slot))
    return small
  }

  #forEach(isHole: (slot: number) => boolean, visit: (bucket: number, slot: number) => void): void {
    if (this.#slots.length > 0) {
      for (let bucket = 0; bucket < BUCKETS; bucket++) {
        const end = this.#starts[bucket + 1] as number
        for (let i = this.#starts[bucket] as number; i < end; i++) {
          const slot = this.#slots[i] as number
          if (!isHole(slot)) visit(bucket, slot)
        }
      }
    }
    this.#later.forEach((bucket, slot) => {
      if (!isHole(slot)) visit(bucket, slot)
    })
  }

  /** Live slots that have the feature. */
  count(bucket: number): number {
    const flat = (this.#starts[bucket + 1] ?? 0) - (this.#starts[bucket] ?? 0)
    return flat + this.#later.change(bucket)
  }

  /** Slots that have the feature, holes included. */
  slotsOf(bucket: number): number[] {
    const flat = this.#slots.subarray(this.#starts[bucket] ?? 0, this.#starts[bucket + 1] ?? 0)
    return [...flat, ...(this.#later.of(bucket) ?? [])]
  }

  add(bucket: number, slot: number): void {
    this.#later.add(bucket, slot)
  }

  /** Reckons with a slot of this bucket having become a hole. */
  forget(bucket: number): void {
    this.#later.forget(bucket)
  }

  /**
   * Adds `weight` to the sum of every slot with the feature, holes included.
   * @param once but for slots that the tally's group has credited already
   */
  addTo(tally: Tally, bucket: number, weight: number, once: boolean): void {
    const from = this.#starts[bucket] ?? 0
    const to = this.#starts[bucket + 1] ?? 0
    const later = this.#later.of(bucket)
    if (once) {
      tally.creditOnce(this.#slots, from, to, weight)
      if (later) tally.creditOnce(later, 0, later.length, weight)
    } else {
      tally.credit(this.#slots, from, to, weight)
      if (later) tally.credit(later, 0, later.length, weight)
    }
  }

  /** Lets every slot with the feature stand for election, holes included. */
  offerTo(highest: Highest, bucket: number): void {
    highest.offer(this.#slots, this.#starts[bucket] ?? 0, this.#starts[bucket + 1] ?? 0)
    const later = this.#later.of(bucket)
    if (later) highest.offer(later, 0, later.length)
  }
}

function forEachOf(
  log: FeatureLog,
  firstSlot: number,
  isHole: (slot: number) => boolean,
  visit: (bucket: number, slot: number) => void,
): void {
  for (let i = 0; i < log.slots; i++) {
    const slot = firstSlot + i
    if (isHole(slot)) continue
    for (const bucket of log.of(i)) visit(bucket, slot)
  }
}
