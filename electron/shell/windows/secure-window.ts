import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  IpcMainInvokeEvent,
  Session,
  WebContents,
  WebPreferences,
} from 'electron'
import type { Pages } from './pages.ts'

export type WindowClass = new (options: BrowserWindowConstructorOptions) => BrowserWindow

interface SecureWindows {
  BrowserWindow: WindowClass
  preload: string
  pages: Pages
  /** Off in the packaged program. */
  hasDevTools: boolean
}

/**
 * The one place where windows are made. Every window is sandboxed and isolated, shows only our own pages, and opens
 * no others; options for looks and size are the caller's.
 */
export function windowMaker({ BrowserWindow, preload, pages, hasDevTools }: SecureWindows) {
  return (options: Omit<BrowserWindowConstructorOptions, 'webPreferences'>): BrowserWindow => {
    const window = new BrowserWindow({ ...options, webPreferences: preferences(preload, hasDevTools) })
    keepOnOurPages(window.webContents, pages)
    return window
  }
}

function preferences(preload: string, hasDevTools: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // It would fetch dictionaries from the network, and knows no Chinese.
    spellcheck: false,
    // The panel must answer at once when it is shown again.
    backgroundThrottling: false,
    devTools: hasDevTools,
  }
}

function keepOnOurPages(contents: WebContents, pages: Pages): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (navigation) => {
    if (!pages.isOurs(navigation.url)) navigation.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Pages ask for no camera, no place, no notification; whatever asks is refused. */
export function denyPermissions(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >,
): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/**
 * Whether a message comes from one of our own windows, from its main frame, showing one of our pages. Frames and
 * pages that something smuggled in are not answered.
 */
export function senderCheck(
  pages: Pages,
  ownContents: () => readonly WebContents[],
): (event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>) => boolean {
  return ({ sender, senderFrame }) =>
    senderFrame !== null &&
    senderFrame.parent === null &&
    ownContents().includes(sender) &&
    pages.isOurs(senderFrame.url)
}
