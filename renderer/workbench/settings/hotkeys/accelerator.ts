/** The part of a keyboard event that makes up a hotkey. */
export interface KeyPress {
  /** The physical key, e.g. `KeyG`: it stays the same under any input method. */
  code: string
  ctrlKey: boolean
  altKey: boolean
  shiftKey: boolean
  metaKey: boolean
}

export type Recording =
  /** Only modifiers are down yet; `held` are their Electron names. */
  | { status: 'held'; held: string[] }
  | { status: 'complete'; accelerator: string }
  | { status: 'refused'; reason: string }

/** Called alike by the browser and by Electron. Enter is not among them: the key that sends is never ours. */
const SAME_NAME = ['Space', 'Tab', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown']

const NAMED_KEYS: ReadonlyMap<string, string> = new Map([
  ...SAME_NAME.map((name) => [name, name] as const),
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  ['Minus', '-'],
  ['Equal', '='],
  ['BracketLeft', '['],
  ['BracketRight', ']'],
  ['Backslash', '\\'],
  ['Semicolon', ';'],
  ['Quote', "'"],
  ['Comma', ','],
  ['Period', '.'],
  ['Slash', '/'],
  ['Backquote', '`'],
])

const MODIFIER_CODE = /^(Control|Alt|Shift|Meta)(Left|Right)$/

/** With Ctrl alone these belong to editing everywhere; a global hotkey would take them from every program. */
const EDITING_KEYS = new Set(['A', 'C', 'V', 'X', 'Y', 'Z', 'S'])

/** What a key press means as an Electron accelerator; `Meta` is called as the system calls it. */
export function recordKey(press: KeyPress, isMac: boolean): Recording {
  const held = [
    ...(press.ctrlKey ? ['Control'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
    ...(press.metaKey ? [isMac ? 'Command' : 'Super'] : []),
  ]
  if (MODIFIER_CODE.test(press.code)) return { status: 'held', held }
  const key = keyName(press.code)
  if (key === null) return { status: 'refused', reason: '这个键不能用作快捷键，请换一个' }
  const isFunctionKey = /^F\d+$/.test(key)
  if (!isFunctionKey && held.every((name) => name === 'Shift')) {
    return { status: 'refused', reason: '要和 Ctrl、Alt 一起按，否则平时打字会误触' }
  }
  const isOnlyCtrl = held.length === 1 && (press.ctrlKey || (isMac && press.metaKey))
  if (isOnlyCtrl && EDITING_KEYS.has(key))
    return { status: 'refused', reason: '这组键平时用来复制、粘贴或保存，请换一组' }
  return { status: 'complete', accelerator: [...held, key].join('+') }
}

function keyName(code: string): string | null {
  const letterOrDigit = /^(?:Key([A-Z])|Digit(\d))$/.exec(code)
  if (letterOrDigit) return letterOrDigit[1] ?? letterOrDigit[2] ?? null
  if (/^F([1-9]|1\d|2[0-4])$/.test(code)) return code
  return NAMED_KEYS.get(code) ?? null
}

const PRINTED: ReadonlyMap<string, string> = new Map([
  ['Control', 'Ctrl'],
  ['CommandOrControl', 'Ctrl'],
  ['Command', '⌘'],
  ['Super', 'Win'],
  ['Space', '空格'],
  ['Up', '↑'],
  ['Down', '↓'],
  ['Left', '←'],
  ['Right', '→'],
])

/** The keys of an accelerator as they are printed on a keyboard, in order. */
export function keycaps(accelerator: string): string[] {
  return accelerator.split('+').map((part) => PRINTED.get(part) ?? part)
}
