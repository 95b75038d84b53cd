import { z } from 'zod'
import {
  DELIMITERS,
  type Delimiter,
  type ImportFailure,
  type MappedColumn,
  type RowProblem,
  type TableEncoding,
  TEXT_ENCODINGS,
} from './transfer.ts'

/** What a column of a phrase file may hold. The order is that of our own files, and of a list to choose from. */
export const PHRASE_FIELDS = [
  'id',
  'code',
  'title',
  'body',
  'variants',
  'further',
  'group',
  'step',
  'tags',
  'questions',
  'buyerTypes',
  'validFrom',
  'validUntil',
  'guard',
  'pinned',
  'images',
] as const
export type PhraseField = (typeof PHRASE_FIELDS)[number]

/**
 * What the columns of our own files are called: the header that an export writes, that an import knows, and that people
 * choose from. A row whose 话术编号 is that of a phrase in the library changes this phrase.
 */
export const PHRASE_FIELD_NAMES: Record<PhraseField, string> = {
  id: '话术编号',
  code: '快捷编码',
  title: '标题',
  body: '话术内容',
  variants: '买家说法',
  further: '连发消息',
  group: '分组',
  step: '环节',
  tags: '标签',
  questions: '买家问法',
  buyerTypes: '买家类型',
  validFrom: '生效日期',
  validUntil: '失效日期',
  guard: '使用条件',
  pinned: '置顶',
  images: '图片名',
}

/** What parts the names of nested groups, and the items of a list, in one cell of our own files. */
export const GROUP_SEPARATOR = '=>'
export const LIST_SEPARATOR = '\n'

/** Stands in a cell of our own workbooks for what is longer than a cell can be; the phrase keeps it. */
export const TOO_LONG_FOR_CELL = '〔太长，表格里放不下；导回来时不变〕'

export const PhraseColumnUse = z.enum([...PHRASE_FIELDS, 'skip'])
export type PhraseColumnUse = z.infer<typeof PhraseColumnUse>

/** The use of each column, by the column's name as `PhraseTable` gives it. Columns left out are matched by name. */
export const PhraseColumnMapping = z.record(z.string().min(1).max(200), PhraseColumnUse)
export type PhraseColumnMapping = z.infer<typeof PhraseColumnMapping>

/** What becomes of a row that the library, or an earlier row, has already. */
export const DUPLICATE_CHOICES = ['skip', 'replace', 'keep'] as const
export const DuplicateChoice = z.enum(DUPLICATE_CHOICES)
export type DuplicateChoice = z.infer<typeof DuplicateChoice>

/** How to read a phrase file; all that is left out is found out from the file and from what was chosen before. */
export const PhraseImportOptions = z.object({
  encoding: z.enum(TEXT_ENCODINGS).nullable().default(null),
  delimiter: z.enum(DELIMITERS).nullable().default(null),
  /** A workbook's sheet; null: the first that holds anything. */
  sheet: z.string().max(100).nullable().default(null),
  /** Which row holds the columns' names, counted from 1 as a spreadsheet shows it; null: detected. */
  headerRow: z.int().min(1).max(1000).nullable().default(null),
  mapping: PhraseColumnMapping.default({}),
  onDuplicate: DuplicateChoice.default('skip'),
  /** What becomes of single rows, by their number, where it is something else. */
  choices: z.record(z.string().regex(/^\d{1,7}$/), DuplicateChoice).default({}),
})
export type PhraseImportOptions = z.infer<typeof PhraseImportOptions>

/** `v3`: the file of the tool that writes a V3 notice above its table; `own`: our own, with ids. */
export type PhraseFileFormat = 'qianniu' | 'v3' | 'own' | 'table' | 'espanso'

/** A file as it was understood, for the person to check and to correct. */
export interface PhraseTable {
  fileName: string
  format: PhraseFileFormat
  encoding: TableEncoding
  /** Null where nothing parts cells: a workbook, YAML. */
  delimiter: Delimiter | null
  sheet: string | null
  sheets: string[]
  /** Null for a file without columns. */
  headerRow: number | null
  columns: MappedColumn<PhraseColumnUse>[]
}

/** Why a row is held for one that is there already: the surest reason first. */
export type DuplicateBecause = 'code' | 'text' | 'alike'

export interface DuplicateRow extends RowProblem {
  because: DuplicateBecause
  choice: DuplicateChoice
}

/** What becomes of a row. */
export type RowFate = 'add' | 'change' | 'same' | 'skip' | 'refuse'

/** One of the first rows, as it would come in. */
export interface PreviewRow {
  row: number
  fate: RowFate
  code: string
  title: string
  body: string
  group: string[]
  /** What has to be known of it; empty when there is nothing. */
  remark: string
}

/** What an import did, or would do. Row numbers count from 1 as a spreadsheet shows them. */
export interface PhraseImportReport {
  fileName: string
  encoding: TableEncoding
  table: PhraseTable
  rowsRead: number
  /** New phrases. */
  added: number
  /** Phrases of the library that say something else now. */
  changed: number
  /** Rows that say what the library says already, by the id of a phrase or although they were to replace it. */
  unchanged: number
  /** How many rows there are of each kind; the lists hold the first `MOST_LISTED`. */
  counts: { duplicates: number; refused: number; notes: number; groups: number }
  rows: PreviewRow[]
  /** Rows whose code or text stands in the library, or in an earlier row, and what becomes of each. */
  duplicates: DuplicateRow[]
  /** Rows that cannot become a phrase. */
  refused: RowProblem[]
  /** Rows that come in, with something the lead should know (e.g. literal braces kept as text). */
  notes: RowProblem[]
  groupsCreated: string[]
  /** Pictures that rows name: how many come in with them, and the first names of those that cannot. */
  images: { found: number; missing: string[] }
  /** Names the import for `undo.undo`, until something else is undone; null before it, and where nothing is recorded. */
  undoStep: number | null
}

/** More of one kind than anybody reads on a page; the saved report has all of them. */
export const MOST_LISTED = 500
export const MOST_PREVIEWED = 100

/** Where else a file belongs that is no phrase file: products, their stock, or pages there are not yet. */
export type BelongsTo = 'products' | 'stock' | 'figures' | 'orders'

/** A file that cannot be imported. `table` is there when a better mapping could help. */
export interface PhraseImportFailure extends ImportFailure {
  table: PhraseTable | null
  belongsTo: BelongsTo | null
}

export type PhraseImportOutcome = ({ ok: true } & PhraseImportReport) | ({ ok: false } & PhraseImportFailure)

/** How far an import has come; `total` is null while nobody knows. */
export interface ImportProgress {
  doing: 'reading' | 'checking' | 'writing'
  rows: number
  total: number | null
}
