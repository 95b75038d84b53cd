import type { Library } from '../library.ts'
import { isFresh, pack, unpack } from '../prepared.ts'
import { BUCKETS, emitFeatures, wholeCode } from './features.ts'
import { Highest } from './highest.ts'
import type { Lookup } from './lookup.ts'
import { FeatureLog, Postings } from './postings.ts'
import { Tally } from './tally.ts'

export interface Candidate {
  slot: number
  /** Summed rarity of the features that it shares with the query; comparable within one query. */
  evidence: number
  /** Evidence with the head start. */
  rank: number
}

/** Whether a phrase may be given as an answer. */
export type Admits = (slot: number) => boolean

/** A feature that some phrase has, and what it is worth to those that do. */
interface Credit {
  group: number
  bucket: number
  count: number
  credit: number
}

/** Entries of the index that one query may visit: under a millisecond. */
const POSTINGS_AT_MOST = 100_000

/** The most phrases that `best` can be asked for. */
const CANDIDATES_AT_MOST = 1000

/** Narrows a library down to the few hundred phrases that are worth aligning. */
export class Candidates {
  readonly #library: Library
  #postings = Postings.empty()
  #log = new FeatureLog()
  readonly #tally = new Tally()
  readonly #highest = new Highest(CANDIDATES_AT_MOST)
  /** Stamp per bucket, so that a slot's features are told once. */
  readonly #seen = new Int32Array(BUCKETS)
  #stamp = 0

  constructor(library: Library) {
    this.#library = library
  }

  /** Puts a new slot into the log; it is found once `settle` has been called. */
  gather(slot: number, prepared: Uint8Array | null): void {
    if (prepared && isFresh(prepared, this.#library.fingerprint(slot))) {
      unpack(prepared, BUCKETS, (bucket) => this.#log.add(bucket))
    } else this.#emitOnce(slot, (bucket) => this.#log.add(bucket))
    this.#log.endSlot()
  }

  /** What is worth keeping of a slot, for `gather` at the next start. */
  prepared(slot: number): Uint8Array {
    const buckets: number[] = []
    this.#emitOnce(slot, (bucket) => buckets.push(bucket))
    return pack(this.#library.fingerprint(slot), buckets)
  }

  /** Sorts in what was gathered, and drops what has been removed. */
  settle(): void {
    const { entries } = this.#library
    const isHole = (slot: number) => entries[slot] === undefined
    this.#postings = this.#postings.settled(this.#log, this.#library.slots - this.#log.slots, isHole)
    this.#log = new FeatureLog()
    this.#tally.reserve(this.#library.slots)
  }

  /** How rare a feature is among the phrases: 0 when every one has it. */
  rarity(bucket: number): number {
    return Math.log(1 + this.#library.size / Math.max(1, this.#postings.count(bucket)))
  }

  /** The slots of phrases with this very code, folded. */
  withCode(code: string): number[] {
    const { entries } = this.#library
    return this.#postings.slotsOf(wholeCode(code)).filter((slot) => entries[slot]?.code === code)
  }

  /** Makes a new slot findable at once. */
  add(slot: number): void {
    this.#tally.reserve(slot + 1)
    this.#emitOnce(slot, (bucket) => this.#postings.add(bucket, slot))
    if (this.#postings.isUnsettled) this.settle()
  }

  /** To be called while the library still holds the slot. */
  remove(slot: number): void {
    this.#emitOnce(slot, (bucket) => this.#postings.forget(bucket))
  }

  /**
   * The `most` phrases (at most `CANDIDATES_AT_MOST`) with the most evidence, in no order.
   * @param head a head start for each slot, worth `headWeight` in units of evidence; -Infinity for a hole
   * @param admits whether a phrase may be given at all; asked only of those that would be. Null: every one may
   */
  best(
    lookup: Lookup,
    most: number,
    head: Float32Array,
    headWeight: number,
    admits: Admits | null,
  ): Candidate[] {
    const tally = this.#tally
    for (const credits of this.#affordable(lookup)) {
      tally.nextGroup()
      for (const { bucket, credit } of credits)
        this.#postings.addTo(tally, bucket, credit, credits.length > 1)
    }
    const { slots } = this.#library
    const { sums } = tally
    const highest = this.#highest
    highest.begin(most)
    let least = 0
    for (let slot = 0; slot < slots; slot++) {
      const evidence = sums[slot] as number
      const rank = evidence + headWeight * (head[slot] as number)
      // The rank goes first: among many phrases that rule holds for nearly all, and a rule that holds is for nothing.
      if (rank <= least || evidence === 0 || (admits && !admits(slot))) continue
      highest.add(slot, rank)
      least = Math.max(0, highest.least)
    }
    const found: Candidate[] = []
    for (let i = 0; i < highest.count; i++) {
      const slot = highest.slots[i] as number
      found.push({ slot, evidence: sums[slot] as number, rank: highest.ranks[i] as number })
    }
    tally.clear(slots)
    return found
  }

  /**
   * The features of a lookup that some phrase has, by their groups and the weightiest first. What most phrases have
   * tells none of them apart, and costs the most: the commonest are left out once the rarer ones are paid for.
   */
  #affordable(lookup: Lookup): Iterable<readonly Credit[]> {
    const having: Credit[] = []
    let group = 0
    for (const sought of lookup.groups) {
      for (const { bucket, weight } of sought) {
        const count = this.#postings.count(bucket)
        if (count > 0) having.push({ group, bucket, count, credit: weight * this.rarity(bucket) })
      }
      group++
    }
    having.sort((a, b) => a.count - b.count)
    let visited = 0
    let kept = 0
    while (kept < having.length && (kept === 0 || visited <= POSTINGS_AT_MOST))
      visited += having[kept++]?.count ?? 0
    const groups = new Map<number, Credit[]>()
    for (const credit of having.slice(0, kept)) {
      const known = groups.get(credit.group)
      if (known) known.push(credit)
      else groups.set(credit.group, [credit])
    }
    for (const credits of groups.values()) credits.sort((a, b) => b.credit - a.credit)
    return groups.values()
  }

  #emitOnce(slot: number, emit: (bucket: number) => void): void {
    const stamp = ++this.#stamp
    emitFeatures(this.#library, slot, (bucket) => {
      if (this.#seen[bucket] === stamp) return
      this.#seen[bucket] = stamp
      emit(bucket)
    })
  }
}
