import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { LibraryContents } from '../../../shared/model/backup.ts'
import { flushFile, reachable, removeDatabase } from '../database/folder.ts'
import { migrate } from '../database/migrate.ts'
import { DATABASE_FILE } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import { inspect } from './inspect.ts'

const STAGED_FILE = 'restore.partial.sqlite'

/** How long others may hold the library before a restore gives up. */
const PATIENCE_MS = 10_000
/** How often what is here is kept anew because others wrote meanwhile; a large library takes long each time. */
const KEPT_AT_MOST = 3
const PAUSE_MS = 50
/** More pages than any library has: the copy is one step, and so one transaction. */
const ALL_PAGES = 0x7fffffff

/**
 * Puts the library in `file` into the place of the open one, as one transaction: for every program that has it open,
 * this one too, it is the old library until the moment it is the new one, and a program killed half-way leaves the old.
 * The file is brought to today's schema first, in a copy.
 *
 * @param keep called with the write lock all but taken; makes the backup that the restore can be undone by
 * @throws DeskError `backup-unusable` when the file does not hold, `file-busy` when others do not let go
 */
export async function replaceLibrary<Kept>(
  database: Database.Database,
  dataDir: string,
  file: string,
  keep: () => Kept,
): Promise<{ holds: LibraryContents; kept: Kept }> {
  const staged = path.join(dataDir, STAGED_FILE)
  try {
    // Of a restore that was cut off.
    removeDatabase(staged)
    const holds = stage(file, staged, revisionOf(database))
    const source = new Database(reachable(staged), { readonly: true })
    try {
      const kept = await copyOver(source, database, path.join(dataDir, DATABASE_FILE), keep)
      return { holds, kept }
    } finally {
      source.close()
    }
  } finally {
    removeDatabase(staged)
  }
}

/** A copy that is whole, of today's schema, and of a revision that every program will notice. */
function stage(file: string, staged: string, revisionNow: number): LibraryContents {
  const before = inspect(file, 'whole')
  if (!before.ok)
    throw new DeskError('backup-unusable', `这份备份不能恢复：${before.problem}。话术库没有改动`)
  copyFileSync(file, staged)
  const copy = new Database(reachable(staged))
  try {
    migrate(copy)
    copy.prepare('UPDATE library_revision SET revision = max(revision, ?) + 1').run(revisionNow)
    // Steps that were made to another library cannot be taken back in this one.
    copy.exec('DELETE FROM undo_steps; DELETE FROM undo_changes')
  } finally {
    copy.close()
  }
  const after = inspect(staged, 'whole')
  if (!after.ok) throw new DeskError('backup-unusable', `这份备份不能恢复：${after.problem}。话术库没有改动`)
  return after.holds
}

async function copyOver<Kept>(
  source: Database.Database,
  database: Database.Database,
  file: string,
  keep: () => Kept,
): Promise<Kept> {
  let deadline = Date.now() + PATIENCE_MS
  const refuseLate = () => {
    if (Date.now() < deadline) return
    throw new DeskError('file-busy', '话术库正被别的程序占用，这次没有恢复，话术库没有改动。请稍后再试')
  }
  for (let round = 1; ; round++) {
    const beganAt = Date.now()
    const kept = keep()
    // Keeping is work, not waiting.
    if (round <= KEPT_AT_MOST) deadline += Date.now() - beganAt
    const writes = writesTo(database)
    let wasChanged = false
    const { totalPages } = await source
      .backup(reachable(file), {
        // Called first when the write lock is held and nothing is copied yet. What was written between `keep` and the
        // lock would be lost to undoing, so then it begins anew.
        progress({ totalPages: total, remainingPages }) {
          refuseLate()
          wasChanged = total === remainingPages && writesTo(database) !== writes
          if (wasChanged) throw new Overtaken()
          return ALL_PAGES
        },
      })
      .catch((error: unknown) => {
        if (error instanceof Overtaken) return { totalPages: 0 }
        throw error
      })
    // No pages at all: it could not get the lock, which better-sqlite3 does not tell from a backup that is done.
    if (totalPages > 0) {
      makeDurable(database, file)
      return kept
    }
    refuseLate()
    await delay(PAUSE_MS)
  }
}

class Overtaken extends Error {}

/** Changes when this connection or any other has written. */
function writesTo(database: Database.Database): string {
  const own = database.prepare('SELECT total_changes()').pluck().get()
  return `${own} ${database.pragma('data_version', { simple: true })}`
}

/** The connection that copied does not wait for the disk as ours does. */
function makeDurable(database: Database.Database, file: string): void {
  const log = `${file}-wal`
  if (existsSync(log)) flushFile(log)
  database.pragma('wal_checkpoint(PASSIVE)')
}

function revisionOf(database: Database.Database): number {
  return database.prepare<[], number>('SELECT revision FROM library_revision').pluck().get() ?? 0
}
