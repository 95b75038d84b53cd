import { workerData } from 'node:worker_threads'
import { openDatabase } from '../../../electron/desk/database/open-database.ts'
import { createJournal } from '../../../electron/desk/undo/journal.ts'

// Writes half of a step and is gone.
const database = openDatabase(workerData as string)
createJournal(database, { session: 'any', now: Date.now }).step('一半', () => {
  database.exec("UPDATE phrases SET title = '改了一半'")
  process.exit(1)
})
