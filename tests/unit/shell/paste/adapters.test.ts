import { describe, expect, it } from 'vitest'
import { chooseWindowPort } from '../../../../electron/shell/paste/choose-port.ts'
import { darwinPort, keystroke, type RunScript } from '../../../../electron/shell/paste/darwin.ts'
import { strokesOf } from '../../../../electron/shell/paste/win32.ts'
import type { KeyChord } from '../../../../electron/shell/paste/window-port.ts'
import { keyName, parseGeometry } from '../../../../electron/shell/paste/xdotool.ts'

const CONTROL_V: KeyChord = { modifiers: ['Control'], key: 'V' }
const SHIFT_INSERT: KeyChord = { modifiers: ['Shift'], key: 'Insert' }

describe('the paste keys', () => {
  it('are pressed and released as a hand would on Windows', () => {
    expect(strokesOf(CONTROL_V)).toEqual([
      { virtualKey: 0x11, flags: 0 },
      { virtualKey: 0x56, flags: 0 },
      { virtualKey: 0x56, flags: 2 },
      { virtualKey: 0x11, flags: 2 },
    ])
  })

  it('name the Insert key, not the 0 of the number pad', () => {
    expect(strokesOf(SHIFT_INSERT).filter(({ virtualKey }) => virtualKey === 0x2d)).toEqual([
      { virtualKey: 0x2d, flags: 1 },
      { virtualKey: 0x2d, flags: 3 },
    ])
  })

  it('are spelled for xdotool and for AppleScript', () => {
    expect([keyName(CONTROL_V), keyName(SHIFT_INSERT)]).toEqual(['ctrl+v', 'shift+Insert'])
    expect(keystroke(CONTROL_V)).toBe('keystroke "v" using {command down}')
    expect(keystroke(SHIFT_INSERT)).toBe('keystroke "v" using {command down}')
  })
})

describe('what xdotool says of a place', () => {
  it('is read, and nothing is made of less', () => {
    expect(parseGeometry('WINDOW=9\nX=-8\nY=30\nWIDTH=800\nHEIGHT=600\nSCREEN=0')).toEqual({
      x: -8,
      y: 30,
      width: 800,
      height: 600,
    })
    expect(parseGeometry('WINDOW=9')).toBe(null)
  })
})

describe('macOS', () => {
  /** osascript that answers by what the script contains. */
  const mac = (answers: Record<string, string | { error: string }>): RunScript => {
    return async (_language, script) => {
      const answer = Object.entries(answers).find(([part]) => script.includes(part))?.[1] ?? ''
      return typeof answer === 'string' ? { output: answer } : answer
    }
  }

  it('names the application in front', async () => {
    const port = darwinPort(mac({ frontmostApplication: '512', localizedName: '千牛' }))
    expect(await port.foregroundWindow()).toBe(512)
    expect(await port.details(512)).toEqual({ title: '千牛', exe: '千牛', isElevated: false })
  })

  it('knows an application that has ended', async () => {
    expect(await darwinPort(mac({ localizedName: '' })).details(512)).toBe(null)
  })

  it.each([
    ['0', false],
    [String(0x10000), false],
    [String(0x100000), true],
    [String(0x40000), true],
  ])('modifier flags %s: held is %s', async (flags, isHeld) => {
    expect(await darwinPort(mac({ modifierFlags: flags })).hasHeldKeys()).toBe(isHeld)
  })

  it('without the permission, says where to give it', async () => {
    const error =
      'execution error: System Events got an error: osascript is not allowed to send keystrokes. (1002)'
    expect(await darwinPort(mac({ keystroke: { error } })).sendKeys(CONTROL_V)).toEqual({
      sent: false,
      advice: expect.stringContaining('辅助功能'),
    })
  })

  it('any other failure is only a failure', async () => {
    expect(await darwinPort(mac({ keystroke: { error: 'timed out' } })).sendKeys(CONTROL_V)).toEqual({
      sent: false,
    })
  })
})

describe('choosing the adapter', () => {
  it('falls back to none where the system is another', async () => {
    // user32.dll is nowhere but on Windows.
    if (process.platform !== 'win32') expect(await chooseWindowPort('win32')).toBe(null)
  })
})
