import type {
  ProductImportOptions,
  ProductImportReport,
  ProductTable,
} from '../../../../shared/model/product-transfer.ts'
import type { ImportFailure } from '../../../../shared/model/transfer.ts'
import type { ChosenFile } from '../../data/read-file.ts'

/** Where an import of products stands. */
export type ImportStage =
  | { stage: 'choosing' }
  | { stage: 'reading'; fileName: string }
  /** Understood, and shown for the person to correct; `isReading` while a correction is being tried. */
  | {
      stage: 'previewed'
      file: ChosenFile
      options: ProductImportOptions
      report: ProductImportReport
      isReading: boolean
    }
  /** A table whose columns have to be told first. */
  | {
      stage: 'unclear'
      file: ChosenFile
      options: ProductImportOptions
      table: ProductTable
      failure: ImportFailure
      isReading: boolean
    }
  | { stage: 'importing'; report: ProductImportReport }
  | { stage: 'imported'; report: ProductImportReport }
  | { stage: 'failed'; fileName: string; failure: ImportFailure }
