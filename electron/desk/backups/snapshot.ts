import { randomUUID } from 'node:crypto'
import { renameSync } from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import { flushFile, flushFolder, reachable, removeDatabase } from '../database/folder.ts'
import { DeskError } from '../desk-error.ts'
import { type Inspection, inspect } from './inspect.ts'

export const PARTIAL = '.partial'

/**
 * Writes the library, as it is at this moment, into `file`: whole, looked through and on the disk, or not at all. Others
 * may go on reading and writing the library meanwhile. Takes some 10 ms a megabyte.
 *
 * @throws DeskError `backup-unusable` when what was written does not read back; SQLite's or the system's error when it
 * could not be written
 */
export function writeSnapshot(database: Database, file: string): Extract<Inspection, { ok: true }> {
  // Another program may be making the same backup at this moment; whoever is later puts its own in the place.
  const partial = `${file}.${randomUUID()}${PARTIAL}`
  try {
    // One reading transaction; the result is compact, needs no log beside it, and copies rows rather than broken pages.
    database.prepare('VACUUM INTO ?').run(reachable(partial))
    flushFile(partial)
    const found = inspect(partial, 'whole')
    if (!found.ok)
      throw new DeskError('backup-unusable', `备份写完后检查没有通过（${found.problem}），没有留用`)
    renameSync(partial, file)
    flushFolder(path.dirname(file))
    return found
  } catch (error) {
    removeDatabase(partial)
    throw error
  }
}
