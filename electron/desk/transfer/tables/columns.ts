import type { MappedColumn } from '../../../../shared/model/transfer.ts'
import { excerptOf } from './excerpt.ts'
import { columnNames, findHeader, type NamedTable } from './header.ts'
import type { TableRow } from './read-table.ts'

/** What columns are used for, by their names. */
export type Mapping<Use extends string> = Readonly<Record<string, Use>>

/** What was said of a header like this one before; null when nothing was. */
export type Remembered<Use extends string> = (names: readonly string[]) => Mapping<Use> | null

const SAMPLES = 3
const HEADER_WITHIN = 20

/**
 * The index of the row that names the columns: the one that the person points out (by its number), else one that was
 * mapped before, else the one that reads most like names that `isKnown`. Null when there is none.
 */
export function headerIndex(
  rows: readonly TableRow[],
  said: number | null,
  isKnown: (cell: string) => boolean,
  remembered: Remembered<string>,
): number | null {
  const index =
    said === null
      ? rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => remembered(namesOf(cells)) !== null)
      : rows.findIndex(({ row }) => row === said)
  if (index >= 0) return index
  return said === null ? findHeader(rows, isKnown) : null
}

function namesOf(cells: readonly string[]): string[] {
  return columnNames(cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1))
}

/** What each column is used for: as is said now, else as was said before, else by its name. */
export function mappedColumns<Use extends string>(
  named: NamedTable,
  byName: readonly Use[],
  { chosen, before, unused }: { chosen: Mapping<Use>; before: Mapping<Use>; unused: Use },
): MappedColumn<Use>[] {
  return named.names.map((name, index) => {
    const samples = samplesOf(named, index)
    if (Object.hasOwn(chosen, name)) return { name, use: chosen[name] ?? unused, because: 'chosen', samples }
    if (Object.hasOwn(before, name))
      return { name, use: before[name] ?? unused, because: 'remembered', samples }
    return { name, use: byName[index] ?? unused, because: 'name', samples }
  })
}

function samplesOf({ rows }: NamedTable, column: number): string[] {
  const samples: string[] = []
  for (const { cells } of rows) {
    if (samples.length === SAMPLES) break
    if (cells[column]) samples.push(excerptOf(cells[column]))
  }
  return samples
}
