import { type Phrase, PhraseDraft } from '../../../shared/model/phrase.ts'
import type { PhraseRevision } from '../../../shared/model/phrase-revision.ts'
import type { Database } from '../database/open-database.ts'
import { DeskError } from '../desk-error.ts'
import type { PhraseBook } from './phrase-book.ts'

/** What phrases said before they were changed; the database keeps it by itself, whoever changes them. */
export interface PhraseRevisions {
  /** The former drafts of a phrase, newest first. @throws DeskError `not-found` (the phrase) */
  list(phraseId: string): PhraseRevision[]
  /**
   * Makes a phrase say again what it said; it stays in its group, and pinned or not. What it says now is one revision
   * more.
   *
   * @throws DeskError `not-found`, and as `PhraseBook.update`
   */
  restore(phraseId: string, revision: number): Phrase
}

interface RevisionRow {
  revision: number
  at: number
  draft: string
  before_at: number | null
}

export function createPhraseRevisions(database: Database, book: PhraseBook): PhraseRevisions {
  const newestFirst = database.prepare<[string], RevisionRow>(`
    SELECT revision, at, draft, lag(at) OVER (ORDER BY revision) AS before_at
    FROM phrase_revisions WHERE phrase_id = ? ORDER BY revision DESC`)
  const one = database
    .prepare<[string, number], string>(
      'SELECT draft FROM phrase_revisions WHERE phrase_id = ? AND revision = ?',
    )
    .pluck()

  return {
    list(phraseId) {
      const { createdAt } = book.get(phraseId)
      return newestFirst.all(phraseId).flatMap(({ revision, at, draft, before_at }) => {
        // One of a program that knew other fields, or that a damaged file has mangled: the others are still of use.
        const parsed = PhraseDraft.safeParse(JSON.parse(draft))
        const writtenAt = revision === 1 ? createdAt : before_at
        return parsed.success ? { revision, writtenAt, replacedAt: at, draft: parsed.data } : []
      })
    },

    restore(phraseId, revision) {
      const { groupId, pinned } = book.get(phraseId)
      const draft = one.get(phraseId, revision)
      if (draft === undefined) throw new DeskError('not-found', '这个版本已经不在了，只保留最近的 50 个版本')
      return book.update(phraseId, { ...JSON.parse(draft), groupId, pinned })
    },
  }
}
