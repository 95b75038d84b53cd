import {
  type ImportProgress,
  PhraseImportOptions,
  type PhraseImportOutcome,
} from '../../../../shared/model/phrase-transfer.ts'
import { refusalBySize } from '../../../../shared/model/transfer.ts'
import { DeskError } from '../../desk-error.ts'
import type { UploadedFile } from '../tables/read-table.ts'
import { type ImportSession, MAX_GIVEN_BYTES, openImportSession } from './import-session.ts'
import type { FilePiece } from './messages.ts'

export type PhraseImportChoices = Partial<PhraseImportOptions>

interface Surroundings {
  dataDir: string
  /** Whose step an import is in the journal; empty where nothing is recorded. */
  session: string
  now: () => number
  newId: () => string
  /** What must stand before anything is written. */
  beforeWriting: () => Promise<unknown>
  /** The library was written to. */
  onWritten: () => void
  onProgress: (id: string, progress: ImportProgress) => void
}

export type PhraseImports = ReturnType<typeof createPhraseImports>

/** A page has one import open; a window that went without closing its own leaves one behind. */
const MOST_OPEN = 3

/** Phrases from files, each import on a thread of its own. */
export function createPhraseImports({
  dataDir,
  session: journalSession,
  now,
  newId,
  beforeWriting,
  onWritten,
  onProgress,
}: Surroundings) {
  const open = new Map<string, ImportSession>()
  const begin = () => openImportSession({ dataDir, session: journalSession })

  function sessionOf(id: string): ImportSession {
    const session = open.get(id)
    if (!session) throw new DeskError('not-found', '这次导入已经关闭，请重新选择文件')
    return session
  }

  async function written(
    session: ImportSession,
    options: PhraseImportOptions,
    listener?: (progress: ImportProgress) => void,
  ): Promise<PhraseImportOutcome | null> {
    await beforeWriting()
    const outcome = await session.run(options, {
      writes: true,
      at: now(),
      ...(listener && { onProgress: listener }),
    })
    if (outcome?.ok) onWritten()
    return outcome
  }

  /** One file from its bytes to its outcome. */
  async function single(
    file: UploadedFile,
    choices: PhraseImportChoices,
    work: (session: ImportSession, options: PhraseImportOptions) => Promise<PhraseImportOutcome | null>,
    isHandedOver = false,
  ): Promise<PhraseImportOutcome> {
    const tooLarge = refusalBySize(file.bytes.length, MAX_GIVEN_BYTES)
    if (tooLarge) return { ok: false, table: null, belongsTo: null, ...tooLarge }
    const session = begin()
    try {
      session.give({ path: file.name, bytes: file.bytes, isLast: true }, isHandedOver)
      const outcome = await work(session, PhraseImportOptions.parse(choices))
      if (!outcome) throw new Error('an import that nobody can cancel was cancelled')
      return outcome
    } finally {
      await session.close()
    }
  }

  return {
    /** Begins an import that is taken step by step; the one open longest makes room. */
    async open(): Promise<string> {
      const [oldest] = open
      if (oldest && open.size >= MOST_OPEN) await this.close(oldest[0])
      const id = newId()
      open.set(id, begin())
      return id
    },

    /** @throws DeskError `not-found` when it was closed, `too-many` */
    give: (id: string, piece: FilePiece): void => sessionOf(id).give(piece),

    /**
     * What importing would do; null when it was cancelled.
     *
     * @throws DeskError `not-found`, `import-failed`
     */
    look: (id: string, options: PhraseImportOptions): Promise<PhraseImportOutcome | null> =>
      sessionOf(id).run(options, {
        writes: false,
        at: now(),
        onProgress: (progress) => onProgress(id, progress),
      }),

    /** As `look`, and does it: one transaction. @throws as `look`, and what SQLite says when it could not be written */
    add: (id: string, options: PhraseImportOptions): Promise<PhraseImportOutcome | null> =>
      written(sessionOf(id), options, (progress) => onProgress(id, progress)),

    /** All that the last look, or the import, found: CSV for a spreadsheet. */
    report: (id: string): Promise<string> => sessionOf(id).report(),

    cancel: (id: string): void => sessionOf(id).cancel(),

    async close(id: string): Promise<void> {
      const session = open.get(id)
      open.delete(id)
      await session?.close()
    },

    /** What `apply` would report, without writing anything. */
    preview: (file: UploadedFile, choices: PhraseImportChoices = {}): Promise<PhraseImportOutcome> =>
      single(file, choices, (session, options) => session.run(options, { writes: false, at: now() })),

    /**
     * Imports a file in one go, as scripts do.
     *
     * @param isHandedOver the caller has no more use for the file's bytes, which need not be kept twice then
     * @throws as `add`
     */
    apply: (
      file: UploadedFile,
      choices: PhraseImportChoices = {},
      isHandedOver = false,
    ): Promise<PhraseImportOutcome> => single(file, choices, written, isHandedOver),

    async closeAll(): Promise<void> {
      await Promise.all([...open.keys()].map((id) => this.close(id)))
    },
  }
}
