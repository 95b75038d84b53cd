import type { GlobalShortcut } from 'electron'
import { HOTKEY_IDS, type HotkeyId, type HotkeyState, type HotkeyStates } from '../../shared/model/desktop.ts'
import { Hotkey } from './hotkey.ts'

/** Every key that works in all windows, each with a life of its own: one that is taken says nothing of the others. */
export interface Hotkeys {
  states(): HotkeyStates
  /** Asks for the keys of the settings. */
  start(chosen: Readonly<Record<HotkeyId, string>>): HotkeyStates
  rebind(id: HotkeyId, accelerator: string): HotkeyState
  pause(): HotkeyStates
  resume(): HotkeyStates
  stop(): void
}

export function createHotkeys(
  shortcuts: Pick<GlobalShortcut, 'register' | 'unregister'>,
  presses: Readonly<Record<HotkeyId, () => void>>,
): Hotkeys {
  const hotkeys = forEach((id) => new Hotkey(shortcuts, presses[id]))
  const states = () => forEach((id) => hotkeys[id].state)
  return {
    states,
    start: (chosen) => forEach((id) => hotkeys[id].start(chosen[id])),
    rebind: (id, accelerator) => hotkeys[id].rebind(accelerator),
    pause: () => forEach((id) => hotkeys[id].pause()),
    resume: () => forEach((id) => hotkeys[id].resume()),
    stop() {
      for (const id of HOTKEY_IDS) hotkeys[id].stop()
    },
  }
}

/** Something for each key, in their order. */
function forEach<T>(make: (id: HotkeyId) => T): Record<HotkeyId, T> {
  return {
    panel: make('panel'),
    capture: make('capture'),
    nickname: make('nickname'),
    sidecar: make('sidecar'),
  }
}
