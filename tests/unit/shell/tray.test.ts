import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTray } from '../../../electron/shell/tray.ts'
import { type TrayLook, trayIcon } from '../../../electron/shell/tray-icon.ts'

const iconFolder = path.resolve(import.meta.dirname, '../../../assets/icons')

interface Item {
  label?: string
  checked?: boolean
  click?(item: { checked: boolean }): void
}

function trayOn(platform: NodeJS.Platform) {
  const done: string[] = []
  let items: Item[] = []
  let toolTip = ''
  let picture = ''
  let isTemplate = false
  let icon = new EventEmitter()
  const taskbar = Object.assign(new EventEmitter(), { shouldUseDarkColorsForSystemIntegratedUI: false })
  class FakeTray extends EventEmitter {
    constructor(image: string) {
      super()
      icon = this
      picture = image
    }
    setImage(image: string) {
      picture = image
    }
    setToolTip(text: string) {
      toolTip = text
    }
    setContextMenu() {}
    isDestroyed() {
      return false
    }
  }
  const tray = createTray({
    Tray: FakeTray as never,
    Menu: {
      buildFromTemplate: (template) => {
        items = template as Item[]
        return {} as never
      },
    },
    nativeImage: {
      createFromPath(file) {
        expect(existsSync(file)).toBe(true)
        const image = Object.assign(new String(path.basename(file)), {
          setTemplateImage: (is: boolean) => {
            isTemplate = is
          },
        })
        return image as never
      },
    },
    nativeTheme: taskbar as never,
    iconFolder,
    platform,
    actions: {
      showPanel: () => done.push('panel'),
      openWorkbench: () => done.push('workbench'),
      toggleSidecar: () => done.push('sidecar'),
      setHotkeyPaused: (isPaused) => done.push(isPaused ? 'paused' : 'resumed'),
      openUpdate: () => done.push('update'),
      quit: () => done.push('quit'),
    },
  })
  return {
    tray,
    done,
    click: () => icon.emit('click'),
    choose: (label: string, checked = false) =>
      items.find((item) => item.label?.startsWith(label))?.click?.({ checked }),
    labels: () => items.flatMap(({ label }) => label ?? []),
    shown: () => ({ picture: String(picture), toolTip }),
    isTemplate: () => isTemplate,
    turnTaskbar(isDark: boolean) {
      taskbar.shouldUseDarkColorsForSystemIntegratedUI = isDark
      taskbar.emit('updated')
    },
  }
}

describe('the icon beside the clock', () => {
  it('offers the panel, the workbench, the sidecar, a pause for the hotkey and the way out', () => {
    const { done, click, choose } = trayOn('win32')
    click()
    choose('打开面板')
    choose('打开管理台')
    choose('打开或关闭侧边栏')
    choose('暂停热键', true)
    choose('暂停热键', false)
    choose('退出')
    expect(done).toEqual(['panel', 'panel', 'workbench', 'sidecar', 'paused', 'resumed', 'quit'])
  })

  it('shows that the keys are paused, and when they are not any more', () => {
    const { choose, shown } = trayOn('linux')
    expect(shown()).toEqual({ picture: 'tray.png', toolTip: '黄金六秒' })
    choose('暂停热键', true)
    expect(shown()).toEqual({ picture: 'tray-paused.png', toolTip: '黄金六秒 · 热键已暂停' })
    choose('暂停热键', false)
    expect(shown()).toEqual({ picture: 'tray.png', toolTip: '黄金六秒' })
  })

  it('shows that an update waits, and leads to it, until it is put off', () => {
    const { tray, done, choose, shown, labels } = trayOn('linux')
    tray.showUpdate('1.5.0')
    expect(shown()).toEqual({ picture: 'tray-attention.png', toolTip: '黄金六秒 · 1.5.0 可以安装' })
    choose('安装更新 1.5.0')
    expect(done).toEqual(['update'])
    tray.showUpdate(null)
    expect(shown().picture).toBe('tray.png')
    expect(labels().join()).not.toContain('更新')
  })

  it('says that the keys are paused rather than that an update waits', () => {
    const { tray, choose, shown } = trayOn('linux')
    tray.showUpdate('1.5.0')
    choose('暂停热键', true)
    expect(shown()).toEqual({
      picture: 'tray-paused.png',
      toolTip: '黄金六秒 · 热键已暂停 · 1.5.0 可以安装',
    })
  })

  it('follows the taskbar of Windows from light to dark', () => {
    const { shown, turnTaskbar } = trayOn('win32')
    expect(shown().picture).toBe('tray-on-light.ico')
    turnTaskbar(true)
    expect(shown().picture).toBe('tray-on-dark.ico')
  })

  it('takes the colour of the menu bar on macOS', () => {
    expect(trayOn('darwin').isTemplate()).toBe(true)
    expect(trayOn('win32').isTemplate()).toBe(false)
  })

  it.each(['win32', 'darwin', 'linux'] as const)('has a picture for all that it tells on %s', (platform) => {
    const looks: TrayLook[] = ['normal', 'paused', 'attention']
    const files = looks.flatMap((look) => [true, false].map((isDark) => trayIcon(platform, look, isDark)))
    expect(files.filter((file) => !existsSync(path.join(iconFolder, file)))).toEqual([])
    expect(new Set(files).size).toBe(platform === 'win32' ? 6 : 3)
  })
})
