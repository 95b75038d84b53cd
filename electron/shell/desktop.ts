import {
  type DeskEvent,
  HOTKEY_IDS,
  type HotkeyId,
  type HotkeyState,
  type HotkeyStates,
  type PasteOutcome,
} from '../../shared/model/desktop.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { SidecarState } from '../../shared/model/sidecar-state.ts'
import type { Deliverable, Desktop } from '../rpc/desktop.ts'
import { asCaptured } from './capture/as-captured.ts'
import type { Capture } from './capture/capture-selection.ts'
import type { Docking } from './docking/docking.ts'
import type { EnterGuard } from './enter-guard.ts'
import type { Hotkeys } from './hotkeys.ts'
import { copied } from './paste/outcomes.ts'
import type { PasteService } from './paste/paste.ts'
import type { Eventually, WindowHandle, WindowPort } from './paste/window-port.ts'
import type { System } from './system.ts'
import type { PanelWindow } from './windows/panel-window.ts'
import type { SidecarWindow } from './windows/sidecar-window.ts'
import type { WorkbenchWindow } from './windows/workbench-window.ts'

interface DesktopParts {
  panel: Pick<PanelWindow, 'show' | 'hide' | 'handle' | 'isVisible' | 'hasKeyboard' | 'isTouched'>
  workbench: WorkbenchWindow
  sidecar: Pick<SidecarWindow, 'hasKeyboard' | 'bounds'>
  docking: Omit<Docking, 'stop'>
  /** Whether windows can be followed here. */
  canDock: boolean
  hotkeys: Hotkeys
  capture: Capture
  enterGuard: EnterGuard
  port: WindowPort | null
  paste: Pick<PasteService, 'paste' | 'copy' | 'canPaste' | 'targetHasRead' | 'traces'>
  setTheme(theme: Settings['theme']): void
  system: System
  /** A desktop notification: where the panel is gone, it is what the agent sees. */
  notify(message: string): void
  /** Milliseconds since 1970. */
  now(): number
}

export interface ShellDesktop extends Desktop {
  /**
   * The hotkey: shows the panel over the window in front and notes that window. Pressed again it does not put the
   * panel away, for then the agent's next words, and Enter, would go into the chat.
   */
  openPanelOverTarget(): Promise<void>
  /** The other hotkeys: what is selected in the window in front becomes the panel's query, or the buyer. */
  openPanelWithSelection(as: 'message' | 'nickname'): Promise<void>
  /** Opens the panel with a query, for the window that it was asked in, whichever is in front now. */
  openPanelWith(message: string, window: WindowHandle): Promise<void>
  /** The sidecar stands elsewhere, or beside another chat. */
  sidecarChanged(state: SidecarState): void
  /** The hotkey of the sidecar: the cursor goes into its input, or back to the chat. */
  enterSidecar(): void
  /** The panel was put away, by whichever way. */
  panelWasHidden(): void
  updatesChanged(): void
  /** Registers the keys of the settings. Keys that are taken are announced: nothing happens when they are pressed. */
  startHotkeys(chosen: Readonly<Record<HotkeyId, string>>): void
  pauseHotkeys(isPaused: boolean): void
}

/** An answer that is here already; null for one that would have to be waited for. */
function knownAtOnce<T>(answer: Eventually<T | null> | undefined): T | null {
  return answer === undefined || answer instanceof Promise ? null : answer
}

/** An accelerator as it is printed on keyboards. */
const asKeys = (accelerator: string): string => accelerator.replace('Control', 'Ctrl')

/** What cannot be done when a key is not ours, for the notice at the start. */
const DOES: Record<HotkeyId, string> = {
  panel: '请从托盘图标打开面板，或到管理台的设置里换一组',
  capture: '要用选中的话找话术，请到管理台的设置里换一组',
  nickname: '要把选中的昵称填为客户，请到管理台的设置里换一组',
  sidecar: '要用键盘进侧边栏，请到管理台的设置里换一组',
}

/** The desktop as the router sees it. */
export function createDesktop(parts: DesktopParts): ShellDesktop {
  const { enterGuard, panel, workbench, sidecar, docking, hotkeys, port, paste } = parts
  const listeners = new Set<(event: DeskEvent) => void>()
  /** Where the agent was when the panel opened, and where a phrase will go. */
  let noted: WindowHandle | null = null

  function tell(event: DeskEvent): void {
    for (const listener of listeners) listener(event)
  }

  /**
   * @param shownAt when the key was pressed, from which the six seconds count
   * @param over the window that it is about, when that may not be in front any more
   */
  async function openPanelOverTarget(shownAt = parts.now(), over?: WindowHandle | null): Promise<void> {
    enterGuard.lower()
    if (over !== undefined || !panel.isVisible() || !panel.hasKeyboard()) {
      // With the fast adapters these answers are here at once: nothing is awaited before the panel shows.
      const foreground = over !== undefined ? over : windowInFront()
      if (port?.losesFrontToPanel === false) panel.show(null)
      const inFront = (foreground instanceof Promise ? await foreground : foreground) ?? null
      // Just put away, the panel may still count as in front for a moment; the agent is where they were before it.
      if (inFront !== panel.handle()) noted = inFront
      if (port?.losesFrontToPanel !== false)
        panel.show(knownAtOnce(noted === null ? null : port?.bounds(noted)))
    }
    tell({ kind: 'panel-shown', shownAt, targetTitle: titleOf(noted) })
  }

  /** Our own workbench is none that a phrase could go to; who types in the sidecar is in its chat. */
  function windowInFront(): Eventually<WindowHandle | null> {
    if (sidecar.hasKeyboard()) return docking.target()
    return workbench.hasKeyboard() ? null : (port?.foregroundWindow() ?? null)
  }

  /** In the panel and in the sidecar there is nothing to capture: the panel only opens, as by its own key. */
  async function openPanelWithSelection(as: 'message' | 'nickname'): Promise<void> {
    const pressedAt = parts.now()
    const isInPanel = panel.isVisible() && panel.hasKeyboard()
    if (isInPanel || sidecar.hasKeyboard()) return openPanelOverTarget(pressedAt)
    const window = (await port?.foregroundWindow()) ?? null
    const isInWorkbench = workbench.hasKeyboard()
    const captured = await parts.capture(window, (late) => {
      // Told late, it is what the agent still waits for only if they have done nothing else.
      if (noted === window && panel.hasKeyboard() && !panel.isTouched())
        tell({ kind: 'captured', captured: asCaptured(as, late) })
    })
    // What was selected in this window is answered in it, whatever has come to the front meanwhile.
    await openPanelOverTarget(pressedAt, isInWorkbench ? null : window)
    tell({ kind: 'captured', captured: asCaptured(as, captured) })
  }

  /** Read after the panel is shown; null where it would have to be waited for. */
  function titleOf(window: WindowHandle | null): string | null {
    return knownAtOnce(window === null ? null : port?.details(window))?.title ?? null
  }

  const deliver: Desktop['deliver'] = async (
    what,
    mode,
    { hasMore, from, target: meant = null } = { hasMore: false },
  ) => {
    if (mode === 'copy') return paste.copy(what)
    if (from === 'sidecar') return deliverFromSidecar(what, hasMore, meant)
    const target = noted
    enterGuard.raise()
    const outcome = await paste
      .paste({
        what,
        target,
        panelHasKeyboard: () => panel.hasKeyboard(),
        hidePanel: () => panel.hide(),
      })
      .finally(enterGuard.lowerSoon)
    if (outcome.status !== 'pasted' && !panel.isVisible()) parts.notify(outcome.message)
    // Not waited for: how long the paste took ends here.
    if (outcome.status === 'pasted' && hasMore) void comeBackTo(target)
    return outcome
  }

  /**
   * Into the window that the sidecar is docked to. Clicked there, the agent has not left the window that they were in:
   * whichever that is, the chat comes to the front.
   *
   * @param meant the chat that the sidecar showed when it was clicked; beside another by now, nothing is pasted
   */
  async function deliverFromSidecar(
    what: Deliverable,
    hasMore: boolean,
    meant: WindowHandle | null,
  ): Promise<PasteOutcome> {
    const target = docking.target()
    if (target !== meant) return copyInstead(what)
    const hadKeyboard = sidecar.hasKeyboard()
    const clickedOver = await port?.foregroundWindow()
    // After a click Enter is the chat's, as ever: no finger was on it here.
    if (hadKeyboard) enterGuard.raise()
    const outcome = await paste
      .paste({
        what,
        target,
        panelHasKeyboard: () =>
          sidecar.hasKeyboard() || knownAtOnce(port?.foregroundWindow()) === clickedOver,
        hidePanel: () => undefined,
      })
      .finally(() => hadKeyboard && enterGuard.lowerSoon())
    if (outcome.status !== 'pasted') sayUnlessSidecarDoes(outcome.message)
    else if (!hasMore) docking.pasted()
    else if (hadKeyboard) void takeKeyboardBackFrom(target)
    return outcome
  }

  async function copyInstead(what: Deliverable): Promise<PasteOutcome> {
    const outcome = await paste.copy(what)
    const said = outcome.status === 'copied' ? copied('target-not-in-front') : outcome
    if (said.status !== 'pasted') sayUnlessSidecarDoes(said.message)
    return said
  }

  function sayUnlessSidecarDoes(message: string): void {
    if (sidecar.bounds() === null) parts.notify(message)
  }

  /** For the next part, unless the agent has gone elsewhere. Pressed too soon, Enter must not send the last one. */
  async function takeKeyboardBackFrom(target: WindowHandle | null): Promise<void> {
    enterGuard.raise()
    await paste.targetHasRead()
    if ((await port?.foregroundWindow()) !== target) return enterGuard.lowerSoon()
    docking.takeKeyboard()
    enterGuard.lower()
  }

  /**
   * Shows the panel again for the next part, unless the agent has gone elsewhere or opened it themselves. Until then
   * Enter goes nowhere: pressed for the next part, it must not send the last one.
   */
  async function comeBackTo(target: WindowHandle | null): Promise<void> {
    enterGuard.raise()
    await paste.targetHasRead()
    const inFront = await port?.foregroundWindow()
    if (panel.isVisible() || noted !== target || inFront !== target) return enterGuard.lowerSoon()
    panel.show(knownAtOnce(target === null ? null : port?.bounds(target)))
    enterGuard.lower()
  }

  function sayHotkeys(states: HotkeyStates): void {
    for (const id of HOTKEY_IDS) sayHotkey(id, states[id])
  }

  function sayHotkey(id: HotkeyId, state: HotkeyState): void {
    tell({ kind: 'hotkey-changed', id, hotkey: state })
    if (state.status !== 'taken') return
    const instead =
      state.alternatives.length > 0 ? `，可换成 ${state.alternatives.map(asKeys).join('、')}` : ''
    parts.notify(`热键 ${asKeys(state.accelerator)} 用不了：${state.reason}。${DOES[id]}${instead}`)
  }

  return {
    capabilities: () => ({
      host: 'electron',
      hotkey: true,
      paste: paste.canPaste,
      docking: parts.canDock,
      tray: true,
      openFolder: true,
    }),
    ...parts.system,
    hotkeys: hotkeys.states,
    rebindHotkey(id, accelerator) {
      const before = hotkeys.states()[id]
      const result = hotkeys.rebind(id, accelerator)
      const hotkey = hotkeys.states()[id]
      if (hotkey !== before) tell({ kind: 'hotkey-changed', id, hotkey })
      return result
    },
    deliver,
    pasteTraces: () => paste.traces,
    showPanel() {
      // Opened from a menu or a page, there is no chat that the agent came from: phrases are copied.
      noted = null
      enterGuard.lower()
      panel.show(null)
      tell({ kind: 'panel-shown', shownAt: parts.now(), targetTitle: null })
    },
    hidePanel: () => panel.hide(),
    sidecar: docking,
    sidecarChanged: (state) => tell({ kind: 'sidecar-changed', sidecar: state }),
    enterSidecar() {
      if (sidecar.hasKeyboard()) return docking.giveKeyboardBack()
      docking.takeKeyboard()
      if (sidecar.bounds() === null)
        parts.notify('侧边栏站在聊天窗口旁边，现在没有打开的聊天窗口，或者侧边栏已关')
    },
    openWorkbench: () => workbench.open(),
    openWorkbenchAt(place) {
      workbench.open(place)
      tell({ kind: 'workbench-asked', place })
    },
    setTheme: parts.setTheme,
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    openPanelOverTarget: () => openPanelOverTarget(),
    openPanelWithSelection,
    async openPanelWith(message, window) {
      await openPanelOverTarget(parts.now(), window)
      tell({ kind: 'captured', captured: { as: 'message', text: message, from: 'clipboard' } })
    },
    panelWasHidden: () => tell({ kind: 'panel-hidden' }),
    updatesChanged: () => tell({ kind: 'updates-changed' }),
    startHotkeys: (chosen) => sayHotkeys(hotkeys.start(chosen)),
    pauseHotkeys: (isPaused) => sayHotkeys(isPaused ? hotkeys.pause() : hotkeys.resume()),
  }
}
