import path from 'node:path'
import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron'

interface TrayParts {
  Tray: new (image: NativeImage) => Tray
  Menu: Pick<typeof Menu, 'buildFromTemplate'>
  nativeImage: { createFromPath(path: string): NativeImage }
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
  quit(): void
}

/** The icon beside the clock: the way in when the hotkey is taken, and the way out. */
export function createTray({ Tray, Menu, nativeImage, iconFolder, platform, actions }: TrayParts): Tray {
  const system = platform ?? process.platform
  const image = nativeImage.createFromPath(path.join(iconFolder, trayIcon(system)))
  // macOS draws a template in the colour of its menu bar.
  if (system === 'darwin') image.setTemplateImage(true)
  const tray = new Tray(image)
  tray.setToolTip('黄金六秒')
  tray.setContextMenu(Menu.buildFromTemplate(menuTemplate(actions)))
  tray.on('click', () => actions.showPanel())
  return tray
}

/** Electron picks the finer `@2x` file beside the named one where the screen wants it. */
export function trayIcon(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'trayTemplate.png'
  return platform === 'win32' ? 'tray.ico' : 'tray.png'
}

function menuTemplate(actions: TrayActions): MenuItemConstructorOptions[] {
  return [
    { label: '打开面板', click: () => actions.showPanel() },
    { label: '打开管理台', click: () => actions.openWorkbench() },
    ...sidecarEntry(actions),
    { type: 'separator' },
    {
      label: '暂停热键',
      type: 'checkbox',
      checked: false,
      click: (item) => actions.setHotkeyPaused(item.checked),
    },
    { type: 'separator' },
    { label: '退出', click: () => actions.quit() },
  ]
}

function sidecarEntry({ toggleSidecar }: TrayActions): MenuItemConstructorOptions[] {
  return toggleSidecar ? [{ label: '打开或关闭侧边栏', click: () => toggleSidecar() }] : []
}
