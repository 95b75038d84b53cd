import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { DeskError, type DeskErrorCode } from '../desk-error.ts'
import type {
  FromPackWorker,
  IncomingTask,
  OutgoingTask,
  PackAnswer,
  PackTask,
  ToPackWorker,
} from './pack-messages.ts'
import { answerOf } from './pack-work.ts'

/** The name that electron.vite.config.ts gives the bundled worker. */
const BUNDLED = 'pack-worker.js'

const OUT_ALREADY = '已经发到频道，只是这台电脑还没有记下。下次检查频道时会自动记下，不用再发布'
const NOT_COUNTED = '没有算出会从全队移除什么：整理话术时意外停止，话术库没有改动。请关掉别的程序再试'

/** What is told of a thread that ended before it answered: it had no leave to write yet, or it may have written. */
const ENDED = {
  incoming: {
    code: 'import-failed',
    unwritten: '导入意外停止，话术库没有改动。话术包可能太大，请关掉别的程序再试',
    unheard: '导入意外停止，没有收到结果，可能已经更新了。请在“团队”里看一下是第几版，没有更新再试一次',
  },
  outgoing: {
    code: 'publish-failed',
    unwritten: '没有发布：整理话术时意外停止，话术库没有改动。请关掉别的程序再试',
    unheard: '发布意外停止，没有收到结果，可能已经记为发布了。请在“团队”里看一下是第几版，没有变再试一次',
  },
  // It stands in the channel, and the next check notes what was not noted.
  noting: { code: 'publish-failed', unwritten: OUT_ALREADY, unheard: OUT_ALREADY },
  counting: { code: 'publish-failed', unwritten: NOT_COUNTED, unheard: NOT_COUNTED },
} as const

interface ThreadParts {
  dataDir: string
  /** Whose step it is in the journal; empty where nothing is recorded. */
  session: string
  /** Whether windows are served meanwhile: a program without them does the work where it is. */
  hasWindows: boolean
  /** As `createQuickRelease` has it. */
  isQuick: () => boolean
  now: () => number
}

/** How long windows wait for another program that is writing, as everywhere else. */
const WINDOWS_WAIT_MS = 3000

/** A thread takes a second of processor time to begin, and holds a hundred megabytes: it waits so long for more. */
const IDLE_MS = 30_000

export type PackThreads = ReturnType<typeof createPackThreads>

/** Work on releases, one after another; the thread that serves windows only waits for another. */
export function createPackThreads({ dataDir, session, hasWindows, isQuick, now }: ThreadParts) {
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

  async function askThread(task: PackTask, beforeWriting: () => Promise<unknown>): Promise<PackAnswer> {
    const ended = ENDED[purposeOf(task)]
    const worker = begin()
    const { promise, resolve, reject } = Promise.withResolvers<PackAnswer>()
    let mayWrite = writesUnasked(task)
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
      reject(new DeskError(ended.code, mayWrite ? ended.unheard : ended.unwritten, cause))
    worker.on('message', hear).on('error', fail).on('exit', fail)
    worker.postMessage({ kind: 'task', task } satisfies ToPackWorker)
    try {
      return await promise
    } finally {
      worker.off('message', hear).off('error', fail).off('exit', fail)
      if (kept === worker) rest(worker)
    }
  }

  return {
    /**
     * Does the task when its turn has come.
     *
     * @param beforeWriting what must stand before a release that comes in is written; not asked for what is refused anyway
     * @returns also what the task refuses
     * @throws DeskError `import-failed`, `publish-failed` when its thread ended before it answered; what `beforeWriting` throws
     */
    ask(
      about: IncomingTask | OutgoingTask,
      beforeWriting: () => Promise<unknown> = async () => undefined,
    ): Promise<PackAnswer> {
      return inTurn(async () => {
        const task = { dataDir, session, at: now(), ...about }
        const { code, unwritten } = ENDED[purposeOf(task)]
        if (isClosed) throw new DeskError(code, unwritten)
        if (!hasWindows) return answerOf(task, beforeWriting)
        if ('release' in task && isQuick()) return answerOf(task, beforeWriting, WINDOWS_WAIT_MS)
        return askThread(task, beforeWriting)
      })
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

/** What went wrong, as the thread told it. */
export function unexpected(answer: PackAnswer): Error {
  if (answer.kind !== 'failed') return new TypeError(`a thread for packs answered ${answer.kind}`)
  const { message, code, isDeskError } = answer
  return isDeskError
    ? new DeskError(code as DeskErrorCode, message)
    : Object.assign(new Error(message), { code })
}

function purposeOf(task: IncomingTask | OutgoingTask): keyof typeof ENDED {
  const { kind } = 'release' in task ? task.release : task.work
  if (kind === 'note' || kind === 'note-prepared') return 'noting'
  if (kind === 'removals') return 'counting'
  return 'release' in task || kind === 'check' ? 'outgoing' : 'incoming'
}

/** Whether it writes as soon as it is ready: what is noted is out in the world already, or is about to be. */
const writesUnasked = (task: IncomingTask | OutgoingTask): boolean =>
  purposeOf(task) === 'noting' || ('release' in task && task.release.kind === 'publish')

/** Where the worker's program is: its source beside this file, or, once bundled, beside the program or one folder up. */
function workerFile(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./pack.worker.ts', import.meta.url)
  const beside = new URL(`./${BUNDLED}`, import.meta.url)
  return existsSync(beside) ? beside : new URL(`../${BUNDLED}`, import.meta.url)
}
