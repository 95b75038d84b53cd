import { readlinkSync } from 'node:fs'
import path from 'node:path'
import type {
  KeyChord,
  KeysResult,
  Modifier,
  WindowDetails,
  WindowHandle,
  WindowPort,
} from './window-port.ts'
import { watchClipboard } from './x11-clipboard-watch.ts'
import { ANY_PROPERTY_TYPE, openX11, XA_ATOM, XA_CARDINAL, XA_WINDOW } from './x11-library.ts'
import { createPing } from './x11-ping.ts'

/** Key symbols (keysymdef.h). */
const MODIFIER_KEYS: Record<Modifier, number> = { Control: 0xffe3, Shift: 0xffe1, Alt: 0xffe9 }
const KEYS: Record<KeyChord['key'], number> = { V: 0x76, C: 0x63, Insert: 0xff63 }
/** Both sides of Shift, Control, Meta, Alt, Super, and the two Enters. */
const KEYS_TO_RELEASE = [
  0xffe1, 0xffe2, 0xffe3, 0xffe4, 0xffe7, 0xffe8, 0xffe9, 0xffea, 0xffeb, 0xffec, 0xff0d, 0xff8d,
]
/** EWMH: the request comes from something like a pager, on the user's behalf, so focus stealing rules do not apply. */
const FROM_THE_USER = 2

/** X11 by direct calls, with a window manager that follows EWMH. Throws when there is no X display to open. */
export function x11Port(displayName: string | null = null): WindowPort {
  const x11 = openX11(displayName)
  const atoms = {
    activeWindow: x11.atom('_NET_ACTIVE_WINDOW'),
    windowName: x11.atom('_NET_WM_NAME'),
    legacyName: x11.atom('WM_NAME'),
    processId: x11.atom('_NET_WM_PID'),
    clients: x11.atom('_NET_CLIENT_LIST_STACKING'),
    state: x11.atom('_NET_WM_STATE'),
    modal: x11.atom('_NET_WM_STATE_MODAL'),
    transientFor: x11.atom('WM_TRANSIENT_FOR'),
    clipboard: x11.atom('CLIPBOARD'),
  }
  const ping = createPing(x11)
  const clipboardVersion = watchClipboard(x11)
  let isClosed = false

  function title(window: WindowHandle): string {
    const bytes =
      x11.property(window, atoms.windowName, ANY_PROPERTY_TYPE) ??
      x11.property(window, atoms.legacyName, ANY_PROPERTY_TYPE)
    return bytes ? new TextDecoder().decode(bytes) : ''
  }

  const clients = (): number[] => x11.numberList(x11.root, atoms.clients, XA_WINDOW).toReversed()

  /** Window managers hand the keyboard to such a dialog, whatever window is asked to the front. */
  const isModalFor = (dialog: WindowHandle, window: WindowHandle): boolean =>
    x11.numberProperty(dialog, atoms.transientFor, XA_WINDOW) === window &&
    x11.numberList(dialog, atoms.state, XA_ATOM).includes(atoms.modal)

  const exeOf = (window: WindowHandle): string => {
    const processId = x11.numberProperty(window, atoms.processId, XA_CARDINAL)
    return processId === null ? '' : programOf(processId)
  }

  /** Wine has one client of its own write the clipboard for all of them, so that nobody can tell who did. */
  const isWindowsProgram = (window: WindowHandle): boolean => /^wine/.test(exeOf(window))

  return {
    name: 'x11',
    losesFrontToPanel: true,

    foregroundWindow() {
      const active = x11.numberProperty(x11.root, atoms.activeWindow, XA_WINDOW)
      // The manager may name a window before it has handed the keyboard over.
      return active && x11.hasInputFocus(active) ? active : null
    },

    bounds: (window) => x11.bounds(window),

    details(window): WindowDetails | null {
      if (!x11.exists(window)) return null
      // Under X11 every program of the session may type into every other.
      return { title: title(window), exe: exeOf(window), isElevated: false }
    },

    bringToFront(window) {
      x11.askWindowManager(window, atoms.activeWindow, [FROM_THE_USER])
    },

    hasHeldKeys() {
      const isPressed = x11.pressedKeys()
      return KEYS_TO_RELEASE.map((key) => x11.keycode(key)).some(
        (keycode) => keycode !== 0 && isPressed(keycode),
      )
    },

    hasDialogInFront: (window) => clients().some((client) => isModalFor(client, window)),
    answers: ping,
    // Looked at in the background, too, by who may not know that the display is gone.
    clipboardVersion: () => (isClosed ? null : clipboardVersion()),
    wroteClipboard(window) {
      if (isClosed) return false
      const owner = x11.selectionOwner(atoms.clipboard)
      return owner !== 0 && (x11.haveOneClient(owner, window) || isWindowsProgram(window))
    },
    visibleWindows: clients,

    sendKeys(chord: KeyChord): KeysResult {
      const keycodes = [...chord.modifiers.map((name) => MODIFIER_KEYS[name]), KEYS[chord.key]].map((key) =>
        x11.keycode(key),
      )
      if (keycodes.includes(0))
        return { sent: false, advice: '当前键盘布局里没有粘贴所用的键，请切换到英文键盘布局' }
      const pressed = keycodes.map((keycode) => x11.fakeKey(keycode, true))
      const released = keycodes.toReversed().map((keycode) => x11.fakeKey(keycode, false))
      x11.flush()
      return { sent: [...pressed, ...released].every(Boolean) }
    },

    close() {
      isClosed = true
      x11.close()
    },
  }
}

/** File name of the program, from /proc; empty for another user's process or outside Linux. */
function programOf(processId: number): string {
  try {
    return path.basename(readlinkSync(`/proc/${processId}/exe`))
  } catch {
    return ''
  }
}
