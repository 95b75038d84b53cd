import type { Database } from '../database/open-database.ts'
import type { PreparedPhrase } from '../search/messages.ts'

/** What the search has made of phrases once, kept beside them. */
export interface PreparedStore {
  all(): Map<string, Uint8Array>
  /** Comes from the search's thread, at times when the library has been closed or the phrase deleted meanwhile. */
  keep(phrases: readonly PreparedPhrase[]): void
}

export function createPreparedStore(database: Database): PreparedStore {
  const select = database.prepare<[], { phrase_id: string; prepared: Uint8Array }>(
    'SELECT * FROM phrase_prepared',
  )
  const upsert = database.prepare(`
    INSERT INTO phrase_prepared (phrase_id, prepared) SELECT id, :prepared FROM phrases WHERE id = :id
    ON CONFLICT (phrase_id) DO UPDATE SET prepared = excluded.prepared`)
  const keepAll = database.transaction((phrases: readonly PreparedPhrase[]) => {
    for (const phrase of phrases) upsert.run(phrase)
  })

  return {
    all: () => new Map(select.all().map((row) => [row.phrase_id, row.prepared])),
    keep(phrases) {
      if (!database.open) return
      try {
        keepAll(phrases)
      } catch {
        // A full disk or a busy file: the next start works it out once more, and nothing else is lost.
      }
    },
  }
}
