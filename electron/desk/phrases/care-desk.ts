import type { Phrase } from '../../../shared/model/phrase.ts'
import type { DuplicatesReport, PhraseMerge } from '../../../shared/model/phrase-duplicates.ts'
import { inBackground } from '../background/in-background.ts'
import type { Database } from '../database/open-database.ts'
import { stepLabels } from '../undo/step-labels.ts'
import type { UndoDesk } from '../undo/undo-desk.ts'
import type { LibrarySearch } from './library-search.ts'
import { createPhraseMerge } from './merge.ts'
import type { PhraseBook } from './phrase-book.ts'
import { createPhraseRevisions } from './revisions.ts'

interface Around {
  database: Database
  dataDir: string
  book: PhraseBook
  search: LibrarySearch
  record: UndoDesk['record']
  /** Runs what it is given after what other programs wrote is known. */
  upToDate: <Args extends unknown[], Result>(act: (...args: Args) => Result) => (...args: Args) => Result
  /** Tells every page that the library has changed. */
  tell: () => void
}

/** What a lead does now and then to keep the library in order: old versions of phrases, and phrases that say the same. */
export function createPhraseCare({ database, dataDir, book, search, record, upToDate, tell }: Around) {
  const revisions = createPhraseRevisions(database, book)
  const merged = createPhraseMerge(database, book)

  function written(phrase: Phrase): Phrase {
    search.upsert([phrase])
    tell()
    return phrase
  }

  return {
    revisions: {
      list: upToDate(revisions.list),
      restore: upToDate((phraseId: string, revision: number) =>
        written(
          record(
            ({ title }) => stepLabels.restoreRevision(title),
            () => revisions.restore(phraseId, revision),
          ),
        ),
      ),
    },

    duplicates: {
      /** Looks through the whole library on a thread of its own. */
      find: upToDate((): Promise<DuplicatesReport> => inBackground({ kind: 'duplicates', dataDir })),
      /** Those of `ids` that are still there, in that order. */
      compare: upToDate(book.pick),
      merge: upToDate((merge: PhraseMerge) => {
        const count = merge.othersIds.length + 1
        const phrase = record(stepLabels.mergePhrases(count), () => merged(merge))
        search.remove(merge.othersIds)
        return written(phrase)
      }),
    },
  }
}
