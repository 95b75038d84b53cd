import type { Statement } from 'better-sqlite3'
import type { Database } from '../database/open-database.ts'
import type { RecordedChange } from './recorder.ts'

/** What stands in the library is not what the step left there. */
export class ChangedSince extends Error {
  readonly change: RecordedChange

  constructor(change: RecordedChange, cause?: unknown) {
    super(`${change.table_name} ${change.row_key} was changed since`, { cause })
    this.change = change
  }
}

type Row = Record<string, string | number | null>

/** Times at which a row was written say nothing of whether it still says the same. */
const NOT_COMPARED = new Set(['updated_at'])

/**
 * Puts back what one change replaced, if the row is still as the change left it. Others' changes of other columns stay.
 * Call within a transaction, newest change first.
 *
 * @throws ChangedSince
 */
export function createRevert(database: Database): (change: RecordedChange) => void {
  const statements = new Map<string, Statement<unknown[]>>()
  const prepared = (sql: string) => {
    const statement = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  // Uses were counted on meanwhile: what the step added goes, what came since stays.
  const addUses = database.prepare(`
    INSERT INTO phrase_use (phrase_id, uses, last_used_at) VALUES (:id, :added, :lastUsedAt)
    ON CONFLICT (phrase_id) DO UPDATE SET uses = uses + excluded.uses,
      last_used_at = iif(last_used_at = :replaced, excluded.last_used_at, max(last_used_at, excluded.last_used_at))`)
  const forgetUnused = database.prepare('DELETE FROM phrase_use WHERE phrase_id = ? AND uses <= 0')

  function putBack({ table_name: table, row_key, before, after }: RecordedChange): number {
    const key = JSON.parse(row_key) as Row
    const old = before === null ? null : (JSON.parse(before) as Row)
    const left = after === null ? null : (JSON.parse(after) as Row)
    if (table === 'phrase_use') return putBackUses(key, old, left)
    if (!left) {
      const columns = Object.keys(old ?? {})
      return prepared(
        `INSERT INTO ${table} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      ).run(...Object.values(old ?? {})).changes
    }
    const compared = Object.keys(left).filter((column) => !NOT_COMPARED.has(column) && !(column in key))
    const where = [...Object.keys(key), ...compared].map((column) => `${quoted(column)} IS ?`).join(' AND ')
    const standing = [...Object.values(key), ...compared.map((column) => left[column])]
    if (!old) return prepared(`DELETE FROM ${table} WHERE ${where}`).run(...standing).changes
    const changes = Object.keys(old).map((column) => `${quoted(column)} = ?`)
    return prepared(`UPDATE ${table} SET ${changes.join(', ')} WHERE ${where}`).run(
      ...Object.values(old),
      ...standing,
    ).changes
  }

  function putBackUses({ phrase_id: id = null }: Row, old: Row | null, left: Row | null): number {
    const added = Number(old?.uses ?? 0) - Number(left?.uses ?? 0)
    const { changes } = addUses.run({
      id,
      added,
      lastUsedAt: old?.last_used_at ?? 0,
      replaced: left?.last_used_at ?? null,
    })
    forgetUnused.run(id)
    return changes
  }

  return (change) => {
    let changes: number
    try {
      changes = putBack(change)
    } catch (error) {
      // Its place was taken: a code, a name, or what it belonged to is gone.
      if (isConstraint(error)) throw new ChangedSince(change, error)
      throw error
    }
    if (changes === 0) throw new ChangedSince(change)
  }
}

function isConstraint(error: unknown): boolean {
  return String((error as NodeJS.ErrnoException).code).startsWith('SQLITE_CONSTRAINT')
}

function quoted(name: string): string {
  return `"${name}"`
}
