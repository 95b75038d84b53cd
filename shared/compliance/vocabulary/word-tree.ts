import { isDigit, isLetter } from '../../search/chinese/normalise.ts'
import { type CondensedText, isSpellingSymbol } from '../text/condense.ts'
import { GAP } from '../text/gaps.ts'

/** A word found in a condensed text, in its characters: `[from, to)`. */
export interface Occurrence<T> {
  from: number
  to: number
  /** What the word was added with; one word may mean several things. */
  meaning: T
}

/** `#`, which in a word stands for a number of any length, in digits. */
const ANY_NUMBER = 0x23
/** A word this long may be taken apart by commas and line breaks too, when every character is: 好。评。返。现. */
const SPELLED_OUT_LENGTH = 3

/**
 * Words as a tree of characters. Most characters begin no word, so that a search from every place costs about as much as
 * one pass; at worst it is the text's length times that of the longest word.
 */
export class WordTree<T> {
  /** First character → its branch; 0 where no word begins. */
  readonly #roots = new Int32Array(0x10000)
  /** Character → its number among those that words go on with; 0 for none of them. */
  readonly #letters = new Uint16Array(0x10000)
  #letterCount = 0
  /** Branch and number of the next character, in one small integer → the branch they lead to. */
  readonly #next = new Map<number, number>()
  /** Branch → what the words mean that end there. Branch 0 is none. */
  readonly #meanings: T[][] = [[]]

  /** @param word condensed, at least one character; `#` after the first stands for any number */
  add(word: string, meaning: T): void {
    const first = word.charCodeAt(0)
    let branch = this.#roots[first] || this.#newBranch()
    this.#roots[first] = branch
    for (let at = 1; at < word.length; at++) {
      const unit = word.charCodeAt(at)
      const letter = this.#letters[unit] || ++this.#letterCount
      this.#letters[unit] = letter
      const step = stepFrom(branch, letter)
      branch = this.#next.get(step) ?? this.#newBranch()
      this.#next.set(step, branch)
    }
    this.#meanings[branch]?.push(meaning)
  }

  /** Every occurrence of every word, in order of where it begins, shorter before longer. */
  find(condensed: CondensedText, found: (occurrence: Occurrence<T>) => void): void {
    const { text } = condensed
    for (let from = 0; from < text.length; from++) {
      const root = this.#roots[text.charCodeAt(from)]
      if (root) this.#follow(root, condensed, from, found)
    }
  }

  #follow(
    root: number,
    { text, gaps }: CondensedText,
    from: number,
    found: (occurrence: Occurrence<T>) => void,
  ): void {
    let branch: number | undefined = root
    let widest = 0
    let narrowest: number = GAP.wall
    let at = from
    for (let length = 1; branch !== undefined; length++) {
      const meanings: readonly T[] = this.#meanings[branch] ?? []
      const isWhole = widest < GAP.item || (length >= SPELLED_OUT_LENGTH && narrowest > GAP.none)
      if (meanings.length > 0 && isWhole && isApart(text, gaps, from, at + 1))
        for (const meaning of meanings) found({ from, to: at + 1, meaning })

      let gap: number = GAP.none
      let next: number | undefined
      let unit: number
      do {
        at++
        if (at >= text.length) return
        gap = Math.max(gap, gaps[at] ?? GAP.wall)
        if (gap === GAP.wall) return
        unit = text.charCodeAt(at)
        next = this.#nextBy(branch, unit)
        if (next === undefined && isDigit(unit)) {
          next = this.#nextBy(branch, ANY_NUMBER)
          if (next !== undefined) at = endOfNumber(text, gaps, at) - 1
        }
        // A symbol that the word is not written with parts its characters like any other.
        if (next === undefined) gap = Math.max(gap, GAP.soft)
      } while (next === undefined && isSpellingSymbol(unit))
      widest = Math.max(widest, gap)
      narrowest = Math.min(narrowest, gap)
      branch = next
    }
  }

  #nextBy(branch: number, unit: number): number | undefined {
    const letter = this.#letters[unit] ?? 0
    return letter === 0 ? undefined : this.#next.get(stepFrom(branch, letter))
  }

  #newBranch(): number {
    return this.#meanings.push([]) - 1
  }
}

/** Room for 4,095 characters and half a million branches; beyond that numbers get slow, not wrong. */
function stepFrom(branch: number, letter: number): number {
  return branch * 4096 + letter
}

function endOfNumber(text: string, gaps: Uint8Array, from: number): number {
  let at = from + 1
  while (gaps[at] === GAP.none && isDigit(text.charCodeAt(at))) at++
  return at
}

/** Letters and digits are words only where their run ends: vx is none in vxl, nor 100% in 2100%. */
function isApart(text: string, gaps: Uint8Array, from: number, to: number): boolean {
  const runsOnBefore =
    gaps[from] === GAP.none && from > 0 && sameRun(text.charCodeAt(from - 1), text.charCodeAt(from))
  if (runsOnBefore) return false
  return !(gaps[to] === GAP.none && sameRun(text.charCodeAt(to - 1), text.charCodeAt(to)))
}

function sameRun(a: number, b: number): boolean {
  return (isLetter(a) && isLetter(b)) || (isDigit(a) && isDigit(b))
}
