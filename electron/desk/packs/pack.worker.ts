import { once } from 'node:events'
import { type MessagePort, parentPort } from 'node:worker_threads'
import type { FromPackWorker, ToPackWorker } from './pack-messages.ts'
import { answerOf } from './pack-work.ts'

// Releases beside the thread that serves the windows: a first one of 100,000 phrases takes many seconds.

function serve(port: MessagePort): void {
  const say = (message: FromPackWorker): void => port.postMessage(message)
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

if (parentPort) serve(parentPort)
