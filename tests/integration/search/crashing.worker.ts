import { parentPort } from 'node:worker_threads'
import type { ToWorker } from '../../../electron/desk/search/messages.ts'
import '../../../electron/desk/search/phrase-search.worker.ts'

// The real worker, which falls when it is told to remove a phrase named `crash`, and, once told to remove one named
// `stall`, stands still when it is to close.
let stalls = false
parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'remove' && message.ids.includes('crash')) throw new Error('the thread fell')
  if (message.kind === 'remove' && message.ids.includes('stall')) stalls = true
  if (message.kind === 'close' && stalls) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})
