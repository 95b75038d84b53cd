import type { PhraseColumnUse, PhraseImportOptions } from '../../../../shared/model/phrase-transfer.ts'
import type { Remembered } from '../tables/columns.ts'
import { openTable, type UploadedFile } from '../tables/read-table.ts'
import { looksLikeMatches, readMatches } from './espanso/match-file.ts'
import type { PhraseFileReading } from './phrase-reading.ts'
import { understandTable } from './phrase-table.ts'

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
