import type { Database } from 'better-sqlite3'

export interface LibraryRevision {
  /** Whether another program has changed phrases, groups, products or the shop since this was last asked. */
  othersChangedIt(): boolean
}

/**
 * Tells what other programs changed from what they merely noted (uses, what a search has worked out). SQLite's
 * `data_version` says cheaply that anybody else wrote anything; only then is the library's own count of revisions read.
 * The changes of this connection are counted apart, in a temporary table that is rolled back together with them, and
 * subtracted: what remains was others.
 */
export function watchRevision(database: Database): LibraryRevision {
  database.exec(`
    CREATE TEMP TABLE own_revisions (count INTEGER NOT NULL);
    INSERT INTO own_revisions VALUES (0);
    CREATE TEMP TRIGGER revised_by_us AFTER UPDATE ON main.library_revision BEGIN
      UPDATE own_revisions SET count = count + 1;
    END;`)
  const byOthers = database
    .prepare<[], number>('SELECT revision - own_revisions.count FROM library_revision, own_revisions')
    .pluck()
  // SQLite counts here what other connections have committed.
  const writes = () => database.pragma('data_version', { simple: true })

  let seenWrites = writes()
  let seen = byOthers.get()

  return {
    othersChangedIt() {
      const now = writes()
      if (now === seenWrites) return false
      seenWrites = now
      const revision = byOthers.get()
      if (revision === seen) return false
      seen = revision
      return true
    },
  }
}
