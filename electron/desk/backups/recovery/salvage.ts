import type { Database, Statement } from 'better-sqlite3'
import { storageTrouble } from '../../database/storage-trouble.ts'

export interface SalvagedTable {
  table: string
  /** Rows read from the damaged library and now in the new one. */
  read: number
  hasGaps: boolean
}

/** Worked out of the other tables, counting anew, or of a session that is over. */
const NOT_WORTH_IT = new Set([
  'phrase_prepared',
  'search_lineage',
  'search_changes',
  'library_revision',
  'undo_steps',
  'undo_changes',
])

/** Rows go by number; ours count from 1. */
const LAST_ROW = 2 ** 40
/** Of reads that fail, so that a table of nothing but holes has an end. */
const MOST_FAILURES = 3000

/**
 * Reads what can be read of `damaged` into `library`, table by table. A row that is in both is taken as `damaged` has
 * it: that library was in use after the backup was made, whatever the clocks say. A table of which a page is broken
 * gives all its other rows.
 */
export function salvage(damaged: Database, library: Database): SalvagedTable[] {
  library.pragma('foreign_keys = OFF')
  const salvaged = library.transaction(() => {
    const tables = tablesOf(library).filter((table) => !NOT_WORTH_IT.has(table))
    const result = tables.map((table) => salvageTable(damaged, library, table))
    mendReferences(library)
    return result
  })()
  library.pragma('foreign_keys = ON')
  return salvaged
}

export function tablesOf(database: Database): string[] {
  return database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all()
}

function salvageTable(damaged: Database, library: Database, table: string): SalvagedTable {
  const columns = sharedColumns(damaged, library, table)
  if (!columns) return { table, read: 0, hasGaps: false } // younger than the damaged library
  if (columns.length === 0) return { table, read: 0, hasGaps: true }
  const list = columns.map(quoted).join(', ')
  const rows = damaged.prepare<[number, number], unknown[]>(
    `SELECT rowid, ${list} FROM ${quoted(table)} NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid`,
  )
  const put = upsert(library, table, columns)
  let read = 0
  const hasGaps = readAll(rows, ([, ...values]) => {
    if (put(values)) read++
  })
  return { table, read, hasGaps }
}

/** null when the damaged library is sound enough to say that it has no such table; empty when it cannot say. */
function sharedColumns(damaged: Database, library: Database, table: string): string[] | null {
  const columnsOf = (database: Database) =>
    database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
  try {
    if (!tablesOf(damaged).includes(table)) return null
    const there = new Set(columnsOf(damaged))
    return columnsOf(library).filter((column) => there.has(column))
  } catch {
    return []
  }
}

/** @returns whether some rows could not be read */
function readAll(rows: Statement<[number, number], unknown[]>, take: (row: unknown[]) => void): boolean {
  rows.raw()
  let failures = 0
  const read = (from: number, to: number): void => {
    let next = from
    try {
      for (const row of rows.iterate(from, to)) {
        next = Number(row[0]) + 1
        take(row)
      }
    } catch (error) {
      if (!isOfTheFile(error)) throw error
      failures++
      if (next >= to || failures > MOST_FAILURES) return
      const middle = next + Math.floor((to - next) / 2)
      read(next, middle)
      read(middle + 1, to)
    }
  }
  read(0, LAST_ROW)
  return failures > 0
}

/** A broken page, rather than a fault of ours. */
function isOfTheFile(error: unknown): boolean {
  return storageTrouble(error) === 'damaged' || storageTrouble(error) === 'failing'
}

/** @returns puts one row; false when the library's rules refuse it, which a row of garbage meets */
function upsert(
  library: Database,
  table: string,
  columns: readonly string[],
): (values: unknown[]) => boolean {
  const keys = library
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(table)
  const others = columns.filter((column) => !keys.includes(column))
  const changes = others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ')
  const statement = library.prepare(`
    INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
    ON CONFLICT (${keys.map(quoted).join(', ')}) DO ${changes ? `UPDATE SET ${changes}` : 'NOTHING'}`)
  const codeAt = table === 'phrases' ? columns.indexOf('code') : -1

  const tryOnce = (values: unknown[]): boolean => {
    try {
      statement.run(values)
      return true
    } catch (error) {
      if (String((error as NodeJS.ErrnoException).code).startsWith('SQLITE_CONSTRAINT')) return false
      throw error
    }
  }
  return (values) =>
    tryOnce(values) ||
    // Its code may have gone from one phrase to another since the backup; the text is worth more than the code.
    (codeAt >= 0 && values[codeAt] !== null && tryOnce(values.with(codeAt, null)))
}

interface Violation {
  table: string
  rowid: number
  fkid: number
}

/** What refers to a row that was not saved stands alone where that is allowed, and goes where it is not. */
function mendReferences(library: Database): void {
  const violations = () => library.pragma('foreign_key_check') as Violation[]
  // What goes may have been referred to itself.
  for (let found = violations(); found.length > 0; found = violations()) {
    for (const violation of found) mend(library, violation)
  }
}

function mend(library: Database, { table, rowid, fkid }: Violation): void {
  const column = library
    .prepare<[string, number], string>(
      'SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ? AND seq = 0',
    )
    .pluck()
    .get(table, fkid)
  const isOptional = library
    .prepare<[string, string | undefined], number>(
      'SELECT "notnull" = 0 AND pk = 0 FROM pragma_table_info(?) WHERE name = ?',
    )
    .pluck()
    .get(table, column)
  if (column && isOptional && detach(library, table, column, rowid)) return
  library.prepare(`DELETE FROM ${quoted(table)} WHERE rowid = ?`).run(rowid)
}

function detach(library: Database, table: string, column: string, rowid: number): boolean {
  try {
    library.prepare(`UPDATE ${quoted(table)} SET ${quoted(column)} = NULL WHERE rowid = ?`).run(rowid)
    return true
  } catch {
    return false // e.g. a group of that name stands at the top already
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
