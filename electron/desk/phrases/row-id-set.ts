/** A set of row ids (integers of SQLite, dense from 1 on), a mark for each: many times quicker than a `Set` of 100,000. */
export class RowIdSet {
  readonly #marks: Uint8Array

  constructor(ids: readonly number[]) {
    let greatest = 0
    for (const id of ids) if (id > greatest) greatest = id
    this.#marks = new Uint8Array(greatest + 1)
    for (const id of ids) this.#marks[id] = 1
  }

  has(id: number): boolean {
    return this.#marks[id] === 1
  }
}
