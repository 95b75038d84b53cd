import { faultWords, type NoteFault } from './fault-log.ts'

const POLL_MS = 60_000
const LONGEST_MS = 30 * 60_000
/** Even luck does not knock at a store that just failed within this. */
const SHORTEST_MS = 5_000
/** Programs that start together, at nine in the morning, ask spread over this. */
const FIRST_WITHIN_MS = 15_000
const TICK_MS = 5_000
/** No check is ever put off for longer: one that seems to be was set by a clock that ran ahead. */
const AHEAD_AT_MOST_MS = 2 * 24 * 60 * 60_000

/**
 * How long to wait for the next try. Without a failure a minute, a fifth more or less; after failures up to twice as
 * long each time, by full jitter (a random part of it), so that thousands do not come back at once; never before the
 * store asked to.
 *
 * @param random 0 to 1
 */
export function nextCheckIn(
  { failures, retryAfter }: { failures: number; retryAfter: number | null },
  random: number,
): number {
  if (failures === 0) return Math.round(POLL_MS * (0.8 + 0.4 * random))
  const most = Math.min(LONGEST_MS, POLL_MS * 2 ** Math.min(failures, 10))
  return Math.round(
    Math.max(SHORTEST_MS, most * random, retryAfter === null ? 0 : retryAfter * (1 + random / 5)),
  )
}

export interface Clockwork {
  now: () => number
  random: () => number
  /** Calls `tick` again and again; returns what ends that. Keeps no process alive. */
  every: (ms: number, tick: () => void) => () => void
}

export function systemClockwork(now: () => number): Clockwork {
  return {
    now,
    random: Math.random,
    every(ms, tick) {
      const timer = setInterval(tick, ms)
      timer.unref()
      return () => clearInterval(timer)
    },
  }
}

/**
 * Asks after every channel when it is due, whoever wrote it into the library. A machine that slept asks when it wakes.
 * What fails here is no end of it: the next tick asks again.
 *
 * @param channels ids of those there are, with when each is due; null for not decided yet
 * @param check how the channel answers is in its state; a rejection is a fault of this program's own
 * @returns what ends it
 */
export function beginPolling(
  { now, random, every }: Clockwork,
  channels: () => { libraryId: string; nextCheckAt: number | null }[],
  {
    check,
    schedule,
    noteFault,
  }: {
    check: (libraryId: string) => Promise<void>
    schedule: (libraryId: string, at: number) => void
    noteFault: NoteFault
  },
): () => void {
  const note = (error: unknown) =>
    noteFault('Asking after channels', error === null ? null : faultWords(error))
  return every(TICK_MS, () => {
    try {
      for (const { libraryId, nextCheckAt } of channels()) {
        if (nextCheckAt === null) schedule(libraryId, now() + FIRST_WITHIN_MS * random())
        else if (nextCheckAt <= now() || nextCheckAt > now() + AHEAD_AT_MOST_MS)
          check(libraryId).then(() => note(null), note)
      }
    } catch (error) {
      // The library's file may be held by another program, or be replaced just now.
      note(error)
    }
  })
}
