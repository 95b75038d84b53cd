import { describe, expect, it } from 'vitest'
import { HOTKEYS, ownUseOf } from '../../../../../renderer/workbench/settings/hotkeys/hotkeys.ts'
import { whyReserved } from '../../../../../renderer/workbench/settings/hotkeys/reserved-keys.ts'

describe('keys that the program uses itself', () => {
  it('are the panel’s own, which a global key would never let through', () => {
    expect(ownUseOf('Alt+3', new Map())).toBe('直接用第几条话术')
    expect(ownUseOf('Control+Alt+K', new Map())).toBeNull()
  })

  it('are those of another global key, too', () => {
    expect(ownUseOf('Control+Alt+K', new Map([['Control+Alt+K', '识别选中的话']]))).toBe('识别选中的话')
  })

  it('never are what a key has by itself, nor reserved', () => {
    for (const { byItself } of HOTKEYS) {
      expect(ownUseOf(byItself, new Map())).toBeNull()
      expect(whyReserved(byItself)).toBeNull()
    }
  })
})

describe('keys that others need', () => {
  it.each([
    ['Control+Space', '输入法'],
    ['Alt+S', '发送'],
    ['Control+Shift+Escape', '任务管理器'],
    ['Super+J', 'Windows'],
  ])('such as %s are warned of by who needs them: %s', (keys, who) => {
    expect(whyReserved(keys)).toContain(who)
  })

  it('are few: most keys are free', () => {
    for (const keys of ['Control+Alt+J', 'F8', 'Control+Shift+Space', 'Alt+`'])
      expect(whyReserved(keys)).toBeNull()
  })
})
