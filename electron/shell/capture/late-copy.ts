import type { BorrowedClipboard, Remembered } from '../paste/borrowed-clipboard.ts'
import type { WindowHandle, WindowPort } from '../paste/window-port.ts'
import { type CopyParts, takeCopy } from './take-copy.ts'

/** Between two looks; nobody waits for this. */
const LOOK_MS = 50
/** A slow program that was asked to copy and did not hang. */
export const SLOW_LIMIT_MS = 2_000
/** One that hangs copies when it comes round. */
export const HANGING_LIMIT_MS = 10_000

/** What the agent had, when a window was sent the copy keys and had not copied yet. */
export interface Awaited {
  window: WindowHandle
  before: Remembered
  /** The clipboard's number then. */
  version: number
  /** As `ownTurns` tells it once the capture is over, if nothing else uses the clipboard. */
  turns: number
  /** As `panelChords` tells it. */
  chords: number
  limitMs: number
}

export interface LateCopyParts extends CopyParts {
  port: WindowPort
  clipboard: Pick<BorrowedClipboard, 'text' | 'isPrivate'>
  panelHasKeyboard(): boolean
  /** How many keys were pressed in the panel with Ctrl or Cmd: any may have copied. */
  panelChords(): number
}

/**
 * What a window copies late, and the clipboard as the agent had it. Only while nobody else has written it: the agent is in our
 * panel, or about to be, nothing was pasted or copied from there, and the system names that window's program where it names
 * any. What is marked as not to be looked at is left where it is. Null when there is nothing to wait for any more.
 */
export async function lateCopy(parts: LateCopyParts, awaited: Awaited): Promise<string | null> {
  const { port, clipboard, clock, withOwnClipboard, ownTurns, panelHasKeyboard, panelChords } = parts
  const deadline = clock.now() + awaited.limitMs
  let wasInPanel = false
  while (clock.now() < deadline) {
    await clock.sleep(LOOK_MS)
    if (ownTurns() !== awaited.turns || panelChords() !== awaited.chords) return null
    const isInPanel = panelHasKeyboard()
    if (wasInPanel && !isInPanel) return null
    wasInPanel = isInPanel
    const version = await port.clipboardVersion()
    if (version === awaited.version) continue
    // The program ends, and with it the connection to the window system.
    if (version === null) return null
    const copied = await withOwnClipboard(async () => {
      if (ownTurns() !== awaited.turns + 1 || panelChords() !== awaited.chords) return null
      if (!(await port.wroteClipboard(awaited.window)) || (await clipboard.isPrivate())) return null
      return takeCopy(parts, awaited.before)
    })
    return copied === null || typeof copied === 'string' ? null : copied.text
  }
  return null
}
