import type { Database } from '../database/open-database.ts'

/** Where images are named, each as JSON in which next to nothing else is 64 hexadecimal digits long. */
const PLACES = [
  "SELECT images || further FROM phrases WHERE images <> '[]' OR further <> '[]'",
  'SELECT draft FROM phrase_revisions',
  'SELECT facts FROM products',
  'SELECT product FROM removed_products',
  // What undoing would bring back, and what a team's library was like when it was last brought in.
  "SELECT ifnull(before, '') || ifnull(after, '') FROM undo_changes WHERE table_name IN ('phrases', 'products')",
  "SELECT base FROM team_entries WHERE kind = 'phrase'",
]

/** The hashes of all images that something in the library names, be it removed or a thing of the past. */
export function namedHashes(database: Database): ReadonlySet<string> {
  const named = new Set<string>()
  for (const place of PLACES) {
    for (const json of database.prepare<[], string>(place).pluck().iterate())
      for (const [hash] of json.matchAll(/\b[0-9a-f]{64}\b/g)) named.add(hash)
  }
  return named
}
