import { create } from 'zustand'
import type { PhraseFilter, PhraseSort, SortKey } from '../../../shared/model/phrase-listing.ts'
import { type ColumnKey, readShownColumns, writeShownColumns } from './table/columns.ts'

/** What the table of phrases shows and how; it outlives the page, so that one comes back to where one was. */
interface View {
  filter: PhraseFilter
  sort: PhraseSort
  /** Columns beside the title. */
  columns: readonly ColumnKey[]
  /** How far the list was scrolled (px), and under which query. */
  scrolled: { query: string; top: number }
  /** A phrase that was written just now and is to be shown, by its id. */
  written: string | null
}

export const NO_FILTER: PhraseFilter = { text: '', tags: [], archived: false }
export const IN_PLACE: PhraseSort = { by: 'place', descending: false }

/** Where the large values are the interesting ones. */
const LARGEST_FIRST: ReadonlySet<SortKey> = new Set(['uses', 'lastUsed', 'changed'])

export const useView = create<View>()(() => ({
  filter: NO_FILTER,
  sort: IN_PLACE,
  columns: readShownColumns(),
  scrolled: { query: '', top: 0 },
  written: null,
}))

/** Adds to what is filtered by, or takes away (undefined). */
export function narrow(part: Partial<PhraseFilter>): void {
  useView.setState(({ filter }) => ({ filter: { ...filter, ...part } }))
}

export function clearFilter(): void {
  useView.setState({ filter: NO_FILTER })
}

export function sortBy(by: SortKey, descending = LARGEST_FIRST.has(by)): void {
  useView.setState({ sort: { by, descending } })
}

/** As a click on a column's head does: its usual direction, the other one, and back to the order of the tree. */
export function turnSort(by: SortKey): void {
  const { sort } = useView.getState()
  if (sort.by !== by) sortBy(by)
  else if (sort.descending === LARGEST_FIRST.has(by)) sortBy(by, !sort.descending)
  else useView.setState({ sort: IN_PLACE })
}

export function showColumns(columns: readonly ColumnKey[]): void {
  writeShownColumns(columns)
  useView.setState({ columns })
}

export function rememberScroll(query: string, top: number): void {
  useView.setState({ scrolled: { query, top } })
}

/** How far the list was scrolled when that query was left just now, px. */
export function scrolledIn(query: string): number {
  const { scrolled } = useView.getState()
  return scrolled.query === query ? scrolled.top : 0
}

/** Has the table go to a phrase that was written just now. */
export function showWritten(id: string | null): void {
  useView.setState({ written: id })
}

/** Whether anything but the text, which stands in its own field, is filtered by. */
export function isNarrowed(filter: PhraseFilter): boolean {
  const { groupId, step, tags, validity, source, use, archived } = filter
  return (
    [groupId, step, validity, source, use].some((part) => part !== undefined) || tags.length > 0 || archived
  )
}
