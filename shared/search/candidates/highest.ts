/** Keeps the highest ranked of many items: a heap whose root is the least of those kept. */
export class Highest<T extends { rank: number }> {
  readonly items: T[] = []
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** What an item must outrank to be kept. */
  get least(): number {
    return this.items.length < this.#most ? -Infinity : (this.items[0] as T).rank
  }

  /** Keeps an item that outranks `least`. */
  add(item: T): void {
    if (this.items.length < this.#most) this.#rise(item)
    else this.#sink(item)
  }

  #rise(item: T): void {
    const { items } = this
    let at = items.length
    items.push(item)
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = items[parent] as T
      if (above.rank <= item.rank) break
      items[at] = above
      at = parent
    }
    items[at] = item
  }

  #sink(item: T): void {
    const { items } = this
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= items.length) break
      if (child + 1 < items.length && (items[child + 1] as T).rank < (items[child] as T).rank) child++
      const least = items[child] as T
      if (least.rank >= item.rank) break
      items[at] = least
      at = child
    }
    items[at] = item
  }
}
