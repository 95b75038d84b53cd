import { FIELD_COUNT, type HeldEntries } from './library.ts'
import { PREPARED_VERSION } from './prepared.ts'

/**
 * A finished index as bytes: its flat arrays as they lie in memory, and what else the ranking needs of the phrases as
 * JSON in columns. Reading it converts no text and sorts nothing. Whoever stores it adds what tells a whole file from a
 * damaged one; here only what another version wrote is told apart.
 */
export interface FrozenIndex {
  held: HeldEntries
  /** See `Library`. */
  bounds: Uint32Array
  pool: Uint16Array
  /** See `Postings`. */
  starts: Uint32Array
  slots: Uint32Array
}

/** To be raised whenever the layout changes; buckets have a version of their own. */
const FORMAT = 1
const MARK = 0x47365349
/** What the first bytes hold: 32-bit numbers of the machine's own order, which a reader of the other order refuses. */
const HEAD = { mark: 0, format: 1, prepared: 2, starts: 3, slots: 4, bounds: 5, pool: 6, json: 7 } as const
const HEAD_WORDS = 8

/** The parts, to be written one after another. */
export function freeze({ held, bounds, pool, starts, slots }: FrozenIndex): Uint8Array[] {
  const json = new TextEncoder().encode(JSON.stringify(held))
  const head = new Uint32Array(HEAD_WORDS)
  head[HEAD.mark] = MARK
  head[HEAD.format] = FORMAT
  head[HEAD.prepared] = PREPARED_VERSION
  for (const [name, part] of Object.entries({ starts, slots, bounds, pool, json })) {
    head[HEAD[name as keyof typeof HEAD]] = part.length
  }
  return [head, starts, slots, bounds, pool, json].map(
    (part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength),
  )
}

/**
 * The arrays are views of `bytes`, which must begin at a multiple of four.
 * @returns null for what this version of the program did not write
 */
export function thaw(bytes: Uint8Array): FrozenIndex | null {
  if (bytes.byteLength < HEAD_WORDS * 4 || bytes.byteOffset % 4 !== 0) return null
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD_WORDS)
  const [mark, format, prepared, ...lengths] = head
  if (mark !== MARK || format !== FORMAT || prepared !== PREPARED_VERSION) return null
  const [starts = 0, slots = 0, bounds = 0, pool = 0, json = 0] = lengths
  if (bytes.byteLength !== 4 * (HEAD_WORDS + starts + slots + bounds) + 2 * pool + json) return null
  let at = bytes.byteOffset + 4 * HEAD_WORDS
  const words = (length: number) => {
    const view = new Uint32Array(bytes.buffer, at, length)
    at += view.byteLength
    return view
  }
  const frozen = {
    starts: words(starts),
    slots: words(slots),
    bounds: words(bounds),
    pool: new Uint16Array(bytes.buffer, at, pool),
  }
  const held: HeldEntries = JSON.parse(new TextDecoder().decode(bytes.subarray(bytes.byteLength - json)))
  return held.ids.length * (FIELD_COUNT + 1) === bounds ? { held, ...frozen } : null
}
