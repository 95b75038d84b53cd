import {
  ClipboardHeld,
  type ClipboardPort,
  type ClipboardSnapshot,
  type Stay,
} from '../../../../electron/shell/paste/clipboard.ts'
import type {
  KeyChord,
  KeysResult,
  WindowDetails,
  WindowHandle,
  WindowPort,
} from '../../../../electron/shell/paste/window-port.ts'
import type { StoryClock } from './story-clock.ts'

export const PANEL: WindowHandle = 1
export const CHAT: WindowHandle = 7
export const BROWSER: WindowHandle = 9

/**
 * A desktop in memory: windows, one of which has the keyboard; a clipboard; programs that read it some time after
 * the paste keys, as real ones do.
 */
export class PretendDesktop implements WindowPort {
  readonly name = 'x11'
  losesFrontToPanel = true
  readonly #clock: StoryClock
  front: WindowHandle | null = PANEL
  titles = new Map<WindowHandle, string>([
    [CHAT, '张三-接待中心'],
    [BROWSER, '新标签页'],
  ])
  elevated = new Set<WindowHandle>()
  /** Windows with a dialog of their own before them. */
  blocked = new Set<WindowHandle>()
  /** The chat takes no messages between these times of the story. */
  hangsFrom = 0
  hangsUntil = 0
  /** Keys that copy, as opposed to those that paste. */
  copies: () => void = () => undefined
  /** Text that arrived, by window. */
  received = new Map<WindowHandle, string[]>()
  heldFrom = 0
  heldUntil = 0
  activationTakesMs = 5
  readsAfterMs = 60
  refusesKeys: string | null = null
  clipboard = new PretendClipboard()
  panelIsHidden = false

  constructor(clock: StoryClock) {
    this.#clock = clock
  }

  foregroundWindow(): WindowHandle | null {
    return this.front
  }

  details(window: WindowHandle): WindowDetails | null {
    const title = this.titles.get(window)
    return title === undefined ? null : { title, exe: 'chat.exe', isElevated: this.elevated.has(window) }
  }

  bounds() {
    return null
  }

  bringToFront(window: WindowHandle): void {
    this.#clock.at(this.#clock.now() + this.activationTakesMs, () => {
      if (this.titles.has(window)) this.front = window
    })
  }

  hasHeldKeys(): boolean {
    return this.#clock.now() >= this.heldFrom && this.#clock.now() < this.heldUntil
  }

  hasDialogInFront(window: WindowHandle): boolean {
    return this.blocked.has(window)
  }

  async answers(window: WindowHandle, limitMs: number): Promise<boolean> {
    if (window !== CHAT || !this.#isHanging()) return true
    await this.#clock.sleep(Math.min(limitMs, this.hangsUntil - this.#clock.now()))
    return !this.#isHanging()
  }

  clipboardVersion(): number | null {
    return this.clipboard.version
  }

  wroteClipboard(window: WindowHandle): boolean {
    return this.clipboard.writtenBy === window
  }

  visibleWindows(): readonly WindowHandle[] {
    return [...this.titles.keys()]
  }

  /** A program that hangs reads when it comes round. */
  sendKeys(chord: KeyChord): KeysResult {
    if (this.refusesKeys !== null) return { sent: false, advice: this.refusesKeys }
    const reader = this.front
    const readsAt = this.#clock.now() + this.readsAfterMs
    const willHang = readsAt >= this.hangsFrom && readsAt < this.hangsUntil
    this.#clock.at(willHang ? this.hangsUntil + this.readsAfterMs : readsAt, () => {
      if (chord.key === 'C') {
        this.copies()
        this.clipboard.writtenBy = reader
        return
      }
      if (reader !== null)
        this.received.set(reader, [...(this.received.get(reader) ?? []), this.clipboard.text])
    })
    return { sent: true }
  }

  #isHanging(): boolean {
    return this.#clock.now() >= this.hangsFrom && this.#clock.now() < this.hangsUntil
  }

  close(): void {}

  hidePanel(): void {
    this.panelIsHidden = true
    if (this.front === PANEL) this.front = null
  }
}

/** The clipboard, and how often it refuses to be written. */
export class PretendClipboard implements ClipboardPort {
  content: Record<string, Blob> = {}
  text = ''
  refusals = 0
  /** Set by a story in which another program grabs the clipboard whenever it is written. */
  grabbedBy: string | null = null
  isUnreadable = false
  /** Whether all that is on it can be read in time. */
  isReadWhole = true
  /** What was taken off is refused when it is put back. */
  refusesBack = false
  /** Another program has it open, so often as it is asked. */
  timesHeld = 0
  heldBy: string | null = null
  version = 0
  /** The window that was sent the copy keys; null for the agent, and for other programs. */
  writtenBy: WindowHandle | null = null
  /** What is there is marked as not to be watched. */
  isMarkedPrivate = false
  /** Whether what is there now was said to be passing through. */
  stay: Stay | null = null

  /** The agent, or another program, copies something. */
  copy(text: string, content: Record<string, Blob> = {}): void {
    this.text = text
    this.content = content
    this.version += 1
    this.writtenBy = null
    this.stay = null
  }

  async snapshot(): Promise<ClipboardSnapshot> {
    this.#open()
    if (this.isUnreadable) throw new Error('the owner does not answer')
    const { text, content } = this
    return {
      isWhole: this.isReadWhole,
      putBack: async () => {
        this.#open()
        if (this.refusesBack) throw new Error('the format is refused')
        this.copy(text, content)
      },
    }
  }

  async readText(): Promise<string> {
    this.#open()
    return this.text
  }

  async writeText(text: string, stay: Stay): Promise<void> {
    this.#open()
    if (this.refusals > 0) {
      this.refusals -= 1
      throw new Error('the clipboard is open elsewhere')
    }
    this.copy(this.grabbedBy ?? text)
    this.stay = stay
  }

  async isPrivate(): Promise<boolean> {
    return this.isMarkedPrivate
  }

  holder(): string | null {
    return this.heldBy
  }

  #open(): void {
    if (this.timesHeld === 0) return
    this.timesHeld -= 1
    throw new ClipboardHeld()
  }
}
