import type { PhraseExportOptions, PhraseExportReport } from '../../../../shared/model/phrase-export.ts'
import { inBackground } from '../../background/in-background.ts'
import type { PhraseBook } from '../../phrases/phrase-book.ts'
import type { PhraseListing } from '../../phrases/phrase-listing.ts'
import { type ExportedFile, exportPhrases, previewExport } from './phrase-exports.ts'

interface Around {
  dataDir: string
  listing: Pick<PhraseListing, 'idsOf'>
  book: Pick<PhraseBook, 'pick'>
  now: () => number
}

/** Phrases that are written within some 100 ms; more of them would keep the windows waiting. */
const AT_ONCE = 500

/** Exports of what is chosen in the table; those of many phrases on a thread of their own. */
export function createExportDesk({ dataDir, listing, book, now }: Around) {
  return {
    async preview({ choice, ...format }: PhraseExportOptions): Promise<PhraseExportReport> {
      const ids = await listing.idsOf(choice)
      if (ids.length <= AT_ONCE) return previewExport(book.pick(ids), format)
      return inBackground({ kind: 'losses', dataDir, ids, format })
    },

    async write({ choice, ...format }: PhraseExportOptions): Promise<ExportedFile> {
      const ids = await listing.idsOf(choice)
      if (ids.length <= AT_ONCE) return exportPhrases(book.pick(ids), format, now())
      return inBackground({ kind: 'sheet', dataDir, ids, format, at: now() })
    },
  }
}
