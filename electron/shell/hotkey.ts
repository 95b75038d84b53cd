import type { GlobalShortcut } from 'electron'
import type { HotkeyState } from '../../shared/model/desktop.ts'
import { readAccelerator } from './accelerator.ts'

type Shortcuts = Pick<GlobalShortcut, 'register' | 'unregister'>

/** Tried, in this order, when the wanted key is taken: keys that chat programs and input methods rarely use. */
const ALTERNATIVES = [
  'Control+Alt+Space',
  'Control+Shift+Space',
  'Alt+`',
  'Control+`',
  'Control+Alt+J',
  'Control+Alt+Q',
  'F8',
  'F9',
]
const MOST_ALTERNATIVES = 3

/**
 * A global hotkey. Another program may hold the keys: whether registering worked is always read, and what is
 * free instead is named.
 */
export class Hotkey {
  readonly #shortcuts: Shortcuts
  readonly #onPress: () => void
  #state: HotkeyState = { status: 'unavailable', reason: '热键还没有启用' }
  #wanted: string | null = null

  constructor(shortcuts: Shortcuts, onPress: () => void) {
    this.#shortcuts = shortcuts
    this.#onPress = onPress
  }

  get state(): HotkeyState {
    return this.#state
  }

  get isPaused(): boolean {
    return this.#state.status === 'unavailable' && this.#wanted !== null
  }

  /** Asks for the keys of the settings. A failure becomes the state, for the page to show. */
  start(accelerator: string): HotkeyState {
    this.#wanted = accelerator
    this.#state = this.#register(accelerator)
    return this.#state
  }

  /** Gives the old keys up only when the new ones are ours. Returns what became of the new ones. */
  rebind(accelerator: string): HotkeyState {
    const held = this.#held()
    const read = readAccelerator(accelerator)
    if (held !== null && read.ok && read.accelerator === held) return this.#state
    const attempt = this.#register(accelerator)
    if (attempt.status !== 'registered') return attempt
    if (held !== null) this.#shortcuts.unregister(held)
    this.#wanted = attempt.accelerator
    this.#state = attempt
    return attempt
  }

  /** Lets the keys go until `resume`, e.g. while another program needs them. */
  pause(): HotkeyState {
    this.#release()
    this.#state = { status: 'unavailable', reason: '热键已暂停，在托盘图标的菜单里可以恢复' }
    return this.#state
  }

  resume(): HotkeyState {
    return this.#wanted === null ? this.#state : this.start(this.#wanted)
  }

  stop(): void {
    this.#release()
    this.#wanted = null
    this.#state = { status: 'unavailable', reason: '程序正在退出' }
  }

  #register(accelerator: string): HotkeyState {
    const read = readAccelerator(accelerator)
    if (!read.ok) return this.#taken(accelerator, read.reason)
    if (this.#tryRegister(read.accelerator, this.#onPress)) {
      return { status: 'registered', accelerator: read.accelerator }
    }
    return this.#taken(read.accelerator, '这组键已被别的程序占用')
  }

  #taken(accelerator: string, reason: string): HotkeyState {
    return { status: 'taken', accelerator, reason, alternatives: this.#freeAlternatives(accelerator) }
  }

  /** Free means: they could be registered just now. They are let go again at once. */
  #freeAlternatives(wanted: string): string[] {
    const free: string[] = []
    for (const candidate of ALTERNATIVES) {
      if (free.length === MOST_ALTERNATIVES) break
      if (candidate === wanted || candidate === this.#held()) continue
      if (!this.#tryRegister(candidate, () => undefined)) continue
      this.#shortcuts.unregister(candidate)
      free.push(candidate)
    }
    return free
  }

  /** Electron throws on keys that it does not know on this system; to the agent that is the same as taken. */
  #tryRegister(accelerator: string, onPress: () => void): boolean {
    try {
      return this.#shortcuts.register(accelerator, onPress)
    } catch {
      return false
    }
  }

  #held(): string | null {
    return this.#state.status === 'registered' ? this.#state.accelerator : null
  }

  #release(): void {
    const held = this.#held()
    if (held !== null) this.#shortcuts.unregister(held)
  }
}
