import type { ImportFailure, ImportReport } from '../../../../shared/model/transfer.ts'
import type { ChosenFile } from '../../data/read-file.ts'

/** Where an import stands. */
export type ImportStage =
  | { stage: 'choosing' }
  | { stage: 'reading'; fileName: string }
  | { stage: 'previewed'; file: ChosenFile; report: ImportReport }
  | { stage: 'importing'; report: ImportReport }
  | { stage: 'imported'; report: ImportReport }
  | { stage: 'failed'; fileName: string; failure: ImportFailure }
