import type { CondensedText } from '../text/condense.ts'
import { GAP } from '../text/gaps.ts'
import { Cover, type Stretch } from '../text/stretch.ts'
import type { Meaning } from './vocabulary.ts'
import type { Occurrence } from './word-tree.ts'

/** The harmless contexts found in one text, by scope. */
export class FoundContexts {
  readonly #harmless = new Map<number, Cover>()
  /** Where an excuse ends, right before a word, or begins, right after one. */
  readonly #endings = new Set<number>()
  readonly #beginnings = new Set<number>()

  /** Takes note of an occurrence when it is a context, in the order of the text; tells whether it was. */
  note<V>({ from, to, meaning }: Occurrence<Meaning<V>>): boolean {
    switch (meaning.role) {
      case 'not': {
        const cover = this.#harmless.get(meaning.scope) ?? new Cover()
        this.#harmless.set(meaning.scope, cover)
        cover.add({ from, to })
        return true
      }
      case 'notAfter':
        this.#endings.add(key(meaning.scope, to))
        return true
      case 'notBefore':
        this.#beginnings.add(key(meaning.scope, from))
        return true
      default:
        return false
    }
  }

  /** Whether a word at this place is excused in any of the scopes. */
  excuse({ from, to }: Stretch, scopes: readonly number[], { gaps }: CondensedText): boolean {
    const isBesideBefore = (gaps[from] ?? GAP.wall) < GAP.clause
    const isBesideAfter = (gaps[to] ?? GAP.wall) < GAP.clause
    return scopes.some(
      (scope) =>
        this.#harmless.get(scope)?.contains({ from, to }) ||
        (isBesideBefore && this.#endings.has(key(scope, from))) ||
        (isBesideAfter && this.#beginnings.has(key(scope, to))),
    )
  }
}

/** One number for a scope and a place in a text. */
function key(scope: number, place: number): number {
  return scope * 2 ** 32 + place
}
