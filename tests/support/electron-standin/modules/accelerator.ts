const modifierBits: Record<string, number> = {
  shift: 1,
  ctrl: 4,
  control: 4,
  commandorcontrol: 4,
  cmdorctrl: 4,
  alt: 8,
  option: 8,
  altgr: 128,
  super: 64,
  meta: 64,
}
/** On Linux these modifiers exist only in the documentation of other systems. */
const ofMacOnly = new Set(['command', 'cmd'])

const namedKeysyms: Record<string, number> = {
  space: 0x20,
  plus: 0x2b,
  tab: 0xff09,
  enter: 0xff0d,
  return: 0xff0d,
  escape: 0xff1b,
  esc: 0xff1b,
  backspace: 0xff08,
  delete: 0xffff,
  insert: 0xff63,
  up: 0xff52,
  down: 0xff54,
  left: 0xff51,
  right: 0xff53,
  home: 0xff50,
  end: 0xff57,
  pageup: 0xff55,
  pagedown: 0xff56,
  printscreen: 0xff61,
  capslock: 0xffe5,
  numlock: 0xff7f,
  scrolllock: 0xff14,
  ...Object.fromEntries(Array.from({ length: 24 }, (_, index) => [`f${index + 1}`, 0xffbe + index])),
}
const keysOfOneCharacter = /^[a-z0-9`\-=[\]\\;',./~!@#$%^&*()_:"<>?{}|+]$/

export interface Accelerator {
  keysym: number
  /** X11 modifier mask. */
  modifiers: number
}

/** @throws TypeError with Electron's words, for keys and modifiers that Electron does not know */
export function parseAccelerator(accelerator: string): Accelerator {
  const fail = (): never => {
    throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`)
  }
  let modifiers = 0
  let keysym: number | undefined
  for (const part of accelerator.split('+')) {
    const name = part.toLowerCase()
    const bit = modifierBits[name]
    if (bit !== undefined) modifiers |= bit
    else if (ofMacOnly.has(name) || keysym !== undefined) fail()
    else keysym = namedKeysyms[name] ?? (keysOfOneCharacter.test(name) ? name.codePointAt(0) : fail())
  }
  return { keysym: keysym ?? fail(), modifiers }
}
