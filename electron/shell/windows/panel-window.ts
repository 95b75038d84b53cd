import type { BrowserWindow, BrowserWindowConstructorOptions, Screen } from 'electron'
import type { Bounds } from '../paste/window-port.ts'
import { placePanel, type Rect } from './panel-place.ts'

interface PanelParts {
  makeWindow(options: BrowserWindowConstructorOptions): BrowserWindow
  url: string
  screen: Pick<
    Screen,
    'getDisplayMatching' | 'getDisplayNearestPoint' | 'getCursorScreenPoint' | 'screenToDipRect'
  >
  /** The size that the agent chose, DIP. */
  size(): { width: number; height: number }
  onHidden(): void
  platform?: NodeJS.Platform
}

/** The quick panel: made once, out of sight, so that the hotkey has only to show it. */
export interface PanelWindow {
  window: BrowserWindow
  /** Shows the panel with the keyboard, near the window in front (device pixels) or on the pointer's display. */
  show(target: Bounds | null): void
  hide(): void
  isVisible(): boolean
  hasKeyboard(): boolean
  load(): Promise<void>
}

export function createPanelWindow({
  makeWindow,
  url,
  screen,
  size,
  onHidden,
  platform,
}: PanelParts): PanelWindow {
  const system = platform ?? process.platform
  const window = makeWindow({
    ...size(),
    title: '黄金六秒',
    show: false,
    frame: false,
    resizable: true,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    // On macOS a panel takes the keyboard without taking the front from the chat program.
    ...(system === 'darwin' ? { type: 'panel' } : {}),
  })
  window.on('blur', hide)
  // Alt+F4 on the panel must not leave the hotkey without one.
  window.on('close', (event) => {
    event.preventDefault()
    hide()
  })

  function hide(): void {
    if (window.isDestroyed() || !window.isVisible()) return
    window.hide()
    onHidden()
  }

  function inDip(bounds: Bounds): Rect {
    return system === 'win32' ? screen.screenToDipRect(null, bounds) : bounds
  }

  return {
    window,
    show(target) {
      const over = target === null ? null : inDip(target)
      const display = over
        ? screen.getDisplayMatching(over)
        : screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
      window.setBounds(placePanel({ size: size(), workArea: display.workArea, target: over }))
      window.show()
      window.focus()
    },
    hide,
    isVisible: () => !window.isDestroyed() && window.isVisible(),
    hasKeyboard: () => !window.isDestroyed() && window.isFocused(),
    load: () => window.loadURL(url),
  }
}
