import { randomUUID } from 'node:crypto'
import type { Database } from '../database/open-database.ts'

/**
 * Says which finished search index belongs to this library, and what has changed since it was begun. The library holds
 * a token, the index the same one; triggers note every phrase that changes from then on, whoever changes it. A backup
 * that is put back brings its own token and its own notes, so an index of another library, or of another time of this
 * one, is never taken for this library's.
 */
export interface IndexLineage {
  /**
   * Begins anew: the index that is made of the phrases read after this will bear the token. Null where the library holds
   * fewer than `least`, or cannot be written to.
   */
  renew(least: number): string | null
  /** The token and the ids of what has changed; null when there is no index, or all of it or more than `most` has changed. */
  changes(most: number): { token: string; ids: string[] } | null
}

export function createIndexLineage(database: Database): IndexLineage {
  const select = database.prepare<[], string>('SELECT token FROM search_lineage').pluck()
  const held = database
    .prepare<[number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM phrases WHERE deleted_at IS NULL LIMIT ?)',
    )
    .pluck()
  const insert = database.prepare(`
    INSERT INTO search_lineage (id, token) VALUES (1, :token) ON CONFLICT (id) DO UPDATE SET token = excluded.token`)
  const clear = database.prepare('DELETE FROM search_changes')
  const changed = database.prepare<[number], string>('SELECT phrase_id FROM search_changes LIMIT ?').pluck()
  const renewed = database.transaction((token: string) => {
    clear.run()
    insert.run({ token })
  })

  return {
    renew(least) {
      const token = randomUUID()
      try {
        if ((held.get(least) ?? 0) < least) return null
        renewed.immediate(token)
        return token
      } catch {
        // A full disk or a busy file: this start works the index out, and nothing else is lost.
        return null
      }
    },
    changes: database.transaction((most: number) => {
      const token = select.get()
      if (token === undefined) return null
      const ids = changed.all(most + 1)
      return ids.length > most || ids.includes('') ? null : { token, ids }
    }),
  }
}
