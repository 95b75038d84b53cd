import { findNotions } from '../chinese/notions.ts'
import { FIELD, ITEM_BREAK, type Library } from '../library.ts'
import type { Ranked } from '../standing.ts'

/** So many answers at the top differ in what they answer by. */
const DIFFERENT = 3
/** An answer this much worse than the best is no alternative to it. */
const ALTERNATIVE = 0.45
/** Of the notions in two phrases, the share in both from which on they are about the same. */
const SAME_MATTER = 0.6
/** The same for two that the message is met by in the very same words. */
const SAME_MATTER_BY_SAME_WORDS = 0.3

/** What a phrase is about, whatever the product. */
interface Matter {
  readonly one: Ranked
  readonly notions: ReadonlySet<number>
  /** Hashes of its example questions. */
  readonly questions: ReadonlySet<number>
}

/** Brings the best of each kind of answer to the top, so that near-duplicates do not fill it. Takes a sorted list. */
export function alternativesFirst(ranked: readonly Ranked[], library: Library): Ranked[] {
  const top = ranked[0]
  if (!top) return []
  const first: Matter[] = []
  for (const one of ranked) {
    if (first.length === DIFFERENT || one.score < top.score * ALTERNATIVE || one.validity !== top.validity)
      break
    const matter = matterOf(one, library)
    if (!first.some((other) => isSameMatter(matter, other))) first.push(matter)
  }
  const chosen = first.map(({ one }) => one)
  return [...chosen, ...ranked.filter((one) => !chosen.includes(one))]
}

function isSameMatter(a: Matter, b: Matter): boolean {
  if (!a.questions.isDisjointFrom(b.questions)) return true
  const isBySameWords = a.one.by !== 0 && a.one.by === b.one.by
  return shareInBoth(a.notions, b.notions) >= (isBySameWords ? SAME_MATTER_BY_SAME_WORDS : SAME_MATTER)
}

function shareInBoth(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 && b.size === 0) return SAME_MATTER_BY_SAME_WORDS
  return a.intersection(b).size / a.union(b).size
}

function matterOf(one: Ranked, library: Library): Matter {
  const { pool } = library
  const notions = new Set<number>()
  findNotions(pool, library.start(one.slot, FIELD.title), library.end(one.slot, FIELD.tag), (notion) =>
    notions.add(notion),
  )
  const questions = new Set<number>()
  const end = library.end(one.slot, FIELD.question)
  let hash = 0
  for (let at = library.start(one.slot, FIELD.question); at <= end; at++) {
    if (at < end && pool[at] !== ITEM_BREAK) hash = (Math.imul(hash, 31) + (pool[at] as number)) | 0
    else {
      if (hash !== 0) questions.add(hash)
      hash = 0
    }
  }
  return { one, notions, questions }
}
