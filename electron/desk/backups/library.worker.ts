import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { reachable } from '../database/folder.ts'
import { integrityProblems } from '../database/integrity.ts'
import { DATABASE_FILE } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import { duplicatesIn } from '../phrases/duplicates.ts'
import { createJournal } from '../undo/journal.ts'
import { readArchive } from './archive/read-archive.ts'
import { writeArchive } from './archive/write-archive.ts'
import type { LibraryTask, TaskFailure, TaskResults } from './in-background.ts'
import { putOnShelf } from './shelf.ts'

// One task on the library, by a connection of its own, beside the thread that serves the windows.

function run(task: LibraryTask): TaskResults[LibraryTask['kind']] {
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
    case 'turn':
      return withLibrary(task, (database) => {
        // As the library's own connection: what is answered for has reached the disk.
        database.pragma('synchronous = FULL')
        return createJournal(database, { session: task.session, now: Date.now })[task.way]()
      })
  }
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
  parentPort?.postMessage(run(workerData as LibraryTask))
} catch (error) {
  parentPort?.postMessage(failure(error))
}
