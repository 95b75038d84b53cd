import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Archive, Backup, BackupReason } from '../../../shared/model/backup.ts'
import type { DuplicatesReport } from '../../../shared/model/phrase-duplicates.ts'
import type { PhraseExportReport } from '../../../shared/model/phrase-export.ts'
import type { BulkChange } from '../../../shared/model/phrase-listing.ts'
import type { Manifest } from '../backups/archive/manifest.ts'
import { DeskError, type DeskErrorCode } from '../desk-error.ts'
import type { ExportedFile, SheetFormat } from '../transfer/export/phrase-exports.ts'
import type { Reverted } from '../undo/journal.ts'

/** What takes seconds for a large library, in which windows must stay quick. */
export type LibraryTask =
  /** As `putOnShelf`. */
  | { kind: 'backup'; dataDir: string; folder: string; reason: BackupReason; at: number }
  /** Looks for damage; a second for 500 MB, of the whole rather eight. */
  | { kind: 'check'; dataDir: string; depth: 'quick' | 'whole' }
  /** As `writeArchive`. */
  | { kind: 'export'; dataDir: string; folder: string; at: number; appVersion: string }
  /** As `readArchive`. */
  | { kind: 'unpack'; file: string; into: string }
  /** As `duplicatesIn`. */
  | { kind: 'duplicates'; dataDir: string }
  /** As `previewExport`. */
  | { kind: 'losses'; dataDir: string; ids: readonly string[]; format: SheetFormat }
  /** As `exportPhrases`. */
  | { kind: 'sheet'; dataDir: string; ids: readonly string[]; format: SheetFormat; at: number }
  /** As `ChangeMany`, a step of a session. */
  | { kind: 'change'; dataDir: string; session: string; ids: readonly string[]; change: BulkChange }
  /** As `Journal.undo` and `redo`, on behalf of a session. */
  | { kind: 'turn'; dataDir: string; session: string; way: 'undo' | 'redo' }

export interface TaskResults {
  backup: Backup
  /** As `integrityProblems`; a quick look ends at the first. */
  check: string[]
  export: Archive
  unpack: Manifest
  duplicates: DuplicatesReport
  losses: PhraseExportReport
  sheet: ExportedFile
  change: { changed: number }
  turn: Reverted
}

export interface TaskFailure {
  failed: { message: string; code: string | null; isDeskError: boolean }
}

/** The name that electron.vite.config.ts gives the bundled worker. */
const BUNDLED = 'library-worker.js'

/**
 * Does the task on a thread of its own.
 *
 * @throws what the task throws: DeskErrors as such, others as errors with the same code
 */
export function inBackground<Kind extends LibraryTask['kind']>(
  task: Extract<LibraryTask, { kind: Kind }>,
): Promise<TaskResults[Kind]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { name: `library-${task.kind}`, workerData: task })
    worker.once('message', (answer: TaskResults[Kind] | TaskFailure) => {
      if ('failed' in answer) reject(errorOf(answer))
      else resolve(answer)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the library's thread ended with ${code}`)))
  })
}

function errorOf({ failed: { message, code, isDeskError } }: TaskFailure): Error {
  if (isDeskError) return new DeskError(code as DeskErrorCode, message)
  return Object.assign(new Error(message), { code })
}

/** Where the worker's program is: its source beside this file, or, once bundled, beside the program or one folder up. */
function workerFile(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./library.worker.ts', import.meta.url)
  const beside = new URL(`./${BUNDLED}`, import.meta.url)
  return existsSync(beside) ? beside : new URL(`../${BUNDLED}`, import.meta.url)
}
