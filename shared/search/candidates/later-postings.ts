const ROOM_AT_FIRST = 1 << 10
/** Stands for a link: no further one, and a place of the table that no bucket has taken. */
const NONE = -1
const FREE = -2

/**
 * What has changed since the flat lists of postings were made: which slots came to which feature, and how many of a
 * feature's slots have become holes. A hash table of chains in flat arrays: a phrase brings a hundred features and
 * more, most of them to buckets that nothing came to before, so that a list of its own for each would be most of what
 * an edit costs, and so would a look into an array with a place for every bucket there is.
 */
export class LaterPostings {
  /** Open addressing, a power of two long: bucket, newest link, and by how much its count has changed. */
  #buckets = new Uint32Array(ROOM_AT_FIRST)
  #newest = new Int32Array(ROOM_AT_FIRST).fill(FREE)
  #changes = new Int32Array(ROOM_AT_FIRST)
  #taken = 0
  /** Links, as they came: a slot, its bucket, and the link of the same bucket that came before. */
  #slots = new Uint32Array(ROOM_AT_FIRST)
  #bucketOf = new Uint32Array(ROOM_AT_FIRST)
  #before = new Int32Array(ROOM_AT_FIRST)
  #links = 0
  #collected = new Uint32Array(16)

  /** Features added, those of slots that are holes by now included. */
  get added(): number {
    return this.#links
  }

  add(bucket: number, slot: number): void {
    if (this.#links === this.#slots.length) this.#growLinks()
    const at = this.#take(bucket)
    const link = this.#links++
    this.#slots[link] = slot
    this.#bucketOf[link] = bucket
    this.#before[link] = this.#newest[at] as number
    this.#newest[at] = link
    this.#changes[at] = (this.#changes[at] as number) + 1
  }

  /** Reckons with a slot of this bucket having become a hole. */
  forget(bucket: number): void {
    const at = this.#take(bucket)
    this.#changes[at] = (this.#changes[at] as number) - 1
  }

  /** How many more live slots the bucket has than the flat lists say; negative when there are fewer. */
  change(bucket: number): number {
    return this.#taken === 0 ? 0 : (this.#changes[this.#placeOf(bucket)] as number)
  }

  /** The slots added to a bucket, holes included; valid until the next call. Null when there are none. */
  of(bucket: number): Uint32Array | null {
    const newest = this.#links === 0 ? NONE : (this.#newest[this.#placeOf(bucket)] as number)
    return newest < 0 ? null : this.#collect(newest)
  }

  /** Tells every feature added, in the order in which they came. */
  forEach(visit: (bucket: number, slot: number) => void): void {
    for (let link = 0; link < this.#links; link++)
      visit(this.#bucketOf[link] as number, this.#slots[link] as number)
  }

  #collect(newest: number): Uint32Array {
    let count = 0
    for (let link = newest; link >= 0; link = this.#before[link] as number) {
      if (count === this.#collected.length) this.#collected = twiceAsLong(this.#collected)
      this.#collected[count++] = this.#slots[link] as number
    }
    return this.#collected.subarray(0, count)
  }

  /** Where the bucket stands, or the free place where it would. Buckets are hashes: their low bits are well mixed. */
  #placeOf(bucket: number): number {
    const last = this.#buckets.length - 1
    let at = bucket & last
    while (this.#newest[at] !== FREE && this.#buckets[at] !== bucket) at = (at + 1) & last
    return at
  }

  /** The bucket's place, which from now on is its own. */
  #take(bucket: number): number {
    if (2 * this.#taken >= this.#buckets.length) this.#growTable()
    const at = this.#placeOf(bucket)
    if (this.#newest[at] === FREE) {
      this.#buckets[at] = bucket
      this.#newest[at] = NONE
      this.#taken++
    }
    return at
  }

  #growTable(): void {
    const [buckets, newest, changes] = [this.#buckets, this.#newest, this.#changes]
    this.#buckets = new Uint32Array(2 * buckets.length)
    this.#newest = new Int32Array(2 * buckets.length).fill(FREE)
    this.#changes = new Int32Array(2 * buckets.length)
    for (const [from, bucket] of buckets.entries()) {
      if (newest[from] === FREE) continue
      const at = this.#placeOf(bucket)
      this.#buckets[at] = bucket
      this.#newest[at] = newest[from] as number
      this.#changes[at] = changes[from] as number
    }
  }

  #growLinks(): void {
    this.#slots = twiceAsLong(this.#slots)
    this.#bucketOf = twiceAsLong(this.#bucketOf)
    const before = new Int32Array(2 * this.#before.length)
    before.set(this.#before)
    this.#before = before
  }
}

function twiceAsLong(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(2 * array.length)
  longer.set(array)
  return longer
}
