import { setImmediate, setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import {
  impressionOf,
  PhraseIndex,
  type SearchDocument,
  type SearchRequest,
} from '../../../shared/search/index.ts'
import { readKeptIndex, writeKeptIndex } from './kept-index.ts'
import type {
  FromWorker,
  Pick,
  PreparedPhrase,
  RememberedPick,
  SinceKept,
  ToWorker,
  WorkerSettings,
} from './messages.ts'

/** From so many on, sorting all anew is quicker than adding one by one. */
const MANY = 500
/** Prepared at a time, between which queries are answered. */
const PREPARED_AT_ONCE = 100

const { keepsPrepared, keeping } = workerData as WorkerSettings
let index = new PhraseIndex()
/** Phrases that came without what is worth keeping, while nobody has been told it. */
const unprepared = new Set<string>()
let isPreparing = false
/** Under which the index is to be kept; null when it is kept already, or never. */
let token: string | null = null
/** Ends the wait for a quiet moment. */
const closing = new AbortController()
let isKept: Promise<void> = Promise.resolve()

function handle(message: ToWorker): void {
  switch (message.kind) {
    case 'begin':
      index = new PhraseIndex()
      token = message.token
      unprepared.clear()
      return
    case 'documents':
      for (const document of message.documents) index.gather(document)
      note(message.documents)
      return
    case 'upsert':
      if (message.documents.length >= MANY) index.upsertAll(message.documents)
      else for (const document of message.documents) index.upsert(document)
      note(message.documents)
      void prepare()
      return
    case 'end':
      index.settle()
      reply({ kind: 'loaded' })
      void prepare()
      isKept = keep()
      return
    case 'resume':
      reply({ kind: resume(message) ? 'loaded' : 'unusable' })
      void prepare()
      return
    case 'remove':
      for (const id of message.ids) index.remove(id)
      return
    case 'use':
      index.recordUse(message.id, message.at)
      return
    case 'learn':
      reply({ kind: 'learned', picks: message.picks.map(learn) })
      return
    case 'recall':
      for (const { impression, phraseId } of message.picks) index.recall(impression, phraseId)
      return
    case 'search':
      reply(answer(message.ask, message.request))
      return
    case 'close':
      closing.abort()
      void isKept.then(() => reply({ kind: 'closed' }))
  }
}

function answer(ask: number, request: SearchRequest): FromWorker {
  try {
    return { kind: 'answer', ask, answer: index.search(request) }
  } catch (error) {
    return { kind: 'refused', ask, reason: error instanceof Error ? error.message : String(error) }
  }
}

function learn({ text, phraseId, at }: Pick): RememberedPick {
  const impression = impressionOf(text)
  index.recall(impression, phraseId)
  return { impression, phraseId, at }
}

function note(documents: readonly SearchDocument[]): void {
  if (!keepsPrepared) return
  for (const { id, prepared } of documents) if (!prepared) unprepared.add(id)
}

/** Makes what is worth keeping of new phrases, a few at a time, so that no query waits for it. */
async function prepare(): Promise<void> {
  if (isPreparing) return
  isPreparing = true
  while (unprepared.size > 0) {
    const phrases: PreparedPhrase[] = []
    for (const id of unprepared) {
      if (phrases.length === PREPARED_AT_ONCE) break
      unprepared.delete(id)
      const prepared = index.prepared(id)
      if (prepared) phrases.push({ id, prepared })
    }
    reply({ kind: 'prepared', phrases })
    await setImmediate()
  }
  isPreparing = false
}

function resume({ token, documents, removed }: SinceKept): boolean {
  try {
    const bytes = keeping && readKeptIndex(keeping.file, token)
    const kept = bytes && PhraseIndex.thawed(bytes)
    if (!kept) return false
    for (const id of removed) kept.remove(id)
    for (const document of documents) kept.upsert(document)
    index = kept
    note(documents)
    return true
  } catch {
    // Nothing that is whole leads here; whatever it is, the documents make a good index.
    return false
  }
}

/** Writes the index down once it is quiet, or at the close. A disk that refuses costs the next start its shortcut and nothing else. */
async function keep(): Promise<void> {
  const lineage = token
  if (!keeping || lineage === null || index.size < keeping.leastPhrases) return
  await setTimeout(keeping.afterMs, undefined, { signal: closing.signal }).catch(() => {})
  const isCurrent = () => token === lineage
  try {
    const parts = isCurrent() ? index.frozen() : null
    if (parts) await writeKeptIndex(keeping.file, lineage, parts, isCurrent)
  } catch {}
}

function reply(message: FromWorker): void {
  parentPort?.postMessage(message)
}

parentPort?.on('message', handle)
