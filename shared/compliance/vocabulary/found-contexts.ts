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
  /** Where words end that were excused: 谨防 + 加微信、线下付款. */
  readonly #excused = new Set<number>()

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

  /** Whether a word is excused in any of the scopes; words are asked about in the order of the text. */
  excuse(word: Stretch, scopes: readonly number[], condensed: CondensedText): boolean {
    const isExcused = scopes.some((scope) => this.#isHarmless(word, scope, condensed))
    if (isExcused) for (const scope of scopes) this.#excused.add(key(scope, word.to))
    return isExcused
  }

  #isHarmless({ from, to }: Stretch, scope: number, { gaps }: CondensedText): boolean {
    const gapBefore = gaps[from] ?? GAP.wall
    const gapAfter = gaps[to] ?? GAP.wall
    if (this.#harmless.get(scope)?.contains({ from, to })) return true
    if (gapBefore < GAP.item && this.#endings.has(key(scope, from))) return true
    if (gapAfter < GAP.item && this.#beginnings.has(key(scope, to))) return true
    return gapBefore === GAP.item && this.#excused.has(key(scope, from))
  }
}

/** One number for a scope and a place in a text. */
function key(scope: number, place: number): number {
  return scope * 2 ** 32 + place
}
