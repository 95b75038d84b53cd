import { describe, expect, it } from 'vitest'
import {
  type KeyPress,
  keycaps,
  recordKey,
} from '../../../../../renderer/workbench/settings/hotkeys/accelerator.ts'

const press = (code: string, ...modifiers: ('ctrl' | 'alt' | 'shift' | 'meta')[]): KeyPress => ({
  code,
  ctrlKey: modifiers.includes('ctrl'),
  altKey: modifiers.includes('alt'),
  shiftKey: modifiers.includes('shift'),
  metaKey: modifiers.includes('meta'),
})

describe('recording a hotkey', () => {
  it.each([
    [press('Space', 'ctrl', 'alt'), 'Control+Alt+Space'],
    [press('KeyG', 'ctrl', 'shift'), 'Control+Shift+G'],
    [press('Digit1', 'alt'), 'Alt+1'],
    [press('F9'), 'F9'],
    [press('ArrowUp', 'ctrl', 'alt'), 'Control+Alt+Up'],
    [press('Backquote', 'ctrl'), 'Control+`'],
    [press('KeyS', 'ctrl', 'alt'), 'Control+Alt+S'],
  ])('%o is Electron’s %s', (keys, accelerator) => {
    expect(recordKey(keys, false)).toEqual({ status: 'complete', accelerator })
  })

  it('calls the system’s own key as the system does', () => {
    expect(recordKey(press('KeyG', 'meta', 'alt'), false)).toMatchObject({ accelerator: 'Alt+Super+G' })
    expect(recordKey(press('KeyG', 'meta', 'alt'), true)).toMatchObject({ accelerator: 'Alt+Command+G' })
  })

  it('waits while only modifiers are down, and shows them', () => {
    expect(recordKey(press('AltLeft', 'ctrl', 'alt'), false)).toEqual({
      status: 'held',
      held: ['Control', 'Alt'],
    })
  })

  it.each([press('KeyG'), press('KeyG', 'shift'), press('Space')])(
    'refuses keys that typing would press: %o',
    (keys) => {
      expect(recordKey(keys, false)).toMatchObject({ status: 'refused' })
    },
  )

  it.each(['KeyC', 'KeyV', 'KeyX', 'KeyZ'])(
    'refuses to take Ctrl with %s from every other program',
    (code) => {
      expect(recordKey(press(code, 'ctrl'), false)).toMatchObject({ status: 'refused' })
      expect(recordKey(press(code, 'meta'), true)).toMatchObject({ status: 'refused' })
      expect(recordKey(press(code, 'ctrl', 'alt'), false)).toMatchObject({ status: 'complete' })
    },
  )

  it.each(['Enter', 'NumpadEnter', 'Lang1'])('refuses %s: it sends messages, or has no name', (code) => {
    expect(recordKey(press(code, 'ctrl', 'alt'), false)).toMatchObject({ status: 'refused' })
  })

  it('is shown as it is printed on the keyboard', () => {
    expect(keycaps('Control+Alt+Space')).toEqual(['Ctrl', 'Alt', '空格'])
    expect(keycaps('Alt+Super+Up')).toEqual(['Alt', 'Win', '↑'])
  })
})
