import type { Library } from './library.ts'
import { habit } from './use.ts'

const DAY_MS = 86_400_000
/** Habit of a slot whose phrase has gone: no evidence makes up for it. */
const HOLE = -Infinity
/** So many phrases are in everybody's fingers. */
const FAMILIAR_AT_MOST = 64
/** About fifty uses lately. */
const FAMILIAR_FROM = 0.08

/** How much of a habit each phrase of a library is, as of a day: good enough for choosing candidates. */
export class Habits {
  readonly #library: Library
  #heads = new Float32Array(1024)
  #day = Number.NaN
  #familiar: readonly number[] | null = null

  constructor(library: Library) {
    this.#library = library
    for (let slot = 0; slot < library.slots; slot++) this.note(slot)
  }

  /** Of each slot, 0 to 1, with a little that tells equal ones apart; -Infinity where there is no phrase. */
  get heads(): Float32Array {
    return this.#heads
  }

  /** Slots of the few phrases that are used by far the most, the most habitual first. */
  get familiar(): readonly number[] {
    this.#familiar ??= mostOf(this.#heads, this.#library.slots)
    return this.#familiar
  }

  /** Brings the habits of all slots to the day of `now` (ms since 1970). */
  agree(now: number): void {
    const day = Math.floor(now / DAY_MS)
    if (day === this.#day) return
    this.#day = day
    for (let slot = 0; slot < this.#library.slots; slot++) this.note(slot)
  }

  /** To be told of a slot that is new, a hole or used once more. */
  note(slot: number): void {
    if (slot >= this.#heads.length) {
      const larger = new Float32Array(Math.ceil((slot + 1) * 1.5))
      larger.set(this.#heads)
      this.#heads = larger
    }
    const entry = this.#library.entries[slot]
    this.#heads[slot] = entry
      ? habit(entry.uses, entry.lastUsedAt, this.#day * DAY_MS) + entry.tieBreak
      : HOLE
    this.#familiar = null
  }
}

function mostOf(heads: Float32Array, slots: number): number[] {
  const most: number[] = []
  const headAt = (place: number) => heads[most[place] as number] as number
  let least = FAMILIAR_FROM
  for (let slot = 0; slot < slots; slot++) {
    const head = heads[slot] as number
    if (head <= least) continue
    let place = most.length
    while (place > 0 && headAt(place - 1) < head) place--
    most.splice(place, 0, slot)
    if (most.length > FAMILIAR_AT_MOST) most.pop()
    if (most.length === FAMILIAR_AT_MOST) least = headAt(most.length - 1)
  }
  return most
}
