import {
  type ImportProgress,
  PhraseColumnMapping,
  type PhraseImportOptions,
  type PhraseImportOutcome,
} from '../../../../shared/model/phrase-transfer.ts'
import type { Database } from '../../database/open-database.ts'
import { createImages } from '../../images/images.ts'
import { createPhraseBook } from '../../phrases/phrase-book.ts'
import { createPhraseGroups } from '../../phrases/phrase-groups.ts'
import type { Journal } from '../../undo/journal.ts'
import { stepLabels } from '../../undo/step-labels.ts'
import { createImportMappings } from '../tables/import-mappings.ts'
import { rowDecider } from './decide.ts'
import { type Findings, gatherFindings } from './findings.ts'
import { filesOfImport, type GivenFiles } from './given-files.ts'
import { manyIds } from './many-ids.ts'
import { readPhraseFile } from './phrase-file.ts'
import type { PhraseFile } from './phrase-reading.ts'
import { picturesAmong } from './pictures.ts'
import { createStaging } from './staging.ts'
import { whatIsTaken } from './taken.ts'

/** Somebody asked for the import to stop. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

export interface ImportTask {
  options: PhraseImportOptions
  /** Write what was found, or only tell it. */
  writes: boolean
  /** ms since 1970 */
  at: number
}

export interface ImportSurroundings {
  dataDir: string
  journal: Journal
  onProgress(progress: ImportProgress): void
  isCancelled(): boolean
}

/** What came of a task; the findings are all there are, for a report that is saved. */
export interface ImportResult {
  outcome: PhraseImportOutcome
  findings: Findings | null
}

/** Rows between two looks at whether to go on. */
const ROWS_AT_ONCE = 250
/** Rows between two words to who waits: each is a message to another thread. */
const ROWS_TOLD = 1000
const NAMED_GROUPS = 500

/**
 * Reads phrases from files and, if so asked, writes them: all that the outcome says came in did, or the library is as it
 * was. The library is locked only for the writing itself; should another program have changed it while the rows were
 * looked at, they are looked at again, under the lock.
 *
 * @throws Cancelled; SQLite's error when it could not be written
 */
export async function importPhrases(
  database: Database,
  given: GivenFiles,
  { options, writes, at }: ImportTask,
  { dataDir, journal, onProgress, isCancelled }: ImportSurroundings,
): Promise<ImportResult> {
  onProgress({ doing: 'reading', rows: 0, total: null })
  const files = filesOfImport(given)
  if (!files.ok) return { outcome: { table: null, belongsTo: null, ...files }, findings: null }
  const mappings = createImportMappings(database, 'phrases', PhraseColumnMapping)
  const reading = await readPhraseFile(files.main, options, mappings.find)
  if (!reading.ok) return { outcome: reading, findings: null }
  const { file } = reading

  const newId = manyIds(at)
  const groups = createPhraseGroups(database, { newId })
  const book = createPhraseBook(database, groups, { now: () => at, newId })
  const images = createImages(database, { dataDir, now: () => at })
  const staging = createStaging(database)
  const revision = database.prepare<[], number>('SELECT revision FROM library_revision').pluck()

  function look() {
    groups.refresh()
    const pictures = picturesAmong(files.ok ? files.pictures : new Map())
    const findings = gatherFindings(file.remarks)
    const taken = whatIsTaken(database)
    const decide = rowDecider({ taken, phrase: book.get, newId, fields: file.fields, options })
    const places = new Map<string, readonly string[]>()
    let rows = 0
    for (const row of file.rows()) {
      if (rows % ROWS_AT_ONCE === 0 && isCancelled()) throw new Cancelled()
      if (rows++ % ROWS_TOLD === 0) onProgress({ doing: 'checking', rows, total: file.count })
      const resolved = pictures.resolved(row)
      const decision = decide(resolved)
      findings.note(resolved, decision)
      if (!decision.write) continue
      staging.put(decision.write)
      const { group } = decision.write
      if (group) places.set(group.join('\n'), group)
    }
    const groupsCreated = groups.missingAmong([...places.values()])
    return { findings, pictures, groupsCreated, rows }
  }

  /** The rows go into a table of this connection's own: one transaction spares a flush for each. */
  const looked = database.transaction(look)
  const seen = () => revision.get()

  function report({ findings, pictures, groupsCreated, rows }: ReturnType<typeof look>) {
    return {
      ok: true as const,
      fileName: file.table.fileName,
      encoding: file.table.encoding,
      table: file.table,
      rowsRead: rows,
      ...staging.counts(),
      ...findings.lists(groupsCreated.length),
      groupsCreated: groupsCreated.slice(0, NAMED_GROUPS),
      images: pictures.summary(),
      undoStep: null,
    }
  }

  try {
    const before = seen()
    const found = looked()
    if (!writes) return { outcome: report(found), findings: found.findings }
    if (isCancelled()) throw new Cancelled()
    const { added, changed } = staging.counts()
    const total = added + changed
    onProgress({ doing: 'writing', rows: 0, total })
    // A transaction of its own: where nothing is recorded, a step is none.
    const write = database.transaction(() => {
      const isAsSeen = seen() === before
      if (!isAsSeen) staging.restart()
      const last = isAsSeen ? found : look()
      const outcome = report(last)
      for (const { name, bytes } of last.pictures.filesOf(staging.images())) images.add(bytes, name)
      staging.write(groups, at)
      remember(file, options, mappings, at)
      if (isCancelled()) throw new Cancelled()
      return { outcome, findings: last.findings }
    })
    const written = journal.step(stepLabels.importPhrases(total), () => write.immediate())
    const undoStep = journal.state().undo?.id ?? null
    return { ...written, outcome: { ...written.outcome, undoStep } }
  } finally {
    staging.clear()
  }
}

/** What a person said of the columns holds for the next file with such a header. */
function remember(
  { table }: PhraseFile,
  options: PhraseImportOptions,
  mappings: ReturnType<typeof createImportMappings<PhraseColumnMapping>>,
  at: number,
): void {
  const said = table.columns.filter(({ because }) => because !== 'name')
  if (said.length === 0 && options.headerRow === null) return
  const names = table.columns.map(({ name }) => name)
  mappings.keep(names, Object.fromEntries(said.map(({ name, use }) => [name, use])), at)
}
