import type { Database } from '../database/open-database.ts'
import type { RecordedChange } from './recorder.ts'

/** A step as people see it, and where its changes are. */
export interface StoredStep {
  id: number
  label: string
  is_undone: 0 | 1
  first_change: number
  last_change: number
}

/** How many steps a session keeps, and how many bytes of changes; the newest is kept whatever its size. */
export const KEPT = { steps: 100, bytes: 256 * 1024 * 1024 } as const

/** Read at a time: a step may hold 100,000 changes. */
const PIECE = 500

/** The steps of one session in `undo_steps`. Who calls what writes holds the write lock. */
export function createSteps(database: Database, session: string) {
  const newest = database.prepare<[string], StoredStep>(
    'SELECT * FROM undo_steps WHERE session = ? AND is_undone = 0 ORDER BY id DESC LIMIT 1',
  )
  const nextUndone = database.prepare<[string], StoredStep>(
    'SELECT * FROM undo_steps WHERE session = ? AND is_undone = 1 ORDER BY id LIMIT 1',
  )
  const undone = database.prepare<[string], StoredStep>(
    'SELECT * FROM undo_steps WHERE session = ? AND is_undone = 1',
  )
  const tooMany = database.prepare<[{ session: string; steps: number; bytes: number }], StoredStep>(`
    SELECT * FROM (
      SELECT *, row_number() OVER newer AS place, sum(bytes) OVER newer AS total
      FROM undo_steps WHERE session = :session WINDOW newer AS (ORDER BY id DESC))
    WHERE place > :steps OR (place > 1 AND total > :bytes)`)
  const lastChange = database.prepare<[], number>('SELECT ifnull(max(id), 0) FROM undo_changes').pluck()
  const size = database
    .prepare<[number, number], number>(
      'SELECT ifnull(sum(length(before) + length(after) + length(row_key)), 0) FROM undo_changes WHERE id BETWEEN ? AND ?',
    )
    .pluck()
  const insert = database.prepare(`
    INSERT INTO undo_steps (session, label, at, is_undone, first_change, last_change, bytes)
    VALUES (:session, :label, :at, 0, :first, :last, :bytes)`)
  const turn = database.prepare(
    'UPDATE undo_steps SET is_undone = 1 - is_undone, first_change = ?, last_change = ?, bytes = ? WHERE id = ?',
  )
  const removeStep = database.prepare('DELETE FROM undo_steps WHERE id = ?')
  const removeChanges = database.prepare('DELETE FROM undo_changes WHERE id BETWEEN ? AND ?')
  const newestFirst = database.prepare<[number, number, number], RecordedChange & { id: number }>(
    'SELECT * FROM undo_changes WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT ?',
  )

  function remove({ id, first_change, last_change }: StoredStep): void {
    removeChanges.run(first_change, last_change)
    removeStep.run(id)
  }

  return {
    toUndo: () => newest.get(session) ?? null,
    toRedo: () => nextUndone.get(session) ?? null,
    remove,

    /** The number of the last change that is written down. */
    lastChange: () => lastChange.get() ?? 0,

    /** A step of the changes after `before`; what was undone can no longer be done again. */
    add(label: string, at: number, before: number): void {
      for (const step of undone.all(session)) remove(step)
      const [first, last] = [before + 1, lastChange.get() ?? 0]
      insert.run({ session, label, at, first, last, bytes: size.get(first, last) })
      for (const step of tooMany.all({ session, ...KEPT })) remove(step)
    },

    /** An undone step is done now and the other way about; the changes after `before` take it back. */
    turn(step: StoredStep, before: number): void {
      const [first, last] = [before + 1, lastChange.get() ?? 0]
      turn.run(first, last, size.get(first, last), step.id)
      removeChanges.run(step.first_change, step.last_change)
    },

    /** The step's changes, newest first; they are read as they are asked for, so that others may be written meanwhile. */
    *changesOf({ first_change, last_change }: StoredStep): Generator<RecordedChange> {
      for (let to = last_change; to >= first_change; ) {
        const piece = newestFirst.all(first_change, to, PIECE)
        yield* piece
        to = (piece.at(-1)?.id ?? first_change) - 1
      }
    },

    /** Forgets every session's steps. */
    clear(): void {
      database.exec('DELETE FROM undo_steps; DELETE FROM undo_changes')
    },
  }
}
