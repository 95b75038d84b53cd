import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import Database from 'better-sqlite3'

/** More than the program that has it open could count between our look and the copy, and so take for its own. */
const REVISIONS_LATER = 1_000_000

/** Where a library's folder has its database. */
export const libraryFile = (dataDir: string) => path.join(dataDir, 'golden-six.sqlite')

/** More pages than any library has: the copy is one step, and so one transaction. */
const ALL_PAGES = 0x7fffffff

/**
 * Puts the library in the file `from` into the place of the one in the file `to`, which a program has open: it notices
 * that at its next look, as it notices what another program wrote.
 */
export async function layLibrary(from: string, to: string): Promise<void> {
  const staged = `${to}.laid`
  await copyLibrary(from, staged)
  const copy = new Database(staged)
  try {
    copy.prepare('UPDATE library_revision SET revision = ?').run(revisionOf(to) + REVISIONS_LATER)
    // A program that starts does not offer to take back what was done before.
    copy.exec('DELETE FROM undo_steps; DELETE FROM undo_changes')
    // No pages at all: it could not get the lock, which better-sqlite3 does not tell from a copy that is done.
    while ((await copy.backup(to, { progress: () => ALL_PAGES })).totalPages === 0) await delay(20)
  } finally {
    copy.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${staged}${suffix}`, { force: true })
  }
}

/** A copy of a library that may be open, in a file that is not there yet. */
export async function copyLibrary(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true })
  try {
    await source.backup(to)
  } finally {
    source.close()
  }
}

function revisionOf(file: string): number {
  const database = new Database(file, { readonly: true })
  try {
    return database.prepare<[], number>('SELECT revision FROM library_revision').pluck().get() ?? 0
  } finally {
    database.close()
  }
}
