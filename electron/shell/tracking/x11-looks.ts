import type { Bounds, WindowHandle } from '../paste/window-port.ts'
import { openX11, PROPERTY_CHANGE, STRUCTURE_NOTIFY, XA_CARDINAL } from '../paste/x11-library.ts'
import type { WindowLook, WindowLooks } from './window-look.ts'

/** ICCCM 4.1.3.1 */
const WITHDRAWN = 0
const ICONIC = 3
/** EWMH: on all desktops. Xlib fills the upper half of its numbers with the sign. */
const EVERY_DESKTOP = 0xffffffff
/** EWMH: the request comes on the user's behalf. */
const FROM_THE_USER = 2
const ABOVE = 0
const NO_SIBLING = 0
/** X11 has one scale for everything, and Electron counts in it. */
const DPI = 96

/**
 * X11, with a window manager that follows EWMH. It tells of changes by events: nothing is asked while there are none.
 * Throws when there is no X display to open.
 */
export function x11Looks(displayName: string | null = null): WindowLooks {
  const x11 = openX11(displayName)
  const atoms = {
    state: x11.atom('WM_STATE'),
    frame: x11.atom('_NET_FRAME_EXTENTS'),
    shadow: x11.atom('_GTK_FRAME_EXTENTS'),
    desktop: x11.atom('_NET_WM_DESKTOP'),
    currentDesktop: x11.atom('_NET_CURRENT_DESKTOP'),
    restack: x11.atom('_NET_RESTACK_WINDOW'),
  }
  const NEWS = PROPERTY_CHANGE | STRUCTURE_NOTIFY
  let heard: WindowHandle | null = null
  // Which window is active, and which desktop is shown, stand on the root window.
  x11.listen(x11.root, PROPERTY_CHANGE)

  function bounds(window: WindowHandle, { x, y, width, height }: Bounds): Bounds {
    const margins = (atom: number) => x11.numberList(window, atom, XA_CARDINAL)
    const [left = 0, right = 0, top = 0, bottom = 0] = margins(atoms.frame)
    // A program that draws its own frame counts its shadow as part of its window.
    const [leftShade = 0, rightShade = 0, topShade = 0, bottomShade = 0] = margins(atoms.shadow)
    return {
      x: x - left + leftShade,
      y: y - top + topShade,
      width: width + left + right - leftShade - rightShade,
      height: height + top + bottom - topShade - bottomShade,
    }
  }

  function stateOf(window: WindowHandle): WindowLook['state'] {
    const state = x11.numberProperty(window, atoms.state, atoms.state) ?? WITHDRAWN
    if (state === ICONIC) return 'minimised'
    return state !== WITHDRAWN && isOnThisDesktop(window) ? 'shown' : 'hidden'
  }

  function isOnThisDesktop(window: WindowHandle): boolean {
    const desktop = x11.numberProperty(window, atoms.desktop, XA_CARDINAL)
    return (
      desktop === null ||
      desktop >= EVERY_DESKTOP ||
      desktop === x11.numberProperty(x11.root, atoms.currentDesktop, XA_CARDINAL)
    )
  }

  return {
    look(window) {
      const inner = x11.bounds(window)
      return inner && { state: stateOf(window), bounds: bounds(window, inner), dpi: DPI }
    },
    hasNews(window) {
      const isOther = window !== heard
      if (isOther && heard !== null) x11.listen(heard, 0)
      if (isOther && window !== null) x11.listen(window, NEWS)
      heard = window
      return x11.dropEvents(NEWS) || isOther
    },
    raise: (window) => x11.askWindowManager(window, atoms.restack, [FROM_THE_USER, NO_SIBLING, ABOVE]),
    letTakeFocus: (window, may) => x11.setInputHint(window, may),
    close: () => x11.close(),
  }
}
