import path from 'node:path'
import {
  KEYEVENTF_EXTENDEDKEY,
  KEYEVENTF_KEYUP,
  type KeyStroke,
  openWin32,
  SW_RESTORE,
  type Win32,
} from './win32-library.ts'
import type { KeyChord, Modifier, WindowPort } from './window-port.ts'

/** Virtual-key codes (winuser.h). */
const VK_MENU = 0x12
const MODIFIER_KEYS: Record<Modifier, number> = { Control: 0x11, Shift: 0x10, Alt: VK_MENU }
const KEYS: Record<KeyChord['key'], number> = { V: 0x56, C: 0x43, Insert: 0x2d }
const VK_RETURN = 0x0d
const VK_LWIN = 0x5b
const VK_RWIN = 0x5c
const KEYS_TO_RELEASE = [...Object.values(MODIFIER_KEYS), VK_LWIN, VK_RWIN, VK_RETURN]
/** A key without a meaning: between Alt down and Alt up it keeps the window in front from opening its menu. */
const VK_UNASSIGNED = 0xe8

/** Windows by direct calls to user32. Throws when not on Windows. */
export function win32Port(win32: Win32 = openWin32()): WindowPort {
  const weAreElevated = win32.areWeElevated()

  /** Windows drops keys sent to a program of higher rank without telling. Refusing to say means higher rank, too. */
  const outranksUs = (processId: number): boolean => !weAreElevated && win32.isElevated(processId) !== false

  /** Chat programs draw what is said, and copy it, in processes of their own, started from the same folder. */
  function isOneProgram(process: number, other: number): boolean {
    const [folder, otherFolder] = [process, other].map((id) => path.win32.dirname(win32.programPath(id)))
    return folder !== '.' && folder === otherFolder
  }

  return {
    name: 'win32',
    losesFrontToPanel: true,
    foregroundWindow: () => win32.foregroundWindow() || null,
    bounds: (window) => win32.bounds(window),

    details(window) {
      if (!win32.isWindow(window)) return null
      const processId = win32.processOf(window)
      return {
        title: win32.title(window),
        exe: path.win32.basename(win32.programPath(processId)),
        isElevated: outranksUs(processId),
      }
    },

    bringToFront(window) {
      if (win32.isMinimised(window)) win32.showWindow(window, SW_RESTORE)
      if (win32.foregroundWindow() === window) return
      // A foreground gained by SetForegroundWindow alone does not last; after a tap on Alt it does (4–7 ms).
      win32.sendInput([...press(VK_MENU), ...tap(VK_UNASSIGNED), ...release(VK_MENU)])
      win32.setForegroundWindow(window)
    },

    hasHeldKeys: () => KEYS_TO_RELEASE.some((key) => win32.isKeyDown(key)),

    hasDialogInFront: (window) => win32.isWindow(window) && !win32.isEnabled(window),
    answers: async (window, limitMs) => !win32.isWindow(window) || win32.answers(window, limitMs),
    clipboardVersion: () => win32.clipboardVersion(),

    wroteClipboard(window) {
      const [owner, asked] = [win32.processOf(win32.clipboardOwner()), win32.processOf(window)]
      return owner !== 0 && (owner === asked || isOneProgram(owner, asked))
    },

    visibleWindows: () => win32.visibleWindows(),

    sendKeys(chord) {
      return { sent: win32.sendInput(strokesOf(chord)) }
    },

    close() {},
  }
}

/** Modifiers down, the key, modifiers up in reverse. */
export function strokesOf(chord: KeyChord): KeyStroke[] {
  const modifiers = chord.modifiers.map((name) => MODIFIER_KEYS[name])
  return [
    ...modifiers.flatMap((key) => press(key)),
    // Insert without the extended mark is the 0 of the number pad.
    ...tap(KEYS[chord.key], chord.key === 'Insert' ? KEYEVENTF_EXTENDEDKEY : 0),
    ...modifiers.toReversed().flatMap((key) => release(key)),
  ]
}

const press = (virtualKey: number, flags = 0): KeyStroke[] => [{ virtualKey, flags }]
const release = (virtualKey: number, flags = 0): KeyStroke[] => [
  { virtualKey, flags: flags | KEYEVENTF_KEYUP },
]
const tap = (virtualKey: number, flags = 0): KeyStroke[] => [
  ...press(virtualKey, flags),
  ...release(virtualKey, flags),
]
