import { expect, it } from 'vitest'
import { wayOfKey } from '../../../../renderer/workbench/app/undo/keys.ts'

const press = (key: string, ...held: ('ctrl' | 'meta' | 'shift' | 'alt')[]) =>
  wayOfKey({
    key,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
  })

it.each([
  ['Ctrl+Z goes back', press('z', 'ctrl'), 'undo'],
  ['and with caps lock on', press('Z', 'ctrl'), 'undo'],
  ['and ⌘Z', press('z', 'meta'), 'undo'],
  ['Ctrl+Shift+Z goes forth', press('Z', 'ctrl', 'shift'), 'redo'],
  ['and Ctrl+Y', press('y', 'ctrl'), 'redo'],
  ['a letter alone is a letter', press('z'), null],
  ['AltGr writes letters on some keyboards', press('z', 'ctrl', 'alt'), null],
  ['other keys mean other things', press('x', 'ctrl'), null],
])('%s', (_, way, expected) => {
  expect(way).toBe(expected)
})
