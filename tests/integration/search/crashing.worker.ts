import { parentPort } from 'node:worker_threads'
import type { ToWorker } from '../../../electron/desk/search/messages.ts'
import '../../../electron/desk/search/phrase-search.worker.ts'

// The real worker, which falls when it is told to remove a phrase named `crash`.
parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'remove' && message.ids.includes('crash')) throw new Error('the thread fell')
})
