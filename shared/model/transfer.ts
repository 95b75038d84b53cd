/** A row of a file of which something has to be known. Rows count from 1 as a spreadsheet shows them. */
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

/** How the text of a file may be written; what a person may choose where it was not found out rightly. */
export const TEXT_ENCODINGS = ['UTF-8', 'UTF-8 BOM', 'UTF-16LE', 'GB18030'] as const
export type TextEncoding = (typeof TEXT_ENCODINGS)[number]
export type TableEncoding = TextEncoding | 'XLSX'

/** What may stand between the cells of a text table. */
export const DELIMITERS = [',', '\t', ';'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** Why a column is used as it is: by its name, as this header was mapped before, or as the person says now. */
export type MappedBecause = 'name' | 'remembered' | 'chosen'

/** A column of a file, as it was understood. */
export interface MappedColumn<Use extends string> {
  /** As the header says it; told apart by ` (2)` when two are alike, `C 列` when the header says nothing. */
  name: string
  use: Use
  because: MappedBecause
  /** Its first three values, each cut to 40 characters. */
  samples: string[]
}

/** Twice the size of a library of 100,000 phrases; a larger file is no phrase library. */
export const MAX_IMPORT_BYTES = 32 * 1024 * 1024

/** Why a file of so many bytes is not even read, or null when it may be. */
export function refusalBySize(bytes: number, most = MAX_IMPORT_BYTES): ImportFailure | null {
  if (bytes <= most) return null
  const megabytes = (count: number) => `${Math.ceil(count / 1024 / 1024)} MB`
  return {
    reason: `文件有 ${megabytes(bytes)}，超过 ${megabytes(most)} 的上限，没有读取`,
    advice: '话术文件通常只有几百 KB。请检查是不是选错了文件，或把它分成几份导入。',
  }
}
