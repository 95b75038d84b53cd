import { EventEmitter, on } from 'node:events'
import type { DeskEvent } from '../../shared/model/desktop.ts'

type Subscribe = (listener: (event: DeskEvent) => void) => () => void

/** One stream of what several sources tell, until `signal` aborts. */
export async function* eventsOf(
  sources: readonly Subscribe[],
  signal: AbortSignal | undefined,
): AsyncGenerator<DeskEvent, void, void> {
  const emitter = new EventEmitter()
  const stops = sources.map((subscribe) => subscribe((event) => emitter.emit('event', event)))
  try {
    for await (const [event] of on(emitter, 'event', signal ? { signal } : {})) yield event
  } catch (error) {
    if (!signal?.aborted) throw error
  } finally {
    for (const stop of stops) stop()
  }
}
