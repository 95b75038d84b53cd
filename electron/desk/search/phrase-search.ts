import { setImmediate, setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { RankedHits, SearchDocument, SearchRequest } from '../../../shared/search/index.ts'
import { DeskError } from '../desk-error.ts'
import { discardPartial } from './kept-index.ts'
import type {
  FromWorker,
  Keeping,
  Pick,
  PreparedPhrase,
  RememberedPick,
  SinceKept,
  ToWorker,
  WorkerSettings,
} from './messages.ts'
import { workerFile } from './worker-file.ts'

/** Documents sent at a time; copying so many takes a few milliseconds, between which the desk does other work. */
const CHUNK = 500

/** What is not kept by then is not kept: whoever closes a program wants it closed. */
const CLOSES_WITHIN_MS = 2_000

/** As many as the index makes use of. */
const PICKS_KEPT = 5000

/** Reads the documents as they are by now; read again when the worker is lost. */
export type DocumentSource = () => readonly SearchDocument[]

/**
 * The search over all phrases, in a thread of its own. What is told while it takes documents in is told to the index
 * after the last of them, so that no older document undoes it.
 */
export interface PhraseSearch {
  /**
   * Replaces everything that was searched, except what picks have taught. Queries asked meanwhile wait for it; a load
   * that begins before another has ended settles with it, by what is read last.
   */
  load(source: DocumentSource): Promise<void>
  upsert(documents: readonly SearchDocument[]): void
  remove(ids: readonly string[]): void
  /** Counts one use at `at` (ms since 1970). */
  recordUse(id: string, at: number): void
  /** Teaches what was picked for which message; `onLearned` is told what is left of it. */
  learn(picks: readonly Pick[]): void
  /** Teaches what `onLearned` was once told. */
  recall(picks: readonly RememberedPick[]): void
  /**
   * @throws SearchUnavailable when the worker is gone for good, or the search was closed
   * @throws DeskError `search-failed` when this query cannot be answered
   */
  search(request: SearchRequest): Promise<RankedHits>
  close(): Promise<void>
}

export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable'
}

const REFUSED = '这次没有搜成，话术没有受影响。请换个说法再搜'

/** What the search keeps a finished index by. Losing the file is harmless; a stale or damaged one is noticed. */
export interface KeptIndex extends Keeping {
  /** What has changed since the index was kept; null when it is quicker to read all documents. */
  sinceKept(): SinceKept | null
  /** Begins a lineage: asked before all documents are read. Null when the index cannot be kept. */
  renew(): string | null
}

export interface PhraseSearchOptions {
  /** The worker's program, where it is not the usual one. */
  worker?: URL | undefined
  /**
   * Told what is worth keeping beside phrases that came without it: store it, and give it back as `prepared` when the
   * same text is loaded again. Comes in batches, some time after the phrase.
   */
  onPrepared?: ((phrases: readonly PreparedPhrase[]) => void) | undefined
  /** Where a finished index is kept from one start to the next, so that a start need not read all documents. */
  kept?: KeptIndex | undefined
  /** Told what may be kept of picks beyond this program: hand it to `recall` at the next start. */
  onLearned?: ((picks: readonly RememberedPick[]) => void) | undefined
}

interface Asked {
  request: SearchRequest
  resolve: (answer: RankedHits) => void
  reject: (reason: unknown) => void
}

export function openPhraseSearch(options: PhraseSearchOptions = {}): PhraseSearch {
  return new WorkerSearch(options)
}

class WorkerSearch implements PhraseSearch {
  readonly #file: URL
  readonly #onPrepared: PhraseSearchOptions['onPrepared']
  readonly #onLearned: PhraseSearchOptions['onLearned']
  readonly #kept: KeptIndex | null
  /** Tried once, and by no thread that comes after one that fell over it. */
  #mayResume: boolean
  #worker: Worker
  #source: DocumentSource = () => []
  #loading: Promise<void> = Promise.resolve()
  /** The reading that is under way, resolving with whether it was of use; settled early when its worker is lost. */
  #reading: PromiseWithResolvers<boolean> | null = null
  /** Changes told since the reading that is under way; null while there is none. */
  #waiting: ToWorker[] | null = null
  #isOvertaken = false
  #picks: readonly RememberedPick[] = []
  /** Those whose text the worker has not read yet. In memory only: it may be a buyer's own words. */
  #unread: readonly Pick[] = []
  readonly #asked = new Map<number, Asked>()
  #nextAsk = 1
  #restarted = false
  #gone: SearchUnavailable | null = null
  /** Settled when the worker has nothing left to write down, or is gone; null until this closes. */
  #closing: PromiseWithResolvers<boolean> | null = null

  constructor({ worker, onPrepared, onLearned, kept }: PhraseSearchOptions) {
    this.#kept = kept ?? null
    this.#mayResume = kept !== undefined
    this.#file = worker ?? workerFile()
    this.#onPrepared = onPrepared
    this.#onLearned = onLearned
    this.#worker = this.#start()
    this.#letGo()
  }

  load(source: DocumentSource): Promise<void> {
    this.#source = source
    this.#restarted = false
    return this.#fill()
  }

  upsert(documents: readonly SearchDocument[]): void {
    this.#tell({ kind: 'upsert', documents })
  }

  remove(ids: readonly string[]): void {
    this.#tell({ kind: 'remove', ids })
  }

  recordUse(id: string, at: number): void {
    this.#tell({ kind: 'use', id, at })
  }

  learn(picks: readonly Pick[]): void {
    this.#unread = [...this.#unread, ...picks]
    // All of them are taught once the reading is over.
    if (!this.#waiting) this.#post({ kind: 'learn', picks })
  }

  recall(picks: readonly RememberedPick[]): void {
    this.#remember(picks)
    if (!this.#waiting) this.#post({ kind: 'recall', picks })
  }

  #remember(picks: readonly RememberedPick[]): void {
    this.#picks = [...this.#picks, ...picks].slice(-PICKS_KEPT)
  }

  async search(request: SearchRequest): Promise<RankedHits> {
    await this.#filled()
    const { promise, resolve, reject } = Promise.withResolvers<RankedHits>()
    const ask = this.#nextAsk++
    this.#asked.set(ask, { request, resolve, reject })
    this.#worker.ref()
    this.#post({ kind: 'search', ask, request })
    return promise
  }

  async close(): Promise<void> {
    const isKept = await this.#keptNow()
    this.#giveUp(new SearchUnavailable('搜索已经关闭'))
    await this.#worker.terminate()
    if (!isKept && this.#kept) discardPartial(this.#kept.file)
  }

  /**
   * Has a whole index written that is not kept yet: a program that asks one thing spares the next one the reading.
   *
   * @returns false when that was cut short
   */
  async #keptNow(): Promise<boolean> {
    if (!this.#kept || this.#waiting || this.#gone) return true
    const closing = Promise.withResolvers<boolean>()
    this.#closing = closing
    this.#worker.ref()
    this.#post({ kind: 'close' })
    const waiting = new AbortController()
    const tooLong = setTimeout(CLOSES_WITHIN_MS, false, waiting)
    const isKept = await Promise.race([closing.promise, tooLong])
    waiting.abort()
    return isKept
  }

  /** Takes in what the source tells, or, while a reading is under way, has that one done once more. */
  #fill(): Promise<void> {
    if (this.#waiting) {
      this.#isOvertaken = true
    } else {
      this.#loading = this.#takeIn()
      this.#loading.catch(() => {}) // told to whoever searches
    }
    return this.#loading
  }

  async #takeIn(): Promise<void> {
    try {
      do {
        if (this.#gone) throw this.#gone
        this.#isOvertaken = false
        this.#waiting = []
        if (!(await this.#resumed())) await this.#send()
      } while (this.#isOvertaken)
      this.#post({ kind: 'recall', picks: this.#picks })
      if (this.#unread.length > 0) this.#post({ kind: 'learn', picks: this.#unread })
      for (const message of this.#waiting) this.#post(message)
    } finally {
      this.#waiting = null
      this.#reading = null
      this.#letGo()
    }
  }

  /** Whether the worker could take up the index that was kept. */
  async #resumed(): Promise<boolean> {
    const since = this.#mayResume ? this.#kept?.sinceKept() : null
    this.#mayResume = false
    if (!since) return false
    const reading = this.#beginReading()
    this.#post({ kind: 'resume', ...since })
    return reading
  }

  /** Sends the documents in chunks and waits until the worker has taken them all. */
  async #send(): Promise<boolean> {
    const token = this.#kept?.renew() ?? null
    const documents = this.#source()
    const reading = this.#beginReading()
    const worker = this.#worker
    this.#post({ kind: 'begin', token })
    for (let from = 0; from < documents.length; from += CHUNK) {
      this.#post({ kind: 'documents', documents: documents.slice(from, from + CHUNK) })
      await setImmediate()
      if (worker !== this.#worker) return reading
    }
    this.#post({ kind: 'end' })
    return reading
  }

  #beginReading(): Promise<boolean> {
    const reading = Promise.withResolvers<boolean>()
    this.#reading = reading
    // A rejection is told by what is returned; while chunks are still being sent nobody awaits that.
    reading.promise.catch(() => {})
    this.#worker.ref()
    return reading.promise
  }

  /** Resolves when no reading is under way. */
  async #filled(): Promise<void> {
    await this.#loading
    // Another may have begun before this went on.
    if (this.#waiting) return this.#filled()
    if (this.#gone) throw this.#gone
  }

  #start(): Worker {
    const settings: WorkerSettings = {
      keepsPrepared: this.#onPrepared !== undefined,
      keeping: this.#keeping(),
    }
    const worker = new Worker(this.#file, { name: 'phrase-search', workerData: settings })
    worker.on('message', (message: FromWorker) => {
      if (worker === this.#worker) this.#receive(message)
    })
    worker.on('error', (error) => this.#lost(worker, error))
    worker.on('exit', (code) => this.#lost(worker, new Error(`the search thread ended with ${code}`)))
    return worker
  }

  /** Without its functions, which no thread can be sent. */
  #keeping(): Keeping | null {
    if (!this.#kept) return null
    const { file, afterMs, leastPhrases } = this.#kept
    return { file, afterMs, leastPhrases }
  }

  #receive(message: FromWorker): void {
    if (message.kind === 'loaded' || message.kind === 'unusable') {
      this.#reading?.resolve(message.kind === 'loaded')
      return
    }
    if (message.kind === 'closed') {
      this.#closing?.resolve(true)
      return
    }
    if (message.kind === 'prepared') {
      this.#onPrepared?.(message.phrases)
      return
    }
    if (message.kind === 'learned') {
      this.#unread = this.#unread.slice(message.picks.length)
      this.#remember(message.picks)
      this.#onLearned?.(message.picks)
      return
    }
    const asked = this.#asked.get(message.ask)
    this.#asked.delete(message.ask)
    if (message.kind === 'answer') asked?.resolve(message.answer)
    else asked?.reject(new DeskError('search-failed', REFUSED, new Error(message.reason)))
    this.#letGo()
  }

  /**
   * An idle search never keeps a program alive that has nothing else to do. One that is closing does: whoever closes it
   * waits for the end of its thread.
   */
  #letGo(): void {
    if (this.#asked.size === 0 && !this.#waiting && !this.#gone) this.#worker.unref()
  }

  /** Restarts once after a load; a thread that falls twice would fall again. */
  #lost(worker: Worker, error: Error): void {
    if (this.#gone || worker !== this.#worker) return
    this.#closing?.resolve(false)
    if (this.#restarted) {
      this.#giveUp(new SearchUnavailable(`搜索意外停止，请重启程序（${error.message}）`, { cause: error }))
      return
    }
    this.#restarted = true
    this.#worker = this.#start()
    void this.#fill()
    this.#reading?.resolve(true)
    for (const ask of this.#asked.keys()) void this.#askAgain(ask)
  }

  async #askAgain(ask: number): Promise<void> {
    try {
      await this.#filled()
      const asked = this.#asked.get(ask)
      if (asked) this.#post({ kind: 'search', ask, request: asked.request })
    } catch (cause) {
      this.#asked.get(ask)?.reject(cause)
      this.#asked.delete(ask)
      this.#letGo()
    }
  }

  #giveUp(reason: SearchUnavailable): void {
    this.#gone ??= reason
    this.#reading?.reject(this.#gone)
    for (const { reject } of this.#asked.values()) reject(this.#gone)
    this.#asked.clear()
  }

  #tell(change: ToWorker): void {
    if (this.#waiting) this.#waiting.push(change)
    else this.#post(change)
  }

  #post(message: ToWorker): void {
    if (!this.#gone) this.#worker.postMessage(message)
  }
}
