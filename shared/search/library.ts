import type { MatchField } from '../model/search.ts'
import { STEPS } from '../model/steps.ts'
import type { SearchDocument } from './document.ts'

/** Fields in the order in which they stand in the text pool. */
export const FIELDS = ['title', 'tag', 'group', 'question', 'body'] as const
export type Field = (typeof FIELDS)[number]
export const FIELD_COUNT = FIELDS.length
export const FIELD = { title: 0, tag: 1, group: 2, question: 3, body: 4 } as const satisfies Record<
  Field,
  number
>

/** Stands between the items of a field; no text contains it. */
export const ITEM_BREAK = 1
const SPACE = 0x20

export const MATCH_FIELD: Record<Field, MatchField> = {
  title: 'title',
  tag: 'tag',
  group: 'tag',
  question: 'question',
  body: 'body',
}

/** What the ranking needs of a phrase besides its text. */
export interface Entry {
  readonly id: string
  readonly code: string | null
  readonly step: number
  readonly buyerTypes: readonly string[]
  readonly source: string
  readonly tags: readonly string[]
  readonly groupIds: readonly string[]
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly pinned: boolean
  /** Tiny, and drawn from the id: it makes any order by rank total, whatever order phrases came in. */
  readonly tieBreak: number
  uses: number
  lastUsedAt: number | null
}

/** The same for all slots, in columns; phrases that differ only in their texts, codes and use share a profile. */
export interface HeldEntries {
  /** Null for a hole. */
  ids: (string | null)[]
  codes: (string | null)[]
  profileOf: number[]
  profiles: Profile[]
  /** Slot, uses and time of the last one, of those that have been used. */
  used: [slot: number, uses: number, lastUsedAt: number | null][]
}

type Profile = Omit<Entry, 'id' | 'code' | 'tieBreak' | 'uses' | 'lastUsedAt'>

/**
 * The phrases in memory: their texts end to end in one pool of UTF-16 units, so that 100,000 of them cost no more
 * than their characters. A slot is never reused; a removed phrase leaves a hole until the library is packed.
 */
export class Library {
  #pool: Uint16Array = new Uint16Array(1 << 16)
  #poolEnd = 0
  /** `FIELD_COUNT + 1` bounds a slot. */
  #bounds: Uint32Array = new Uint32Array(1 << 10)
  readonly entries: (Entry | undefined)[] = []
  readonly #slotOf = new Map<string, number>()

  /** A library as it was when `held` gave its entries; the arrays are taken over. */
  static of({ held, bounds, pool }: { held: HeldEntries; bounds: Uint32Array; pool: Uint16Array }): Library {
    const library = new Library()
    library.#bounds = bounds
    library.#pool = pool
    library.#poolEnd = pool.length
    for (const [slot, id] of held.ids.entries()) {
      const profile = held.profiles[held.profileOf[slot] ?? -1]
      if (id === null || !profile) library.entries.push(undefined)
      else {
        const code = held.codes[slot] ?? null
        library.entries.push(entryWith(id, code, profile, { uses: 0, lastUsedAt: null }))
        library.#slotOf.set(id, slot)
      }
    }
    for (const [slot, uses, lastUsedAt] of held.used) {
      const entry = library.entries[slot]
      if (entry) Object.assign(entry, { uses, lastUsedAt })
    }
    return library
  }

  /** What `of` makes the same library from. */
  get held(): HeldEntries {
    const held: HeldEntries = { ids: [], codes: [], profileOf: [], profiles: [], used: [] }
    const numbers = new Map<string, number>()
    for (const [slot, entry] of this.entries.entries()) {
      held.ids.push(entry?.id ?? null)
      held.codes.push(entry?.code ?? null)
      if (!entry) {
        held.profileOf.push(-1)
        continue
      }
      const { uses, lastUsedAt } = entry
      const profile = profileOf(entry)
      const key = JSON.stringify(profile)
      const number = numbers.get(key) ?? held.profiles.push(profile) - 1
      numbers.set(key, number)
      held.profileOf.push(number)
      if (uses > 0 || lastUsedAt !== null) held.used.push([slot, uses, lastUsedAt])
    }
    return held
  }

  /** The bounds of all slots, without the room to grow. */
  get bounds(): Uint32Array {
    return this.#bounds.subarray(0, this.slots * (FIELD_COUNT + 1))
  }

  /** The texts of all slots, without the room to grow. */
  get texts(): Uint16Array {
    return this.#pool.subarray(0, this.#poolEnd)
  }

  get size(): number {
    return this.#slotOf.size
  }

  /** Slots ever given, holes included. */
  get slots(): number {
    return this.entries.length
  }

  get pool(): Uint16Array {
    return this.#pool
  }

  slotOf(id: string): number | undefined {
    return this.#slotOf.get(id)
  }

  start(slot: number, field: number): number {
    return this.#bounds[slot * (FIELD_COUNT + 1) + field] ?? 0
  }

  end(slot: number, field: number): number {
    return this.#bounds[slot * (FIELD_COUNT + 1) + field + 1] ?? 0
  }

  /** Adds a phrase whose id is not held. Returns its slot. */
  add(document: SearchDocument): number {
    const slot = this.entries.length
    this.entries.push(entryOf(document))
    this.#slotOf.set(document.id, slot)
    const bounds = slot * (FIELD_COUNT + 1)
    if (bounds + FIELD_COUNT >= this.#bounds.length) {
      const larger = new Uint32Array(this.#bounds.length * 2)
      larger.set(this.#bounds)
      this.#bounds = larger
    }
    const items = [[document.title], document.tags, document.groupNames, document.questions]
    items.push([document.body, ...(document.variants ?? [])])
    for (const [field, texts] of items.entries()) {
      this.#bounds[bounds + field] = this.#poolEnd
      for (const [i, text] of texts.entries()) {
        if (i > 0) this.#append('', true)
        this.#append(text, false)
      }
    }
    this.#bounds[bounds + FIELD_COUNT] = this.#poolEnd
    return slot
  }

  /** 32 bits that differ, in all likelihood, between any two texts, codes included. */
  fingerprint(slot: number): number {
    let h = 0x811c9dc5
    for (let field = 0; field < FIELD_COUNT; field++) {
      const end = this.end(slot, field)
      for (let at = this.start(slot, field); at < end; at++)
        h = Math.imul(h ^ (this.#pool[at] as number), 0x01000193)
      h = Math.imul(h ^ ITEM_BREAK, 0x01000193)
    }
    const code = this.entries[slot]?.code ?? ''
    for (let i = 0; i < code.length; i++) h = Math.imul(h ^ code.charCodeAt(i), 0x01000193)
    return h >>> 0
  }

  /** Forgets the phrase; its slot stays a hole. */
  remove(slot: number): void {
    const entry = this.entries[slot]
    if (!entry) return
    this.#slotOf.delete(entry.id)
    this.entries[slot] = undefined
  }

  /** The original text between two places of the pool. */
  text(from: number, to: number): string {
    let text = ''
    for (let at = from; at < to; at += 4096) {
      text += String.fromCharCode(...this.#pool.subarray(at, Math.min(to, at + 4096)))
    }
    return text
  }

  #append(text: string, isBreak: boolean): void {
    const needed = this.#poolEnd + text.length + 1
    if (needed > this.#pool.length) {
      const larger = new Uint16Array(Math.max(needed, Math.ceil(this.#pool.length * 1.5)))
      larger.set(this.#pool)
      this.#pool = larger
    }
    if (isBreak) this.#pool[this.#poolEnd++] = ITEM_BREAK
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      this.#pool[this.#poolEnd++] = unit === ITEM_BREAK ? SPACE : unit
    }
  }
}

function entryOf(document: SearchDocument): Entry {
  const step = STEPS.indexOf(document.step)
  return entryWith(document.id, document.code?.toLowerCase() ?? null, { ...document, step }, document)
}

function profileOf(of: Profile): Profile {
  const { step, buyerTypes, source, tags, groupIds, validFrom, validUntil, pinned } = of
  return { step, buyerTypes, source, tags, groupIds, validFrom, validUntil, pinned }
}

/** Property by property, so that all entries have one shape in memory. */
function entryWith(
  id: string,
  code: string | null,
  of: Profile,
  { uses, lastUsedAt }: Pick<Entry, 'uses' | 'lastUsedAt'>,
): Entry {
  const { step, buyerTypes, source, tags, groupIds, validFrom, validUntil, pinned } = of
  const tieBreak = tieBreakOf(id)
  return {
    id,
    code,
    step,
    buyerTypes,
    source,
    tags,
    groupIds,
    validFrom,
    validUntil,
    pinned,
    tieBreak,
    uses,
    lastUsedAt,
  }
}

function tieBreakOf(id: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < id.length; i++) h = Math.imul(h ^ id.charCodeAt(i), 0x01000193)
  return ((h >>> 0) / 2 ** 32) * 1e-4
}
