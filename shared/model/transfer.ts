/** What an import did, or would do. Row numbers count from 1 as a spreadsheet shows them, the header being row 1. */
export interface ImportReport {
  fileName: string
  encoding: 'UTF-8' | 'UTF-8 BOM' | 'UTF-16LE' | 'GB18030'
  rowsRead: number
  added: number
  /** Rows whose text or code stands in the library already. */
  duplicates: RowProblem[]
  /** Rows that cannot become a phrase. */
  refused: RowProblem[]
  /** Rows that came in, with something the lead should know (e.g. literal braces kept as text). */
  notes: RowProblem[]
  groupsCreated: string[]
}

export interface RowProblem {
  row: number
  /** The row's text, cut to 40 characters. */
  excerpt: string
  reason: string
}

/** A file as a whole that cannot be imported; the library is as it was. */
export interface ImportFailure {
  reason: string
  /** What the person can do about it. */
  advice: string
}

export type ImportOutcome = ({ ok: true } & ImportReport) | ({ ok: false } & ImportFailure)

/** Twice the size of a library of 100,000 phrases; a larger file is no phrase library. */
export const MAX_IMPORT_BYTES = 32 * 1024 * 1024

/** Why a file of so many bytes is not even read, or null when it may be. */
export function refusalBySize(bytes: number): ImportFailure | null {
  if (bytes <= MAX_IMPORT_BYTES) return null
  const megabytes = (count: number) => `${Math.ceil(count / 1024 / 1024)} MB`
  return {
    reason: `文件有 ${megabytes(bytes)}，超过 ${megabytes(MAX_IMPORT_BYTES)} 的上限，没有读取`,
    advice: '话术文件通常只有几百 KB。请检查是不是选错了文件，或把它分成几份导入。',
  }
}
