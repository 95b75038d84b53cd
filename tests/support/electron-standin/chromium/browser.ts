import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { chromiumArguments } from '../command-line.ts'
import { Cdp, ignoreGone, type Session } from './cdp.ts'

/** A page target that a window has claimed. */
export interface ClaimedTarget {
  targetId: string
  session: Session
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
]

export function chromiumPath(): string {
  const found = [process.env.STANDIN_CHROMIUM, ...installed].find((file) => file && existsSync(file))
  if (!found)
    throw new Error(
      'electron stand-in: no Chromium, Chrome or Edge found; install one or set STANDIN_CHROMIUM',
    )
  return found
}

/** Root cannot use Chromium's sandbox, and without --test-type Chromium would complain in a bar across the page. */
function asRoot(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []
}

const quietBrowser = [
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--hide-crash-restore-bubble',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-popup-blocking',
  '--disable-session-crashed-bubble',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate,MediaRouter',
  '--allow-file-access-from-files',
  // A hidden window is unmapped on the X server, and must be ready to paint when it is shown again.
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
]

/** Chromium without a window of its own, on the profile in `profileDir`. */
export class Browser {
  readonly cdp: Cdp
  readonly #process: ChildProcess
  readonly #profileDir: string
  readonly #claims = new Map<string, (target: ClaimedTarget) => void>()

  private constructor(child: ChildProcess, profileDir: string) {
    this.#process = child
    this.#profileDir = profileDir
    this.cdp = new Cdp(child.stdio[3] as Writable, child.stdio[4] as Readable)
  }

  /** Starts Chromium; rejects with what it printed when it does not come up. */
  static async start(profileDir: string): Promise<Browser> {
    mkdirSync(path.join(profileDir, 'Default'), { recursive: true })
    const preferences = path.join(profileDir, 'Default', 'Preferences')
    // The window manager draws the frame, and the page fills the window, as in Electron. Chromium's offer to translate
    // a Chinese page would stand over it, and take the keyboard.
    if (!existsSync(preferences))
      writeFileSync(
        preferences,
        JSON.stringify({ browser: { custom_chrome_frame: false }, translate: { enabled: false } }),
      )
    const child = spawn(
      chromiumPath(),
      [
        `--user-data-dir=${profileDir}`,
        '--remote-debugging-pipe',
        ...quietBrowser,
        ...asRoot(),
        ...chromiumArguments(),
      ],
      { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
    )
    process.on('exit', () => child.kill('SIGKILL'))
    const printed = passOnDevToolsLine(child)
    const browser = new Browser(child, profileDir)
    const ended = new Promise<never>((_, reject) =>
      child.once('exit', (code) =>
        reject(new Error(`electron stand-in: Chromium ended with ${code}\n${printed()}`)),
      ),
    )
    await Promise.race([browser.#attach(), ended])
    ended.catch(() => undefined)
    return browser
  }

  /** Runs when Chromium ends, by itself or because it was told to. */
  onExit(listener: () => void): void {
    this.#process.once('exit', listener)
  }

  /** Ends Chromium; resolves when it has gone, after `patienceMs` at the latest. */
  async close(patienceMs = 3000): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const gone = new Promise<void>((resolve) => this.#process.once('exit', () => resolve()))
    ignoreGone(this.cdp.browser.send('Browser.close'))
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), patienceMs)
    await gone
    clearTimeout(timer)
  }

  /** Opens an app window, that is one without tabs and address bar, whose document title is `title` at first. */
  async openAppWindow(title: string): Promise<ClaimedTarget> {
    const claimed = new Promise<ClaimedTarget>((resolve) => this.#claims.set(title, resolve))
    await this.#askRunningBrowser([`--app=data:text/html,<title>${title}</title>`, ...asRoot()])
    return claimed
  }

  /**
   * Speaks to the running browser as a second `chromium --app=…` would, over its singleton socket
   * (chrome/browser/process_singleton_posix.cc): `START`, the working directory and the arguments, NUL between them.
   * Saves a process of 100 ms and more for each window.
   */
  #askRunningBrowser(argv: string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(path.join(this.#profileDir, 'SingletonSocket'), () => {
        socket.end(['START', process.cwd(), 'chromium', ...argv].join('\0'))
      })
      socket.once('data', () => resolve())
      socket.once('error', reject)
      socket.once('close', () =>
        reject(new Error('electron stand-in: Chromium did not take the request for a window')),
      )
    })
  }

  async #attach(): Promise<void> {
    const { browser } = this.cdp
    browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const session = this.cdp.session(sessionId)
      const title = /<title>([\w-]+)</.exec(decodeURIComponent(targetInfo.url))?.[1] ?? ''
      const claim = this.#claims.get(title)
      if (claim) {
        this.#claims.delete(title)
        claim({ targetId: targetInfo.targetId, session })
        return
      }
      ignoreGone(session.send('Runtime.runIfWaitingForDebugger'))
      // No window asked for it: a link with a target, which Electron puts to setWindowOpenHandler instead.
      if (targetInfo.type === 'page')
        ignoreGone(browser.send('Target.closeTarget', { targetId: targetInfo.targetId }))
    })
    // Electron would ask the user where to save. Nobody is there to ask: denied, and not in silence.
    browser.on('Browser.downloadWillBegin', ({ url }) => {
      process.stderr.write(
        `electron stand-in: the download of ${url} was denied; downloads are not implemented\n`,
      )
    })
    await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
    await browser.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    })
  }
}

/** Electron prints this line when it was given --remote-debugging-port, and Playwright waits for it. */
function passOnDevToolsLine(child: ChildProcess): () => string {
  let printed = ''
  child.stderr?.setEncoding('utf8')
  child.stderr?.on('data', (text: string) => {
    const line = /^DevTools listening on ws:.*$/m.exec(text)
    if (line) process.stderr.write(`${line[0]}\n`)
    if (process.env.STANDIN_DEBUG) process.stderr.write(text)
    printed = (printed + text).slice(-4000)
  })
  return () => printed
}
