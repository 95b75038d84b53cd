import type { BrowserWindow } from 'electron'

/** A page that crashes more often than that crashes by itself: loading it again would only keep the machine busy. */
const MOST_RELOADS = 3
const WITHIN_MS = 60_000

/**
 * A window that is there for as long as the program is, shows its page again when that has crashed.
 *
 * @param load loads it
 * @param now milliseconds
 */
export function reloadWhenCrashed(
  window: Pick<BrowserWindow, 'webContents' | 'isDestroyed'>,
  load: () => Promise<void>,
  now: () => number = Date.now,
): void {
  let reloads: number[] = []

  function reload(): void {
    if (window.isDestroyed()) return
    load().catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
  }

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    reloads = reloads.filter((at) => now() - at < WITHIN_MS)
    if (reason === 'clean-exit' || reloads.length >= MOST_RELOADS) return
    reloads.push(now())
    // The process that is gone is still being cleared away.
    setImmediate(reload)
  })
}
