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

/** The desk takes no larger file; the page sees the size before it reads anything. */
export const LARGEST_FILE_BYTES = 32 * 1024 * 1024

/** Why a file is not even read, or null when it may be. */
export function refusalBySize(bytes: number): ImportFailure | null {
  if (bytes <= LARGEST_FILE_BYTES) return null
  return {
    reason: `文件有 ${Math.round(bytes / 1024 / 1024)} MB，超过 ${LARGEST_FILE_BYTES / 1024 / 1024} MB 的上限，没有读取。`,
    advice: '话术文件通常只有几百 KB。请检查是不是选错了文件，或把它分成几份导入。',
  }
}
