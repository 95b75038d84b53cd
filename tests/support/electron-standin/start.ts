import path from 'node:path'
import { Browser } from './chromium/browser.ts'
import { app } from './modules/app.ts'
import { nativeTheme } from './modules/native-theme.ts'
import { getPath } from './modules/paths.ts'
import { setRuntime } from './runtime.ts'
import { BrowserWindow } from './window/browser-window.ts'
import { connectX, words, type XConnection } from './x11/connection.ts'
import { startKeys } from './x11/keys.ts'
import { Selections } from './x11/selection.ts'

async function workAreaOf(x: XConnection) {
  const [left = 0, top = 0, width = x.screen.width, height = x.screen.height] = words(
    (await x.property(x.root, '_NET_WORKAREA')).data,
  )
  return { x: left, y: top, width, height }
}

/** After the app's main script has run: brings up what the modules stand on, then tells the app that it is ready. */
export async function startApplication(): Promise<void> {
  app.emit('will-finish-launching')
  const x = await connectX().catch((error: Error) => {
    // Playwright looks for "Unable to open X display" and explains it.
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
  const profile = path.join(getPath('sessionData'), 'standin-chromium')
  const [browser, workArea] = await Promise.all([Browser.start(profile), workAreaOf(x), startKeys()])
  setRuntime({ browser, x, selections: new Selections(x), workArea })
  nativeTheme.on('updated', () => {
    const scheme = nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
    for (const window of BrowserWindow.getAllWindows()) void window.webContents.preferColorScheme(scheme)
  })
  // Electron cannot outlive its own browser process, and neither do we.
  browser.onExit(() => {
    if (!app.isQuitting) process.exit(1)
  })
  app.becomeReady()
}
