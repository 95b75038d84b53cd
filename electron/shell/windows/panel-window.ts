import type { BrowserWindow, BrowserWindowConstructorOptions, InputEvent, Screen } from 'electron'
import { PANEL_LIMITS, type PanelPlace } from '../../../shared/model/settings.ts'
import { keptInside, type Point, placePanel, type Rect } from '../../../shared/placing/panel-place.ts'
import type { Bounds, WindowHandle } from '../paste/window-port.ts'
import { reloadWhenCrashed } from './crashed-page.ts'
import { handleOf } from './window-handle.ts'

interface PanelParts {
  makeWindow(options: BrowserWindowConstructorOptions): BrowserWindow
  url: string
  screen: Pick<
    Screen,
    'getDisplayMatching' | 'getDisplayNearestPoint' | 'getCursorScreenPoint' | 'screenToDipRect' | 'on'
  >
  /** The size and the place that the agent chose, DIP. */
  size(): Size
  place(): PanelPlace
  /** The agent has drawn the panel larger or smaller. */
  onResized(size: Size): void
  /** The agent has dragged the panel elsewhere; only told while that place is the one to open at. */
  onDragged(corner: Point): void
  onHidden(): void
  platform?: NodeJS.Platform
}

interface Size {
  width: number
  height: number
}

const { width: WIDTH, height: HEIGHT } = PANEL_LIMITS
/** At fractional scales a window comes out a pixel off what was asked. */
const ROUNDING = 2

/** What a hand does that means something to the page; keys that come up were pressed before it. */
const TOUCHES: ReadonlySet<InputEvent['type']> = new Set([
  'rawKeyDown',
  'keyDown',
  'char',
  'mouseDown',
  'mouseWheel',
  'touchStart',
])

const KEYS_DOWN: ReadonlySet<InputEvent['type']> = new Set(['rawKeyDown', 'keyDown'])
/** As Electron names them, by whichever of their names. */
const CHORD_KEYS: ReadonlySet<string> = new Set(['control', 'ctrl', 'meta', 'command', 'cmd'])

/** The quick panel: made once, out of sight, so that the hotkey has only to show it. */
export interface PanelWindow {
  /** Shows the panel with the keyboard, where the agent wants it; `target` is the window in front (device pixels). */
  show(target: Bounds | null): void
  hide(): void
  /** As the window system knows it. */
  handle(): WindowHandle
  isVisible(): boolean
  hasKeyboard(): boolean
  /** Whether a key or a button was pressed in it since it was shown. */
  isTouched(): boolean
  /** How many keys were pressed in it so far with Ctrl or Cmd: the events do not tell which. */
  chords(): number
  load(): Promise<void>
}

export function createPanelWindow(parts: PanelParts): PanelWindow {
  const { makeWindow, url, screen, size, place, onHidden, platform } = parts
  const system = platform ?? process.platform
  const window = makeWindow({
    ...size(),
    minWidth: WIDTH.min,
    minHeight: HEIGHT.min,
    maxWidth: WIDTH.max,
    maxHeight: HEIGHT.max,
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
  let isTouched = false
  let chords = 0
  const load = () => window.loadURL(url)
  window.on('blur', hide)
  window.webContents.on('input-event', (_event, { type, modifiers = [] }) => {
    isTouched ||= TOUCHES.has(type)
    if (KEYS_DOWN.has(type) && modifiers.some((key) => CHORD_KEYS.has(key))) chords += 1
  })
  // Alt+F4 on the panel must not leave the hotkey without one.
  window.on('close', (event) => {
    event.preventDefault()
    hide()
  })
  reloadWhenCrashed(window, load)
  // A monitor that is unplugged, or scaled otherwise, must not take the panel with it. Hidden, it is placed anew anyway.
  screen.on('display-removed', keepOnScreen)
  screen.on('display-metrics-changed', keepOnScreen)

  function hide(): void {
    if (window.isDestroyed() || !window.isVisible()) return
    noteHandiwork()
    window.hide()
    onHidden()
  }

  function noteHandiwork(): void {
    if (placed === null) return
    const { x, y, width, height } = window.getBounds()
    const differs = (a: number, b: number) => Math.abs(a - b) > ROUNDING
    if (differs(width, placed.width) || differs(height, placed.height)) parts.onResized({ width, height })
    if (place().mode === 'as-dragged' && (differs(x, placed.x) || differs(y, placed.y)))
      parts.onDragged({ x, y })
  }

  function keepOnScreen(): void {
    if (window.isDestroyed() || !window.isVisible()) return
    const bounds = window.getBounds()
    placed = keptInside(bounds, screen.getDisplayMatching(bounds).workArea)
    window.setBounds(placed)
  }

  /** The display that the agent is looking at, unless the panel has a place of its own. */
  function displayFor(target: Rect | null, pointer: Point) {
    const { mode, dragged } = place()
    if (mode === 'as-dragged' && dragged) return screen.getDisplayMatching({ ...dragged, ...size() })
    const isByWindow = mode !== 'at-pointer' && target !== null
    return isByWindow ? screen.getDisplayMatching(target) : screen.getDisplayNearestPoint(pointer)
  }

  function inDip(bounds: Bounds): Rect {
    return system === 'win32' ? screen.screenToDipRect(null, bounds) : bounds
  }

  return {
    show(target) {
      const over = target === null ? null : inDip(target)
      const pointer = screen.getCursorScreenPoint()
      const { workArea } = displayFor(over, pointer)
      placed = placePanel({ size: size(), workArea, target: over, place: place(), pointer })
      window.setBounds(placed)
      isTouched = false
      window.show()
      window.focus()
    },
    hide,
    handle: () => handleOf(window, system),
    isVisible: () => !window.isDestroyed() && window.isVisible(),
    hasKeyboard: () => !window.isDestroyed() && window.isFocused(),
    isTouched: () => isTouched,
    chords: () => chords,
    load,
  }
}
