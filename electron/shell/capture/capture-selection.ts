import type { ClipboardPort } from '../paste/clipboard.ts'
import { ANSWER_LIMIT_MS, createWindowChecks } from '../paste/window-checks.ts'
import { type Clock, COPY_KEYS, type WindowHandle, type WindowPort } from '../paste/window-port.ts'

/** Between two looks at whether the clipboard has changed; each takes about 0.01 ms. */
const LOOK_MS = 3
/** Programs copy within 20 ms, slow ones within 100. Where nothing is selected nothing changes, and this is waited for. */
const COPY_LIMIT_MS = 400
/** The copying program may still have the clipboard open when its change is seen. */
const READ_TRIES = 40

/** What the agent pointed at: the selected text, or else what they had copied before. */
export type Captured =
  | { from: 'selection' | 'clipboard'; text: string }
  | { from: 'nothing'; why: 'keys-held' | 'empty' | 'last-window-hangs' | 'clipboard-held' }

interface CaptureParts {
  port: WindowPort | null
  clipboard: Pick<ClipboardPort, 'snapshot' | 'readText'>
  clock: Clock
  /** Runs while nothing else uses the clipboard, and what is the agent's own is on it. */
  withOwnClipboard<T>(act: () => Promise<T>): Promise<T | 'last-target-hung' | 'clipboard-held'>
}

/**
 * Reads the text that is selected in the window in front, by its own copy keys, and puts the clipboard back as it was. A
 * change of the clipboard says that it was copied, never the time that has passed; where nothing is selected, nothing
 * changes, and the clipboard is read as it is.
 */
export function createCapture({ port, clipboard, clock, withOwnClipboard }: CaptureParts) {
  const checks = port && createWindowChecks(port, clock)

  async function readWhenFree(): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await clipboard.readText()
      } catch {
        if (attempt === READ_TRIES) return ''
        await clock.sleep(LOOK_MS)
      }
    }
  }

  async function fromClipboard(): Promise<Captured> {
    const text = await readWhenFree()
    return text.trim() === '' ? { from: 'nothing', why: 'empty' } : { from: 'clipboard', text }
  }

  /** Whether the clipboard was written since it had `version`. */
  async function hasChanged(windows: WindowPort, version: number): Promise<boolean> {
    const deadline = clock.now() + COPY_LIMIT_MS
    while (clock.now() < deadline) {
      if ((await windows.clipboardVersion()) !== version) return true
      await clock.sleep(LOOK_MS)
    }
    return false
  }

  /** Null when the window copied nothing. */
  async function fromSelection(windows: WindowPort, window: WindowHandle): Promise<Captured | null> {
    if (!(await windows.answers(window, ANSWER_LIMIT_MS))) return null
    const before = await clipboard.snapshot().catch(() => null)
    const version = await windows.clipboardVersion()
    // What cannot be put back afterwards is not taken away.
    if (before === null || version === null) return null
    if ((await windows.foregroundWindow()) !== window) return null
    const { sent } = await windows.sendKeys(COPY_KEYS)
    // A busy program comes to the keys late, and to this question no sooner: only from then on does the time count.
    if (!sent || !(await windows.answers(window, ANSWER_LIMIT_MS))) return null
    if (!(await hasChanged(windows, version))) return null
    const text = await readWhenFree()
    await before.putBack().catch(() => undefined)
    return text.trim() === '' ? null : { from: 'selection', text }
  }

  /** @param window the window in front; null when there is none to copy from */
  return async (window: WindowHandle | null): Promise<Captured> => {
    const captured = await withOwnClipboard<Captured>(async () => {
      if (port === null || checks === null || window === null) return fromClipboard()
      // Held with the copy keys, the hotkey's own would make other keys of them.
      if (await checks.keysReleased()) return { from: 'nothing', why: 'keys-held' }
      return (await fromSelection(port, window)) ?? fromClipboard()
    })
    if (captured === 'last-target-hung') return { from: 'nothing', why: 'last-window-hangs' }
    if (captured === 'clipboard-held') return { from: 'nothing', why: captured }
    return captured
  }
}

export type Capture = ReturnType<typeof createCapture>
