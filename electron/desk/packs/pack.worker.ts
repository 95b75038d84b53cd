import { once } from 'node:events'
import { type MessagePort, parentPort } from 'node:worker_threads'
import type { FromPackWorker, ToPackWorker } from './pack-messages.ts'
import { answerOf } from './pack-work.ts'

// Releases beside the thread that serves the windows: one of 100,000 phrases takes many seconds, coming in or going out.

function serve(port: MessagePort): void {
  const say = (message: FromPackWorker): void => port.postMessage(message, heavyPartsOf(message))
  port.on('message', async (message: ToPackWorker) => {
    if (message.kind !== 'task') return
    const answer = await answerOf(message.task, async () => {
      const leave = once(port, 'message')
      say({ kind: 'about-to-write' })
      await leave
    })
    say(answer)
  })
}

/** What is handed over instead of copied: megabytes, which this thread is done with. */
function heavyPartsOf(message: FromPackWorker): ArrayBuffer[] {
  const parts =
    message.kind === 'prepared'
      ? [message.prepared.content, message.prepared.publication]
      : message.kind === 'published'
        ? [message.published.bytes]
        : []
  // Small ones may lie in memory that others share.
  return parts.flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? buffer : [],
  )
}

if (parentPort) serve(parentPort)
