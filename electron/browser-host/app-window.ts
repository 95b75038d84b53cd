import { type ChildProcess, spawn } from 'node:child_process'

export interface AppWindow {
  /** The browser's main process is still there. It ends with its last window, except on macOS. */
  isOpen(): boolean
  onClosed(listener: () => void): void
  close(): void
}

/**
 * Opens `address` as a window without tabs or address bar. A browser profile of its own keeps it apart from what the
 * person browses with, and remembers the window's place.
 */
export function openAppWindow(browser: string, address: string, profileDir: string): AppWindow {
  // Chromium refuses to run as root with its sandbox on, and shows a warning bar about it unless it is a test.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []
  const child = spawn(
    browser,
    [
      `--app=${address}`,
      `--user-data-dir=${profileDir}`,
      '--window-size=1080,720',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-mode',
      '--disable-sync',
      // It would offer to translate our Chinese.
      '--disable-features=Translate',
      // No question about a key ring that stores passwords: this window has none.
      '--password-store=basic',
      ...asRoot,
    ],
    { stdio: 'ignore', detached: process.platform !== 'win32' },
  )
  let isOpen = true
  const listeners = new Set<() => void>()
  const closed = () => {
    if (!isOpen) return
    isOpen = false
    for (const listener of listeners) listener()
  }
  child.on('error', closed)
  child.on('exit', closed)
  return {
    isOpen: () => isOpen,
    onClosed: (listener) => void listeners.add(listener),
    close: () => endFamily(child),
  }
}

/** The browser's helpers live in its process group; ended one by one they would complain of each other. */
function endFamily(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, 'SIGTERM')
  } catch {
    // It has gone already.
  }
}
