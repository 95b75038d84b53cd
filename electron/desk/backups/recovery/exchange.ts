import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { RecoveryReport } from '../../../../shared/model/backup.ts'
import { flushFolder } from '../../database/folder.ts'
import { DATABASE_FILE } from '../../database/open-database.ts'
import { writeWhole } from '../../database/write-whole.ts'

/**
 * The exchange of a damaged library for a recovered one, so that a program killed at any moment leaves the one or the
 * other: the recovered file stands ready beside it, then a note says that it is to take the place; from then on every
 * start finishes what the note says.
 */
export const READY_FILE = 'recovered.sqlite'
const NOTE_FILE = 'recovery.json'

interface Note {
  isDone: boolean
  report: RecoveryReport
}

/** Call with the whole, flushed library in `READY_FILE`, while nobody has the old one open. */
export function exchange(dataDir: string, report: RecoveryReport): void {
  write(dataDir, { isDone: false, report })
  finishExchange(dataDir)
}

/** Finishes an exchange that was cut off, if there is one. Call while nobody has the library open. */
export function finishExchange(dataDir: string): void {
  const note = read(dataDir)
  if (!note || note.isDone) return
  const file = path.join(dataDir, DATABASE_FILE)
  const ready = path.join(dataDir, READY_FILE)
  if (existsSync(ready)) {
    // The old log would be taken for the new library's.
    rmSync(`${file}-wal`, { force: true })
    rmSync(`${file}-shm`, { force: true })
    flushFolder(dataDir)
    renameSync(ready, file)
    flushFolder(dataDir)
  }
  write(dataDir, { ...note, isDone: true })
}

/** What the person has not been told yet, or has not put away. */
export function openReport(dataDir: string): RecoveryReport | null {
  const note = read(dataDir)
  return note?.isDone ? note.report : null
}

/** The person has read it; it stays with the damaged files. */
export function putReportAway(dataDir: string): void {
  const note = read(dataDir)
  if (!note?.isDone) return
  const file = path.join(dataDir, NOTE_FILE)
  try {
    renameSync(file, path.join(note.report.keptIn, NOTE_FILE))
  } catch {
    rmSync(file, { force: true }) // the folder was moved away by hand
  }
}

function write(dataDir: string, note: Note): void {
  writeWhole(path.join(dataDir, NOTE_FILE), `${JSON.stringify(note, null, 2)}\n`)
  flushFolder(dataDir)
}

function read(dataDir: string): Note | null {
  try {
    return JSON.parse(readFileSync(path.join(dataDir, NOTE_FILE), 'utf8')) as Note
  } catch {
    return null // none, or one that we did not write whole
  }
}
