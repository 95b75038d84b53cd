import type { z } from 'zod'
import type { Database } from '../../database/open-database.ts'

/** What the columns of a file hold, as a person once said for a header like this one. */
export interface ImportMappings<Mapping> {
  /** Null when nobody has said anything of this header. */
  find(header: readonly string[]): Mapping | null
  keep(header: readonly string[], mapping: Mapping, at: number): void
}

/** More than anybody's files have headers; the one unused longest gives way. */
const MOST_KEPT = 200

export function createImportMappings<Mapping>(
  database: Database,
  kind: 'products' | 'phrases',
  schema: z.ZodType<Mapping>,
): ImportMappings<Mapping> {
  const select = database
    .prepare<[string, string], string>('SELECT mapping FROM import_mappings WHERE kind = ? AND header = ?')
    .pluck()
  const upsert = database.prepare(`
    INSERT INTO import_mappings (kind, header, mapping, used_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (kind, header) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`)
  const forget = database.prepare(`
    DELETE FROM import_mappings WHERE rowid IN (
      SELECT rowid FROM import_mappings WHERE kind = ? ORDER BY used_at DESC LIMIT -1 OFFSET ${MOST_KEPT})`)

  return {
    find(header) {
      const mapping = select.get(kind, JSON.stringify(header))
      return mapping === undefined ? null : schema.parse(JSON.parse(mapping))
    },
    keep(header, mapping, at) {
      upsert.run(kind, JSON.stringify(header), JSON.stringify(mapping), at)
      forget.run(kind)
    },
  }
}
