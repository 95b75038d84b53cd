import { beforeEach, describe, expect, it } from 'vitest'
import { Hotkey } from '../../../electron/shell/hotkey.ts'

/** The system's list of global keys: some are held by other programs. */
class Shortcuts {
  readonly ours = new Map<string, () => void>()
  readonly others = new Set<string>()

  register(accelerator: string, onPress: () => void): boolean {
    if (accelerator.startsWith('Super')) throw new TypeError('conversion failure')
    if (this.others.has(accelerator) || this.ours.has(accelerator)) return false
    this.ours.set(accelerator, onPress)
    return true
  }

  unregister(accelerator: string): void {
    this.ours.delete(accelerator)
  }

  get held(): string[] {
    return [...this.ours.keys()]
  }
}

let shortcuts: Shortcuts
let hotkey: Hotkey
let presses: number

beforeEach(() => {
  shortcuts = new Shortcuts()
  presses = 0
  hotkey = new Hotkey(shortcuts, () => {
    presses += 1
  })
})

describe('the hotkey', () => {
  it('is registered at start and calls the panel', () => {
    expect(hotkey.start('Control+Alt+Space')).toEqual({
      status: 'registered',
      accelerator: 'Control+Alt+Space',
    })
    shortcuts.ours.get('Control+Alt+Space')?.()
    expect(presses).toBe(1)
  })

  it('held by another program is said so, with three that are free and none left registered', () => {
    for (const accelerator of ['Control+Alt+Space', 'Control+Shift+Space']) shortcuts.others.add(accelerator)
    const state = hotkey.start('Control+Alt+Space')
    expect(state).toMatchObject({ status: 'taken', reason: expect.stringContaining('占用') })
    expect(state).toHaveProperty('alternatives', ['Alt+`', 'Control+`', 'Control+Alt+J'])
    expect(shortcuts.held).toEqual([])
  })

  it('that the system does not know counts as taken instead of failing', () => {
    expect(hotkey.start('Super+Space')).toMatchObject({ status: 'taken' })
  })

  it('kept in a broken settings file is explained, not registered', () => {
    expect(hotkey.start('Control+V')).toMatchObject({
      status: 'taken',
      reason: expect.stringContaining('粘贴'),
    })
    expect(shortcuts.held).toEqual([])
  })
})

describe('binding the hotkey anew', () => {
  beforeEach(() => hotkey.start('Control+Alt+Space'))

  it('gives the old keys up', () => {
    expect(hotkey.rebind('alt+q')).toEqual({ status: 'registered', accelerator: 'Alt+Q' })
    expect(shortcuts.held).toEqual(['Alt+Q'])
    expect(hotkey.state).toEqual({ status: 'registered', accelerator: 'Alt+Q' })
  })

  it('keeps the old keys when the new are taken', () => {
    shortcuts.others.add('Alt+Q')
    expect(hotkey.rebind('Alt+Q')).toMatchObject({ status: 'taken', accelerator: 'Alt+Q' })
    expect(shortcuts.held).toEqual(['Control+Alt+Space'])
    expect(hotkey.state).toEqual({ status: 'registered', accelerator: 'Control+Alt+Space' })
  })

  it('to the same keys, spelled otherwise, changes nothing', () => {
    expect(hotkey.rebind('Alt+Ctrl+Space')).toEqual({
      status: 'registered',
      accelerator: 'Control+Alt+Space',
    })
    expect(shortcuts.held).toEqual(['Control+Alt+Space'])
  })

  it('never offers the keys that are held already', () => {
    shortcuts.others.add('Alt+Q')
    expect(hotkey.rebind('Alt+Q')).toHaveProperty(
      'alternatives',
      expect.not.arrayContaining(['Control+Alt+Space']),
    )
  })
})

describe('pausing the hotkey', () => {
  it('lets the keys go and takes them back', () => {
    hotkey.start('Control+Alt+Space')
    expect(hotkey.pause()).toMatchObject({ status: 'unavailable', reason: expect.stringContaining('暂停') })
    expect(shortcuts.held).toEqual([])
    expect(hotkey.resume()).toMatchObject({ status: 'registered' })
    expect(shortcuts.held).toEqual(['Control+Alt+Space'])
  })

  it('says so when another program took the keys meanwhile', () => {
    hotkey.start('Control+Alt+Space')
    hotkey.pause()
    shortcuts.others.add('Control+Alt+Space')
    expect(hotkey.resume()).toMatchObject({ status: 'taken' })
  })

  it('ends with the program: nothing stays registered', () => {
    hotkey.start('Control+Alt+Space')
    hotkey.stop()
    expect(shortcuts.held).toEqual([])
  })
})
