import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type {
  ImportProgress,
  PhraseImportOptions,
  PhraseImportOutcome,
} from '../../../../shared/model/phrase-transfer.ts'
import { DeskError, type DeskErrorCode } from '../../desk-error.ts'
import type { FilePiece, FromWorker, ToWorker, WorkerSettings } from './messages.ts'

/** One import under way: its files, and the thread that reads and writes them. */
export interface ImportSession {
  /**
   * @param isHandedOver the caller has no more use for the bytes: they are moved to the thread where they can be
   * @throws DeskError `too-many` for more than any import holds
   */
  give(piece: FilePiece, isHandedOver?: boolean): void
  /**
   * What importing does, or would do where it is not to write.
   *
   * @returns null when it was cancelled; the library is as it was
   * @throws what the thread throws: DeskErrors as such, others as errors with the same code
   */
  run(
    options: PhraseImportOptions,
    how: { writes: boolean; at: number; onProgress?: (progress: ImportProgress) => void },
  ): Promise<PhraseImportOutcome | null>
  /** All that the last run found, as CSV. */
  report(): Promise<string>
  /** Stops what is under way. */
  cancel(): void
  close(): Promise<void>
}

/** The name that electron.vite.config.ts gives the bundled worker. */
const BUNDLED = 'phrase-import-worker.js'
/** A file made to fill the memory ends its thread, not the program. */
const MAX_HEAP_MB = 1024
/** Rows come and go: what is collected often stays small. */
const YOUNG_HEAP_MB = 8
/** A file of phrases and the pictures beside it. */
export const MAX_GIVEN_BYTES = 192 * 1024 * 1024
const TOO_MUCH = '选中的文件加起来超过 192 MB，没有读取。请只选话术文件和它的图片'

interface Asked {
  resolve: (answer: FromWorker) => void
  reject: (reason: unknown) => void
}

export function openImportSession(about: Omit<WorkerSettings, 'stop'>): ImportSession {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const asked = new Map<number, Asked>()
  let nextAsk = 1
  let given = 0
  let onProgress: ((progress: ImportProgress) => void) | undefined
  let ended: Error | null = null

  const worker = new Worker(workerFile(), {
    name: 'phrase-import',
    workerData: { ...about, stop } satisfies WorkerSettings,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
  })
  worker.unref()
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'progress') return onProgress?.(message.progress)
    asked.get(message.ask)?.resolve(message)
    settle(message.ask)
  })
  const end = (error: Error) => {
    ended ??= error
    for (const [ask, { reject }] of asked) {
      reject(ended)
      settle(ask)
    }
  }
  worker.on('error', (cause) => end(new DeskError('import-failed', FAILED, cause)))
  worker.on('exit', () => end(new DeskError('import-failed', FAILED)))

  /** An idle session never keeps a program alive that has nothing else to do. */
  function settle(ask: number): void {
    asked.delete(ask)
    if (asked.size === 0) worker.unref()
  }

  function ask(question: (ask: number) => ToWorker): Promise<FromWorker> {
    if (ended) return Promise.reject(ended)
    const { promise, resolve, reject } = Promise.withResolvers<FromWorker>()
    const number = nextAsk++
    asked.set(number, { resolve, reject })
    worker.ref()
    worker.postMessage(question(number))
    return promise
  }

  return {
    give({ path, bytes, isLast }, isHandedOver = false) {
      given += bytes.length
      if (given > MAX_GIVEN_BYTES) throw new DeskError('too-many', TOO_MUCH)
      const own = isHandedOver && isAlone(bytes) ? bytes : new Uint8Array(bytes)
      worker.postMessage({ kind: 'piece', path, bytes: own, isLast } satisfies ToWorker, [own.buffer])
    },

    async run(options, { writes, at, onProgress: listener }) {
      onProgress = listener
      const answer = await ask((number) => ({ kind: 'run', ask: number, options, writes, at })).finally(() =>
        Atomics.store(stop, 0, 0),
      )
      if (answer.kind === 'outcome') return answer.outcome
      if (answer.kind === 'failed') throw errorOf(answer)
      return null
    },

    async report() {
      const answer = await ask((number) => ({ kind: 'report', ask: number }))
      return answer.kind === 'report' ? answer.csv : ''
    },

    cancel: () => void Atomics.store(stop, 0, 1),

    async close() {
      Atomics.store(stop, 0, 1)
      await worker.terminate()
    },
  }
}

/** A buffer that others share cannot be moved. */
function isAlone(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
}

const FAILED = '导入意外停止，话术库没有改动。文件可能太大，请分成几份再试'

function errorOf({ message, code, isDeskError }: Extract<FromWorker, { kind: 'failed' }>): Error {
  if (isDeskError) return new DeskError(code as DeskErrorCode, message)
  return Object.assign(new Error(message), { code })
}

/** Where the worker's program is: its source beside this file, or, once bundled, beside the program or one folder up. */
function workerFile(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./phrase-import.worker.ts', import.meta.url)
  const beside = new URL(`./${BUNDLED}`, import.meta.url)
  return existsSync(beside) ? beside : new URL(`../${BUNDLED}`, import.meta.url)
}
