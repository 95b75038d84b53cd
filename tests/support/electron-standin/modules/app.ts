import { commandLine } from '../command-line.ts'
import { isRunning, runtime } from '../runtime.ts'
import { electronEvent, StrictEmitter } from '../strict.ts'
import {
  applicationFolder,
  applicationName,
  applicationVersion,
  getPath,
  setApplicationName,
  setPath,
} from './paths.ts'
import { hasLock, releaseLock, takeLock } from './single-instance.ts'

const emitted = [
  'will-finish-launching',
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'web-contents-created',
  'session-created',
]
/** Of macOS, of certificates and logins, or of processes that are Chromium's own here. */
const cannotHappen = [
  'activate',
  'open-file',
  'open-url',
  'continue-activity',
  'did-become-active',
  'did-resign-active',
  'certificate-error',
  'select-client-certificate',
  'login',
  'gpu-info-update',
  'child-process-gone',
  'render-process-gone',
  'accessibility-support-changed',
  'new-window-for-tab',
]

type Implemented =
  | 'quit'
  | 'exit'
  | 'isReady'
  | 'whenReady'
  | 'focus'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'getVersion'
  | 'getName'
  | 'setName'
  | 'name'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'getLocaleCountryCode'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'setAppUserModelId'
  | 'getLoginItemSettings'
  | 'setLoginItemSettings'
  | 'setAboutPanelOptions'
  | 'disableHardwareAcceleration'
  | 'enableSandbox'
  | 'isPackaged'

interface OpenWindow {
  webContents: object
  close(): void
  isDestroyed(): boolean
}

const openWindows = new Set<OpenWindow>()

class App extends StrictEmitter implements Pick<Electron.App, Implemented> {
  readonly isPackaged = process.env.STANDIN_RESOURCES !== undefined
  readonly commandLine = commandLine
  readonly #ready = Promise.withResolvers<void>()
  #isReady = false
  #quitting = false
  #loginItem: { openAtLogin: boolean; openAsHidden?: boolean } = { openAtLogin: false }

  constructor() {
    super('app', [...emitted, ...cannotHappen])
  }

  get name(): string {
    return applicationName()
  }
  set name(name: string) {
    setApplicationName(name)
  }
  getName(): string {
    return applicationName()
  }
  setName(name: string): void {
    setApplicationName(name)
  }
  getVersion(): string {
    return applicationVersion()
  }
  getAppPath(): string {
    return applicationFolder()
  }
  getPath(name: string): string {
    return getPath(name)
  }
  setPath(name: string, folder: string): void {
    setPath(name, folder)
  }
  getLocale(): string {
    return commandLine.getSwitchValue('lang') || 'zh-CN'
  }
  getSystemLocale(): string {
    return 'zh-CN'
  }
  getPreferredSystemLanguages(): string[] {
    return ['zh-CN']
  }
  getLocaleCountryCode(): string {
    return 'CN'
  }

  isReady(): boolean {
    return this.#isReady
  }
  whenReady(): Promise<void> {
    return this.#ready.promise
  }
  /** Everything behind the modules is up: the app's own start begins. */
  becomeReady(): void {
    this.#isReady = true
    this.emit('ready', electronEvent({}), {})
    this.#ready.resolve()
  }

  requestSingleInstanceLock(additionalData?: Record<PropertyKey, unknown>): boolean {
    return takeLock(getPath('userData'), additionalData ?? {}, (second) => {
      const { argv, workingDirectory, additionalData: data } = second
      this.emit('second-instance', electronEvent({}), argv, workingDirectory, data)
    })
  }
  hasSingleInstanceLock(): boolean {
    return hasLock()
  }
  releaseSingleInstanceLock(): void {
    releaseLock()
  }

  getLoginItemSettings(): Electron.LoginItemSettings {
    return {
      openAsHidden: false,
      wasOpenedAtLogin: false,
      status: 'not-registered',
      executableWillLaunchAtLogin: false,
      launchItems: [],
      ...this.#loginItem,
    }
  }
  setLoginItemSettings(settings: Electron.Settings): void {
    this.#loginItem = { openAtLogin: settings.openAtLogin ?? false }
  }

  disableHardwareAcceleration(): void {
    if (this.#isReady)
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
    commandLine.appendSwitch('disable-gpu')
  }
  // Of other systems, or already so.
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  enableSandbox(): void {}
  focus(): void {}

  quit(): void {
    if (this.#quitting) return
    const before = electronEvent({})
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.#quitting = true
    for (const window of [...openWindows]) {
      window.close()
      if (window.isDestroyed()) continue
      // The window's own `close` listener kept it open: the app stays.
      this.#quitting = false
      return
    }
    const will = electronEvent({})
    this.emit('will-quit', will)
    if (will.defaultPrevented) this.#quitting = false
    else this.exit(0)
  }

  exit(code = 0): void {
    this.#quitting = true
    this.emit('quit', electronEvent({}), code)
    releaseLock()
    if (!isRunning()) process.exit(code)
    void runtime('app')
      .browser.close()
      .then(() => process.exit(code))
  }

  get isQuitting(): boolean {
    return this.#quitting
  }
}

export const app = new App()

export function announceWindow(window: OpenWindow): void {
  openWindows.add(window)
  app.emit('web-contents-created', electronEvent({}), window.webContents)
  app.emit('browser-window-created', electronEvent({}), window)
}

export function announceWindowFocus(window: OpenWindow, focused: boolean): void {
  app.emit(focused ? 'browser-window-focus' : 'browser-window-blur', electronEvent({}), window)
}

/** With the last window Electron quits, unless the app listens for that moment. */
export function onWindowGone(window: OpenWindow): void {
  openWindows.delete(window)
  if (openWindows.size > 0 || app.isQuitting) return
  if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
  else app.quit()
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())
