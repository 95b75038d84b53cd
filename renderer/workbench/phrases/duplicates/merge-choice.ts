import type { Phrase } from '../../../../shared/model/phrase.ts'
import type { PhraseMerge } from '../../../../shared/model/phrase-duplicates.ts'

/** What the person has said of a group so far. */
export interface MergeChoice {
  keepId: string
  /** Those that are not to be merged after all. */
  leftIds: ReadonlySet<string>
  /** Whose code stays; null for none, undefined while nobody has said. */
  codeFrom: string | null | undefined
}

/** The phrases that become one; the first is the one that stays. */
export function mergedOf(phrases: readonly Phrase[], { keepId, leftIds }: MergeChoice): Phrase[] {
  const kept = phrases.filter(({ id }) => id === keepId)
  return [...kept, ...phrases.filter(({ id }) => id !== keepId && !leftIds.has(id))]
}

/** Those among them that have a code; one must be chosen when there are several. */
export function codesOf(merged: readonly Phrase[]): { id: string; code: string }[] {
  return merged.flatMap(({ id, code }) => (code === null ? [] : { id, code }))
}

/** The merge as it would be done; a code that only one of them has stays, and else the kept one's, if it has one. */
export function mergeOf(phrases: readonly Phrase[], choice: MergeChoice): PhraseMerge {
  const merged = mergedOf(phrases, choice)
  const codes = codesOf(merged)
  const asked = choice.codeFrom === null || codes.some(({ id }) => id === choice.codeFrom)
  return {
    keepId: choice.keepId,
    othersIds: merged.flatMap(({ id }) => (id === choice.keepId ? [] : id)),
    codeFrom: asked ? (choice.codeFrom ?? null) : (codes[0]?.id ?? null),
  }
}
