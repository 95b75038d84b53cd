import { beforeEach, describe, expect, it } from 'vitest'
import { diagnoseDesktop } from '../../../electron/command-line/desktop-doctor.ts'
import type { WindowLooks } from '../../../electron/shell/tracking/window-look.ts'
import { Settings } from '../../../shared/model/settings.ts'
import { USUAL_SIDECAR } from '../../../shared/model/sidecar.ts'
import { CHAT, PretendDesktop } from '../shell/paste/pretend-desktop.ts'
import { StoryClock } from '../shell/paste/story-clock.ts'

const QIANNIU = { title: '张三-接待中心', exe: 'AliWorkbench.exe', isElevated: false }

let clock: StoryClock
let desktop: PretendDesktop
/** How windows are followed here. */
let looks: WindowLooks | null

beforeEach(() => {
  clock = new StoryClock()
  desktop = new PretendDesktop(clock)
  looks = {
    look: () => null,
    hasNews: () => false,
    raise: () => undefined,
    letTakeFocus: null,
    close: () => undefined,
  }
  desktop.details = (window) => (window === CHAT ? QIANNIU : null)
})

const diagnose = async (settings: Partial<Settings> = {}, port: PretendDesktop | null = desktop) => {
  const findings = await clock.until(
    diagnoseDesktop(
      Settings.parse(settings),
      async () => port,
      async () => looks,
    ),
  )
  return Object.fromEntries(findings.map(({ check, ok, detail }) => [check, { ok, detail }]))
}

describe('the doctor on the desktop', () => {
  it('finds nothing wrong where nothing is, and names the chat that is open', async () => {
    const findings = await diagnose()
    expect(Object.values(findings).every(({ ok }) => ok)).toBe(true)
    expect(findings.targets?.detail).toBe('千牛接待中心，共 1 个窗口')
    expect(findings.hotkeys?.detail).toContain('Control+Alt+S')
  })

  it('names a chat that runs as administrator, and what to do', async () => {
    desktop.details = (window) => (window === CHAT ? { ...QIANNIU, isElevated: true } : null)
    expect((await diagnose()).elevation).toEqual({
      ok: false,
      detail: expect.stringContaining('千牛接待中心。请用管理员身份启动'),
    })
  })

  it('names a chat that hangs', async () => {
    desktop.hangsUntil = 60_000
    expect((await diagnose()).targets).toEqual({ ok: false, detail: '没有响应：千牛接待中心' })
  })

  it('tells keys that are used twice, and keys that cannot be hotkeys', async () => {
    expect((await diagnose({ captureHotkey: 'Control+Alt+Space' })).hotkeys).toEqual({
      ok: false,
      detail: 'Control+Alt+Space 用了两次',
    })
    expect((await diagnose({ nicknameHotkey: 'Control+V' })).hotkeys?.detail).toContain('粘贴键')
  })

  it('says when a clipboard tells of no changes', async () => {
    desktop.clipboardVersion = () => null
    expect((await diagnose()).clipboard?.ok).toBe(false)
  })

  it('says where the sidecar stands, and where there can be none', async () => {
    expect((await diagnose()).sidecar?.detail).toBe('能跟随聊天窗口，站在聊天窗口右边')
    const off = { ...USUAL_SIDECAR, isOn: false }
    expect((await diagnose({ sidecar: off })).sidecar?.detail).toContain('已关闭')
    looks = null
    expect((await diagnose()).sidecar).toEqual({ ok: true, detail: expect.stringContaining('没有侧边栏') })
  })

  it('without a desktop looks at the keys alone', async () => {
    expect(Object.keys(await diagnose({}, null))).toEqual(['hotkeys', 'desktop'])
  })
})
