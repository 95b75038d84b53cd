import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import {
  impressionOf,
  PhraseIndex,
  type SearchDocument,
  type SearchRequest,
} from '../../../shared/search/index.ts'
import type {
  FromWorker,
  Pick,
  PreparedPhrase,
  RememberedPick,
  ToWorker,
  WorkerSettings,
} from './messages.ts'

/** From so many on, sorting all anew is quicker than adding one by one. */
const MANY = 500
/** Prepared at a time, between which queries are answered. */
const PREPARED_AT_ONCE = 100

const { keepsPrepared } = workerData as WorkerSettings
let index = new PhraseIndex()
/** Phrases that came without what is worth keeping, while nobody has been told it. */
const unprepared = new Set<string>()
let isPreparing = false

function handle(message: ToWorker): void {
  switch (message.kind) {
    case 'begin':
      index = new PhraseIndex()
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

function reply(message: FromWorker): void {
  parentPort?.postMessage(message)
}

parentPort?.on('message', handle)
