import { type ImportOutcome, refusalBySize } from '../../../shared/model/transfer.ts'
import type { Database } from '../database/open-database.ts'
import type { PhraseBook } from '../phrases/phrase-book.ts'
import type { PhraseGroups } from '../phrases/phrase-groups.ts'
import { decodeText } from './decode-text.ts'
import { readPhraseCsv } from './phrase-csv.ts'
import { planPhrases } from './phrase-plan.ts'

export interface PhraseFile {
  name: string
  bytes: Uint8Array
}

export interface PhraseImports {
  /** What `apply` would report, without writing anything. */
  preview(file: PhraseFile): ImportOutcome
  /** One transaction: everything the report says came in did, or the library is as it was. */
  apply(file: PhraseFile): ImportOutcome
}

export function createPhraseImports(
  database: Database,
  book: PhraseBook,
  groups: PhraseGroups,
): PhraseImports {
  const run = (file: PhraseFile, write: boolean): ImportOutcome => {
    const tooLarge = refusalBySize(file.bytes.length)
    if (tooLarge) return { ok: false, ...tooLarge }
    const decoded = decodeText(file.bytes)
    if (!decoded.ok) return decoded
    const table = readPhraseCsv(decoded.text)
    if (!table.ok) return table

    const plan = planPhrases(table.rows, book.fingerprints())
    const groupsCreated = groups.missingAmong(plan.additions.map(({ group }) => group))
    if (write) {
      for (const { group, draft } of plan.additions)
        book.addChecked({ ...draft, groupId: groups.ensurePath(group) })
    }
    const refused = [...table.misshapen, ...plan.refused].toSorted((a, b) => a.row - b.row)
    return {
      ok: true,
      fileName: file.name,
      encoding: decoded.encoding,
      rowsRead: table.rows.length + table.misshapen.length,
      added: plan.additions.length,
      duplicates: plan.duplicates,
      refused,
      notes: [
        ...table.ignoredColumns.map((column) => ({
          row: 1,
          excerpt: column,
          reason: `“${column}”这一列没有用到`,
        })),
        ...plan.notes,
      ],
      groupsCreated,
    }
  }

  const apply = database.transaction((file: PhraseFile) => {
    // From here on nobody else writes; before, another program may have made the very groups this file names.
    groups.refresh()
    return run(file, true)
  })
  return {
    preview: (file) => run(file, false),
    apply(file) {
      try {
        return apply.immediate(file)
      } finally {
        groups.refresh() // what it remembers was rolled back, or is in the order of making
      }
    },
  }
}
