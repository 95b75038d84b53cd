import { NO_SIDECAR } from '../../shared/model/sidecar-state.ts'
import type { Desktop } from '../rpc/desktop.ts'

const NO_HOTKEY = { status: 'unavailable', reason: '浏览器窗口里没有全局热键，请直接切换到这个窗口' } as const
const NO_STARTUP = {
  status: 'unavailable',
  reason: '这是在浏览器里打开的，不能随系统启动。安装桌面版后可以',
} as const

const NO_UPDATES = '这是在浏览器里打开的，由安装它的人更新'

/**
 * What a browser window can do on the desktop: nothing by the host's hand. The page copies for itself, since only a
 * page may write the clipboard of the person who looks at it.
 */
export const browserDesktop: Desktop = {
  capabilities: () => ({
    host: 'browser',
    hotkey: false,
    paste: false,
    docking: false,
    tray: false,
    openFolder: false,
  }),
  hotkeys: () => ({ panel: NO_HOTKEY, capture: NO_HOTKEY, nickname: NO_HOTKEY, sidecar: NO_HOTKEY }),
  rebindHotkey: () => NO_HOTKEY,
  deliver: async () => ({ status: 'copied', why: 'no-desktop', message: '已复制，请到聊天框按 Ctrl+V 粘贴' }),
  pasteTraces: () => [],
  showPanel() {},
  hidePanel() {},
  openWorkbench() {},
  openWorkbenchAt() {},
  sidecar: {
    state: () => NO_SIDECAR,
    drawOut() {},
    detach() {},
    dock() {},
    takeKeyboard() {},
    giveKeyboardBack() {},
  },
  setTheme() {},
  targets: () => null,
  tryPaste: async () => ({ status: 'lost', reason: '浏览器窗口不能向别的窗口粘贴' }),
  startup: () => NO_STARTUP,
  setStartup: () => NO_STARTUP,
  updates: () => ({ status: 'unavailable', reason: NO_UPDATES }),
  checkForUpdates: async () => ({ status: 'unavailable', reason: NO_UPDATES }),
  postponeUpdate() {},
  restartToUpdate: () => ({ status: 'refused', reason: NO_UPDATES }),
  openFolder: async () => '浏览器窗口不能打开文件夹，请复制路径，到文件管理器里打开',
  onEvent: () => () => {},
}
