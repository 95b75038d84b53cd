import { describe, expect, it } from 'vitest'
import { ZodError } from 'zod'
import targetsFile from '../../../assets/targets.json' with { type: 'json' }
import { targetProfiles } from '../../../electron/shell/targets.ts'

const profileOf = targetProfiles()

describe('the profile of a window', () => {
  it("is Qianniu's for a reception window, however the program's name is written", () => {
    expect(profileOf({ exe: 'AliWorkbench.exe', title: '女装旗舰店:小美-接待中心' }).id).toBe(
      'qianniu-reception',
    )
    expect(profileOf({ exe: 'aliworkbench.EXE', title: '小美-接待中心' }).id).toBe('qianniu-reception')
  })

  it('is not for the other windows of the workbench, nor for a page that only names it', () => {
    expect(profileOf({ exe: 'AliWorkbench.exe', title: '千牛工作台' }).id).toBe('other')
    expect(profileOf({ exe: 'chrome.exe', title: '怎样用好-接待中心' }).id).toBe('other')
  })

  it.each([
    ['WeChat.exe', 'wechat'],
    ['Weixin.exe', 'wechat'],
    ['WXWork.exe', 'wecom'],
    ['DingTalk.exe', 'dingtalk'],
    ['notepad.exe', 'other'],
    ['', 'other'],
  ])('of a window of %s is %s', (exe, id) => {
    expect(profileOf({ exe, title: '小王' }).id).toBe(id)
  })
})

describe('a target file', () => {
  const changed = (change: (file: typeof targetsFile) => void) => {
    const file = structuredClone(targetsFile)
    change(file)
    return () => targetProfiles(file)
  }

  it('must give a reason and a source for every value', () => {
    expect(changed((file) => Object.assign(file.other.settleMs, { because: '' }))).toThrow(ZodError)
    expect(changed((file) => Object.assign(file.other.settleMs, { source: undefined }))).toThrow(ZodError)
  })

  it('cannot name a key that would send the message', () => {
    expect(changed((file) => Object.assign(file.other.pasteKeys.value, { key: 'Enter' }))).toThrow(ZodError)
  })

  it('is refused with a title that is no pattern, or a field nobody knows', () => {
    expect(changed((file) => Object.assign(file.targets[0]!.title, { value: '(' }))).toThrow(
      /not a regular expression/,
    )
    expect(changed((file) => Object.assign(file.other, { settleMS: 5 }))).toThrow(ZodError)
  })
})
