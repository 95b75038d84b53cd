import type { ClipboardPort } from '../paste/clipboard.ts'
import type { WindowDetails, WindowHandle, WindowPort } from '../paste/window-port.ts'
import { asMessage } from './captured-text.ts'

/** A person copies, and looks up: twice a second is soon enough, and one look takes about 0.01 ms. */
const LOOK_MS = 500
/** On macOS a look starts a program. */
const LOOK_BY_PROGRAM_MS = 2_000
/** What is shorter is a number or a word that is wanted elsewhere. */
const SHORTEST_MESSAGE = 4

interface CopyWatchParts {
  port: Pick<WindowPort, 'name' | 'clipboardVersion' | 'foregroundWindow' | 'details'> | null
  clipboard: Pick<ClipboardPort, 'readText' | 'isPrivate'>
  /** Whether buyers are answered in that window. */
  isTarget(window: WindowDetails): boolean
  isWanted(): boolean
  /** Another number when this program itself has done something with the clipboard, or is at it. */
  ownTurns(): number
  onMessage(text: string, window: WindowHandle): void
  /** Calls again and again until the function that it returns is called. */
  every?(ms: number, act: () => void): () => void
}

/**
 * Hears of what the agent copies in a chat window. What is copied anywhere else is not read, nor what is marked as not to be
 * watched, such as a password. Returns the function that ends it.
 */
export function watchCopies(parts: CopyWatchParts): () => void {
  const { port, clipboard, isTarget, isWanted, ownTurns, onMessage, every = byTimer } = parts
  /** As it was at the last look; null before the first of a row. */
  let known: { version: number; turns: number } | null = null

  async function look(windows: NonNullable<typeof port>): Promise<void> {
    const before = known
    known = null
    if (!isWanted()) return
    const version = await windows.clipboardVersion()
    if (version === null) return
    known = { version, turns: ownTurns() }
    if (before === null || before.version === version || before.turns !== known.turns) return
    const window = await windows.foregroundWindow()
    const details = window === null ? null : await windows.details(window)
    if (window === null || details === null || !isTarget(details)) return
    if (await clipboard.isPrivate()) return
    const text = asMessage(await clipboard.readText())
    if (text !== null && text.length >= SHORTEST_MESSAGE) onMessage(text, window)
  }

  if (port === null) return () => undefined
  const windows = port
  let isLooking = false
  return every(port.name === 'darwin' ? LOOK_BY_PROGRAM_MS : LOOK_MS, () => {
    if (isLooking) return
    isLooking = true
    void look(windows)
      .catch(() => undefined)
      .finally(() => {
        isLooking = false
      })
  })
}

function byTimer(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms)
  timer.unref()
  return () => clearInterval(timer)
}
