import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { Point, Rect } from '../../../shared/placing/panel-place.ts'
import type { WindowHandle } from '../paste/window-port.ts'
import type { WindowLooks } from '../tracking/window-look.ts'
import { type ClickFocus, focusByElectron, focusByLooks } from './click-focus.ts'
import { reloadWhenCrashed } from './crashed-page.ts'
import { handleOf } from './window-handle.ts'

interface SidecarParts {
  makeWindow(options: BrowserWindowConstructorOptions): BrowserWindow
  url: string
  looks: Pick<WindowLooks, 'raise' | 'letTakeFocus'> | null
  /** Whether another program has the front. */
  isElsewhere(): boolean
  /** The agent has dragged it to where its upper left corner is now, DIP. */
  onDragged(corner: Point): void
  /** The keyboard has gone elsewhere. */
  onLeft(): void
  /** The agent has closed it, as by Alt+F4. */
  onClosed(): void
  platform?: NodeJS.Platform
}

/** At fractional scales a window comes out a pixel off what was asked. */
const ROUNDING = 2
const USUAL = { width: 360, height: 640 } as const

/** The sidecar's window: made when there is first a place for it, and never in anybody's way. */
export interface SidecarWindow {
  /** Stands there, without taking the keyboard. DIP. `isFloating`: above all windows, since it belongs to none. */
  stand(at: Rect, isFloating: boolean): void
  hide(): void
  /** On top of the others, without taking the keyboard. */
  raise(): void
  takeKeyboard(): void
  hasKeyboard(): boolean
  /** Where it stands; null when it is not to be seen. */
  bounds(): Rect | null
  /** As the window system knows it; null before there is one. */
  handle(): WindowHandle | null
}

export function createSidecarWindow(parts: SidecarParts): SidecarWindow {
  const { makeWindow, url, looks, onDragged, onLeft, onClosed } = parts
  const system = parts.platform ?? process.platform
  let window: BrowserWindow | null = null
  let clickFocus: ClickFocus | null = null
  let isLoaded = false
  let place: { at: Rect; isFloating: boolean } | null = null
  let isBeingPlaced = false

  function create(): BrowserWindow {
    const created = makeWindow({
      ...USUAL,
      title: '黄金六秒 · 侧边栏',
      show: false,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      // Not on Linux, where it would leave the window manager's hands altogether.
      ...(looks?.letTakeFocus ? {} : { focusable: false }),
    })
    // A click must leave the keyboard with the chat.
    clickFocus = looks?.letTakeFocus
      ? focusByLooks(looks.letTakeFocus, () => handleOf(created, system))
      : focusByElectron(created, parts.isElsewhere)
    created.on('blur', () => {
      if (created.isDestroyed()) return
      clickFocus?.left()
      onLeft()
    })
    created.on('close', (event) => {
      event.preventDefault()
      onClosed()
    })
    created.on('move', () => noteDrag(created))
    // Shown when there is something to see: no white flash.
    const load = async () => {
      await created.loadURL(url)
      isLoaded = true
      arrange()
    }
    // The program may end while the page loads.
    load().catch(() => undefined)
    reloadWhenCrashed(created, load)
    return created
  }

  function arrange(): void {
    if (window === null || !isLoaded || window.isDestroyed()) return
    if (place === null) {
      if (window.isVisible()) window.hide()
      return
    }
    if (window.isAlwaysOnTop() !== place.isFloating) window.setAlwaysOnTop(place.isFloating)
    goTo(window, place.at)
    if (window.isVisible()) return
    clickFocus?.refuse()
    window.showInactive()
  }

  /** Onto a display of another scale, Windows may take the one that it leaves for the size. Then it is told once more. */
  function goTo(placed: BrowserWindow, at: Rect): void {
    if (isAt(placed, at)) return
    isBeingPlaced = true
    placed.setBounds(at)
    isBeingPlaced = !isAt(placed, at)
    if (!isBeingPlaced) return
    setImmediate(() => {
      if (place && !placed.isDestroyed() && !isAt(placed, place.at)) placed.setBounds(place.at)
      isBeingPlaced = false
    })
  }

  function noteDrag(dragged: BrowserWindow): void {
    if (isBeingPlaced || !place?.isFloating || dragged.isDestroyed()) return
    if (!dragged.isVisible() || isAt(dragged, place.at)) return
    const { x, y } = dragged.getBounds()
    onDragged({ x, y })
  }

  return {
    stand(at, isFloating) {
      place = { at, isFloating }
      window ??= create()
      arrange()
    },
    hide() {
      place = null
      arrange()
    },
    raise() {
      if (window === null || place === null || window.isDestroyed() || !window.isVisible()) return
      looks?.raise(handleOf(window, system))
      if (!window.isFocused()) clickFocus?.refuse()
    },
    takeKeyboard() {
      if (window === null || window.isDestroyed() || !window.isVisible()) return
      clickFocus?.allow()
      window.focus()
    },
    hasKeyboard: () => window !== null && !window.isDestroyed() && window.isFocused(),
    bounds: () => (window && !window.isDestroyed() && window.isVisible() ? window.getBounds() : null),
    handle: () => (window && !window.isDestroyed() ? handleOf(window, system) : null),
  }
}

function isAt(window: BrowserWindow, { x, y, width, height }: Rect): boolean {
  const is = window.getBounds()
  const differs = [is.x - x, is.y - y, is.width - width, is.height - height]
  return differs.every((by) => Math.abs(by) < ROUNDING)
}
