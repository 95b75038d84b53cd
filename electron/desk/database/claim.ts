import path from 'node:path'
import Database from 'better-sqlite3'
import { reachable } from './folder.ts'

/**
 * Who is at the library. One empty file is locked as SQLite locks a database, so that the system gives the lock back
 * when a program dies, on every platform and without process numbers that another program may have got since:
 *
 * - a **guest** (the command line) shares the lock,
 * - the **host** (a program with windows) reserves it: one, beside any number of guests,
 * - **alone** excludes everybody, for the moments in which the library's file itself is exchanged.
 */
export type Presence = 'guest' | 'host' | 'alone'

export interface Claim {
  release(): void
}

const LOCK_FILE = 'golden-six.lock'

const BEGINNINGS: Record<Presence, string> = {
  // A transaction takes its share at the first reading.
  guest: 'BEGIN; SELECT count(*) FROM sqlite_schema',
  host: 'BEGIN IMMEDIATE; SELECT count(*) FROM sqlite_schema',
  alone: 'BEGIN EXCLUSIVE',
}

/**
 * @param waitMs how long to wait for others to leave
 * @returns null when others are there who do not allow it
 * @throws the system's or SQLite's error when the lock cannot be kept in this folder
 */
export function claim(dataDir: string, presence: Presence, waitMs = 0): Claim | null {
  const lock = new Database(reachable(path.join(dataDir, LOCK_FILE)), { timeout: waitMs })
  try {
    lock.exec(BEGINNINGS[presence])
    return { release: () => lock.close() }
  } catch (error) {
    lock.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}
