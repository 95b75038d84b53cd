import type { Database } from 'better-sqlite3'

export interface LibraryRevision {
  /** Whether another program has changed phrases, groups, products or the shop since this was last asked. */
  othersChangedIt(): boolean
  /** What `span` counted was a thread of this program, and nothing of it is held in memory: it is no change by others. */
  passOver(span: RevisionSpan): void
}

/** The library's revision before and after something was written. */
export interface RevisionSpan {
  from: number
  to: number
}

const REVISION = 'SELECT revision FROM library_revision'

/** Does `act` with the write lock held, in one transaction, and says what it counted. */
export function withinRevisions(database: Database, act: () => void): { revisions: RevisionSpan } {
  const revision = database.prepare<[], number>(REVISION).pluck()
  const count = () => revision.get() ?? 0
  return database
    .transaction(() => {
      const from = count()
      act()
      return { revisions: { from, to: count() } }
    })
    .immediate()
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
  const counted = database.prepare<[], { revision: number; own: number }>(
    'SELECT revision, own_revisions.count AS own FROM library_revision, own_revisions',
  )
  const read = () => counted.get() ?? { revision: 0, own: 0 }
  // SQLite counts here what other connections have committed.
  const writes = () => database.pragma('data_version', { simple: true })

  let seenWrites = writes()
  let { revision: seen, own } = read()
  let passedOver = 0

  return {
    othersChangedIt() {
      const now = writes()
      if (now === seenWrites) return false
      seenWrites = now
      const next = read()
      const byOthers = next.revision - seen - (next.own - own) - passedOver
      ;({ revision: seen, own } = next)
      passedOver = 0
      return byOthers !== 0
    },

    passOver({ from, to }) {
      // Else it was asked between that thread's commit and its answer, and was taken for others'.
      if (to > seen) passedOver += to - from
    },
  }
}
