import { describe, expect, it } from 'vitest'
import { ZodError } from 'zod'
import targetsFile from '../../../assets/targets.json' with { type: 'json' }
import { createTargets } from '../../../electron/shell/targets.ts'
import { PasteTarget, titlePattern } from '../../../shared/model/paste-target.ts'

const { profileOf } = createTargets()

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
    ['doudian.exe', 'doudian'],
    ['PddWorkbench.exe', 'pinduoduo'],
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
    return () => createTargets(undefined, file)
  }

  it('must give a reason and a source for every value', () => {
    expect(changed((file) => Object.assign(file.other.settleMs, { because: '' }))).toThrow(ZodError)
    expect(changed((file) => Object.assign(file.other.settleMs, { source: undefined }))).toThrow(ZodError)
  })

  it('cannot name a key that would send the message', () => {
    expect(changed((file) => Object.assign(file.other.pasteKeys, { value: 'Enter' }))).toThrow(ZodError)
  })

  it('is refused with a field nobody knows', () => {
    expect(changed((file) => Object.assign(file.other, { settleMS: 5 }))).toThrow(ZodError)
  })
})

describe('how long a window must stay in front', () => {
  const window = { exe: 'gedit', title: '' }
  const on = (platform: NodeJS.Platform, own: PasteTarget[] = []) =>
    createTargets(() => own, undefined, platform).profileOf(window).settleMs

  it('is less where an X server says who has the keyboard', () => {
    expect(on('linux')).toBe(6)
    expect(on('win32')).toBe(20)
  })

  it('is what the agent says, wherever they work', () => {
    const [qianniu] = createTargets().known.targets
    const own = { ...(qianniu as PasteTarget), id: 'own', exe: ['gedit'], title: '', settleMs: 150 }
    expect(on('linux', [own])).toBe(150)
    expect(on('win32', [own])).toBe(150)
  })
})

describe('the chat input', () => {
  const window = { exe: 'AliWorkbench.exe', title: '小美-接待中心' }
  const qianniu = createTargets().known.targets[0] as PasteTarget
  const withHeight = (chatInputHeight: number | null) =>
    createTargets(() => [{ ...qianniu, chatInputHeight }]).profileOf(window).chatInput.height

  it('is as high as the agent says, and as is known where they say nothing', () => {
    expect(withHeight(300)).toBe(300)
    expect(withHeight(0)).toBe(0)
    expect(withHeight(null)).toBe(260)
    expect(profileOf(window).chatInput).toEqual({ height: 260, left: 0, right: 0 })
  })

  it('of a program that nobody has described is what others have', () => {
    expect(profileOf({ exe: 'chat.exe', title: '' }).chatInput.height).toBe(220)
    expect(PasteTarget.safeParse({ ...qianniu, chatInputHeight: -1 }).success).toBe(false)
  })
})

describe('what the agent describes', () => {
  const own: PasteTarget = {
    id: 'own-chat',
    name: '我的聊天软件',
    exe: ['Chat.exe'],
    title: '与*的会话',
    pasteKeys: 'Shift+Insert',
    settleMs: 30,
    readsWithinMs: 500,
    givesBackAfterMs: 900,
  }

  it('goes before what the program brings, by program and title', () => {
    const targets = createTargets(() => [{ ...own, exe: ['Chat.exe', 'WeChat.exe'] }])
    expect(targets.profileOf({ exe: 'chat.EXE', title: '与小鱼儿的会话' })).toMatchObject({
      id: 'own-chat',
      pasteKeys: { modifiers: ['Shift'], key: 'Insert' },
      settleMs: 30,
    })
    expect(targets.profileOf({ exe: 'WeChat.exe', title: '与小鱼儿的会话' }).id).toBe('own-chat')
    expect(targets.profileOf({ exe: 'WeChat.exe', title: '小鱼儿' }).id).toBe('wechat')
  })

  it('of a program that is known replaces all that was known of it', () => {
    const [qianniu] = createTargets().known.targets
    const changed = { ...(qianniu as PasteTarget), title: '*-接待', readsWithinMs: 700 }
    const targets = createTargets(() => [changed])
    expect(targets.profileOf({ exe: 'AliWorkbench.exe', title: '小美-接待' }).readsWithinMs).toBe(700)
    expect(targets.profileOf({ exe: 'AliWorkbench.exe', title: '小美-接待中心' }).id).toBe('other')
  })

  it('holds from the next paste on, when the settings change', () => {
    let settings: PasteTarget[] = []
    const targets = createTargets(() => settings)
    const window = { exe: 'Chat.exe', title: '与小鱼儿的会话' }
    expect(targets.profileOf(window).id).toBe('other')
    settings = [own]
    expect(targets.profileOf(window).id).toBe('own-chat')
  })

  it('matches a title as it is written: only the star stands for something else', () => {
    expect(titlePattern('(a+)+$').test('(a+)+$')).toBe(true)
    expect(titlePattern('(a+)+$').test('aaaa')).toBe(false)
    expect(titlePattern('*-接待中心').test('小美-接待中心')).toBe(true)
    expect(titlePattern('*-接待中心').test('小美-接待中心 2')).toBe(false)
    expect(titlePattern('').test('随便什么')).toBe(true)
  })

  it('is refused in words that say what to do', () => {
    const words = (change: Partial<Record<keyof PasteTarget, unknown>>) =>
      PasteTarget.safeParse({ ...own, ...change }).error?.issues.map(({ message }) => message)
    expect(words({ exe: ['C:\\Chat\\Chat.exe'] })).toEqual([
      '只填文件名，如 AliWorkbench.exe，不带文件夹和特殊符号',
    ])
    expect(words({ exe: [] })).toEqual(['至少填一个程序文件名'])
    expect(words({ settleMs: 900 })).toEqual(['不能超过 500 毫秒'])
    expect(words({ givesBackAfterMs: 100 })).toEqual(['要等聊天软件读完才能还，不能比“读取剪贴板”还短'])
  })
})
