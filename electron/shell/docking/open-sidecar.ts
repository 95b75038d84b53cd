import type { BrowserWindow, BrowserWindowConstructorOptions, Screen } from 'electron'
import type { Settings, SettingsPatch } from '../../../shared/model/settings.ts'
import type { SidecarState } from '../../../shared/model/sidecar-state.ts'
import type { Clock, WindowHandle, WindowPort } from '../paste/window-port.ts'
import type { Targets } from '../targets.ts'
import type { WindowLooks } from '../tracking/window-look.ts'
import { createWindowTracker, keepLooking } from '../tracking/window-tracker.ts'
import { createSidecarWindow } from '../windows/sidecar-window.ts'
import { createDocking } from './docking.ts'

interface SidecarParts {
  makeWindow(options: BrowserWindowConstructorOptions): BrowserWindow
  url: string
  screen: Pick<Screen, 'getDisplayMatching' | 'screenToDipRect' | 'on'>
  port: WindowPort | null
  /** Null where windows cannot be followed. */
  looks: WindowLooks | null
  targets: Pick<Targets, 'profileOf'>
  settings: { read(): Settings; update(patch: SettingsPatch): unknown }
  clock: Clock
  /** Every window of this program that there is now. */
  ourWindows(): readonly WindowHandle[]
  onState(state: SidecarState): void
}

/** The sidecar, put together: its window, what it follows, and the rules of both. */
export function openSidecar(parts: SidecarParts) {
  const { port, looks, targets, settings, clock } = parts
  const window = createSidecarWindow({
    ...{ makeWindow: parts.makeWindow, url: parts.url, looks },
    isElsewhere() {
      const front = port?.foregroundWindow()
      return typeof front === 'number' && !parts.ourWindows().includes(front)
    },
    onDragged: (corner) => docking.dragged(corner),
    onLeft: () => docking.left(),
    onClosed: () => turn(false),
  })

  function follow(onChange: Parameters<typeof createWindowTracker>[0]['onChange']): () => void {
    if (port === null || looks === null) return () => undefined
    const tracker = createWindowTracker({
      ...{ windows: port, looks, onChange },
      profileOf(details) {
        const profile = targets.profileOf(details)
        return profile.id === 'other' ? null : profile
      },
      isOurs: (handle) => parts.ourWindows().includes(handle),
      now: () => clock.now(),
    })
    return keepLooking(tracker)
  }

  const canDock = port !== null && looks !== null
  const docking = createDocking({
    ...{ window, screen: parts.screen, follow, onState: parts.onState },
    settings: {
      // With nothing to stand beside, there is nothing to paste into.
      read: () => ({ ...settings.read().sidecar, ...(!canDock && { isOn: false }) }),
      update: (sidecar) => void settings.update({ sidecar }),
    },
    giveKeyboardTo: (target) => void port?.bringToFront(target),
  })

  function turn(isOn: boolean): void {
    settings.update({ sidecar: { ...settings.read().sidecar, isOn } })
    docking.settingsChanged()
  }

  return {
    window,
    docking,
    canDock,
    toggle: () => turn(!settings.read().sidecar.isOn),
    stop() {
      docking.stop()
      looks?.close()
    },
  }
}
