import type { ClipboardPort, ClipboardSnapshot } from '../../../../electron/shell/paste/clipboard.ts'
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

  sendKeys(_chord: KeyChord): KeysResult {
    if (this.refusesKeys !== null) return { sent: false, advice: this.refusesKeys }
    const reader = this.front
    this.#clock.at(this.#clock.now() + this.readsAfterMs, () => {
      if (reader !== null)
        this.received.set(reader, [...(this.received.get(reader) ?? []), this.clipboard.text])
    })
    return { sent: true }
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

  /** The agent, or another program, copies something. */
  copy(text: string, content: Record<string, Blob> = {}): void {
    this.text = text
    this.content = content
  }

  async snapshot(): Promise<ClipboardSnapshot> {
    if (this.isUnreadable) throw new Error('the owner does not answer')
    return [{ 'text/plain': new Blob([this.text]), ...this.content }]
  }

  async restore(snapshot: ClipboardSnapshot): Promise<void> {
    const { 'text/plain': text, ...content } = snapshot[0] ?? {}
    this.text = text instanceof Blob ? await text.text() : ''
    this.content = content as Record<string, Blob>
  }

  async readText(): Promise<string> {
    return this.text
  }

  async writeText(text: string): Promise<void> {
    if (this.refusals > 0) {
      this.refusals -= 1
      throw new Error('the clipboard is open elsewhere')
    }
    this.copy(this.grabbedBy ?? text)
  }
}
