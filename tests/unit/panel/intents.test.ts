import { describe, expect, it } from 'vitest'
import { belongsToInputMethod, interimQuery } from '../../../renderer/panel/keyboard/composition.ts'
import { intentOf, type KeyContext, type KeyPress } from '../../../renderer/panel/keyboard/intents.ts'

const searching: KeyContext = {
  at: 'query',
  overlay: null,
  isTextEmpty: false,
  hasSelection: false,
  hasChips: false,
  blank: 0,
  blanks: 0,
}
const emptyQuery: KeyContext = { ...searching, isTextEmpty: true }

/** `press('Alt+3')`, `press('Control+c')`, `press('Enter', { isRepeat: true })` */
function press(keys: string, more: Partial<KeyPress> = {}): KeyPress {
  const names = keys.split('+')
  const key = names.at(-1) ?? ''
  return {
    key,
    code: /^\d$/.test(key) ? `Digit${key}` : key,
    command: names.includes('Control'),
    alt: names.includes('Alt'),
    shift: names.includes('Shift'),
    isRepeat: false,
    isComposing: false,
    ...more,
  }
}

describe('while typing a query', () => {
  it('Enter pastes, Shift+Enter copies', () => {
    expect(intentOf(press('Enter'), searching)).toEqual({ do: 'use', mode: 'paste' })
    expect(intentOf(press('Shift+Enter'), searching)).toEqual({ do: 'use', mode: 'copy' })
  })

  it('a held Enter does not paste again', () => {
    expect(intentOf(press('Enter', { isRepeat: true }), searching)).toEqual({ do: 'nothing' })
  })

  it('Ctrl+C copies the script only when no text is selected', () => {
    expect(intentOf(press('Control+c'), searching)).toEqual({ do: 'use', mode: 'copy' })
    expect(intentOf(press('Control+c'), { ...searching, hasSelection: true })).toBeNull()
  })

  it('Alt and a digit picks a row; digits alone, and those typed with AltGr, are text', () => {
    expect(intentOf(press('Alt+3'), searching)).toEqual({ do: 'pick', index: 2 })
    expect(intentOf(press('Alt+3', { key: '£' }), searching)).toEqual({ do: 'pick', index: 2 })
    expect(intentOf(press('3'), searching)).toBeNull()
    expect(intentOf(press('Control+Alt+3'), searching)).toBeNull()
    expect(intentOf(press('Alt+0'), searching)).toBeNull()
  })

  it('arrows move through the rows, pages by page', () => {
    expect(intentOf(press('ArrowDown'), searching)).toEqual({ do: 'move', by: 'row', direction: 1 })
    expect(intentOf(press('ArrowUp'), searching)).toEqual({ do: 'move', by: 'row', direction: -1 })
    expect(intentOf(press('PageDown'), searching)).toEqual({ do: 'move', by: 'page', direction: 1 })
    expect(intentOf(press('Shift+ArrowDown'), searching)).toBeNull()
  })

  it('Home and End are the caret’s while there is text, the list’s with Ctrl or without text', () => {
    expect(intentOf(press('Home'), searching)).toBeNull()
    expect(intentOf(press('Control+Home'), searching)).toEqual({ do: 'move', by: 'edge', direction: -1 })
    expect(intentOf(press('End'), emptyQuery)).toEqual({ do: 'move', by: 'edge', direction: 1 })
  })

  it('Alt with an arrow moves between the steps; Ctrl with an arrow stays the caret’s', () => {
    expect(intentOf(press('Alt+ArrowRight'), searching)).toEqual({ do: 'step', direction: 1 })
    expect(intentOf(press('Alt+ArrowLeft'), searching)).toEqual({ do: 'step', direction: -1 })
    expect(intentOf(press('Control+ArrowLeft'), searching)).toBeNull()
  })

  it('Alt with an arrow up or down changes the wording, Alt+B copies a remark; neither does the list’s', () => {
    expect(intentOf(press('Alt+ArrowDown'), searching)).toEqual({ do: 'variant', direction: 1 })
    expect(intentOf(press('Alt+ArrowUp'), searching)).toEqual({ do: 'variant', direction: -1 })
    // Layouts that give another letter with Alt still have the key in its place.
    expect(intentOf(press('Alt+∫', { code: 'KeyB' }), searching)).toEqual({ do: 'copy-remark' })
    expect(intentOf(press('Alt+b', { code: 'KeyB', isRepeat: true }), searching)).toEqual({ do: 'nothing' })
    expect(intentOf(press('b', { code: 'KeyB' }), searching)).toBeNull()
    expect(intentOf(press('Control+Alt+b', { code: 'KeyB' }), searching)).toBeNull()
  })

  it('Tab goes to the first blank, and on through the page when the script has none', () => {
    expect(intentOf(press('Tab'), { ...searching, blanks: 2 })).toEqual({ do: 'focus-blank', index: 0 })
    expect(intentOf(press('Tab'), searching)).toBeNull()
    expect(intentOf(press('Shift+Tab'), { ...searching, blanks: 2 })).toBeNull()
  })

  it('a question mark opens the help only where it can be no question', () => {
    expect(intentOf(press('?'), emptyQuery)).toEqual({ do: 'toggle-help' })
    expect(intentOf(press('?'), searching)).toBeNull()
    expect(intentOf(press('F1'), searching)).toEqual({ do: 'toggle-help' })
  })

  it('Backspace with nothing left to delete goes to the chips', () => {
    expect(intentOf(press('Backspace'), { ...emptyQuery, hasChips: true })).toEqual({ do: 'focus-chip' })
    expect(intentOf(press('Backspace'), emptyQuery)).toBeNull()
    expect(intentOf(press('Backspace'), { ...searching, hasChips: true })).toBeNull()
  })

  it('Esc dismisses the panel, Ctrl+comma opens the workbench', () => {
    expect(intentOf(press('Escape'), searching)).toEqual({ do: 'dismiss' })
    expect(intentOf(press('Control+,'), searching)).toEqual({ do: 'open-workbench' })
  })

  it.each(['Enter', 'Escape', 'ArrowDown', 'Alt+1', 'Tab'])(
    '%s belongs to the input method while it composes',
    (keys) => {
      expect(intentOf(press(keys, { isComposing: true }), { ...searching, blanks: 1 })).toBeNull()
    },
  )
})

describe('in a blank', () => {
  const first: KeyContext = { ...searching, at: 'blank', blank: 0, blanks: 2 }
  const last: KeyContext = { ...first, blank: 1 }

  it('Enter goes to the next blank, and pastes from the last', () => {
    expect(intentOf(press('Enter'), first)).toEqual({ do: 'focus-blank', index: 1 })
    expect(intentOf(press('Enter'), last)).toEqual({ do: 'use', mode: 'paste' })
  })

  it('Tab and Shift+Tab go round by the query', () => {
    expect(intentOf(press('Tab'), first)).toEqual({ do: 'focus-blank', index: 1 })
    expect(intentOf(press('Tab'), last)).toEqual({ do: 'focus-query' })
    expect(intentOf(press('Shift+Tab'), last)).toEqual({ do: 'focus-blank', index: 0 })
    expect(intentOf(press('Shift+Tab'), first)).toEqual({ do: 'focus-query' })
  })

  it('Esc goes back to the query and closes nothing', () => {
    expect(intentOf(press('Escape'), first)).toEqual({ do: 'focus-query' })
  })

  it('letters, arrows and Home are for the text in it', () => {
    for (const keys of ['a', 'ArrowLeft', 'ArrowDown', 'Home', '?'])
      expect(intentOf(press(keys), first), keys).toBeNull()
  })
})

describe('with a picker open', () => {
  const picking: KeyContext = { ...searching, overlay: 'picker' }

  it('Enter and Tab choose, arrows move, Alt and a digit picks', () => {
    expect(intentOf(press('Enter'), picking)).toEqual({ do: 'choose-option' })
    expect(intentOf(press('Tab'), picking)).toEqual({ do: 'choose-option' })
    expect(intentOf(press('ArrowDown'), picking)).toEqual({ do: 'move', by: 'row', direction: 1 })
    expect(intentOf(press('Alt+2'), picking)).toEqual({ do: 'pick', index: 1 })
  })

  it('Esc closes it, and so does Backspace once its text is gone', () => {
    expect(intentOf(press('Escape'), picking)).toEqual({ do: 'close-picker' })
    expect(intentOf(press('Backspace'), { ...picking, isTextEmpty: true })).toEqual({ do: 'close-picker' })
    expect(intentOf(press('Backspace'), picking)).toBeNull()
  })
})

describe('elsewhere', () => {
  it('the help swallows every key but those that close it', () => {
    const help: KeyContext = { ...searching, overlay: 'help' }
    expect(intentOf(press('Enter'), help)).toEqual({ do: 'toggle-help' })
    expect(intentOf(press('Escape'), help)).toEqual({ do: 'toggle-help' })
    expect(intentOf(press('a'), help)).toEqual({ do: 'nothing' })
  })

  it('a chip is removed by Backspace, and a letter goes on with the query', () => {
    const chip: KeyContext = { ...emptyQuery, at: 'chip', hasChips: true }
    expect(intentOf(press('Backspace'), chip)).toEqual({ do: 'remove-chip' })
    expect(intentOf(press('b'), chip)).toEqual({ do: 'focus-query' })
    expect(intentOf(press('Enter'), chip)).toBeNull()
    expect(intentOf(press('Escape'), chip)).toEqual({ do: 'focus-query' })
  })
})

describe('an input method', () => {
  const key = { isComposing: false, keyCode: 13, timeStamp: 1000 }

  it('owns keys during a composition, by either sign', () => {
    expect(belongsToInputMethod({ ...key, isComposing: true }, null)).toBe(true)
    expect(belongsToInputMethod({ ...key, keyCode: 229 }, null)).toBe(true)
    expect(belongsToInputMethod(key, null)).toBe(false)
  })

  it('owns the Enter that follows the end of the composition at once, and no later one', () => {
    expect(belongsToInputMethod(key, 998)).toBe(true)
    expect(belongsToInputMethod(key, 900)).toBe(false)
  })

  it('shows pinyin with separators that are not part of a query', () => {
    expect(interimQuery("mian'shuang")).toBe('mianshuang')
    expect(interimQuery('面霜 mian shuang')).toBe('面霜 mianshuang')
  })
})
