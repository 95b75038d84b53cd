import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { autostartStartup, loginItemStartup } from '../../../electron/shell/startup.ts'
import { temporaryFolder } from '../../support/library.ts'

describe('starting with a Linux desktop', () => {
  it('is an entry that the desktop reads, with the program out of sight; switched off, it is gone', () => {
    const configFolder = temporaryFolder()
    const startup = autostartStartup({ configFolder, command: ['/opt/黄金 六秒/golden-six'] })
    expect(startup.state()).toEqual({ status: 'off' })
    expect(startup.set(true)).toEqual({ status: 'on' })
    const file = path.join(configFolder, 'autostart', 'golden-six.desktop')
    expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/黄金 六秒/golden-six" "--hidden"\n')
    expect(startup.set(false)).toEqual({ status: 'off' })
    expect(existsSync(file)).toBe(false)
  })

  it('quotes what desktops would read as something else', () => {
    const configFolder = temporaryFolder()
    autostartStartup({ configFolder, command: ['/opt/a"b$c%d\\e'] }).set(true)
    const file = path.join(configFolder, 'autostart', 'golden-six.desktop')
    expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/a\\\\"b\\\\$c%%d\\\\\\\\e" "--hidden"\n')
  })

  it('is off when the desktop’s own settings have switched the entry off', () => {
    const configFolder = temporaryFolder()
    const startup = autostartStartup({ configFolder, command: ['/opt/golden-six'] })
    startup.set(true)
    const file = path.join(configFolder, 'autostart', 'golden-six.desktop')
    writeFileSync(file, `${readFileSync(file, 'utf8')}X-GNOME-Autostart-enabled=false\n`)
    expect(startup.state()).toEqual({ status: 'off' })
  })

  it('says why when the folder cannot be written', () => {
    const configFolder = temporaryFolder()
    writeFileSync(path.join(configFolder, 'autostart'), 'a file where the folder should be')
    const state = autostartStartup({ configFolder, command: ['/opt/golden-six'] }).set(true)
    expect(state).toMatchObject({ status: 'unavailable', reason: expect.stringContaining('不能写入') })
  })
})

describe('starting with Windows or macOS', () => {
  function startupOn(platform: NodeJS.Platform, told: Partial<Electron.LoginItemSettings> = {}) {
    let item: Electron.Settings = {}
    const app = {
      setLoginItemSettings: (settings: Electron.Settings) => {
        item = settings
      },
      getLoginItemSettings: () =>
        ({
          openAtLogin: item.openAtLogin ?? false,
          executableWillLaunchAtLogin: item.openAtLogin ?? false,
          status: 'enabled',
          ...told,
        }) as Electron.LoginItemSettings,
    }
    const startup = loginItemStartup({ app, platform, command: ['C:\\Golden Six\\golden-six.exe'] })
    return { startup, item: () => item }
  }

  it('is the system’s own list, with the program out of sight', () => {
    const { startup, item } = startupOn('win32')
    expect(startup.set(true)).toEqual({ status: 'on' })
    expect(item()).toEqual({
      openAtLogin: true,
      path: 'C:\\Golden Six\\golden-six.exe',
      args: ['--hidden'],
    })
    expect(startup.set(false)).toEqual({ status: 'off' })
  })

  it('says where to allow it when the system forbids it', () => {
    const onWindows = startupOn('win32', { executableWillLaunchAtLogin: false }).startup.set(true)
    expect(onWindows).toMatchObject({ reason: expect.stringContaining('任务管理器') })
    const onMac = startupOn('darwin', { status: 'requires-approval' }).startup.set(true)
    expect(onMac).toMatchObject({ reason: expect.stringContaining('登录项') })
  })
})
