import type {
  Capabilities,
  DeskEvent,
  HotkeyId,
  HotkeyState,
  HotkeyStates,
  PasteOutcome,
  StartupState,
} from '../../shared/model/desktop.ts'
import type { ImageType } from '../../shared/model/image.ts'
import type { KnownTargets, PasteTarget, PasteTrial } from '../../shared/model/paste-target.ts'
import type { PasteTrace } from '../../shared/model/paste-trace.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { SidecarState } from '../../shared/model/sidecar-state.ts'
import type { RestartAnswer, UpdateState } from '../../shared/model/updates.ts'

/** A text; or an image as the file that holds it, which chat programs take fastest, and as its bytes. */
export type Deliverable = string | { file: string; type: ImageType; content: Uint8Array }

/** What the sidecar's page asks of its window. */
export interface SidecarControls {
  state(): SidecarState
  /** Out of its rib, over the chat, or back. It stays out while it has the keyboard. */
  drawOut(isOut: boolean): void
  /** Stays where it stands, whatever the chat window does. */
  detach(): void
  dock(): void
  takeKeyboard(): void
  /** To the chat window. */
  giveKeyboardBack(): void
}

/** What the router asks of the surroundings. The Electron shell has all of it, the browser host next to none. */
export interface Desktop {
  capabilities(): Capabilities
  hotkeys(): HotkeyStates
  /** Gives the old key up only when the new one is registered. */
  rebindHotkey(id: HotkeyId, accelerator: string): HotkeyState
  /**
   * Puts `what` into the window that was in front when the panel opened (`paste`), or on the clipboard (`copy`).
   * `hasMore`: the panel comes back after a paste, with the keyboard, since another part is to follow. `from`: asked in
   * the sidecar, it goes into the window that this is docked to, if that is still `target`, which its page showed.
   */
  deliver(
    what: Deliverable,
    mode: 'paste' | 'copy',
    options?: { hasMore: boolean; from?: 'panel' | 'sidecar'; target?: number | null },
  ): Promise<PasteOutcome>
  sidecar: SidecarControls
  /** How the last pastes went, the oldest first; none of what was pasted. */
  pasteTraces(): readonly PasteTrace[]
  showPanel(): void
  hidePanel(): void
  openWorkbench(): void
  /** Opens the workbench at a place in it: what of its address comes after `#`. */
  openWorkbenchAt(place: string): void
  setTheme(theme: Settings['theme']): void
  /** What is known of chat programs; null where nothing can be pasted. */
  targets(): KnownTargets | null
  /** Pastes a sample into a window of our own, in the manner of `target`. */
  tryPaste(target: PasteTarget): Promise<PasteTrial>
  startup(): StartupState
  /** Returns what holds afterwards, which the system may have refused. */
  setStartup(isOn: boolean): StartupState
  updates(): UpdateState
  /** Asks the update server now; what it has is fetched in the background. */
  checkForUpdates(): Promise<UpdateState>
  /** Says no more of an update that is ready until the program ends, which installs it. */
  postponeUpdate(): void
  restartToUpdate(): RestartAnswer
  /** Null when the folder opened, else why not. */
  openFolder(folder: string): Promise<string | null>
  /** Returns the function that stops listening. */
  onEvent(listener: (event: DeskEvent) => void): () => void
}
