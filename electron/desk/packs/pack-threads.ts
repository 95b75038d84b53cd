import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { PackOutcome, PackPreview } from '../../../shared/model/team.ts'
import { DeskError, type DeskErrorCode } from '../desk-error.ts'
import type {
  FromPackWorker,
  PackAnswer,
  PackSource,
  PackTask,
  PackWork,
  PublishedRelease,
  ToPackWorker,
} from './pack-messages.ts'
import { answerOf } from './pack-work.ts'
import type { Consent } from './team-desk.ts'

/** The name that electron.vite.config.ts gives the bundled worker. */
const BUNDLED = 'pack-worker.js'
const FAILED = '导入意外停止，话术库没有改动。话术包可能太大，请关掉别的程序再试'
/** A thread may have ended between the commit and its answer. */
const UNHEARD = '导入意外停止，没有收到结果，可能已经更新了。请在“团队”里看一下是第几版，没有更新再试一次'

interface ThreadParts {
  dataDir: string
  /** Whose step it is in the journal; empty where nothing is recorded. */
  session: string
  /** Whether windows are served meanwhile: a program without them does the work where it is. */
  hasWindows: boolean
  now: () => number
}

/** A thread takes a second of processor time to begin, and holds a hundred megabytes: it waits so long for more. */
const IDLE_MS = 30_000

/** Releases looked at, checked, brought in and noted, one after another; the thread that serves windows only waits for another. */
export function createPackThreads({ dataDir, session, hasWindows, now }: ThreadParts) {
  let kept: Worker | null = null
  let ending: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  function begin(): Worker {
    if (isClosed) throw new DeskError('import-failed', FAILED)
    clearTimeout(ending)
    kept ??= new Worker(workerFile(), { name: 'pack' }).once('exit', letGo)
    kept.ref()
    return kept
  }

  function letGo(): void {
    kept = null
  }

  function end(worker: Worker): void {
    // What comes next begins another, though this one has not ended yet.
    worker.off('exit', letGo)
    letGo()
    void worker.terminate()
  }

  function rest(worker: Worker): void {
    worker.unref()
    ending = setTimeout(() => end(worker), IDLE_MS)
    ending.unref()
  }

  function ask(
    source: PackSource,
    work: PackWork,
    beforeWriting: () => Promise<unknown> = async () => undefined,
  ): Promise<PackAnswer> {
    const task = { dataDir, session, at: now(), source, work }
    return hasWindows ? askThread(task, beforeWriting) : answerOf(task, beforeWriting)
  }

  async function askThread(task: PackTask, beforeWriting: () => Promise<unknown>): Promise<PackAnswer> {
    const worker = begin()
    const { promise, resolve, reject } = Promise.withResolvers<PackAnswer>()
    let mayWrite = false
    const hear = (message: FromPackWorker): void => {
      if (message.kind !== 'about-to-write') {
        resolve(message)
        return
      }
      beforeWriting().then(
        () => {
          mayWrite = true
          worker.postMessage({ kind: 'go' } satisfies ToPackWorker)
        },
        (error) => {
          reject(error)
          end(worker)
        },
      )
    }
    const fail = (cause: unknown) =>
      reject(new DeskError('import-failed', mayWrite ? UNHEARD : FAILED, cause))
    worker.on('message', hear).on('error', fail).on('exit', fail)
    worker.postMessage({ kind: 'task', task } satisfies ToPackWorker)
    try {
      return await promise
    } finally {
      worker.off('message', hear).off('error', fail).off('exit', fail)
      if (kept === worker) rest(worker)
    }
  }

  /** False when it is not whole. */
  async function done(source: PackSource, work: PackWork): Promise<boolean> {
    const answer = await inTurn(() => ask(source, work))
    if (answer.kind === 'done') return true
    if (answer.kind === 'lacking') return false
    throw errorOf(answer)
  }

  return {
    /** Reads all of a release as if nothing of it were here; null when it is not whole. @throws as `look` */
    check: async (source: PackSource): Promise<true | null> =>
      (await done(source, { kind: 'check' })) || null,

    /**
     * From now on the contents of `source` count as published from here as `release`; null when they are not whole.
     *
     * @throws as `look`, and the storage's errors
     */
    note: async (source: PackSource, release: PublishedRelease): Promise<true | null> =>
      (await done(source, { kind: 'note', release })) || null,

    /**
     * What bringing it in would do; null when it is not whole.
     *
     * @throws DeskError `pack-refused`, `pack-untrusted`, `import-failed`
     */
    async look(source: PackSource): Promise<PackPreview | null> {
      const answer = await inTurn(() => ask(source, { kind: 'look' }))
      if (answer.kind === 'preview') return answer.preview
      if (answer.kind === 'lacking') return null
      throw errorOf(answer)
    },

    /**
     * Brings it in, in one transaction and one step to undo; null when it is not whole.
     *
     * @param beforeWriting what must stand before anything is written; not asked for what is refused anyway
     * @throws DeskError as `look`, and `undecided`, `release-changed`; what `beforeWriting` throws
     */
    async bringIn(
      source: PackSource,
      consent: Consent,
      beforeWriting: () => Promise<unknown>,
    ): Promise<PackOutcome | null> {
      const answer = await inTurn(() => ask(source, { kind: 'bring-in', consent }, beforeWriting))
      if (answer.kind === 'outcome') return answer.outcome
      if (answer.kind === 'lacking') return null
      throw errorOf(answer)
    },

    /** Ends what is under way: it is whole in the library or not there at all, and its caller is told what is known. */
    async closeAll(): Promise<void> {
      isClosed = true
      clearTimeout(ending)
      await kept?.terminate()
      await last
    },
  }
}

function errorOf(answer: PackAnswer): Error {
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
