import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTray, trayIcon } from '../../../electron/shell/tray.ts'

const iconFolder = path.resolve(import.meta.dirname, '../../../assets/icons')

interface Item {
  label?: string
  click?(item: { checked: boolean }): void
}

function trayOn(platform: NodeJS.Platform) {
  const done: string[] = []
  let items: Item[] = []
  let isTemplate = false
  class FakeTray extends EventEmitter {
    setToolTip() {}
    setContextMenu() {}
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
      createFromPath: () => ({ setTemplateImage: (is: boolean) => (isTemplate = is) }) as never,
    },
    iconFolder,
    platform,
    actions: {
      showPanel: () => done.push('panel'),
      openWorkbench: () => done.push('workbench'),
      toggleSidecar: () => done.push('sidecar'),
      setHotkeyPaused: (isPaused) => done.push(isPaused ? 'paused' : 'resumed'),
      quit: () => done.push('quit'),
    },
  })
  const choose = (label: string, checked = false) =>
    items.find((item) => item.label === label)?.click?.({ checked })
  return { tray, done, choose, isTemplate: () => isTemplate }
}

describe('the icon beside the clock', () => {
  it('offers the panel, the workbench, the sidecar, a pause for the hotkey and the way out', () => {
    const { tray, done, choose } = trayOn('win32')
    tray.emit('click')
    choose('打开面板')
    choose('打开管理台')
    choose('打开或关闭侧边栏')
    choose('暂停热键', true)
    choose('暂停热键', false)
    choose('退出')
    expect(done).toEqual(['panel', 'panel', 'workbench', 'sidecar', 'paused', 'resumed', 'quit'])
  })

  it.each(['win32', 'darwin', 'linux'] as const)('has a picture on %s', (platform) => {
    expect(existsSync(path.join(iconFolder, trayIcon(platform)))).toBe(true)
  })

  it('takes the colour of the menu bar on macOS', () => {
    expect(trayOn('darwin').isTemplate()).toBe(true)
    expect(trayOn('win32').isTemplate()).toBe(false)
  })
})
