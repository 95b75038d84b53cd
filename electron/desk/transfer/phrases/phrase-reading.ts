import type {
  PhraseColumnUse,
  PhraseImportFailure,
  PhraseTable,
} from '../../../../shared/model/phrase-transfer.ts'
import type { RowProblem } from '../../../../shared/model/transfer.ts'
import type { PhraseRow } from './phrase-row.ts'

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
