import type { BrowserWindow } from 'electron'
import type { WindowHandle } from '../paste/window-port.ts'
import type { WindowLooks } from '../tracking/window-look.ts'

/** Whether a click gives the keyboard to a window. At first it does not. */
export interface ClickFocus {
  allow(): void
  /** The keyboard has left the window. */
  left(): void
  /** The window is still hidden, or has just been put on top of the others. */
  refuse(): void
}

/** Under X11 it is between the window and its manager, who may be told at any time. */
export function focusByLooks(
  letTakeFocus: NonNullable<WindowLooks['letTakeFocus']>,
  handle: () => WindowHandle,
): ClickFocus {
  const refuse = () => letTakeFocus(handle(), false)
  return { allow: () => letTakeFocus(handle(), true), left: refuse, refuse }
}

/**
 * On Windows by Electron's `setFocusable`. Of a window that is to be seen that also gives the front to the window right
 * under it, and lists it in the taskbar (electron/electron#23106, #45640). So it is asked for only where the window
 * right under it is the one that has the front, and where that is another program's: our own panel would lose the
 * keyboard by it. Until then a click still takes the keyboard.
 *
 * @param isElsewhere whether another program has the front
 */
export function focusByElectron(window: BrowserWindow, isElsewhere: () => boolean): ClickFocus {
  let isAllowed = false

  function set(may: boolean): void {
    const isFloating = window.isAlwaysOnTop()
    // Let down among the others, it lies right on the one in front.
    if (isFloating) window.setAlwaysOnTop(false)
    window.setFocusable(may)
    if (isFloating) window.setAlwaysOnTop(true)
    window.setSkipTaskbar(true)
    isAllowed = may
  }

  function refuse(): void {
    if (isAllowed && (!window.isVisible() || isElsewhere())) set(false)
  }

  return {
    allow() {
      if (!isAllowed) set(true)
    },
    refuse,
    left() {
      // Only then is another window in front. One that does not float waits for being put on top of its chat.
      setImmediate(() => {
        if (!window.isDestroyed() && window.isAlwaysOnTop()) refuse()
      })
    },
  }
}
