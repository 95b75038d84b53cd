import { describe, expect, it } from 'vitest'
import { readAccelerator } from '../../../electron/shell/accelerator.ts'

describe('keys for the hotkey', () => {
  it.each([
    ['ctrl + alt + space', 'Control+Alt+Space'],
    ['Shift+CmdOrCtrl+k', 'CommandOrControl+Shift+K'],
    ['F8', 'F8'],
    ['Alt+`', 'Alt+`'],
    ['option+shift+pageup', 'Alt+Shift+PageUp'],
  ])('%s is written as %s', (text, accelerator) => {
    expect(readAccelerator(text)).toEqual({ ok: true, accelerator })
  })

  it.each([
    ['Control+Alt', '再按一个键'],
    ['', '再按一个键'],
    ['Control+A+B', '只能有一个主键'],
    ['Control+你', '不能用作热键'],
    ['Control+Enter', '不能用作热键'],
    ['Shift+K', '要加上 Ctrl 或 Alt'],
    ['K', '要加上 Ctrl 或 Alt'],
    ['Ctrl+V', '粘贴'],
    ['CommandOrControl+C', '复制'],
    ['Alt+F4', '关闭窗口'],
  ])('%s is refused: %s', (text, reason) => {
    expect(readAccelerator(text)).toEqual({ ok: false, reason: expect.stringContaining(reason) })
  })
})
