import type {
  BelongsTo,
  ImportProgress,
  PhraseImportOptions,
  PhraseImportReport,
  PhraseTable,
} from '../../../../shared/model/phrase-transfer.ts'
import type { ImportFailure } from '../../../../shared/model/transfer.ts'

/** An import that the desk has open, and how its file is read. */
export interface OpenImport {
  id: string
  options: PhraseImportOptions
}

/** Where an import of phrases stands. */
export type ImportStage =
  | { stage: 'choosing' }
  | { stage: 'reading'; fileName: string }
  /** Understood, and shown for the person to correct; `isReading` while a correction is being tried. */
  | { stage: 'looked'; open: OpenImport; report: PhraseImportReport; isReading: boolean }
  /** A table whose columns have to be told first. */
  | { stage: 'unclear'; open: OpenImport; table: PhraseTable; failure: ImportFailure; isReading: boolean }
  | { stage: 'adding'; open: OpenImport; report: PhraseImportReport; isStopping: boolean }
  | { stage: 'added'; open: OpenImport; report: PhraseImportReport }
  | { stage: 'failed'; fileName: string; failure: ImportFailure; belongsTo: BelongsTo | null }

/** How far the desk is, or the sending of the file before it. */
export type Progress = ImportProgress | { doing: 'sending'; rows: number; total: number }
