import { openX11 } from '../../electron/shell/paste/x11-library.ts'

const KEYS = {
  Control: 0xffe3,
  Alt: 0xffe9,
  CapsLock: 0xffe5,
  Delete: 0xffff,
  Return: 0xff0d,
  Escape: 0xff1b,
  space: 0x20,
} as const
export type Key = keyof typeof KEYS | (string & {})

/** Keys by XTest, from this process: the moment of the press is known, and no program has to be started for it. */
export function openKeyboard(display: string) {
  const x11 = openX11(display)
  const keycode = (key: Key) => x11.keycode(KEYS[key as keyof typeof KEYS] ?? key.charCodeAt(0))

  return {
    /** Presses keys together and lets them go. Returns when the last went down, ms since 1970. */
    press(...keys: Key[]): number {
      for (const key of keys) x11.fakeKey(keycode(key), true)
      const at = wallClock()
      x11.flush()
      for (const key of keys.toReversed()) x11.fakeKey(keycode(key), false)
      x11.flush()
      return at
    },
    hold(key: Key, isDown: boolean): void {
      x11.fakeKey(keycode(key), isDown)
      x11.flush()
    },
    close: () => x11.close(),
  }
}

/** ms since 1970, finer than a millisecond; pages and programs of one machine agree on it. */
export const wallClock = () => performance.timeOrigin + performance.now()
