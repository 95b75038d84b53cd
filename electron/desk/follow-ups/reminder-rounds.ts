/**
 * Short enough that a reminder is on time, and cheap: a look into one index. It looks at the clock each time instead of
 * waiting for a moment, since timers stand still while a machine sleeps and know nothing of a clock that is set.
 */
const LOOK_EVERY_MS = 5_000

/** Looks for what is due now and every few seconds. Returns the function that stops it. */
export function beginReminders(remind: () => Promise<void>): () => void {
  const look = () => void remind().catch(sayQuietly)
  look()
  const looks = setInterval(look, LOOK_EVERY_MS)
  looks.unref()
  return () => clearInterval(looks)
}

/** In the program's log: a disk that cannot be written, say. It names nobody. */
function sayQuietly(error: unknown): void {
  console.error('Nobody could be reminded:', error instanceof Error ? error.message : error)
}
