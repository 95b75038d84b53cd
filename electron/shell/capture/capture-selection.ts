import type { Captured as ForPanel } from '../../../shared/model/desktop.ts'
import type { BorrowedClipboard } from '../paste/borrowed-clipboard.ts'
import { ANSWER_LIMIT_MS, createWindowChecks } from '../paste/window-checks.ts'
import { COPY_KEYS, type WindowHandle, type WindowPort } from '../paste/window-port.ts'
import { HANGING_LIMIT_MS, type LateCopyParts, lateCopy, SLOW_LIMIT_MS } from './late-copy.ts'
import { takeCopy } from './take-copy.ts'

/** Between two looks at whether the clipboard has changed; each takes about 0.01 ms. */
const LOOK_MS = 3
/** Programs copy within 20 ms, slow ones within 100. Where nothing is selected nothing changes, and this is waited for. */
const COPY_LIMIT_MS = 400

/** Why nothing was captured. All but `empty` keep what was copied before from being taken for what is selected now. */
export type NotCaptured = Extract<ForPanel, { as: 'nothing' }>['why']

/** What the agent pointed at: the selected text, or else what they had copied before. */
export type Captured =
  | { from: 'selection' | 'clipboard'; text: string }
  | { from: 'nothing'; why: NotCaptured }

interface CaptureParts extends Omit<LateCopyParts, 'port'> {
  port: WindowPort | null
  clipboard: Pick<BorrowedClipboard, 'remember' | 'text' | 'isPrivate'>
}

/** Hears of the selected text when the window copied it only after the answer was given. */
export type OnLate = (selected: Extract<Captured, { from: 'selection' | 'clipboard' }>) => void

const nothing = (why: NotCaptured): Captured => ({ from: 'nothing', why })

const isText = (text: string): boolean => text.trim() !== ''

/**
 * Reads the text that is selected in the window in front, by its own copy keys, and puts the clipboard back as it was. A
 * change of the clipboard says that it was copied, never the time that has passed; where nothing is selected, nothing
 * changes, and the clipboard is read as it is. Where it could not be tried, it says why. Nobody waits long for a slow window:
 * what it copies later is told when it comes.
 */
export function createCapture(parts: CaptureParts) {
  const { port, clipboard, clock, withOwnClipboard, ownTurns, panelChords } = parts
  const checks = port && createWindowChecks(port, clock)

  async function fromClipboard(): Promise<Captured> {
    const read = await clipboard.text()
    if (read === 'held') return nothing('clipboard-held')
    return isText(read.text) ? { from: 'clipboard', text: read.text } : nothing('empty')
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

  /** Null when the window copied nothing, or whether it did cannot be told. */
  async function fromSelection(
    windows: WindowPort,
    window: WindowHandle,
    onLate: OnLate,
  ): Promise<Captured | null> {
    const details = await windows.details(window)
    if (details?.isElevated) return nothing('window-elevated')
    if (!(await windows.answers(window, ANSWER_LIMIT_MS))) return nothing('window-hangs')
    const version = await windows.clipboardVersion()
    if (version === null) return null
    // What cannot be put back afterwards is not taken away.
    const before = await clipboard.remember()
    if (before === 'held') return nothing('clipboard-held')
    if (before === 'not-kept') return nothing('clipboard-not-kept')
    if ((await windows.foregroundWindow()) !== window) return nothing('window-switched')
    const { sent } = await windows.sendKeys(COPY_KEYS)
    if (!sent) return nothing('keys-not-sent')

    const waitOn = (limitMs: number): void => {
      const awaited = { window, before, version, turns: ownTurns() + 1, chords: panelChords(), limitMs }
      void lateCopy({ ...parts, port: windows }, awaited)
        .then((text) => text !== null && isText(text) && onLate({ from: 'selection', text }))
        .catch(() => undefined)
    }
    const answers = async () => windows.answers(window, ANSWER_LIMIT_MS)
    // A busy program comes to the keys late, and to this question no sooner: only from then on does the time count.
    const isAlive = await answers()
    const hasCopied = isAlive && (await hasChanged(windows, version))
    if (!isAlive || (!hasCopied && !(await answers()))) {
      waitOn(HANGING_LIMIT_MS)
      return nothing('window-hangs')
    }
    if (!hasCopied) {
      waitOn(SLOW_LIMIT_MS)
      return null
    }
    const read = await takeCopy({ ...parts, port: windows }, before)
    if (read === 'held') return nothing('clipboard-held')
    return isText(read.text) ? { from: 'selection', text: read.text } : null
  }

  /** @param window the window in front; null when there is none to copy from */
  return async (window: WindowHandle | null, onLate: OnLate = () => undefined): Promise<Captured> => {
    const captured = await withOwnClipboard<Captured>(async () => {
      if (port === null || checks === null || window === null) return fromClipboard()
      // Held with the copy keys, the hotkey's own would make other keys of them.
      if (await checks.keysReleased()) return nothing('keys-held')
      return (await fromSelection(port, window, onLate)) ?? fromClipboard()
    })
    if (captured === 'last-target-hung') return nothing('last-window-hangs')
    return captured === 'clipboard-held' ? nothing(captured) : captured
  }
}

export type Capture = ReturnType<typeof createCapture>
