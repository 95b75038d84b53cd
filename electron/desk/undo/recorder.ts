import type { Database } from '../database/open-database.ts'

/**
 * The tables whose changes a step takes back. Uses of phrases are not undone themselves; they are here because they
 * leave with their phrase, and are to come back with it. Revisions of phrases are not: to undo a change is one more.
 */
const RECORDED = [
  'phrase_groups',
  'phrases',
  'phrase_use',
  'usage_events',
  'products',
  'skus',
  'removed_products',
  'shops',
  'team_libraries',
  'team_entries',
] as const

/** One row's change as `undo_changes` holds it: JSON objects by column, null where there was or is no row. */
export interface RecordedChange {
  table_name: string
  /** The row's primary key after the change, or before it when the row is gone. */
  row_key: string
  before: string | null
  after: string | null
}

export interface Recorder {
  /** Runs `act` with every change of a row that it makes written to `undo_changes`. */
  recording<Result>(act: () => Result): Result
}

/**
 * Temporary triggers, of this connection alone, which write down what happens to each row: all columns of one that comes
 * or goes, the changed ones of one that stays. What foreign keys make go along is written down like the rest.
 */
export function attachRecorder(database: Database): Recorder {
  let isRecording = false
  database.function('undo_is_recording', { deterministic: false }, () => (isRecording ? 1 : 0))
  for (const table of RECORDED) database.exec(triggersOn(table, columnsOf(database, table)))

  return {
    recording(act) {
      isRecording = true
      try {
        return act()
      } finally {
        isRecording = false
      }
    },
  }
}

interface Column {
  name: string
  /** From 1 by its place in the primary key; 0 outside it. */
  pk: number
}

function columnsOf(database: Database, table: string): Column[] {
  return database.prepare<[string], Column>('SELECT name, pk FROM pragma_table_info(?)').all(table)
}

function triggersOn(table: string, columns: readonly Column[]): string {
  const names = columns.map(({ name }) => name)
  const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name)
  const whole = (row: 'OLD' | 'NEW', of: readonly string[]) =>
    `json_object(${of.map((name) => `'${name}', ${row}."${name}"`).join(', ')})`
  const list = (row: 'OLD' | 'NEW') => `(${names.map((name) => `${row}."${name}"`).join(', ')})`
  const changed = (row: 'OLD' | 'NEW') =>
    `'{' || substr(${names
      .map((name) => `iif(OLD."${name}" IS NEW."${name}", '', ',"${name}":' || json_quote(${row}."${name}"))`)
      .join(' || ')}, 2) || '}'`
  const trigger = (way: string, onlyWhen: string, key: string, before: string, after: string) => `
    CREATE TEMP TRIGGER undo_${table}_${way.toLowerCase()} AFTER ${way} ON main.${table}
    WHEN undo_is_recording() ${onlyWhen} BEGIN
      INSERT INTO undo_changes (table_name, row_key, before, after) VALUES ('${table}', ${key}, ${before}, ${after});
    END;`
  return [
    trigger('INSERT', '', whole('NEW', keys), 'NULL', whole('NEW', names)),
    trigger(
      'UPDATE',
      `AND ${list('OLD')} IS NOT ${list('NEW')}`,
      whole('NEW', keys),
      changed('OLD'),
      changed('NEW'),
    ),
    trigger('DELETE', '', whole('OLD', keys), whole('OLD', names), 'NULL'),
  ].join('\n')
}
