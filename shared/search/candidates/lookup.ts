/** One feature to look up: the bucket, and what finding it is worth before its rarity. */
interface Sought {
  bucket: number
  weight: number
}

/**
 * What to look up for a query. Features of one group are the same stretch of the query met in different fields or
 * spellings: a phrase is credited with the best of them only, so that a word that stands in title, tag and body at
 * once does not outweigh three words.
 */
export class Lookup {
  readonly #groups = new Map<number, Sought[]>()
  #single = -1

  /** A feature of a group; groups are numbered from 0. */
  add(group: number, bucket: number, weight: number): void {
    const sought = this.#groups.get(group)
    if (!sought) {
      this.#groups.set(group, [{ bucket, weight }])
      return
    }
    const known = sought.find((one) => one.bucket === bucket)
    if (!known) sought.push({ bucket, weight })
    else if (weight > known.weight) known.weight = weight
  }

  /** A feature of its own, credited besides all others. */
  addSingle(bucket: number, weight: number): void {
    this.#groups.set(this.#single--, [{ bucket, weight }])
  }

  /** Adds all grouped features of another lookup, at a share of their weights. */
  addAll(other: Lookup, share: number): void {
    for (const [group, sought] of other.#groups) {
      if (group >= 0) for (const { bucket, weight } of sought) this.add(group, bucket, weight * share)
    }
  }

  get groups(): Iterable<readonly Sought[]> {
    return this.#groups.values()
  }
}
