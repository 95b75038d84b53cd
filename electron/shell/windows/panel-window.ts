import type { BrowserWindow, BrowserWindowConstructorOptions, Screen } from 'electron'
import type { Bounds, WindowHandle } from '../paste/window-port.ts'
import { placePanel, type Rect } from './panel-place.ts'

interface PanelParts {
  makeWindow(options: BrowserWindowConstructorOptions): BrowserWindow
  url: string
  screen: Pick<
    Screen,
    'getDisplayMatching' | 'getDisplayNearestPoint' | 'getCursorScreenPoint' | 'screenToDipRect'
  >
  /** The size that the agent chose, DIP. */
  size(): Size
  /** The agent has drawn the panel larger or smaller. */
  onResized(size: Size): void
  onHidden(): void
  platform?: NodeJS.Platform
}

interface Size {
  width: number
  height: number
}

/** The bounds of `Settings.panel` (shared/model/settings.ts). */
const SMALLEST: Size = { width: 560, height: 360 }
const LARGEST: Size = { width: 1600, height: 1200 }
/** At fractional scales a window comes out a pixel off what was asked. */
const ROUNDING = 2

/** The quick panel: made once, out of sight, so that the hotkey has only to show it. */
export interface PanelWindow {
  /** Shows the panel with the keyboard, near the window in front (device pixels) or on the pointer's display. */
  show(target: Bounds | null): void
  hide(): void
  /** As the window system knows it. */
  handle(): WindowHandle
  isVisible(): boolean
  hasKeyboard(): boolean
  load(): Promise<void>
}

export function createPanelWindow(parts: PanelParts): PanelWindow {
  const { makeWindow, url, screen, size, onHidden, platform } = parts
  const system = platform ?? process.platform
  const window = makeWindow({
    ...size(),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    maxWidth: LARGEST.width,
    maxHeight: LARGEST.height,
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
  /** Where the last showing put it; what differs from it later is the agent's doing. */
  let placed: Rect | null = null
  window.on('blur', hide)
  // Alt+F4 on the panel must not leave the hotkey without one.
  window.on('close', (event) => {
    event.preventDefault()
    hide()
  })

  function hide(): void {
    if (window.isDestroyed() || !window.isVisible()) return
    noteSize()
    window.hide()
    onHidden()
  }

  function noteSize(): void {
    if (placed === null) return
    const { width, height } = window.getBounds()
    const isResized = Math.max(Math.abs(width - placed.width), Math.abs(height - placed.height)) > ROUNDING
    if (isResized) parts.onResized({ width, height })
  }

  function inDip(bounds: Bounds): Rect {
    return system === 'win32' ? screen.screenToDipRect(null, bounds) : bounds
  }

  return {
    show(target) {
      const over = target === null ? null : inDip(target)
      const display = over
        ? screen.getDisplayMatching(over)
        : screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
      placed = placePanel({ size: size(), workArea: display.workArea, target: over })
      window.setBounds(placed)
      window.show()
      window.focus()
    },
    hide,
    handle: () => (system === 'darwin' ? process.pid : window.getNativeWindowHandle().readUInt32LE(0)),
    isVisible: () => !window.isDestroyed() && window.isVisible(),
    hasKeyboard: () => !window.isDestroyed() && window.isFocused(),
    load: () => window.loadURL(url),
  }
}
