import { cut } from './excerpt.ts'
import type { TableRow } from './read-table.ts'

/** Titles, notes and empty lines may stand above the names of the columns. */
const HEADER_WITHIN = 20
const MAX_NAME = 60

/** A table whose columns have names. */
export interface NamedTable {
  /** As a spreadsheet counts. */
  headerRow: number
  /** Each told apart from the others. */
  names: string[]
  /** Those with anything in them, below the header. */
  rows: TableRow[]
}

/**
 * The index of the row that names the columns: the one whose cells are names that `isKnown`, most of all; where none
 * is known, the first with two words that are no figures. Null when nothing reads like names.
 */
export function findHeader(rows: readonly TableRow[], isKnown: (cell: string) => boolean): number | null {
  const first = rows.slice(0, HEADER_WITHIN)
  const known = first.map(({ cells }) => cells.filter(isKnown).length)
  const most = Math.max(0, ...known)
  if (most > 0) return known.indexOf(most)
  const wordy = first.findIndex(({ cells }) => {
    const filled = cells.filter(Boolean)
    return filled.length >= 2 && filled.every((cell) => cell.length <= 30 && !/^[\d\s.,¥￥%-]+$/.test(cell))
  })
  return wordy < 0 ? null : wordy
}

/** The table below its header. A row with more cells than there are names has a comma too many, and says so. */
export function namedTable(rows: readonly TableRow[], header: number): NamedTable {
  const below = rows.slice(header + 1).filter(hasContent)
  const written = rows[header]?.cells ?? []
  const width = written.findLastIndex((cell) => cell.trim() !== '') + 1
  return {
    headerRow: rows[header]?.row ?? 1,
    names: columnNames(written.slice(0, width)),
    rows: below.map((row) => withinWidth(row, width)),
  }
}

/** Names as people see them: full-width letters are letters, zero-width characters nothing, each name once. */
export function columnNames(cells: readonly string[]): string[] {
  const taken = new Map<string, number>()
  return cells.map((cell, index) => {
    const plain = cell
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/g, ' ')
      .trim()
    const name = cut(plain, MAX_NAME) || `${lettersOf(index)} 列`
    const times = (taken.get(name) ?? 0) + 1
    taken.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

export const hasContent = ({ cells }: TableRow): boolean => cells.some((cell) => cell !== '')

/** The row, with what is wrong with it where its cells do not lie under `width` names. */
export function withinWidth(row: TableRow, width: number): TableRow {
  const fault = row.fault ?? shapeFault(row.cells, width)
  return fault === row.fault ? row : { ...row, fault }
}

function shapeFault(cells: readonly string[], width: number): string | null {
  const used = cells.findLastIndex((cell) => cell !== '') + 1
  if (used > width) return `有 ${used} 列，比表头多 ${used - width} 列（内容里的逗号要加双引号）`
  return cells.some((cell) => cell.includes('\0')) ? '含有空字符（NUL），文件可能已损坏' : null
}

/** 0 → A, 25 → Z, 26 → AA. */
function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last
}
