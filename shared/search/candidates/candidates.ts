import type { Library } from '../library.ts'
import { isFresh, pack, unpack } from '../prepared.ts'
import { type Breadth, type Credit, chooseCredits, USUAL } from './credits.ts'
import { BUCKETS, emitFeatures, wholeCode } from './features.ts'
import { type Admits, type Candidate, Highest } from './highest.ts'
import type { Lookup } from './lookup.ts'
import { Once } from './once.ts'
import { FeatureLog, Postings } from './postings.ts'
import { Tally } from './tally.ts'

/** The most phrases that `best` can be asked for. */
const CANDIDATES_AT_MOST = 1000

/** Narrows a library down to the few hundred phrases that are worth aligning. */
export class Candidates {
  readonly #library: Library
  #postings = Postings.empty()
  #log = new FeatureLog()
  readonly #tally = new Tally()
  readonly #highest = new Highest(CANDIDATES_AT_MOST)
  readonly #once = new Once()
  /** Whether features of the last lookup were so common that they made no candidates: some that have them are missing. */
  hasLeftOut = false

  /** @param flat what `flat` once gave for the very same library */
  constructor(library: Library, flat: { starts: Uint32Array; slots: Uint32Array } | null) {
    this.#library = library
    if (flat) this.#postings = Postings.of(flat)
    this.#tally.reserve(library.slots)
  }

  /** The index as flat lists; null for a library so small that it has none. */
  flat(): { starts: Uint32Array; slots: Uint32Array } | null {
    if (!this.#postings.flat) this.settle()
    return this.#postings.flat
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
    return this.#rarityOf(this.#postings.count(bucket))
  }

  #rarityOf(count: number): number {
    return Math.log(1 + this.#library.size / Math.max(1, count))
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
   * The `most` phrases (at most `CANDIDATES_AT_MOST`) with the most evidence, the highest rank first.
   * @param head a head start for each slot, worth `headWeight` in units of evidence; -Infinity for a hole
   * @param admits whether a phrase may be given at all; asked only of those that would be. Null: every one may
   */
  best(
    lookup: Lookup,
    most: number,
    head: Float32Array,
    headWeight: number,
    admits: Admits | null,
    breadth: Breadth = USUAL,
  ): Candidate[] {
    const tally = this.#tally
    const { groups, telling, hasLeftOut } = chooseCredits(this.#creditsOf(lookup), breadth)
    this.hasLeftOut = hasLeftOut
    for (const credits of groups) {
      tally.nextGroup()
      for (const { bucket, credit } of credits)
        this.#postings.addTo(tally, bucket, credit, credits.length > 1)
    }
    const highest = this.#highest
    highest.begin(most, { evidence: tally.sums, head, headWeight, admits })
    for (const { bucket } of telling) this.#postings.offerTo(highest, bucket)
    tally.clear(this.#library.slots)
    return highest.take()
  }

  /** The features of a lookup that some phrase has. */
  #creditsOf(lookup: Lookup): Credit[] {
    const having: Credit[] = []
    lookup.forEach((group, bucket, weight) => {
      const count = this.#postings.count(bucket)
      if (count > 0) having.push({ group, bucket, count, credit: weight * this.#rarityOf(count) })
    })
    return having
  }

  #emitOnce(slot: number, emit: (bucket: number) => void): void {
    this.#once.begin()
    emitFeatures(this.#library, slot, (bucket) => {
      if (this.#once.isNew(bucket)) emit(bucket)
    })
  }
}
