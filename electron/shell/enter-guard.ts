import type { GlobalShortcut } from 'electron'
import type { Clock } from './paste/window-port.ts'

/**
 * A finger that hits Enter twice does so within 100–300 ms. The first press picks the phrase; without the guard the
 * second reaches the chat that has just come to the front, and sends. No agent reads a script over in less.
 */
const DOUBLE_PRESS_MS = 400

export interface EnterGuard {
  /** From now on Enter goes nowhere. */
  raise(): void
  /** Enter is the chat's again, once a second press of the same finger is past. */
  lowerSoon(): void
  /** Enter is everybody's again, now. */
  lower(): void
}

/** Holds Enter back by registering it as a global shortcut that does nothing; where that is refused, does nothing. */
export function createEnterGuard(
  shortcuts: Pick<GlobalShortcut, 'register' | 'unregister'>,
  clock: Clock,
): EnterGuard {
  let isRaised = false
  /** Counts the raisings: a wait that was begun for an earlier one must not lower a later one. */
  let raising = 0

  function lower(): void {
    if (isRaised) shortcuts.unregister('Return')
    isRaised = false
  }

  return {
    raise() {
      raising += 1
      isRaised ||= shortcuts.register('Return', () => undefined)
    },
    lowerSoon() {
      const mine = raising
      void clock.sleep(DOUBLE_PRESS_MS).then(() => {
        if (mine === raising) lower()
      })
    },
    lower,
  }
}
