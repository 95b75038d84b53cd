import type { BrowserWindowConstructorOptions, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { pagesAt } from '../../../../electron/shell/windows/pages.ts'
import {
  denyPermissions,
  senderCheck,
  windowMaker,
} from '../../../../electron/shell/windows/secure-window.ts'

const pages = pagesAt()

/** A window that remembers what it was told. */
class FakeWindow {
  readonly options: BrowserWindowConstructorOptions
  opened: { action: string } | null = null
  readonly handlers = new Map<string, (event: { url: string; preventDefault(): void }) => void>()
  readonly webContents = {
    setWindowOpenHandler: (handler: () => { action: string }) => {
      this.opened = handler()
    },
    on: (name: string, handler: (event: { url: string; preventDefault(): void }) => void) => {
      this.handlers.set(name, handler)
    },
  }

  constructor(options: BrowserWindowConstructorOptions) {
    this.options = options
  }

  /** Whether an event of the page is let through. */
  allows(name: string, url = ''): boolean {
    let isAllowed = true
    const preventDefault = () => {
      isAllowed = false
    }
    this.handlers.get(name)?.({ url, preventDefault })
    return isAllowed
  }
}

function newWindow(hasDevTools = false): FakeWindow {
  const make = windowMaker({
    BrowserWindow: FakeWindow as never,
    preload: '/preload.cjs',
    pages,
    hasDevTools,
  })
  return make({ width: 400 }) as unknown as FakeWindow
}

describe('every window', () => {
  it('is sandboxed and isolated, and has no Node', () => {
    expect(newWindow().options).toMatchObject({
      width: 400,
      webPreferences: {
        preload: '/preload.cjs',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        devTools: false,
      },
    })
  })

  it('opens no other window and embeds no page', () => {
    const window = newWindow()
    expect(window.opened).toEqual({ action: 'deny' })
    expect(window.allows('will-attach-webview')).toBe(false)
  })

  it.each([
    ['app://golden-six/workbench/index.html', true],
    ['https://example.com/', false],
    ['app://elsewhere/panel/index.html', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['data:text/html,hello', false],
  ])('asked to go to %s: %s', (url, isAllowed) => {
    expect(newWindow().allows('will-navigate', url)).toBe(isAllowed)
  })

  it('is refused every permission', () => {
    const answers: boolean[] = []
    denyPermissions({
      setPermissionRequestHandler: (handler) =>
        handler?.({} as never, 'media', (isGranted) => answers.push(isGranted), {} as never),
      setPermissionCheckHandler: (handler) =>
        answers.push(handler?.(null, 'clipboard-read', 'app://golden-six', {} as never) ?? true),
      setDevicePermissionHandler: (handler) => answers.push(handler?.({} as never) ?? true),
    })
    expect(answers).toEqual([false, false, false])
  })
})

describe('a message is answered', () => {
  const own = { id: 1 } as WebContents
  const isTrusted = senderCheck(pages, () => [own])
  const frame = (url: string, parent: object | null = null) => ({ url, parent }) as never
  const page = frame('app://golden-six/panel/index.html')

  it('when it comes from the main frame of our window on our page', () => {
    expect(isTrusted({ sender: own, senderFrame: page })).toBe(true)
  })

  it.each([
    ['from a page that is not ours', { sender: own, senderFrame: frame('https://example.com/') }],
    ['from a frame inside our page', { sender: own, senderFrame: frame('app://golden-six/panel/', {}) }],
    ['from a window that is not ours', { sender: { id: 2 } as WebContents, senderFrame: page }],
    ['from a frame that is gone', { sender: own, senderFrame: null }],
  ])('but not %s', (_why, event) => {
    expect(isTrusted(event)).toBe(false)
  })
})

describe('during development', () => {
  it('the pages come from the development server and from no other port', () => {
    const local = pagesAt('http://localhost:5173/')
    expect(local.url('panel')).toBe('http://localhost:5173/panel/index.html')
    expect(local.isOurs('http://localhost:5173/workbench/index.html')).toBe(true)
    expect(local.isOurs('http://localhost:5174/')).toBe(false)
    expect(local.isOurs('app://golden-six/panel/index.html')).toBe(false)
  })
})
