/**
 * What a library may hold, given what was asked of it and what it acknowledged. Of an operation that was begun and never
 * acknowledged both are right: that it was done, and that it was not. Nothing in between is.
 */
export interface State {
  /** Codes of the phrases. */
  codes: ReadonlySet<string>
  /** Recorded uses. */
  uses: number
  /** Hashes of the images. Those of an operation that came to nothing may be there as well. */
  images: ReadonlySet<string>
}

export const NOTHING: State = { codes: new Set(), uses: 0, images: new Set() }

/** What undoing takes back. */
export type Step =
  | { kind: 'create'; code: string }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'remove'; code: string }
  | { kind: 'import'; codes: string[] }
  | { kind: 'pack'; codes: string[]; image: string }

export type Operation =
  | Step
  | { kind: 'undo'; of: Step }
  | { kind: 'image'; hash: string }
  | { kind: 'use' }
  | { kind: 'backup' }
  | { kind: 'restore'; name: string }
  | { kind: 'settings' }
  | { kind: 'open' }

/** What the agent's program is told. */
export interface Task {
  dataDir: string
  /** Seeds what it does, and names what it writes. */
  round: number
  operations: number
}

/** What the agent's program prints, a line each. */
export type Line =
  | { begin: Operation }
  | { done: Operation['kind']; backups: string[] }
  | { failed: string; backups: string[] }

export class Ledger {
  #possible: State[]
  #underWay: Operation | null = null
  readonly #backups = new Map<string, State[]>()
  acknowledged = 0

  constructor(start: State) {
    this.#possible = [start]
  }

  read(line: Line): void {
    if ('begin' in line) {
      this.#underWay = line.begin
      return
    }
    this.#note(line.backups)
    if ('done' in line) {
      this.#possible = this.#after()
      this.acknowledged++
    } else {
      this.#possible = unlike([...this.#possible, ...this.#after()])
    }
    this.#underWay = null
  }

  /** The program is gone, killed or at its end. `backups` are those that are there now. */
  end(backups: readonly string[]): void {
    this.#note(backups)
    this.#possible = unlike([...this.#possible, ...this.#after()])
    this.#underWay = null
  }

  /** Why the library cannot be what is left of all this, or null. From here on it is known to be `actual`. */
  settle(actual: State): string | null {
    if (!this.#possible.some((state) => isLike(state, actual))) return difference(this.#possible, actual)
    this.#possible = [actual]
    return null
  }

  /** Why a backup cannot hold this, or null. */
  judge(name: string, actual: State): string | null {
    const possible = this.#backups.get(name) ?? []
    return possible.some((state) => isLike(state, actual)) ? null : `${name}: ${difference(possible, actual)}`
  }

  /** Every backup made in an operation is of the moment before it. */
  #note(names: readonly string[]): void {
    for (const name of names) if (!this.#backups.has(name)) this.#backups.set(name, this.#possible)
  }

  #after(): State[] {
    const operation = this.#underWay
    if (!operation) return this.#possible
    if (operation.kind === 'restore') return this.#backups.get(operation.name) ?? this.#possible
    return this.#possible.map((state) => applied(state, operation))
  }
}

function applied(state: State, operation: Operation): State {
  const { codes, uses, images } = state
  switch (operation.kind) {
    case 'create':
      return { ...state, codes: new Set([...codes, operation.code]) }
    case 'import':
      return { ...state, codes: new Set([...codes, ...operation.codes]) }
    case 'pack':
      return {
        ...state,
        codes: new Set([...codes, ...operation.codes]),
        images: new Set([...images, operation.image]),
      }
    case 'rename':
      return renamed(state, operation.from, operation.to)
    case 'remove':
      return without(state, [operation.code])
    case 'undo':
      return takenBack(state, operation.of)
    case 'image':
      return { ...state, images: new Set([...images, operation.hash]) }
    case 'use':
      return { ...state, uses: uses + 1 }
    default:
      return state
  }
}

/** Images stay: nothing names them then, and they go when no backup does either. */
function takenBack(state: State, step: Step): State {
  switch (step.kind) {
    case 'create':
      return without(state, [step.code])
    case 'rename':
      return renamed(state, step.to, step.from)
    case 'remove':
      return applied(state, { kind: 'create', code: step.code })
    case 'import':
    case 'pack':
      return without(state, step.codes)
  }
}

function renamed(state: State, from: string, to: string): State {
  return { ...state, codes: new Set([...state.codes].map((code) => (code === from ? to : code))) }
}

function without(state: State, codes: readonly string[]): State {
  const gone = new Set(codes)
  return { ...state, codes: new Set([...state.codes].filter((code) => !gone.has(code))) }
}

function unlike(states: readonly State[]): State[] {
  return states.filter((state, index) => states.findIndex((other) => same(other, state)) === index)
}

function same(a: State, b: State): boolean {
  return sameBut(a, b) && a.images.size === b.images.size && isWithin(a.images, b.images)
}

/** Whether `actual` is this state; an image too many does no harm. */
function isLike(state: State, actual: State): boolean {
  return sameBut(state, actual) && isWithin(state.images, actual.images)
}

function sameBut(a: State, b: State): boolean {
  return a.uses === b.uses && a.codes.size === b.codes.size && isWithin(a.codes, b.codes)
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((one) => all.has(one))
}

function difference(possible: readonly State[], actual: State): string {
  const [nearest] = possible.toSorted((a, b) => distance(a, actual) - distance(b, actual))
  if (!nearest) return 'nobody knows of it'
  const lost = [...nearest.codes].filter((code) => !actual.codes.has(code))
  const strange = [...actual.codes].filter((code) => !nearest.codes.has(code))
  const images = [...nearest.images].filter((hash) => !actual.images.has(hash))
  return `lost ${lost.length} (${lost.slice(0, 3)}), not expected ${strange.length} (${strange.slice(0, 3)}), images lost ${images.length}, uses ${actual.uses} for ${nearest.uses}`
}

function distance(a: State, b: State): number {
  return [...a.codes].filter((code) => !b.codes.has(code)).length + Math.abs(a.codes.size - b.codes.size)
}
