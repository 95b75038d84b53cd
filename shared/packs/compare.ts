import type { PackPhrase } from '../model/pack.ts'
import type { PhraseDraft } from '../model/phrase.ts'
import { isSame } from './canonical.ts'
import { changedFields, type DraftField, mergeDraft } from './merge-draft.ts'

/** A phrase of the library as this machine has it. */
export interface HeldPhrase {
  id: string
  /** As the pack before had it. */
  base: PhraseDraft
  /** As it stands here, `groupId` being the pack's; null when it was deleted here. */
  mine: PhraseDraft | null
}

/** What a pack does to one phrase. */
export type PhraseChange =
  | { kind: 'added'; id: string; theirs: PhraseDraft }
  /** Nobody changed it here. */
  | { kind: 'changed'; id: string; mine: PhraseDraft; theirs: PhraseDraft; fields: DraftField[] }
  /** Changed on both sides, apart from each other: `draft` has both. */
  | { kind: 'merged'; id: string; mine: PhraseDraft; theirs: PhraseDraft; draft: PhraseDraft }
  /** Changed on both sides in `fields`; `draft` has theirs there and both elsewhere. */
  | {
      kind: 'conflict'
      id: string
      base: PhraseDraft
      mine: PhraseDraft
      theirs: PhraseDraft
      draft: PhraseDraft
      fields: DraftField[]
    }
  | { kind: 'removed'; id: string; mine: PhraseDraft }
  /** Gone from the pack, but changed here: the person is asked. */
  | { kind: 'removed-but-edited'; id: string; base: PhraseDraft; mine: PhraseDraft }
  /** Deleted here and changed by the publisher: the person is asked. */
  | { kind: 'deleted-but-changed'; id: string; base: PhraseDraft; theirs: PhraseDraft }

/**
 * What changes when `theirs`, all phrases of a pack, comes upon those that are held. Phrases that stay as they are here
 * are left out; in order of ids.
 */
export function comparePhrases(held: readonly HeldPhrase[], theirs: readonly PackPhrase[]): PhraseChange[] {
  const heldById = new Map(held.map((phrase) => [phrase.id, phrase]))
  const published = new Set(theirs.map(({ id }) => id))
  const changes = theirs.flatMap(({ id, draft }): PhraseChange[] => {
    const known = heldById.get(id)
    return known
      ? [updateOf(known, draft)].flatMap((change) => change ?? [])
      : [{ kind: 'added', id, theirs: draft }]
  })
  const removals = held
    .filter(({ id }) => !published.has(id))
    .flatMap((phrase) => [removalOf(phrase)].flatMap((change) => change ?? []))
  return [...changes, ...removals].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function updateOf({ id, base, mine }: HeldPhrase, theirs: PhraseDraft): PhraseChange | null {
  const isChangedThere = !isSame(base, theirs)
  if (mine === null) return isChangedThere ? { kind: 'deleted-but-changed', id, base, theirs } : null
  if (!isChangedThere) return null
  if (changedFields(base, mine).length === 0)
    return { kind: 'changed', id, mine, theirs, fields: changedFields(base, theirs) }
  const { draft, conflicts } = mergeDraft(base, mine, theirs)
  if (conflicts.length > 0) return { kind: 'conflict', id, base, mine, theirs, draft, fields: conflicts }
  return isSame({ ...draft, pinned: false }, { ...mine, pinned: false })
    ? null
    : { kind: 'merged', id, mine, theirs, draft }
}

function removalOf({ id, base, mine }: HeldPhrase): PhraseChange | null {
  if (mine === null) return null
  return changedFields(base, mine).length === 0
    ? { kind: 'removed', id, mine }
    : { kind: 'removed-but-edited', id, base, mine }
}
