import type { Desktop } from '../rpc/desktop.ts'

const NO_HOTKEY = { status: 'unavailable', reason: '浏览器窗口里没有全局热键，请直接切换到这个窗口' } as const

/**
 * What a browser window can do on the desktop: nothing by the host's hand. The page copies for itself, since only a
 * page may write the clipboard of the person who looks at it.
 */
export const browserDesktop: Desktop = {
  capabilities: () => ({ host: 'browser', hotkey: false, paste: false, tray: false }),
  hotkey: () => NO_HOTKEY,
  rebindHotkey: () => NO_HOTKEY,
  deliver: async () => ({ status: 'copied', why: 'no-desktop', message: '已复制，请到聊天框按 Ctrl+V 粘贴' }),
  showPanel() {},
  hidePanel() {},
  openWorkbench() {},
  setTheme() {},
  onEvent: () => () => {},
}
