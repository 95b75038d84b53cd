import { ignoreGone } from '../chromium/cdp.ts'
import { announceWindow, announceWindowFocus, onWindowGone } from '../modules/app.ts'
import { currentColorScheme } from '../modules/native-theme.ts'
import { isRunning, runtime } from '../runtime.ts'
import { electronEvent, StrictEmitter } from '../strict.ts'
import { type Bounds, NativeWindow } from '../x11/native-window.ts'
import { type WindowMember, windowEvents } from './covered.ts'
import { WebContents } from './web-contents.ts'
import { checkWindowOptions } from './window-options.ts'
import { centred, isSame, waitForWindow } from './window-places.ts'

const windows: BrowserWindow[] = []
let lastId = 0
/** By then the window manager has mapped and placed a window, also on a busy machine. */
const settleMs = 500

/** A Chromium app window, placed and mapped by us on the real X server. */
export class BrowserWindow extends StrictEmitter implements Pick<Electron.BrowserWindow, WindowMember> {
  readonly id = ++lastId
  readonly webContents: WebContents
  #bounds: Bounds
  #visible = false
  #focused = false
  #minimized = false
  #destroyed = false
  #alwaysOnTop: boolean
  #skipTaskbar: boolean
  #opacity: number
  #minimumSize: [number, number]
  #title: string
  #native: NativeWindow | undefined
  #settledAtMs = 0
  /** Desktop operations in the order in which the app asked for them. */
  #queue: Promise<unknown>

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', windowEvents)
    if (!isRunning()) throw new Error('Cannot create BrowserWindow before app is ready')
    checkWindowOptions(options)
    const size = { width: options.width ?? 800, height: options.height ?? 600 }
    this.#bounds = {
      ...centred(size),
      ...(options.center || options.x === undefined || options.y === undefined
        ? {}
        : { x: options.x, y: options.y }),
    }
    this.#alwaysOnTop = options.alwaysOnTop ?? false
    this.#skipTaskbar = options.skipTaskbar ?? false
    this.#opacity = options.opacity ?? 1
    this.#minimumSize = [options.minWidth ?? 0, options.minHeight ?? 0]
    this.#title = options.title ?? 'Electron'
    this.webContents = new WebContents(options.webPreferences ?? {}, {
      isFocused: () => this.#focused,
      close: () => this.close(),
    })
    this.webContents.on('did-finish-load', () => {
      if (!this.#visible) this.emit('ready-to-show')
    })
    windows.push(this)
    this.#queue = this.#create(options.frame !== false)
    this.#queue.catch((error) => console.error('electron stand-in: a window could not be made:', error))
    announceWindow(this)
    if (options.show !== false) this.show()
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return windows.find((window) => window.#focused) ?? null
  }
  static fromWebContents(contents: object): BrowserWindow | null {
    return windows.find((window) => window.webContents === contents) ?? null
  }
  static fromId(id: number): BrowserWindow | null {
    return windows.find((window) => window.id === id) ?? null
  }

  async #create(framed: boolean): Promise<void> {
    const { browser, x } = runtime('BrowserWindow')
    const title = `bw-${process.pid}-${this.id}`
    const target = await browser.openAppWindow(title)
    target.session.on('Inspector.detached', () => this.#gone())
    browser.cdp.browser.on('Target.detachedFromTarget', ({ sessionId }) => {
      if (sessionId === target.session.id) this.#gone()
    })
    await this.webContents.attach(target)
    const native = new NativeWindow(x, await waitForWindow(title))
    if (!framed) await native.removeFrame()
    await native.hide()
    await native.place(this.#bounds)
    this.#native = native
    this.#follow(native)
    // Only now: with a document of its own the window would no longer have the title by which it was found.
    this.webContents.open()
    await this.webContents.preferColorScheme(currentColorScheme())
  }

  #follow(native: NativeWindow): void {
    native.on('bounds', (bounds: Bounds) => {
      if (!this.#visible || this.#destroyed || this.#isOnTheWay(bounds)) return
      const before = this.#bounds
      this.#bounds = bounds
      this.#announceChange(before)
    })
    native.on('active', (active: boolean) => {
      if (this.#destroyed || active === this.#focused) return
      this.#focused = active
      this.emit(active ? 'focus' : 'blur')
      announceWindowFocus(this, active)
    })
    native.on('iconified', (iconified: boolean) => {
      if (!this.#visible || iconified === this.#minimized) return
      this.#minimized = iconified
      this.emit(iconified ? 'minimize' : 'restore')
    })
    native.on('title', (title: string) => {
      if (title === this.#title || this.#isPlaceholder(title)) return
      const event = electronEvent({})
      this.emit('page-title-updated', event, title, true)
      const accepted = this.webContents.announceTitle(title) && !event.defaultPrevented
      if (accepted) this.#title = title
      else this.#onDesktop((window) => window.setTitle(this.#title))
    })
  }

  /** Chromium's own titles: of the window's first, empty page, and an address where the page's title is yet to come. */
  #isPlaceholder(title: string): boolean {
    return (
      title.startsWith('bw-') || title.includes('.standin.test') || this.webContents.getURL().endsWith(title)
    )
  }

  /**
   * Between a wish and its fulfilment by the window manager a window passes other places, which are nobody's doing.
   * A place that the window manager insists on is believed after `settleMs`.
   */
  #isOnTheWay(bounds: Bounds): boolean {
    if (Date.now() > this.#settledAtMs) return false
    return !isSame(bounds, this.#bounds)
  }

  #announceChange(before: Bounds): void {
    const { x, y, width, height } = this.#bounds
    if (width !== before.width || height !== before.height) {
      this.emit('resize')
      this.emit('resized')
    }
    if (x !== before.x || y !== before.y) {
      this.emit('move')
      this.emit('moved')
    }
  }

  #onDesktop(operation: (native: NativeWindow) => Promise<void>): void {
    this.#queue = this.#queue
      .then(() => (this.#native && !this.#destroyed ? operation(this.#native) : undefined))
      .catch((error) => console.error('electron stand-in:', error))
  }

  #map(activate: boolean): void {
    this.#assertAlive()
    const wasVisible = this.#visible
    this.#visible = true
    this.#minimized = false
    this.#settledAtMs = Date.now() + settleMs
    this.#onDesktop((native) =>
      native.show(this.#bounds, { activate, alwaysOnTop: this.#alwaysOnTop, skipTaskbar: this.#skipTaskbar }),
    )
    if (!wasVisible) this.emit('show')
  }

  show(): void {
    this.#map(true)
  }
  showInactive(): void {
    this.#map(false)
  }
  hide(): void {
    this.#assertAlive()
    if (!this.#visible) return
    this.#visible = false
    this.#onDesktop((native) => native.hide())
    this.emit('hide')
  }
  focus(): void {
    this.#assertAlive()
    if (this.#visible) this.#onDesktop((native) => native.activate())
  }
  blur(): void {
    this.#assertAlive()
    // The X server's root takes no keys: the keyboard leaves the window, and the window manager keeps it in place.
    this.#onDesktop((native) => native.giveUpFocus())
  }
  minimize(): void {
    this.#assertAlive()
    this.#onDesktop((native) => native.iconify())
  }
  restore(): void {
    this.#assertAlive()
    this.#map(true)
  }
  moveTop(): void {
    this.#onDesktop((native) => native.raise())
  }
  center(): void {
    this.setBounds(centred(this.#bounds))
  }

  isVisible(): boolean {
    return this.#visible && !this.#minimized
  }
  isFocused(): boolean {
    return this.#focused
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  isMinimized(): boolean {
    return this.#minimized
  }
  isMaximized(): boolean {
    return false
  }
  isFullScreen(): boolean {
    return false
  }
  isNormal(): boolean {
    return !this.#minimized
  }
  isModal(): boolean {
    return false
  }
  isAlwaysOnTop(): boolean {
    return this.#alwaysOnTop
  }

  getBounds(): Bounds {
    this.#assertAlive()
    return { ...this.#bounds }
  }
  setBounds(bounds: Partial<Bounds>): void {
    this.#assertAlive()
    const before = this.#bounds
    const [minWidth, minHeight] = this.#minimumSize
    const wanted = { ...before, ...bounds }
    this.#bounds = {
      ...wanted,
      width: Math.max(wanted.width, minWidth),
      height: Math.max(wanted.height, minHeight),
    }
    this.#settledAtMs = Date.now() + settleMs
    this.#onDesktop((native) => native.place(this.#bounds))
    this.#announceChange(before)
  }
  getNormalBounds(): Bounds {
    return this.getBounds()
  }
  getContentBounds(): Bounds {
    return this.getBounds()
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height]
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }
  getContentSize(): number[] {
    return this.getSize()
  }
  setContentSize(width: number, height: number): void {
    this.setSize(width, height)
  }
  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y]
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }
  getMinimumSize(): number[] {
    return [...this.#minimumSize]
  }
  setMinimumSize(width: number, height: number): void {
    this.#minimumSize = [width, height]
  }

  setAlwaysOnTop(flag: boolean): void {
    if (flag !== this.#alwaysOnTop) this.emit('always-on-top-changed', electronEvent({}), flag)
    this.#alwaysOnTop = flag
    this.#onDesktop((native) => native.setState('_NET_WM_STATE_ABOVE', flag))
  }
  setSkipTaskbar(skip: boolean): void {
    this.#skipTaskbar = skip
    this.#onDesktop((native) => native.setState('_NET_WM_STATE_SKIP_TASKBAR', skip))
  }
  setVisibleOnAllWorkspaces(visible: boolean): void {
    this.#onDesktop((native) => native.setState('_NET_WM_STATE_STICKY', visible))
  }
  setTitle(title: string): void {
    this.#title = title
    this.#onDesktop((native) => native.setTitle(title))
  }
  getTitle(): string {
    return this.#title
  }
  setOpacity(opacity: number): void {
    this.#opacity = opacity
  }
  getOpacity(): number {
    return this.#opacity
  }
  /** X11 window id in a CARD32 of 8 bytes, as Electron gives it on Linux. */
  getNativeWindowHandle(): Buffer {
    const handle = Buffer.alloc(8)
    handle.writeUInt32LE(this.#native?.id ?? 0)
    return handle
  }
  getMediaSourceId(): string {
    return `window:${this.#native?.id ?? 0}:0`
  }

  // Looks that nothing here can see; the calls are right, their effect is not covered.
  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  setIcon(): void {}
  setBackgroundColor(): void {}
  setContentProtection(): void {}
  flashFrame(): void {}
  setResizable(): void {}
  setProgressBar(): void {}
  setOverlayIcon(): void {}

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }
  loadFile(file: string, options?: Electron.LoadFileOptions): Promise<void> {
    return this.webContents.loadFile(file, options)
  }
  reload(): void {
    this.webContents.reload()
  }
  capturePage(rect?: Electron.Rectangle): Promise<Electron.NativeImage> {
    return this.webContents.capturePage(rect)
  }

  close(): void {
    if (this.#destroyed) return
    const event = electronEvent({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#destroyed) return
    const { browser } = runtime('BrowserWindow')
    void this.#queue.then(() =>
      ignoreGone(browser.cdp.browser.send('Target.closeTarget', { targetId: this.webContents.targetId })),
    )
    this.#gone()
  }

  #gone(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.#visible = false
    this.#focused = false
    windows.splice(windows.indexOf(this), 1)
    this.webContents.detach()
    this.emit('closed')
    onWindowGone(this)
  }

  #assertAlive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
  }
}
