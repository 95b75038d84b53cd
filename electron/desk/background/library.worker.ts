import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import type { Phrase } from '../../../shared/model/phrase.ts'
import { readArchive } from '../backups/archive/read-archive.ts'
import { writeArchive } from '../backups/archive/write-archive.ts'
import { putOnShelf } from '../backups/shelf.ts'
import { reachable } from '../database/folder.ts'
import { integrityProblems } from '../database/integrity.ts'
import { DATABASE_FILE } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import { duplicatesIn } from '../phrases/duplicates.ts'
import { createPhraseBook } from '../phrases/phrase-book.ts'
import { createBulkChanges } from '../phrases/phrase-bulk.ts'
import { createPhraseGroups } from '../phrases/phrase-groups.ts'
import { exportPhrases, previewExport } from '../transfer/export/phrase-exports.ts'
import type { Journal } from '../undo/journal.ts'
import { journalOfSession } from '../undo/journal-of-session.ts'
import { stepLabels } from '../undo/step-labels.ts'
import type { LibraryTask, TaskFailure, TaskResults } from './in-background.ts'

// One task on the library, by a connection of its own, beside the thread that serves the windows.

async function run(task: LibraryTask): Promise<TaskResults[LibraryTask['kind']]> {
  switch (task.kind) {
    case 'backup':
      return withLibrary(task, (database) => putOnShelf(database, task.folder, task))
    case 'check':
      return withLibrary(task, (database) => {
        if (task.depth === 'whole') return integrityProblems(database)
        const found = String(database.pragma('quick_check(1)', { simple: true }))
        return found === 'ok' ? [] : [found]
      })
    case 'export':
      return withLibrary(task, (database) => writeArchive(database, task))
    case 'unpack':
      return readArchive(task.file, task.into)
    case 'duplicates':
      return withLibrary(task, duplicatesIn)
    case 'losses':
      return previewExport(phrasesOf(task), task.format)
    case 'sheet':
      return exportPhrases(phrasesOf(task), task.format, task.at)
    case 'change':
      return withLibrary(task, (database) => {
        const changeMany = createBulkChanges(database, groupsOf(database), Date.now)
        const changed = journalOf(database, task).step(
          (ids) => stepLabels.changePhrases(task.change, ids.length),
          () => changeMany(task.ids, task.change),
        )
        return { changed: changed.length }
      })
    case 'turn':
      return withLibrary(task, (database) => journalOf(database, task)[task.way]())
  }
}

function journalOf(database: Database.Database, { session }: { session: string }): Journal {
  // As the library's own connection: what is answered for has reached the disk.
  database.pragma('synchronous = FULL')
  return journalOfSession(database, { session, now: Date.now })
}

const groupsOf = (database: Database.Database) => createPhraseGroups(database, { newId: uuidv7 })

function phrasesOf(task: { dataDir: string; ids: readonly string[] }): Phrase[] {
  return withLibrary(task, (database) =>
    createPhraseBook(database, groupsOf(database), { now: Date.now, newId: uuidv7 }).pick(task.ids),
  )
}

function withLibrary<Result>(
  { dataDir }: { dataDir: string },
  work: (database: Database.Database) => Result,
): Result {
  const database = new Database(reachable(path.join(dataDir, DATABASE_FILE)), { fileMustExist: true })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

function failure(error: unknown): TaskFailure {
  const { message, code } = error as NodeJS.ErrnoException
  return { failed: { message, code: code ?? null, isDeskError: error instanceof DeskError } }
}

try {
  parentPort?.postMessage(await run(workerData as LibraryTask))
} catch (error) {
  parentPort?.postMessage(failure(error))
}
