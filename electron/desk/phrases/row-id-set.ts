/** A set of row ids (integers of SQLite, dense from 1 on), a mark for each: many times quicker than a `Set` of 100,000. */
export class RowIdSet {
  #marks = new Uint8Array(1024)

  constructor(ids: readonly number[]) {
    this.with(ids)
  }

  with(ids: readonly number[]): this {
    let greatest = 0
    for (const id of ids) if (id > greatest) greatest = id
    if (greatest >= this.#marks.length) {
      const larger = new Uint8Array(Math.ceil((greatest + 1) * 1.25))
      larger.set(this.#marks)
      this.#marks = larger
    }
    for (const id of ids) this.#marks[id] = 1
    return this
  }

  without(ids: readonly number[]): this {
    for (const id of ids) if (id < this.#marks.length) this.#marks[id] = 0
    return this
  }

  has(id: number): boolean {
    return this.#marks[id] === 1
  }
}
