import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { RankedHits, SearchDocument, SearchRequest } from '../../../shared/search/index.ts'
import type { FromWorker, Pick, PreparedPhrase, ToWorker, WorkerSettings } from './messages.ts'
import { workerFile } from './worker-file.ts'

/** Documents sent at a time; copying so many takes a few milliseconds, between which the desk does other work. */
const CHUNK = 500

/** The documents themselves, or how to read them; only the latter can be read again when the worker is lost. */
export type DocumentSource = Iterable<SearchDocument> | (() => Iterable<SearchDocument>)

/** The search over all phrases, in a thread of its own. */
export interface PhraseSearch {
  /** Replaces everything that was searched. Queries asked meanwhile wait for it. */
  load(source: DocumentSource): Promise<void>
  upsert(documents: readonly SearchDocument[]): void
  remove(ids: readonly string[]): void
  /** Counts one use at `at` (ms since 1970). */
  recordUse(id: string, at: number): void
  /** Teaches what was picked for which message. */
  learn(picks: readonly Pick[]): void
  /** @throws SearchUnavailable when the worker is gone for good, or the search was closed. */
  search(request: SearchRequest): Promise<RankedHits>
  close(): Promise<void>
}

export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable'
}

export interface PhraseSearchOptions {
  /** The worker's program, where it is not the usual one. */
  worker?: URL | undefined
  /**
   * Told what is worth keeping beside phrases that came without it: store it, and give it back as `prepared` when the
   * same text is loaded again. Comes in batches, some time after the phrase.
   */
  onPrepared?: ((phrases: readonly PreparedPhrase[]) => void) | undefined
}

interface Asked {
  request: SearchRequest
  resolve: (answer: RankedHits) => void
  reject: (reason: Error) => void
}

export function openPhraseSearch(options: PhraseSearchOptions = {}): PhraseSearch {
  return new WorkerSearch(options.worker ?? workerFile(), options.onPrepared)
}

class WorkerSearch implements PhraseSearch {
  readonly #file: URL
  readonly #onPrepared: PhraseSearchOptions['onPrepared']
  #worker: Worker
  #source: DocumentSource = []
  #loading: Promise<void> = Promise.resolve()
  #loaded: (() => void) | null = null
  #loadFailed: ((reason: Error) => void) | null = null
  readonly #asked = new Map<number, Asked>()
  #nextAsk = 1
  #restarted = false
  #gone: SearchUnavailable | null = null

  constructor(file: URL, onPrepared: PhraseSearchOptions['onPrepared']) {
    this.#file = file
    this.#onPrepared = onPrepared
    this.#worker = this.#start()
    this.#letGo()
  }

  load(source: DocumentSource): Promise<void> {
    this.#source = source
    this.#restarted = false
    this.#loading = this.#send(source)
    return this.#loading
  }

  upsert(documents: readonly SearchDocument[]): void {
    this.#post({ kind: 'upsert', documents })
  }

  remove(ids: readonly string[]): void {
    this.#post({ kind: 'remove', ids })
  }

  recordUse(id: string, at: number): void {
    this.#post({ kind: 'use', id, at })
  }

  learn(picks: readonly Pick[]): void {
    this.#post({ kind: 'learn', picks })
  }

  async search(request: SearchRequest): Promise<RankedHits> {
    await this.#loading
    if (this.#gone) throw this.#gone
    const { promise, resolve, reject } = Promise.withResolvers<RankedHits>()
    const ask = this.#nextAsk++
    this.#asked.set(ask, { request, resolve, reject })
    this.#worker.ref()
    this.#post({ kind: 'search', ask, request })
    return promise
  }

  async close(): Promise<void> {
    this.#giveUp(new SearchUnavailable('搜索已经关闭'))
    await this.#worker.terminate()
  }

  /** Sends the documents in chunks and waits until the worker has taken them all. */
  async #send(source: DocumentSource): Promise<void> {
    if (this.#gone) throw this.#gone
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#loaded = resolve
    this.#loadFailed = reject
    // The rejection reaches whoever awaits the load; while the chunks are still being sent nobody does yet.
    promise.catch(() => {})
    const worker = this.#worker
    worker.ref()
    this.#post({ kind: 'begin' })
    let chunk: SearchDocument[] = []
    for (const document of typeof source === 'function' ? source() : source) {
      chunk.push(document)
      if (chunk.length < CHUNK) continue
      this.#post({ kind: 'documents', documents: chunk })
      chunk = []
      await setImmediate()
      if (worker !== this.#worker || source !== this.#source) return promise
    }
    this.#post({ kind: 'documents', documents: chunk })
    this.#post({ kind: 'end' })
    return promise
  }

  #start(): Worker {
    const settings: WorkerSettings = { keepsPrepared: this.#onPrepared !== undefined }
    const worker = new Worker(this.#file, { name: 'phrase-search', workerData: settings })
    worker.on('message', (message: FromWorker) => this.#receive(message))
    worker.on('error', (error) => this.#lost(worker, error))
    worker.on('exit', (code) => this.#lost(worker, new Error(`the search thread ended with ${code}`)))
    return worker
  }

  #receive(message: FromWorker): void {
    if (message.kind === 'loaded') {
      this.#loaded?.()
      this.#loaded = null
      this.#letGo()
      return
    }
    if (message.kind === 'prepared') {
      this.#onPrepared?.(message.phrases)
      return
    }
    const asked = this.#asked.get(message.ask)
    this.#asked.delete(message.ask)
    if (message.kind === 'answer') asked?.resolve(message.answer)
    else asked?.reject(new Error(message.reason))
    this.#letGo()
  }

  /** An idle search never keeps a program alive that has nothing else to do. */
  #letGo(): void {
    if (this.#asked.size === 0 && !this.#loaded) this.#worker.unref()
  }

  /** Restarts once after a load; a thread that falls twice would fall again. */
  #lost(worker: Worker, error: Error): void {
    if (this.#gone || worker !== this.#worker) return
    if (this.#restarted) {
      this.#giveUp(new SearchUnavailable(`搜索意外停止，请重启程序(${error.message})`, { cause: error }))
      return
    }
    this.#restarted = true
    this.#worker = this.#start()
    const interrupted = this.#loaded
    this.#loading = this.#send(this.#source).then(() => interrupted?.())
    this.#loading.catch(() => {})
    for (const [ask, { request }] of this.#asked) this.#post({ kind: 'search', ask, request })
  }

  #giveUp(reason: SearchUnavailable): void {
    this.#gone ??= reason
    this.#loadFailed?.(this.#gone)
    for (const { reject } of this.#asked.values()) reject(this.#gone)
    this.#asked.clear()
  }

  #post(message: ToWorker): void {
    if (!this.#gone) this.#worker.postMessage(message)
  }
}
