import type {
  PhraseColumnUse,
  PhraseImportFailure,
  PhraseImportOptions,
  PhraseTable,
} from '../../../../shared/model/phrase-transfer.ts'
import type { RowProblem } from '../../../../shared/model/transfer.ts'
import type { Remembered } from '../tables/columns.ts'
import { openTable, type UploadedFile } from '../tables/read-table.ts'
import { looksLikeMatches, readMatches } from './espanso/match-file.ts'
import type { PhraseRow } from './phrase-row.ts'
import { understandTable } from './phrase-table.ts'

/** A phrase file that is understood: what it holds, and its rows one by one. */
export interface PhraseFile {
  table: PhraseTable
  /** What the file says of its phrases at all; the rest of a phrase that it changes stays. */
  fields: ReadonlySet<PhraseColumnUse>
  count: number
  rows(): Iterable<PhraseRow>
  /** What has to be known of the file, beside its rows. */
  remarks: RowProblem[]
}

export type PhraseFileReading = { ok: true; file: PhraseFile } | ({ ok: false } & PhraseImportFailure)

/**
 * Reads any file of phrases: tables of all sorts, and the match files of text expanders.
 *
 * @param remembered what was said of a header like this one before
 */
export async function readPhraseFile(
  file: UploadedFile,
  options: PhraseImportOptions,
  remembered: Remembered<PhraseColumnUse>,
): Promise<PhraseFileReading> {
  if (looksLikeMatches(file)) return readMatches(file, options)
  const reading = await openTable(file, options)
  if (!reading.ok) return { table: null, belongsTo: null, ...reading }
  return understandTable(reading.table, file.name, options, remembered)
}
