import type { PhraseDraft } from '../../../../shared/model/phrase.ts'
import type { Database } from '../../database/open-database.ts'
import type { PhraseGroups } from '../../phrases/phrase-groups.ts'
import type { Writing } from './decide.ts'

/** What an import is going to write, kept aside until all of it is known. */
export interface Staging {
  /** A phrase that is put twice is as it was put last. */
  put(writing: Writing): void
  counts(): { added: number; changed: number }
  /** Hashes of all pictures that the phrases name. */
  images(): ReadonlySet<string>
  /** Puts it all into the library; call within a transaction. */
  write(groups: PhraseGroups, at: number): void
  /** Forgets what was put. */
  restart(): void
  clear(): void
}

/** Columns that a draft fills, in the order of `valuesOf`. */
const COLUMNS = [
  'code',
  'title',
  'body',
  'body_hash',
  'step',
  'buyer_types',
  'tags',
  'questions',
  'variants',
  'waivers',
  'images',
  'further',
  'guard',
  'valid_from',
  'valid_until',
  'pinned',
] as const

/**
 * In a table of this connection alone, which the system may put on the disk: so memory holds one phrase at a time, and
 * the library is locked only while rows are copied.
 */
export function createStaging(database: Database): Staging {
  database.exec(`
    CREATE TEMP TABLE IF NOT EXISTS incoming (
      place INTEGER PRIMARY KEY, id TEXT NOT NULL, is_new INTEGER NOT NULL, path TEXT, ${COLUMNS.join(', ')});
    CREATE TEMP TABLE IF NOT EXISTS incoming_groups (path TEXT PRIMARY KEY, group_id TEXT);
    DELETE FROM incoming;
    DELETE FROM incoming_groups;
    PRAGMA temp.cache_size = -2000`)
  const insert = database.prepare(
    `INSERT INTO incoming (place, id, is_new, path, ${COLUMNS.join(', ')}) VALUES (?, ?, ?, ?, ${COLUMNS.map(() => '?').join(', ')})
     ON CONFLICT (place) DO UPDATE SET path = excluded.path, ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  )
  const count = database.prepare<[], { added: number; changed: number }>(
    'SELECT count(*) FILTER (WHERE is_new) AS added, count(*) FILTER (WHERE NOT is_new) AS changed FROM incoming',
  )
  const pictures = database
    .prepare<[], string>("SELECT value FROM incoming, json_each(images) WHERE images <> '[]'")
    .pluck()
  const paths = database
    .prepare<[], string>('SELECT DISTINCT path FROM incoming WHERE path IS NOT NULL')
    .pluck()
  /** In the order of the file, in which new groups come to stand. */
  const namedPaths = new Set<string>()
  const setGroup = database.prepare('INSERT INTO incoming_groups (path, group_id) VALUES (?, ?)')
  const add = database.prepare(`
    INSERT INTO phrases (id, group_id, source, ${COLUMNS.join(', ')}, created_at, updated_at)
    SELECT id, group_id, 'personal', ${COLUMNS.join(', ')}, :at, :at
    FROM incoming LEFT JOIN incoming_groups USING (path) WHERE is_new ORDER BY incoming.place`)
  // A code may go from one phrase to another: it is free before it is taken.
  const freeCodes = database.prepare(`
    UPDATE phrases SET code = NULL FROM incoming
    WHERE incoming.id = phrases.id AND NOT is_new AND incoming.code IS NOT phrases.code
      AND EXISTS (SELECT 1 FROM incoming AS other WHERE other.code = phrases.code COLLATE NOCASE AND other.id <> phrases.id)`)
  const change = database.prepare(`
    UPDATE phrases SET ${COLUMNS.map((column) => `${column} = incoming.${column}`).join(', ')}, updated_at = :at,
      group_id = iif(incoming.path IS NULL, phrases.group_id, incoming_groups.group_id)
    FROM incoming LEFT JOIN incoming_groups USING (path)
    WHERE incoming.id = phrases.id AND NOT is_new AND phrases.deleted_at IS NULL`)

  return {
    put({ id, place, isNew, group, draft, bodyHash }) {
      const path = group === null ? null : JSON.stringify(group)
      if (path !== null) namedPaths.add(path)
      insert.run(place, id, isNew ? 1 : 0, path, ...valuesOf(draft, bodyHash))
    },
    counts: () => count.get() ?? { added: 0, changed: 0 },
    images: () => new Set(pictures.all()),

    write(groups, at) {
      // What was put twice may have left the group it was in at first.
      const wanted = new Set(paths.all())
      for (const path of namedPaths)
        if (wanted.has(path)) setGroup.run(path, groups.ensurePath(JSON.parse(path)))
      if ((count.get()?.changed ?? 0) > 0) {
        database.exec('CREATE INDEX IF NOT EXISTS temp.incoming_codes ON incoming (code COLLATE NOCASE)')
        freeCodes.run()
        change.run({ at })
      }
      add.run({ at })
    },

    restart() {
      database.exec('DELETE FROM incoming')
      namedPaths.clear()
    },

    clear() {
      database.exec('DROP TABLE IF EXISTS temp.incoming; DROP TABLE IF EXISTS temp.incoming_groups')
    },
  }
}

function valuesOf(draft: PhraseDraft, bodyHash: string): (string | number | null)[] {
  return [
    draft.code,
    draft.title,
    draft.body,
    bodyHash,
    draft.step,
    JSON.stringify(draft.buyerTypes),
    JSON.stringify(draft.tags),
    JSON.stringify(draft.questions),
    JSON.stringify(draft.variants),
    JSON.stringify(draft.waivers),
    JSON.stringify(draft.images),
    JSON.stringify(draft.further),
    draft.guard,
    draft.validFrom,
    draft.validUntil,
    draft.pinned ? 1 : 0,
  ]
}
