import { parentPort } from 'node:worker_threads'
import { PhraseIndex } from '../../../shared/search/index.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/** From so many on, sorting all anew is quicker than adding one by one. */
const MANY = 500

let index = new PhraseIndex()

function handle(message: ToWorker): void {
  switch (message.kind) {
    case 'begin':
      index = new PhraseIndex()
      return
    case 'documents':
      for (const document of message.documents) index.gather(document)
      return
    case 'upsert':
      if (message.documents.length >= MANY) index.upsertAll(message.documents)
      else for (const document of message.documents) index.upsert(document)
      return
    case 'end':
      index.settle()
      reply({ kind: 'loaded' })
      return
    case 'remove':
      for (const id of message.ids) index.remove(id)
      return
    case 'use':
      index.recordUse(message.id, message.at)
      return
    case 'learn':
      for (const { text, phraseId } of message.picks) index.learn(text, phraseId)
      return
    case 'search':
      reply(answer(message.ask, message.request))
  }
}

function answer(ask: number, request: Parameters<PhraseIndex['search']>[0]): FromWorker {
  try {
    return { kind: 'answer', ask, answer: index.search(request) }
  } catch (error) {
    return { kind: 'refused', ask, reason: error instanceof Error ? error.message : String(error) }
  }
}

function reply(message: FromWorker): void {
  parentPort?.postMessage(message)
}

parentPort?.on('message', handle)
