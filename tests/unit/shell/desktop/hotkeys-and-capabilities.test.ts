import { beforeEach, describe, expect, it } from 'vitest'
import { PretendShell } from './pretend-shell.ts'

const KEYS = { panel: 'Alt+W', capture: 'Alt+S', nickname: 'Alt+N', sidecar: 'Alt+D' }

let shell: PretendShell

beforeEach(() => {
  shell = new PretendShell()
})

describe('the hotkey at start', () => {
  it('that another program holds is announced with keys that are free, for pressing it does nothing', () => {
    shell.desktop.startHotkeys({ ...KEYS, panel: 'Alt+Q' })
    expect(shell.notifications).toEqual([expect.stringMatching(/Alt\+Q.*占用.*托盘.*Ctrl\+Alt\+Space/)])
    expect(shell.events).toMatchObject([
      { kind: 'hotkey-changed', id: 'panel', hotkey: { status: 'taken' } },
      { id: 'capture', hotkey: { status: 'registered' } },
      { id: 'nickname', hotkey: { status: 'registered' } },
      { id: 'sidecar', hotkey: { status: 'registered' } },
    ])
  })

  it('that works is not worth a word', () => {
    shell.desktop.startHotkeys(KEYS)
    expect(shell.notifications).toEqual([])
  })
})

describe('binding the hotkey', () => {
  it('tells the pages when it changed, and only then', () => {
    shell.desktop.rebindHotkey('capture', 'Alt+Q')
    expect(shell.events).toEqual([])
    shell.desktop.rebindHotkey('capture', 'Alt+W')
    expect(shell.events).toEqual([
      { kind: 'hotkey-changed', id: 'capture', hotkey: { status: 'registered', accelerator: 'Alt+W' } },
    ])
  })
})

describe('what the surroundings can do', () => {
  it('is all of it', () => {
    expect(shell.desktop.capabilities()).toEqual({
      host: 'electron',
      hotkey: true,
      paste: true,
      tray: true,
      docking: true,
      openFolder: true,
    })
  })
})
