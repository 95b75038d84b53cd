import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { reachable } from '../database/folder.ts'
import { DATABASE_FILE } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import { createImages } from '../images/images.ts'
import { createPhraseBook } from '../phrases/phrase-book.ts'
import { createPhraseGroups } from '../phrases/phrase-groups.ts'
import { createJournal } from '../undo/journal.ts'
import { unrecorded } from '../undo/unrecorded.ts'
import type { FromPackWorker, PackTask } from './pack-messages.ts'
import { createTeamDesk } from './team-desk.ts'

// One pack, looked at or brought in by a connection of its own, beside the thread that serves the windows: a first
// release of 100,000 phrases takes many seconds.

const BUSY_TIMEOUT_MS = 10_000

const { dataDir, session, at, bytes, consent } = workerData as PackTask

function work(database: Database.Database): FromPackWorker {
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  const now = () => at
  const journal = session === '' ? unrecorded() : createJournal(database, { session, now })
  const groups = createPhraseGroups(database, { newId: uuidv7 })
  const team = createTeamDesk({
    ...{ database, dataDir, groups, now, newId: uuidv7, record: journal.step },
    book: createPhraseBook(database, groups, { now, newId: uuidv7 }),
    images: createImages(database, { dataDir, now }),
    // Nothing is published from here.
    openProtector: async () => null,
    productNames: () => [],
  })
  return consent === null
    ? { kind: 'preview', preview: team.preview(bytes) }
    : { kind: 'outcome', outcome: team.apply(bytes, consent) }
}

function answer(): FromPackWorker {
  const database = new Database(reachable(path.join(dataDir, DATABASE_FILE)), {
    fileMustExist: true,
    timeout: BUSY_TIMEOUT_MS,
  })
  try {
    return work(database)
  } catch (error) {
    const { message, code = null } = error as NodeJS.ErrnoException
    return { kind: 'failed', message, code, isDeskError: error instanceof DeskError }
  } finally {
    database.close()
  }
}

parentPort?.postMessage(answer())
