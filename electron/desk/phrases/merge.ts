import { PHRASE_LIMITS, type Phrase } from '../../../shared/model/phrase.ts'
import type { PhraseMerge } from '../../../shared/model/phrase-duplicates.ts'
import type { Database } from '../database/open-database.ts'
import type { PhraseBook } from './phrase-book.ts'

/**
 * Makes one phrase of several: its text stays, questions and tags of all are united (as many as a phrase may have), their
 * uses added up; the others leave the library. Call within a transaction.
 *
 * @throws DeskError `not-found` when one of them is gone, and as `PhraseBook.update` and `remove`
 */
export type MergePhrases = (merge: PhraseMerge) => Phrase

export function createPhraseMerge(database: Database, book: PhraseBook): MergePhrases {
  const addUses = database.prepare(`
    INSERT INTO phrase_use (phrase_id, uses, last_used_at)
    SELECT :keepId, sum(uses), max(last_used_at) FROM phrase_use
    WHERE phrase_id IN (SELECT value FROM json_each(:others)) HAVING sum(uses) > 0
    ON CONFLICT (phrase_id) DO UPDATE SET uses = uses + excluded.uses,
      last_used_at = max(last_used_at, excluded.last_used_at)`)
  const moveEvents = database.prepare(
    'UPDATE usage_events SET phrase_id = :keepId WHERE phrase_id IN (SELECT value FROM json_each(:others))',
  )
  const forgetUses = database.prepare(
    'DELETE FROM phrase_use WHERE phrase_id IN (SELECT value FROM json_each(:others))',
  )

  return ({ keepId, othersIds, codeFrom }) => {
    const kept = book.get(keepId)
    const others = othersIds.map(book.get)
    const all = [kept, ...others]
    // First, so that the code of one of them is free.
    book.remove(othersIds)
    const united = (lists: readonly string[][], most: number) => [...new Set(lists.flat())].slice(0, most)
    book.update(keepId, {
      ...kept,
      code: all.find(({ id }) => id === codeFrom)?.code ?? null,
      questions: united(
        all.map(({ questions }) => questions),
        PHRASE_LIMITS.questions,
      ),
      tags: united(
        all.map(({ tags }) => tags),
        PHRASE_LIMITS.tags,
      ),
      pinned: all.some(({ pinned }) => pinned),
    })
    const about = { keepId, others: JSON.stringify(othersIds) }
    addUses.run(about)
    moveEvents.run(about)
    forgetUses.run(about)
    return book.get(keepId)
  }
}
