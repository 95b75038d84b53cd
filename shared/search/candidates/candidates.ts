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

/** A feature that some phrase has, and what it is worth to those that do. */
interface Credit {
  group: number
  bucket: number
  count: number
  credit: number
}

/** Entries of the index that one query may visit: under a millisecond. */
const POSTINGS_AT_MOST = 100_000

/** Narrows a library down to the few hundred phrases that are worth aligning. */
export class Candidates {
  readonly #library: Library
  #postings = Postings.empty()
  #log = new FeatureLog()
  readonly #tally = new Tally()
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
   * The `most` phrases with the most evidence, in no order.
   * @param head a head start for each slot, worth `headWeight` in units of evidence
   * @param admits whether a slot may be given at all; asked only of those that would be
   */
  best(
    lookup: Lookup,
    most: number,
    head: Float32Array,
    headWeight: number,
    admits: (slot: number) => boolean,
  ): Candidate[] {
    const tally = this.#tally
    for (const credits of this.#affordable(lookup)) {
      tally.nextGroup()
      for (const { bucket, credit } of credits) this.#postings.addTo(tally, bucket, credit)
    }
    const highest = new Highest<Candidate>(most)
    tally.drain((slot, evidence) => {
      const rank = evidence + headWeight * (head[slot] as number)
      if (rank > highest.least && admits(slot)) highest.add({ slot, evidence, rank })
    })
    return highest.items
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
