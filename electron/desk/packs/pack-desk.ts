import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { PackOutcome, PackPreview } from '../../../shared/model/team.ts'
import { DeskError, type DeskErrorCode } from '../desk-error.ts'
import { createGivenPacks } from './given-packs.ts'
import type { FromPackWorker, PackTask } from './pack-messages.ts'
import type { Consent } from './team-desk.ts'

/** The name that electron.vite.config.ts gives the bundled worker. */
const BUNDLED = 'pack-worker.js'
const FAILED = '导入意外停止，话术库没有改动。话术包可能太大，请关掉别的程序再试'

interface PackDeskParts {
  dataDir: string
  /** Whose step it is in the journal; empty where nothing is recorded. */
  session: string
  now: () => number
  newId: () => string
  /** The library was written to. */
  onWritten: () => void
}

/** Packs that windows open: given, looked at and brought in, each of the latter on a thread of its own. */
export function createPackDesk({ dataDir, session, now, newId, onWritten }: PackDeskParts) {
  const given = createGivenPacks(newId)
  const working = new Set<Worker>()

  function ask(id: string, consent: Consent | null): Promise<FromPackWorker> {
    const bytes = given.bytesOf(id)
    const { promise, resolve, reject } = Promise.withResolvers<FromPackWorker>()
    const worker = new Worker(workerFile(), {
      name: 'pack',
      workerData: { dataDir, session, at: now(), bytes, consent } satisfies PackTask,
    })
    working.add(worker)
    worker.once('message', resolve)
    worker.once('error', (cause) => reject(new DeskError('import-failed', FAILED, cause)))
    // After its message this changes nothing.
    worker.once('exit', () => {
      working.delete(worker)
      reject(new DeskError('import-failed', FAILED))
    })
    return promise
  }

  return {
    open: given.open,
    give: given.give,
    openFile: given.openFile,
    close: given.close,

    /** What `add` would do. @throws DeskError `not-found`, `pack-refused`, `pack-untrusted`, `import-failed` */
    async preview(id: string): Promise<PackPreview> {
      const answer = await ask(id, null)
      if (answer.kind !== 'preview') throw errorOf(answer)
      return answer.preview
    },

    /** Brings a pack in, in one transaction and one step to undo. @throws DeskError as `preview`, and `undecided` */
    async add(id: string, consent: Consent): Promise<PackOutcome> {
      const answer = await ask(id, consent)
      if (answer.kind !== 'outcome') throw errorOf(answer)
      onWritten()
      return answer.outcome
    },

    /** Ends what is under way; the library is as it was before. */
    async closeAll(): Promise<void> {
      await Promise.all([...working].map((worker) => worker.terminate()))
    },
  }
}

function errorOf(answer: FromPackWorker): Error {
  if (answer.kind !== 'failed') return new DeskError('import-failed', FAILED)
  const { message, code, isDeskError } = answer
  return isDeskError
    ? new DeskError(code as DeskErrorCode, message)
    : Object.assign(new Error(message), { code })
}

/** Where the worker's program is: its source beside this file, or, once bundled, beside the program or one folder up. */
function workerFile(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./pack.worker.ts', import.meta.url)
  const beside = new URL(`./${BUNDLED}`, import.meta.url)
  return existsSync(beside) ? beside : new URL(`../${BUNDLED}`, import.meta.url)
}
