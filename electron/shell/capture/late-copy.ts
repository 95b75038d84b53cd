import type { Remembered } from '../paste/borrowed-clipboard.ts'
import type { Clock, WindowPort } from '../paste/window-port.ts'

/** Between two looks; nobody waits for this. */
const LOOK_MS = 50
/** A slow program that was asked to copy and did not hang. */
export const SLOW_LIMIT_MS = 1_500
/** One that hangs copies when it comes round. */
export const HANGING_LIMIT_MS = 10_000

/** Another program that has the clipboard open is done in this time, or hangs with it. */
const HELD_LIMIT_MS = 10_000
/** Each try takes 620 ms when it is held. */
const TRY_MS = 400

/** What the agent had, when a window was sent the copy keys and had not copied yet. */
export interface Awaited {
  before: Remembered
  /** The clipboard's number then. */
  version: number
  /** As `ownTurns` tells it once the capture is over, if nothing else uses the clipboard. */
  turns: number
  limitMs: number
}

interface LateCopyParts {
  port: WindowPort
  clock: Clock
  withOwnClipboard(act: () => Promise<void>): Promise<unknown>
  /** Another number whenever this program has begun or ended to use the clipboard. */
  ownTurns(): number
  panelHasKeyboard(): boolean
}

/**
 * Puts back what the agent had when a window copies late. Only while nobody else can have written the clipboard: the agent is
 * in our panel, or about to be, and nothing was pasted or copied from there. Resolves when there is nothing to wait for.
 */
export async function undoLateCopy(parts: LateCopyParts, awaited: Awaited): Promise<void> {
  const { port, clock, withOwnClipboard, ownTurns, panelHasKeyboard } = parts
  const deadline = clock.now() + awaited.limitMs
  let wasInPanel = false
  while (clock.now() < deadline) {
    await clock.sleep(LOOK_MS)
    if (ownTurns() !== awaited.turns) return
    const isInPanel = panelHasKeyboard()
    if (wasInPanel && !isInPanel) return
    wasInPanel = isInPanel
    const version = await port.clipboardVersion()
    if (version === awaited.version) continue
    // The program ends, and with it the connection to the window system.
    if (version === null) return
    await withOwnClipboard(async () => {
      if (ownTurns() === awaited.turns + 1) await awaited.before.putBack()
    })
    return
  }
}

/**
 * Puts back what the agent had, when another program had the clipboard open just then. Only while it still holds what was
 * copied for the capture and nothing was pasted or copied from here.
 * @param taken `version` is the clipboard's number with the captured text on it
 */
export async function putBackLater(
  { port, clock, withOwnClipboard, ownTurns }: Omit<LateCopyParts, 'panelHasKeyboard'>,
  { before, version, turns }: Omit<Awaited, 'limitMs'>,
): Promise<void> {
  const deadline = clock.now() + HELD_LIMIT_MS
  let expected = turns
  while (clock.now() < deadline) {
    await clock.sleep(TRY_MS)
    if (ownTurns() !== expected || (await port.clipboardVersion()) !== version) return
    let isHeld = false
    await withOwnClipboard(async () => {
      if (ownTurns() === expected + 1) isHeld = (await before.putBack()) === 'held'
    })
    if (!isHeld) return
    expected = ownTurns()
  }
}
