import path from 'node:path'
import packageFile from '../package.json' with { type: 'json' }
import { openAppWindow } from './browser-host/app-window.ts'
import { type BrowserHost, openBrowserHost } from './browser-host/browser-host.ts'
import { findBrowser } from './browser-host/find-browser.ts'
import { watchLifetime } from './browser-host/lifetime.ts'
import { type HostOptions, readHostOptions } from './browser-host/options.ts'
import { type PageFiles, readPageFiles } from './browser-host/page-files.ts'
import { startFailure } from './browser-host/start-failure.ts'
import { recoveryInOneLine } from './desk/backups/recovery/recovery-words.ts'
import { defaultDataDir } from './desk/data-dir.ts'
import { type Desk, openDesk } from './desk/open-desk.ts'

// The browser host: the desk and its pages on loopback, for machines where Electron's runtime cannot be had.

/** Longer than any write takes; a search thread that hangs must not keep the program alive. */
const SHUTDOWN_LIMIT_MS = 3_000

const options = readHostOptions(process.argv.slice(2))
if ('complaint' in options) fail(options.complaint, 2)
process.on('uncaughtException', (error) => fail(startFailure(error), 1))

const dataDir = path.resolve(options.dataDir ?? defaultDataDir())
const desk = openDesk({ dataDir, empty: options.empty, presence: 'host' })
const recovery = desk.safekeeping.recovery()
if (recovery) console.log(recoveryInOneLine(recovery))
// In the background: a first query asked meanwhile waits for it, and hears why should it fail.
desk.ready().catch(() => undefined)
const host = await openBrowserHost(
  { desk, appVersion: packageFile.version },
  { port: options.port, pages: pages(options) },
)
const window = options.open ? showWindow(host) : null
if (!window) sayAddress(host)
desk.beginRounds()

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void end(desk, host))

function pages({ live }: HostOptions): () => PageFiles {
  const folder = path.join(import.meta.dirname, '..', 'renderer')
  const built = readPageFiles(folder)
  return live ? () => readPageFiles(folder) : () => built
}

function showWindow(served: BrowserHost) {
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  const browser = hasDisplay ? findBrowser(process) : null
  if (!browser) return null
  const opened = openAppWindow(browser, served.entry, path.join(dataDir, 'browser-window'))
  watchLifetime(served.rpc, opened, {
    onLeft: () => void end(desk, served),
    onNeverCame: () => sayAddress(served),
  })
  console.log(
    '黄金六秒已在浏览器窗口中打开，关闭窗口即退出。Golden Six is open in a browser window; closing it quits.',
  )
  return opened
}

function sayAddress({ entry }: BrowserHost): void {
  console.log(
    `请用浏览器打开（只能打开一次，按 Ctrl+C 退出）。Open in a browser (works once; Ctrl+C quits): ${entry}`,
  )
}

async function end(openedDesk: Desk, served: BrowserHost): Promise<void> {
  setTimeout(() => process.exit(0), SHUTDOWN_LIMIT_MS).unref()
  window?.close()
  await served.close()
  await openedDesk.close()
  process.exit(0)
}

function fail(line: string, status: number): never {
  process.stderr.write(`${line}\n`)
  process.exit(status)
}
