import { runtime } from '../runtime.ts'
import { asElectron, StrictEmitter, strictModule } from '../strict.ts'
import { protocol } from './protocol.ts'
import { webRequest } from './web-request.ts'

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type Implemented =
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
  | 'clearCache'
  | 'clearStorageData'
  | 'isPersistent'
  | 'getStoragePath'

let requestHandler: RequestHandler = null
let checkHandler: CheckHandler = null

class Session extends StrictEmitter implements Pick<Electron.Session, Implemented> {
  readonly webRequest = webRequest
  readonly protocol = protocol

  constructor() {
    // Downloads are denied in Chromium, so none is ever announced; spelling is not checked.
    super('session', [
      'will-download',
      'spellcheck-dictionary-initialized',
      'select-serial-port',
      'select-hid-device',
      'select-usb-device',
    ])
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    requestHandler = handler
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    checkHandler = handler
  }
  // Pages have no serial, HID or USB devices here, so the handler is never asked.
  setDevicePermissionHandler(): void {}
  setSpellCheckerEnabled(): void {}
  setSpellCheckerLanguages(): void {}
  async clearCache(): Promise<void> {}
  async clearStorageData(): Promise<void> {
    const { browser } = runtime('session')
    await browser.cdp.browser.send('Storage.clearCookies')
  }
  isPersistent(): boolean {
    return true
  }
  getStoragePath(): string | null {
    return null
  }
}

export const defaultSession = new Session()

/**
 * Puts a page's request (or, with `check`, its question) for a permission to the app. Without a handler Electron
 * grants everything.
 */
export async function decidePermission(
  contents: { getURL(): string; mainFrame: object },
  permission: string,
  check: boolean,
): Promise<boolean> {
  const details = { requestingUrl: contents.getURL(), isMainFrame: true }
  const sender = asElectron<Electron.WebContents>(contents)
  const granted = check
    ? (checkHandler?.(sender, permission as never, contents.getURL(), details as never) ?? true)
    : await new Promise<boolean>((resolve) => {
        if (requestHandler) requestHandler(sender, permission as never, resolve, details as never)
        else resolve(true)
      })
  if (granted && !check) await grantInChromium(permission)
  return granted
}

const chromiumNames: Record<
  string,
  ('clipboardReadWrite' | 'geolocation' | 'midi' | 'notifications' | 'audioCapture' | 'videoCapture')[]
> = {
  'clipboard-read': ['clipboardReadWrite'],
  geolocation: ['geolocation'],
  midi: ['midi'],
  notifications: ['notifications'],
  media: ['audioCapture', 'videoCapture'],
}

async function grantInChromium(permission: string): Promise<void> {
  const permissions = chromiumNames[permission]
  if (permissions)
    await runtime('session').browser.cdp.browser.send('Browser.grantPermissions', { permissions })
}

const partitions = new Map<string, object>()

/** Requests can be made in it (net-request.ts); nothing else of it is there. */
function fromPartition(partition: string): Electron.Session {
  const known = partitions.get(partition) ?? strictModule(`session '${partition}'`, {})
  partitions.set(partition, known)
  return asElectron<Electron.Session>(known)
}

export const session = strictModule('session', {
  get defaultSession() {
    return asElectron<Electron.Session>(defaultSession)
  },
  fromPartition,
} satisfies Pick<typeof Electron.Session, 'defaultSession' | 'fromPartition'>)
