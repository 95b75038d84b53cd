import { z } from 'zod'
import { PhraseChoice } from './phrase-listing.ts'

/** `qianniu`: what Qianniu imports. `table`, `workbook`: our own columns, which come back without losing anything they show. */
export const EXPORT_FORMATS = ['qianniu', 'table', 'workbook'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Of text files; a workbook has its own. */
export const EXPORT_ENCODINGS = ['utf-8-bom', 'gbk'] as const
export type ExportEncoding = (typeof EXPORT_ENCODINGS)[number]

export const PhraseExportOptions = z.object({
  choice: PhraseChoice,
  format: z.enum(EXPORT_FORMATS),
  encoding: z.enum(EXPORT_ENCODINGS).default('utf-8-bom'),
})
export type PhraseExportOptions = z.infer<typeof PhraseExportOptions>

/** What of a phrase the file does not hold, or not as it is here. Nothing is cut: it is whole, other, or left out. */
export interface ExportLoss {
  phraseId: string
  title: string
  /** E.g. `表情 😀 写成了 ?`. */
  what: string
  /** Whether the whole phrase is left out of the file. */
  isLeftOut: boolean
}

export const MOST_LOSSES = 500

export interface PhraseExportReport {
  /** Rows of the file. */
  written: number
  /** The first `MOST_LOSSES`. */
  losses: ExportLoss[]
  lossCount: number
}
