import type {
  Capabilities,
  DeskEvent,
  HotkeyState,
  PasteOutcome,
  StartupState,
} from '../../shared/model/desktop.ts'
import type { KnownTargets, PasteTarget, PasteTrial } from '../../shared/model/paste-target.ts'
import type { Settings } from '../../shared/model/settings.ts'

/** What the router asks of the surroundings. The Electron shell has all of it, the browser host next to none. */
export interface Desktop {
  capabilities(): Capabilities
  hotkey(): HotkeyState
  /** Gives the old key up only when the new one is registered. */
  rebindHotkey(accelerator: string): HotkeyState
  /** Puts `text` into the window that was in front when the panel opened (`paste`), or on the clipboard (`copy`). */
  deliver(text: string, mode: 'paste' | 'copy'): Promise<PasteOutcome>
  showPanel(): void
  hidePanel(): void
  openWorkbench(): void
  setTheme(theme: Settings['theme']): void
  /** What is known of chat programs; null where nothing can be pasted. */
  targets(): KnownTargets | null
  /** Pastes a sample into a window of our own, in the manner of `target`. */
  tryPaste(target: PasteTarget): Promise<PasteTrial>
  startup(): StartupState
  /** Returns what holds afterwards, which the system may have refused. */
  setStartup(isOn: boolean): StartupState
  /** Null when the folder opened, else why not. */
  openFolder(folder: string): Promise<string | null>
  /** Returns the function that stops listening. */
  onEvent(listener: (event: DeskEvent) => void): () => void
}
