import type { BorrowedClipboard, Remembered } from '../paste/borrowed-clipboard.ts'
import type { Clock, WindowPort } from '../paste/window-port.ts'

/** Another program that has the clipboard open is done in this time, or hangs with it. */
const HELD_LIMIT_MS = 10_000
/** Each try takes 620 ms when it is held. */
const TRY_MS = 400

export interface CopyParts {
  port: Pick<WindowPort, 'clipboardVersion'>
  clipboard: Pick<BorrowedClipboard, 'text'>
  clock: Clock
  /** Runs while nothing else uses the clipboard, and what is the agent's own is on it. */
  withOwnClipboard<T>(act: () => Promise<T>): Promise<T | 'last-target-hung' | 'clipboard-held'>
  /** Another number whenever this program has begun or ended to use the clipboard. */
  ownTurns(): number
}

/**
 * Reads what was copied for the capture and puts back what the agent had; later, when another program has the clipboard open
 * just then. To be called within `withOwnClipboard`.
 */
export async function takeCopy(parts: CopyParts, before: Remembered): Promise<{ text: string } | 'held'> {
  const read = await parts.clipboard.text()
  const taken = await parts.port.clipboardVersion()
  if ((await before.putBack()) === 'held' && taken !== null)
    void putBackLater(parts, before, { version: taken, turns: parts.ownTurns() + 1 }).catch(() => undefined)
  return read
}

/**
 * Only while the clipboard still holds what was copied for the capture and nothing was pasted or copied from here.
 *
 * @param since as it is when the capture is over: the clipboard's number, and `ownTurns`
 */
async function putBackLater(
  { port, clock, withOwnClipboard, ownTurns }: CopyParts,
  before: Remembered,
  since: { version: number; turns: number },
): Promise<void> {
  const deadline = clock.now() + HELD_LIMIT_MS
  let { turns } = since
  while (clock.now() < deadline) {
    await clock.sleep(TRY_MS)
    if (ownTurns() !== turns || (await port.clipboardVersion()) !== since.version) return
    const outcome = await withOwnClipboard(async () =>
      ownTurns() === turns + 1 ? before.putBack() : 'taken',
    )
    if (outcome !== 'held') return
    turns = ownTurns()
  }
}
