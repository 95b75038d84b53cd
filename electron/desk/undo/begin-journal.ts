import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../database/open-database.ts'
import { createJournal, type Journal } from './journal.ts'
import { unrecorded } from './unrecorded.ts'

/** The journal of a session that begins: it has nothing to undo, and what the last one left is emptied. */
export function beginJournal(database: Database, presence: 'host' | 'guest', now: () => number): Journal {
  if (presence === 'guest') return unrecorded()
  const journal = createJournal(database, { session: uuidv7(), now })
  try {
    journal.clear()
  } catch {
    // A full disk or a busy file. Another session's steps take room, but are never offered.
  }
  return journal
}
