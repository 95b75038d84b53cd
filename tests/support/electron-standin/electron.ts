// What `import 'electron'` gives an app that runs on the stand-in.
import { app } from './modules/app.ts'
import { ClipboardItem, clipboard } from './modules/clipboard.ts'
import { dialog } from './modules/dialog.ts'
import { globalShortcut } from './modules/global-shortcut.ts'
import { Menu, MenuItem } from './modules/menu.ts'
import { nativeImage } from './modules/native-image.ts'
import { nativeTheme } from './modules/native-theme.ts'
import { net } from './modules/net.ts'
import { Notification } from './modules/notification.ts'
import { powerMonitor } from './modules/power-monitor.ts'
import { protocol } from './modules/protocol.ts'
import { safeStorage } from './modules/safe-storage.ts'
import { screen } from './modules/screen.ts'
import { session } from './modules/session.ts'
import { shell } from './modules/shell.ts'
import { Tray } from './modules/tray.ts'
import { absentModule, strictModule } from './strict.ts'
import { BrowserWindow as OwnBrowserWindow } from './window/browser-window.ts'
import { ipcMain } from './window/ipc.ts'
import { WebContents } from './window/web-contents.ts'

const BrowserWindow = strictModule('BrowserWindow', OwnBrowserWindow)
const webContents = strictModule('webContents', {
  fromId: (id: number) => WebContents.fromId(id),
  fromDevToolsTargetId: (targetId: string) => WebContents.fromDevToolsTargetId(targetId),
  getAllWebContents: () => WebContents.getAllWebContents(),
  getFocusedWebContents: () => WebContents.getFocusedWebContents(),
})
const crashReporter = strictModule('crashReporter', { start: () => {} } satisfies Pick<
  Electron.CrashReporter,
  'start'
>)

const BaseWindow = absentModule('BaseWindow')
const BrowserView = absentModule('BrowserView')
const MessageChannelMain = absentModule('MessageChannelMain')
const WebContentsView = absentModule('WebContentsView')
const autoUpdater = absentModule('autoUpdater')
const contentTracing = absentModule('contentTracing')
const desktopCapturer = absentModule('desktopCapturer')
const powerSaveBlocker = absentModule('powerSaveBlocker')
const systemPreferences = absentModule('systemPreferences')
const utilityProcess = absentModule('utilityProcess')
const webFrameMain = absentModule('webFrameMain')

const electron = {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
  utilityProcess,
  webContents,
  WebContentsView,
  webFrameMain,
}
// Every name is one that Electron exports; the parts are checked where they are defined.
electron satisfies {
  [Name in keyof typeof electron]: Name extends keyof typeof Electron.Main | keyof typeof Electron.Common
    ? object
    : never
}

export default electron
export {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  ClipboardItem,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  Notification,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
  utilityProcess,
  WebContentsView,
  webContents,
  webFrameMain,
}
