/**
 * What to look up for a query: buckets, and what finding each is worth before its rarity. Features of one group are the
 * same stretch of the query met in different fields or spellings: a phrase is credited with the best of them only, so
 * that a word that stands in title, tag and body at once does not outweigh three words.
 */
export class Lookup {
  /** Group → bucket → weight. */
  readonly #groups = new Map<number, Map<number, number>>()
  readonly #singles = new Map<number, number>()

  /** A feature of a group; groups are numbered from 0. */
  add(group: number, bucket: number, weight: number): void {
    const sought = this.#groups.get(group)
    if (!sought) this.#groups.set(group, new Map([[bucket, weight]]))
    else if (weight > (sought.get(bucket) ?? 0)) sought.set(bucket, weight)
  }

  /** A feature of its own, credited besides all others; one that is told again counts by the greater weight. */
  addSingle(bucket: number, weight: number): void {
    if (weight > (this.#singles.get(bucket) ?? 0)) this.#singles.set(bucket, weight)
  }

  /** Adds all grouped features of another lookup, at a share of their weights. */
  addAll(other: Lookup, share: number): void {
    for (const [group, sought] of other.#groups) {
      for (const [bucket, weight] of sought) this.add(group, bucket, weight * share)
    }
  }

  /** Tells every feature with the number of its group, which for one of its own is no other's. */
  forEach(visit: (group: number, bucket: number, weight: number) => void): void {
    let group = 0
    for (const sought of this.#groups.values()) {
      for (const [bucket, weight] of sought) visit(group, bucket, weight)
      group++
    }
    for (const [bucket, weight] of this.#singles) visit(group++, bucket, weight)
  }
}
