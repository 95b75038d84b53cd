import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ClaimedTarget } from '../chromium/browser.ts'
import { ignoreGone, type Session } from '../chromium/cdp.ts'
import { createFromBuffer } from '../modules/native-image.ts'
import { applicationFolder } from '../modules/paths.ts'
import { checkSchemeCanLoad, fromPageUrl, toPageUrl } from '../modules/protocol.ts'
import { decidePermission, defaultSession } from '../modules/session.ts'
import type { PageRequest } from '../page/main-world.ts'
import type { AppMessage, PageMessage } from '../page/preload-runtime.ts'
import { asElectron, electronEvent, StrictEmitter } from '../strict.ts'
import { type ContentsMember, contentsEvents } from './covered.ts'
import { deliver, encodeValues } from './ipc.ts'
import { type ConsoleLine, followConsole } from './page-console.ts'
import {
  isolatedWorld,
  isolatedWorldScript,
  mainWorldScript,
  pageBinding,
  preloadBinding,
  readPreload,
} from './page-scripts.ts'
import { RequestGate } from './request-gate.ts'
import { createMainFrame } from './web-frame.ts'

const all = new Set<WebContents>()
let lastId = 0
/** Names the events between a page's two worlds; a page must not be able to guess it. */
const tag = `standin${randomBytes(8).toString('hex')}`

/** The page in a window: its documents, its messages, its requests. */
export class WebContents extends StrictEmitter implements Pick<Electron.WebContents, ContentsMember> {
  readonly id = ++lastId
  readonly session = defaultSession
  readonly mainFrame: ReturnType<typeof createMainFrame>
  readonly #preload: string | undefined
  readonly #arguments: string[]
  readonly #isFocused: () => boolean
  readonly #closeWindow: () => void
  readonly #attached: PromiseWithResolvers<Session> = Promise.withResolvers()
  #session: Session | undefined
  #targetId = ''
  #gate: RequestGate | undefined
  #preloadContext: string | undefined
  #url = ''
  #title = ''
  #loading = false
  #destroyed = false
  #crashed = false
  #zoom = 1
  #windowOpenHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined
  #load: { resolve: () => void; reject: (error: Error) => void } | undefined

  constructor(preferences: Electron.WebPreferences, window: { isFocused: () => boolean; close: () => void }) {
    super('webContents', contentsEvents)
    this.#preload = preferences.preload
    this.#arguments = preferences.additionalArguments ?? []
    this.#isFocused = window.isFocused
    this.#closeWindow = window.close
    this.mainFrame = createMainFrame({
      id: this.id,
      url: () => this.getURL(),
      isDestroyed: () => this.#destroyed,
    })
    all.add(this)
  }

  static getAllWebContents(): WebContents[] {
    return [...all]
  }
  static fromId(id: number): WebContents | undefined {
    return [...all].find((contents) => contents.id === id)
  }
  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return [...all].find((contents) => contents.#targetId === targetId)
  }
  static getFocusedWebContents(): WebContents | null {
    return [...all].find((contents) => contents.isFocused()) ?? null
  }

  /** Takes over the page target that Chromium opened, still paused before its first script. */
  async attach(target: ClaimedTarget): Promise<void> {
    const { session } = target
    this.#targetId = target.targetId
    this.#gate = new RequestGate(session, target.targetId, (url) => this.#mayNavigate(url))
    this.#listen(session)
    const preload = this.#preload === undefined ? { source: '' } : readPreload(this.#preload)
    const about = {
      platform: process.platform,
      arch: process.arch,
      versions: { ...process.versions },
      argv: this.#arguments,
      env: {},
    }
    const isolated = isolatedWorldScript(tag, about, 'source' in preload ? preload.source : '')
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Log.enable'),
      this.#gate.open(),
      session.send('Runtime.addBinding', { name: preloadBinding, executionContextName: isolatedWorld }),
      session.send('Runtime.addBinding', { name: pageBinding }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(tag) }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: isolated, worldName: isolatedWorld }),
    ])
    await session.send('Runtime.runIfWaitingForDebugger')
    if ('failed' in preload) {
      const { failed } = preload
      this.once('dom-ready', () => this.#reportPreloadError(failed))
    }
    this.#session = session
  }

  /** The window stands: documents may be loaded into it. */
  open(): void {
    if (this.#session) this.#attached.resolve(this.#session)
  }

  #listen(session: Session): void {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const about = context.auxData as { frameId?: string } | undefined
      if (context.name === isolatedWorld && about?.frameId === this.#targetId)
        this.#preloadContext = context.uniqueId
    })
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === preloadBinding) this.#onPageMessage(JSON.parse(payload) as PageMessage, session)
      if (name === pageBinding) void this.#onPageRequest(JSON.parse(payload) as PageRequest, session)
    })
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId || frame.url.startsWith('data:text/html,<title>')) return
      this.#url = frame.url + (frame.urlFragment ?? '')
      if (!this.#loading) this.emit('did-start-loading')
      this.#loading = true
      this.emit('did-navigate', electronEvent({}), this.getURL(), 200, 'OK')
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== this.#targetId) return
      this.#url = url
      this.emit('did-navigate-in-page', electronEvent({}), this.getURL(), true, 1, 1)
    })
    // A page's own window.open is answered in the page: what is announced here are links and forms with a target.
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      this.#onWindowOpen(url, windowName, windowFeatures.join(','))
    })
    // Chromium knows no custom schemes and would look for a program that does.
    session.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      if (frameId !== this.#targetId || toPageUrl(url) === url || !this.#mayNavigate(url)) return
      this.loadURL(url).catch((error) => console.error(error))
    })
    session.on('Page.domContentEventFired', () => {
      if (this.#url) this.emit('dom-ready')
    })
    session.on('Page.loadEventFired', () => {
      if (!this.#url || !this.#loading) return
      this.#loading = false
      this.emit('did-finish-load')
      this.emit('did-stop-loading')
      this.#load?.resolve()
      this.#load = undefined
    })
    followConsole(session, (line) => this.#console(line))
    session.on('Inspector.targetCrashed', () => {
      this.#crashed = true
      this.emit('render-process-gone', electronEvent({}), { reason: 'crashed', exitCode: 1 })
    })
  }

  #console({ level, message, lineNumber, sourceId }: ConsoleLine): void {
    const numeric = { debug: 0, info: 1, warning: 2, error: 3 }[level]
    const event = electronEvent({ level, message, lineNumber, sourceId, frame: this.mainFrame })
    this.emit('console-message', event, numeric, message, lineNumber, sourceId)
  }

  #mayNavigate(url: string): boolean {
    const event = electronEvent({
      url,
      isSameDocument: false,
      isMainFrame: true,
      frame: this.mainFrame,
      initiator: this.mainFrame,
    })
    this.emit('will-navigate', event, url, false, true, 1, 1)
    return !event.defaultPrevented
  }

  #reportPreloadError(error: Error): void {
    console.error(`Unable to load preload script: ${this.#preload}\n${error.stack ?? error}`)
    this.emit('preload-error', electronEvent({}), this.#preload, error)
  }

  #onPageMessage(message: PageMessage, session: Session): void {
    if (message.kind === 'preload-failed') {
      this.#reportPreloadError(
        Object.assign(new Error(message.stack.split('\n')[0]), { stack: message.stack }),
      )
      return
    }
    if (message.kind === 'input') {
      this.emit('input-event', electronEvent({}), { type: message.type, modifiers: [] })
      return
    }
    const context = this.#preloadContext
    void deliver(this, message, (answer) => this.#tellPage(session, context, answer))
  }

  #tellPage(session: Session, context: string | undefined, message: AppMessage): void {
    if (!context) return
    ignoreGone(
      session.send('Runtime.evaluate', {
        expression: `globalThis.__standinReceive?.(${JSON.stringify(message)})`,
        uniqueContextId: context,
      }),
    )
  }

  async #onPageRequest(request: PageRequest, session: Session): Promise<void> {
    if (request.kind === 'open-window') {
      this.#onWindowOpen(request.url, request.frameName, request.features)
      return
    }
    const granted = await decidePermission(this, request.permission, request.check)
    const answer = JSON.stringify({ id: request.id, granted })
    ignoreGone(
      session.send('Runtime.evaluate', {
        expression: `window.dispatchEvent(new CustomEvent('${tag}answer', { detail: ${answer} }))`,
      }),
    )
  }

  #onWindowOpen(url: string, frameName: string, features: string): void {
    const details = {
      url: fromPageUrl(url),
      frameName,
      features,
      disposition: 'new-window' as const,
      referrer: { url: this.getURL(), policy: 'strict-origin-when-cross-origin' as const },
    }
    if (this.#windowOpenHandler?.(details).action === 'deny') return
    console.error(
      `electron stand-in: ${details.url} would open in a new window; allowing that is not implemented`,
    )
  }

  send(channel: string, ...values: unknown[]): void {
    const message: AppMessage = { kind: 'message', channel, values: encodeValues(values) }
    const context = this.#preloadContext
    void this.#attached.promise.then((session) => this.#tellPage(session, context, message))
  }

  async loadURL(url: string): Promise<void> {
    checkSchemeCanLoad(url)
    const session = await this.#attached.promise
    this.#load?.reject(loadError('ERR_ABORTED', -3, url))
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#load = { resolve, reject }
    this.#loading = true
    if (this.#gate) this.#gate.expectedUrl = toPageUrl(url)
    this.emit('did-start-loading')
    const { errorText } = await session.send('Page.navigate', { url: toPageUrl(url) })
    if (errorText) {
      const name = errorText.replace('net::', '')
      const number =
        {
          ERR_FILE_NOT_FOUND: -6,
          ERR_CONNECTION_REFUSED: -102,
          ERR_NAME_NOT_RESOLVED: -105,
          ERR_ABORTED: -3,
          ERR_FAILED: -2,
        }[name] ?? -2
      this.#loading = false
      this.#load = undefined
      this.emit('did-fail-load', electronEvent({}), number, name, url, true, 1, 1)
      throw loadError(name, number, url)
    }
    await promise
  }

  loadFile(file: string, options: Electron.LoadFileOptions = {}): Promise<void> {
    const url = pathToFileURL(path.resolve(applicationFolder(), file))
    for (const [key, value] of Object.entries(options.query ?? {})) url.searchParams.set(key, value)
    if (options.search) url.search = options.search
    if (options.hash) url.hash = options.hash
    return this.loadURL(url.href)
  }

  getURL(): string {
    return fromPageUrl(this.#url)
  }
  getTitle(): string {
    return this.#title
  }
  getType(): 'window' {
    return 'window'
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  isLoading(): boolean {
    return this.#loading
  }
  isCrashed(): boolean {
    return this.#crashed
  }
  isFocused(): boolean {
    return this.#isFocused()
  }
  isDevToolsOpened(): boolean {
    return false
  }

  reload(): void {
    if (this.#gate) this.#gate.expectedUrl = this.#url
    this.#loading = true
    void this.#attached.promise.then((session) => ignoreGone(session.send('Page.reload', {})))
  }

  focus(): void {
    void this.#attached.promise.then((session) => ignoreGone(session.send('Page.bringToFront')))
  }

  close(): void {
    this.#closeWindow()
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.#windowOpenHandler = handler
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const session = await this.#attached.promise
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  async insertCSS(css: string): Promise<string> {
    const key = `standin-css-${randomBytes(4).toString('hex')}`
    await this.executeJavaScript(
      `{const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)}); document.adoptedStyleSheets.push(sheet)}`,
    )
    return key
  }

  async capturePage(rect?: Electron.Rectangle): Promise<Electron.NativeImage> {
    const session = await this.#attached.promise
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'png',
      ...(rect ? { clip: { ...rect, scale: 1 } } : {}),
    })
    return asElectron(createFromBuffer(Buffer.from(data, 'base64')))
  }

  setZoomFactor(factor: number): void {
    this.#zoom = factor
    void this.#attached.promise.then((session) =>
      ignoreGone(session.send('Emulation.setPageScaleFactor', { pageScaleFactor: factor })),
    )
  }
  getZoomFactor(): number {
    return this.#zoom
  }

  /** Follows nativeTheme.themeSource. */
  async preferColorScheme(scheme: 'light' | 'dark'): Promise<void> {
    const session = await this.#attached.promise
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: scheme }],
    })
  }

  /** The document's title changed; true unless the app keeps the window's title as it is. */
  announceTitle(title: string): boolean {
    this.#title = title
    const event = electronEvent({})
    this.emit('page-title-updated', event, title, true)
    return !event.defaultPrevented
  }

  get targetId(): string {
    return this.#targetId
  }

  /** The window has gone. */
  detach(): void {
    this.#destroyed = true
    all.delete(this)
    this.#load?.reject(loadError('ERR_FAILED', -2, this.getURL()))
    this.emit('destroyed')
  }
}

function loadError(code: string, errno: number, url: string): Error {
  return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url })
}
