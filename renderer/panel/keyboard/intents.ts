/** A key as it went down. `command` is Ctrl, or ⌘ on a Mac. */
export interface KeyPress {
  /** `KeyboardEvent.key` */
  key: string
  /** `KeyboardEvent.code`, for digits: with Alt some layouts give another `key`. */
  code: string
  command: boolean
  alt: boolean
  shift: boolean
  isRepeat: boolean
  /** The key belongs to an input method (see `composition.ts`). */
  isComposing: boolean
}

/** Where the panel is when the key goes down. */
export interface KeyContext {
  at: 'query' | 'blank' | 'chip' | 'elsewhere'
  overlay: 'help' | 'follow-up' | 'picker' | null
  /** The text of the query, or of the picker while one is open. */
  isTextEmpty: boolean
  /** Some text is selected, so Ctrl+C is the browser's. */
  hasSelection: boolean
  hasChips: boolean
  /** The blank that has the caret, counted from 0, and how many there are. */
  blank: number
  blanks: number
}

export type Move = 'row' | 'page' | 'edge'

export type Intent =
  | { do: 'move'; by: Move; direction: 1 | -1 }
  | { do: 'use'; mode: 'paste' | 'copy' }
  | { do: 'pick'; index: number }
  | { do: 'step'; direction: 1 | -1 }
  | { do: 'variant'; direction: 1 | -1 }
  | { do: 'copy-remark' }
  | { do: 'open-follow-up' }
  | { do: 'save-follow-up' }
  | { do: 'choose-time'; index: number }
  | { do: 'close-follow-up' }
  | { do: 'choose-shop' }
  | { do: 'focus-blank'; index: number }
  | { do: 'focus-query' }
  | { do: 'focus-chip' }
  | { do: 'remove-chip' }
  | { do: 'choose-option' }
  | { do: 'close-picker' }
  | { do: 'toggle-help' }
  | { do: 'dismiss' }
  | { do: 'open-workbench' }
  /** The key must not reach anything. */
  | { do: 'nothing' }

/**
 * What a key asks for, or null when it belongs to the browser: typing, caret moves, the input method, buttons.
 * Steps and wordings are on Alt and not on Ctrl with the arrows, since Ctrl+arrow moves the caret while one types.
 */
export function intentOf(press: KeyPress, context: KeyContext): Intent | null {
  if (press.isComposing) return null
  if (context.overlay === 'help') return inHelp(press)
  if (context.overlay === 'follow-up') return anywhere(press) ?? inFollowUp(press)
  return (
    anywhere(press) ?? (context.overlay === 'picker' ? inPicker(press, context) : inPanel(press, context))
  )
}

function inHelp({ key }: KeyPress): Intent {
  return ['Escape', 'Enter', 'F1', '?', '？'].includes(key) ? { do: 'toggle-help' } : { do: 'nothing' }
}

function anywhere({ key, command, alt, shift }: KeyPress): Intent | null {
  if (key === 'F1') return { do: 'toggle-help' }
  if (key === ',' && command && !alt && !shift) return { do: 'open-workbench' }
  return null
}

/** One line to type: Enter keeps it, the digits choose a time when one is asked for. */
function inFollowUp(press: KeyPress): Intent | null {
  if (press.key === 'Escape') return { do: 'close-follow-up' }
  if (press.key === 'Enter') return press.isRepeat ? { do: 'nothing' } : { do: 'save-follow-up' }
  const chosen = digit(press)
  return chosen?.do === 'pick' ? { do: 'choose-time', index: chosen.index } : chosen
}

function inPicker(press: KeyPress, { isTextEmpty, at }: KeyContext): Intent | null {
  if (press.key === 'Escape') return { do: 'close-picker' }
  if (at !== 'query') return null
  if (press.key === 'Backspace' && isTextEmpty) return { do: 'close-picker' }
  if ((press.key === 'Enter' || press.key === 'Tab') && !press.shift)
    return press.isRepeat ? { do: 'nothing' } : { do: 'choose-option' }
  return digit(press) ?? movement(press, isTextEmpty)
}

function inPanel(press: KeyPress, context: KeyContext): Intent | null {
  if (press.key === 'Escape') return context.at === 'query' ? { do: 'dismiss' } : { do: 'focus-query' }
  const turned = withAlt(press)
  if (turned) return turned
  const picked = digit(press)
  if (picked) return picked
  if (context.at === 'query') return inQuery(press, context)
  if (context.at === 'blank') return inBlank(press, context)
  return onButton(press, context)
}

function inQuery(press: KeyPress, context: KeyContext): Intent | null {
  const { key, command, alt, shift } = press
  if (key === 'Enter') return enter(press)
  if (key === 'Tab' && !shift && context.blanks > 0) return { do: 'focus-blank', index: 0 }
  if (isCopy(press) && !context.hasSelection) return { do: 'use', mode: 'copy' }
  if (context.isTextEmpty && !command && !alt) {
    if (key === '?' || key === '？') return { do: 'toggle-help' }
    if (key === 'Backspace' && context.hasChips) return { do: 'focus-chip' }
  }
  return movement(press, context.isTextEmpty)
}

function inBlank(press: KeyPress, { blank, blanks, hasSelection }: KeyContext): Intent | null {
  const { key, shift } = press
  if (key === 'Enter')
    return shift || blank === blanks - 1 ? enter(press) : { do: 'focus-blank', index: blank + 1 }
  if (key === 'Tab' && !shift)
    return blank < blanks - 1 ? { do: 'focus-blank', index: blank + 1 } : { do: 'focus-query' }
  if (key === 'Tab') return blank > 0 ? { do: 'focus-blank', index: blank - 1 } : { do: 'focus-query' }
  if (isCopy(press) && !hasSelection) return { do: 'use', mode: 'copy' }
  return null
}

/** Chips, steps, buttons: they answer to Enter and Space themselves; a letter goes on with the query. */
function onButton(press: KeyPress, { at, hasSelection }: KeyContext): Intent | null {
  const { key, command, alt } = press
  if (at === 'chip' && (key === 'Backspace' || key === 'Delete')) return { do: 'remove-chip' }
  if (key === 'ArrowUp' || key === 'ArrowDown') return movement(press, true)
  if (isCopy(press) && !hasSelection) return { do: 'use', mode: 'copy' }
  return key.length === 1 && key !== ' ' && !command && !alt ? { do: 'focus-query' } : null
}

/** A held Enter never uses a phrase twice. */
function enter({ shift, command, alt, isRepeat }: KeyPress): Intent | null {
  if (command || alt) return null
  return isRepeat ? { do: 'nothing' } : { do: 'use', mode: shift ? 'copy' : 'paste' }
}

function isCopy({ key, command, alt, shift, isRepeat }: KeyPress): boolean {
  return key.toLowerCase() === 'c' && command && !alt && !shift && !isRepeat
}

/**
 * What Alt does with the arrows, and with a letter: some layouts give another `key` for that, so its place counts. Not
 * Alt+S: it sends in many chat windows, and a finger that is used to it would one day press it there.
 */
function withAlt({ key, code, alt, command, shift, isRepeat }: KeyPress): Intent | null {
  if (!alt || command || shift) return null
  if (code === 'KeyD') return isRepeat ? { do: 'nothing' } : { do: 'choose-shop' }
  if (code === 'KeyF') return isRepeat ? { do: 'nothing' } : { do: 'open-follow-up' }
  if (code === 'KeyB') return isRepeat ? { do: 'nothing' } : { do: 'copy-remark' }
  if (key === 'ArrowDown') return { do: 'variant', direction: 1 }
  if (key === 'ArrowUp') return { do: 'variant', direction: -1 }
  if (key === 'ArrowRight') return { do: 'step', direction: 1 }
  if (key === 'ArrowLeft') return { do: 'step', direction: -1 }
  return null
}

/** Alt+1…9 of the upper row; plain digits are text. Ctrl+Alt is AltGr, which types characters. */
function digit({ code, alt, command, isRepeat }: KeyPress): Intent | null {
  const figure = /^Digit([1-9])$/.exec(code)?.[1]
  if (!figure || !alt || command) return null
  return isRepeat ? { do: 'nothing' } : { do: 'pick', index: Number(figure) - 1 }
}

/** Home and End are the caret's while there is text to move in; with Ctrl they are always the list's. */
function movement({ key, command, alt, shift }: KeyPress, isTextEmpty: boolean): Intent | null {
  if (alt || shift) return null
  if (key === 'ArrowDown' && !command) return { do: 'move', by: 'row', direction: 1 }
  if (key === 'ArrowUp' && !command) return { do: 'move', by: 'row', direction: -1 }
  if (key === 'PageDown') return { do: 'move', by: 'page', direction: 1 }
  if (key === 'PageUp') return { do: 'move', by: 'page', direction: -1 }
  if (key === 'Home' && (command || isTextEmpty)) return { do: 'move', by: 'edge', direction: -1 }
  if (key === 'End' && (command || isTextEmpty)) return { do: 'move', by: 'edge', direction: 1 }
  return null
}
