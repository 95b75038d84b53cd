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

/**
 * The phrases in memory: their texts end to end in one pool of UTF-16 units, so that 100,000 of them cost no more
 * than their characters. A slot is never reused; a removed phrase leaves a hole until the library is packed.
 */
export class Library {
  #pool = new Uint16Array(1 << 16)
  #poolEnd = 0
  /** `FIELD_COUNT + 1` bounds a slot. */
  #bounds = new Uint32Array(1 << 10)
  readonly entries: (Entry | undefined)[] = []
  readonly #slotOf = new Map<string, number>()

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
  return {
    id: document.id,
    code: document.code?.toLowerCase() ?? null,
    step: STEPS.indexOf(document.step),
    buyerTypes: document.buyerTypes,
    source: document.source,
    tags: document.tags,
    groupIds: document.groupIds,
    validFrom: document.validFrom,
    validUntil: document.validUntil,
    pinned: document.pinned,
    tieBreak: tieBreakOf(document.id),
    uses: document.uses,
    lastUsedAt: document.lastUsedAt,
  }
}

function tieBreakOf(id: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < id.length; i++) h = Math.imul(h ^ id.charCodeAt(i), 0x01000193)
  return ((h >>> 0) / 2 ** 32) * 1e-4
}
