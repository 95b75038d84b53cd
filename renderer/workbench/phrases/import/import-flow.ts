import type { ImportFailure, ImportReport } from '../../../../shared/model/transfer.ts'

/** A phrase file as the desk takes it: its name and its bytes in base64. */
export interface ChosenFile {
  name: string
  content: string
}

/** Where an import stands. */
export type ImportStage =
  | { stage: 'choosing' }
  | { stage: 'reading'; fileName: string }
  | { stage: 'previewed'; file: ChosenFile; report: ImportReport }
  | { stage: 'importing'; report: ImportReport }
  | { stage: 'imported'; report: ImportReport }
  | { stage: 'failed'; fileName: string; failure: ImportFailure }
