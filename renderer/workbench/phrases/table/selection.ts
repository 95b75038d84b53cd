import type { PhraseChoice, PhraseQuery } from '../../../../shared/model/phrase-listing.ts'

/**
 * Which rows are ticked: those of `ids`, or, when `isAll`, all but those; and the row from which a Shift-click extends.
 */
export interface Selection {
  isAll: boolean
  ids: ReadonlySet<string>
  anchor: number | null
}

export const NOTHING_SELECTED: Selection = { isAll: false, ids: new Set(), anchor: null }
export const ALL_SELECTED: Selection = { isAll: true, ids: new Set(), anchor: null }

export function isSelected({ isAll, ids }: Selection, id: string): boolean {
  return ids.has(id) !== isAll
}

/** @param rows how many the table has */
export function countSelected({ isAll, ids }: Selection, rows: number): number {
  return isAll ? Math.max(0, rows - ids.size) : ids.size
}

/** Ticks or unticks one row. */
export function toggled({ isAll, ids }: Selection, index: number, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { isAll, ids: next, anchor: index }
}

/** Ticks all of `more`; the anchor stays where it was. */
export function withAll({ isAll, ids, anchor }: Selection, more: readonly string[]): Selection {
  const next = new Set(ids)
  for (const id of more) {
    if (isAll) next.delete(id)
    else next.add(id)
  }
  return { isAll, ids: next, anchor }
}

/** As the desk takes it; null when nothing is ticked. */
export function choiceOf({ isAll, ids }: Selection, query: PhraseQuery): PhraseChoice | null {
  if (isAll) return { kind: 'all', query, except: [...ids] }
  return ids.size === 0 ? null : { kind: 'some', ids: [...ids] }
}
