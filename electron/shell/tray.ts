import path from 'node:path'
import type { Menu, MenuItemConstructorOptions, NativeImage, NativeTheme, Tray } from 'electron'
import { trayIcon } from './tray-icon.ts'

interface TrayParts {
  Tray: new (image: NativeImage) => Tray
  Menu: Pick<typeof Menu, 'buildFromTemplate'>
  nativeImage: { createFromPath(path: string): NativeImage }
  nativeTheme: Pick<NativeTheme, 'on' | 'shouldUseDarkColorsForSystemIntegratedUI'>
  /** assets/icons */
  iconFolder: string
  platform?: NodeJS.Platform
  actions: TrayActions
}

export interface TrayActions {
  showPanel(): void
  openWorkbench(): void
  /** Null where the sidecar has no chat windows to stand beside. */
  toggleSidecar: (() => void) | null
  setHotkeyPaused(isPaused: boolean): void
  /** Where the person can install what is ready. */
  openUpdate(): void
  quit(): void
}

export interface TrayEntry {
  /** The version that waits to be installed; null for none, or none that the person wants to hear of. */
  showUpdate(version: string | null): void
  destroy(): void
}

/** The icon beside the clock: the way in when the hotkey is taken, and the way out. */
export function createTray(parts: TrayParts): TrayEntry {
  const { Tray, Menu, nativeImage, nativeTheme, iconFolder, actions } = parts
  const system = parts.platform ?? process.platform
  let isPaused = false
  let update: string | null = null

  const tray = new Tray(picture())
  tray.on('click', () => actions.showPanel())
  nativeTheme.on('updated', () => !tray.isDestroyed() && tray.setImage(picture()))
  tell()

  function picture(): NativeImage {
    const look = isPaused ? 'paused' : update === null ? 'normal' : 'attention'
    const file = trayIcon(system, look, nativeTheme.shouldUseDarkColorsForSystemIntegratedUI)
    const image = nativeImage.createFromPath(path.join(iconFolder, file))
    // macOS draws a template in the colour of its menu bar.
    if (system === 'darwin') image.setTemplateImage(true)
    return image
  }

  function tell(): void {
    const news = [isPaused && '热键已暂停', update !== null && `${update} 可以安装`].filter(Boolean)
    tray.setToolTip(['黄金六秒', ...news].join(' · '))
    tray.setContextMenu(Menu.buildFromTemplate(menu()))
  }

  function menu(): MenuItemConstructorOptions[] {
    const setPaused = (next: boolean) => {
      isPaused = next
      actions.setHotkeyPaused(next)
      tray.setImage(picture())
      tell()
    }
    return [...updateEntry(update, actions), ...menuTemplate(actions, isPaused, setPaused)]
  }

  return {
    showUpdate(version) {
      if (version === update) return
      update = version
      tray.setImage(picture())
      tell()
    },
    destroy: () => tray.destroy(),
  }
}

function updateEntry(update: string | null, { openUpdate }: TrayActions): MenuItemConstructorOptions[] {
  if (update === null) return []
  return [{ label: `安装更新 ${update}…`, click: () => openUpdate() }, { type: 'separator' }]
}

function menuTemplate(
  actions: TrayActions,
  isPaused: boolean,
  setPaused: (isPaused: boolean) => void,
): MenuItemConstructorOptions[] {
  return [
    { label: '打开面板', click: () => actions.showPanel() },
    { label: '打开管理台', click: () => actions.openWorkbench() },
    ...sidecarEntry(actions),
    { type: 'separator' },
    {
      label: '暂停热键',
      type: 'checkbox',
      checked: isPaused,
      click: (item) => setPaused(item.checked),
    },
    { type: 'separator' },
    { label: '退出', click: () => actions.quit() },
  ]
}

function sidecarEntry({ toggleSidecar }: TrayActions): MenuItemConstructorOptions[] {
  return toggleSidecar ? [{ label: '打开或关闭侧边栏', click: () => toggleSidecar() }] : []
}
