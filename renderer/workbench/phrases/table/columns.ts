import type { SortKey } from '../../../../shared/model/phrase-listing.ts'

/** The columns beside tick, title and pin, from left to right; people choose which they see. */
export const COLUMNS = ['code', 'step', 'group', 'uses', 'lastUsed', 'changed', 'validUntil'] as const
export type ColumnKey = (typeof COLUMNS)[number]

interface Column {
  /** A track of the grid. */
  width: string
  sortBy?: SortKey
  isNumber?: boolean
  /** Whether there is room for it in a narrow window. */
  isNarrow?: boolean
}

export const COLUMN: Record<ColumnKey, Column> = {
  code: { width: '6rem', sortBy: 'code', isNarrow: true },
  step: { width: '4rem', sortBy: 'step', isNarrow: true },
  group: { width: 'minmax(5rem, 9rem)', sortBy: 'place' },
  uses: { width: '4rem', sortBy: 'uses', isNumber: true, isNarrow: true },
  lastUsed: { width: '6.5rem', sortBy: 'lastUsed' },
  changed: { width: '6.5rem', sortBy: 'changed' },
  validUntil: { width: '12rem', sortBy: 'validUntil' },
}

const AT_FIRST: readonly ColumnKey[] = ['code', 'step', 'group', 'uses']

/** The grid's tracks for these columns, in a wide window and in a narrow one. */
export function tracksOf(shown: readonly ColumnKey[]): { wide: string; narrow: string } {
  const tracks = (keys: readonly ColumnKey[], title: string) =>
    ['2.75rem', title, ...keys.map((key) => COLUMN[key].width), '3rem'].join(' ')
  return {
    wide: tracks(shown, 'minmax(12rem, 1fr)'),
    narrow: tracks(
      shown.filter((key) => COLUMN[key].isNarrow),
      'minmax(9rem, 1fr)',
    ),
  }
}

const STORED_AS = 'phrases.columns'

export function readShownColumns(): readonly ColumnKey[] {
  const stored = localStorage.getItem(STORED_AS)?.split(' ')
  return stored ? COLUMNS.filter((key) => stored.includes(key)) : AT_FIRST
}

export function writeShownColumns(shown: readonly ColumnKey[]): void {
  localStorage.setItem(STORED_AS, shown.join(' '))
}
