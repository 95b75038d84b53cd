import type { Database } from '../database/open-database.ts'
import { createJournal, type Journal } from './journal.ts'
import { unrecorded } from './unrecorded.ts'

/** The journal by which another thread writes on behalf of a session (`Journal.session`); a guest's, `''`, keeps nothing. */
export const journalOfSession = (
  database: Database,
  about: { session: string; now: () => number },
): Journal => (about.session === '' ? unrecorded() : createJournal(database, about))
