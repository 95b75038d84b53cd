import { bucketOf, KIND } from './candidates/features.ts'
import { Lookup } from './candidates/lookup.ts'
import { fold, foldUnit } from './chinese/normalise.ts'
import type { SearchContext } from './document.ts'
import { FIELD, type Library } from './library.ts'

const NAMED_IN_HEAD = 0.08
const NAMED_IN_BODY = 0.05

/** The product in question, as names to look for; null when there is none. */
export class ProductNames {
  readonly #names: readonly string[]

  private constructor(names: readonly string[]) {
    this.#names = names
  }

  static of(context: SearchContext | undefined): ProductNames | null {
    const names = (context?.productNames ?? [])
      .map((name) => fold(name.trim()))
      .filter((name) => name.length > 1)
    return names.length > 0 ? new ProductNames(names) : null
  }

  /** What to look up in the index to find phrases that name the product. */
  lookup(): Lookup {
    const lookup = new Lookup()
    for (const name of this.#names) {
      for (let i = 1; i < name.length; i++) {
        for (const kind of [KIND.titlePair, KIND.tagPair]) {
          lookup.addSingle(bucketOf(kind, name.charCodeAt(i - 1), name.charCodeAt(i)), 1)
        }
      }
    }
    return lookup
  }

  /** What naming the product is worth beside a text score of about 1. */
  standing(library: Library, slot: number): number {
    const { pool } = library
    const named = (from: number, to: number) => this.#names.some((name) => stands(name, pool, from, to))
    if (named(library.start(slot, FIELD.title), library.start(slot, FIELD.body))) return NAMED_IN_HEAD
    return named(library.start(slot, FIELD.body), library.end(slot, FIELD.body)) ? NAMED_IN_BODY : 0
  }
}

function stands(name: string, pool: Uint16Array, from: number, to: number): boolean {
  const last = to - name.length
  for (let at = from; at <= last; at++) {
    let same = 0
    while (same < name.length && foldUnit(pool[at + same] as number) === name.charCodeAt(same)) same++
    if (same === name.length) return true
  }
  return false
}
