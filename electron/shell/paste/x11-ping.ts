import type { WindowHandle } from './window-port.ts'
import { CLIENT_MESSAGE, SUBSTRUCTURE_NOTIFY, type X11, XA_ATOM } from './x11-library.ts'

/** Between two looks for the answer; programs that are idle answer within a millisecond. */
const LOOK_MS = 2
/** Of a ClientMessage event: where its five numbers begin. */
const DATA = 56

/**
 * Asks a window's program whether it is alive by `_NET_WM_PING` (EWMH): it sends the message on to the root window as
 * soon as it takes messages. Programs that do not say they know the message cannot be asked, and count as alive.
 */
export function createPing(x11: X11) {
  const protocols = x11.atom('WM_PROTOCOLS')
  const ping = x11.atom('_NET_WM_PING')
  let lastPing = 0
  /** Pings whose answer is waited for; what comes in is looked at only by these. */
  const waiting = new Map<number, () => void>()

  function takeAnswers(): void {
    for (let event = x11.takeEvent(CLIENT_MESSAGE); event; event = x11.takeEvent(CLIENT_MESSAGE)) {
      const isPing = Number(event.readBigUInt64LE(DATA)) === ping
      if (isPing) waiting.get(Number(event.readBigUInt64LE(DATA + 8)))?.()
    }
  }

  return async function answers(window: WindowHandle, limitMs: number): Promise<boolean> {
    if (!x11.numberList(window, protocols, XA_ATOM).includes(ping)) return true
    lastPing += 1
    const mine = lastPing
    let hasAnswered = false
    waiting.set(mine, () => {
      hasAnswered = true
    })
    x11.listen(x11.root, SUBSTRUCTURE_NOTIFY)
    try {
      // The second number is a time by the protocol; programs send back what they got.
      if (!x11.tellClient(window, protocols, [ping, mine, window])) return true
      const deadline = performance.now() + limitMs
      while (performance.now() < deadline) {
        takeAnswers()
        if (hasAnswered) return true
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
      }
      takeAnswers()
      return hasAnswered
    } finally {
      waiting.delete(mine)
      if (waiting.size === 0) {
        x11.listen(x11.root, 0)
        // Windows that moved about meanwhile have filled the queue with events that nobody reads.
        x11.dropEvents(SUBSTRUCTURE_NOTIFY)
        takeAnswers()
      }
    }
  }
}
