import {
  type DuplicatesReport,
  MOST_DUPLICATES_SHOWN,
  MOST_MERGED,
} from '../../../shared/model/phrase-duplicates.ts'
import { findDuplicates } from '../../../shared/text/duplicates.ts'
import type { Database } from '../database/open-database.ts'

interface TextRow {
  id: string
  body: string
  further: string
}

/**
 * The phrases of the library that say the same or nearly so, those that are the same first, then by how many they are.
 * Reads everything: some seconds for 100,000 phrases, to be spent on a thread of its own.
 */
export function duplicatesIn(database: Database): DuplicatesReport {
  const mostUsedFirst = database.prepare<[], TextRow>(`
    SELECT id, body, further FROM phrases LEFT JOIN phrase_use ON phrase_id = id
    WHERE deleted_at IS NULL AND archived_at IS NULL ORDER BY ifnull(uses, 0) DESC, created_at, id`)
  const titleOf = database.prepare<[string], string>('SELECT title FROM phrases WHERE id = ?').pluck()
  const groups = findDuplicates(textsOf(mostUsedFirst.iterate())).toSorted(
    (a, b) => Number(b.isSame) - Number(a.isSame) || b.ids.length - a.ids.length,
  )
  return {
    total: groups.length,
    groups: groups.slice(0, MOST_DUPLICATES_SHOWN).map(({ isSame, ids }) => ({
      isSame,
      ids: ids.slice(0, MOST_MERGED),
      title: titleOf.get(ids[0] ?? '') ?? '',
    })),
  }
}

/** All messages of each phrase. What it says to certain buyers only is not compared. */
function* textsOf(rows: Iterable<TextRow>): Generator<{ id: string; text: string }> {
  for (const { id, body, further } of rows) {
    const messages = JSON.parse(further) as { body: string }[]
    yield { id, text: [body, ...messages.map((message) => message.body)].join('\n') }
  }
}
