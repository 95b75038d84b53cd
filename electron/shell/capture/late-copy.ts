import type { Remembered } from '../paste/borrowed-clipboard.ts'
import type { WindowPort } from '../paste/window-port.ts'
import { type CopyParts, takeCopy } from './take-copy.ts'

/** Between two looks; nobody waits for this. */
const LOOK_MS = 50
/** A slow program that was asked to copy and did not hang. */
export const SLOW_LIMIT_MS = 2_000
/** One that hangs copies when it comes round. */
export const HANGING_LIMIT_MS = 10_000

/** What the agent had, when a window was sent the copy keys and had not copied yet. */
export interface Awaited {
  before: Remembered
  /** The clipboard's number then. */
  version: number
  /** As `ownTurns` tells it once the capture is over, if nothing else uses the clipboard. */
  turns: number
  limitMs: number
}

interface LateCopyParts extends CopyParts {
  port: WindowPort
  panelHasKeyboard(): boolean
}

/**
 * What a window copies late, and the clipboard as the agent had it. Only while nobody else can have written it: the agent is
 * in our panel, or about to be, and nothing was pasted or copied from there. Null when there is nothing to wait for any more.
 */
export async function lateCopy(parts: LateCopyParts, awaited: Awaited): Promise<string | null> {
  const { port, clock, withOwnClipboard, ownTurns, panelHasKeyboard } = parts
  const deadline = clock.now() + awaited.limitMs
  let wasInPanel = false
  while (clock.now() < deadline) {
    await clock.sleep(LOOK_MS)
    if (ownTurns() !== awaited.turns) return null
    const isInPanel = panelHasKeyboard()
    if (wasInPanel && !isInPanel) return null
    wasInPanel = isInPanel
    const version = await port.clipboardVersion()
    if (version === awaited.version) continue
    // The program ends, and with it the connection to the window system.
    if (version === null) return null
    const copied = await withOwnClipboard(async () =>
      ownTurns() === awaited.turns + 1 ? takeCopy(parts, awaited.before) : null,
    )
    return copied === null || typeof copied === 'string' ? null : copied.text
  }
  return null
}
