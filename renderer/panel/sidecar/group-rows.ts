import type { PhraseGroup } from '../../../shared/model/phrase.ts'

/** A line of the tree: a group that is to be seen. */
export interface GroupRow {
  id: string
  name: string
  /** 0 for a group in none. */
  depth: number
  /** It is the one whose phrases are listed. */
  isChosen: boolean
  /** Its subgroups are to be seen; null when it has none. */
  isUnfolded: boolean | null
  /** Phrases in it and below it. */
  phraseCount: number
}

/**
 * The lines of the tree while one group is chosen (null for none): it and its ancestors are unfolded, all others folded.
 * Groups without a phrase in or below them are left out, since there is nothing to click in them.
 *
 * @param groups parents before their children, siblings in their order
 */
export function groupRows(groups: readonly PhraseGroup[], chosenId: string | null): GroupRow[] {
  const parents = new Map(groups.map(({ id, parentId }) => [id, parentId]))
  const counts = countsBelow(groups)
  const unfolded = new Set(lineage(chosenId, parents))
  const hasChildren = new Set(
    groups.flatMap(({ id, parentId }) => (parentId && counts.get(id) ? [parentId] : [])),
  )
  return groups
    .filter(({ id, parentId }) => counts.get(id) && (parentId === null || unfolded.has(parentId)))
    .map(({ id, name }) => ({
      id,
      name,
      depth: lineage(id, parents).length - 1,
      isChosen: id === chosenId,
      isUnfolded: hasChildren.has(id) ? unfolded.has(id) : null,
      phraseCount: counts.get(id) ?? 0,
    }))
}

/** The group itself and its ancestors. */
function lineage(id: string | null, parents: ReadonlyMap<string, string | null>): string[] {
  const ids: string[] = []
  for (let at = id; at !== null && parents.has(at); at = parents.get(at) ?? null) ids.push(at)
  return ids
}

function countsBelow(groups: readonly PhraseGroup[]): Map<string, number> {
  const counts = new Map(groups.map(({ id, phraseCount }) => [id, phraseCount]))
  // Children come after their parents: from the end, each has its whole sum before it is added to its parent.
  for (const { id, parentId } of groups.toReversed())
    if (parentId !== null) counts.set(parentId, (counts.get(parentId) ?? 0) + (counts.get(id) ?? 0))
  return counts
}
