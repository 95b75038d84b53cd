import type { Browser } from './chromium/browser.ts'
import type { XConnection } from './x11/connection.ts'
import type { Selections } from './x11/selection.ts'

/** What runs behind the modules once the app is ready. */
export interface Runtime {
  browser: Browser
  x: XConnection
  selections: Selections
  /** Usable area of the screen, without panels of the desktop. */
  workArea: { x: number; y: number; width: number; height: number }
}

let running: Runtime | undefined

export function setRuntime(runtime: Runtime): void {
  running = runtime
}

export function isRunning(): boolean {
  return running !== undefined
}

/** @throws when the app is not ready; `what` names the API that was called too early */
export function runtime(what: string): Runtime {
  if (!running) throw new Error(`${what} cannot be used before the app is ready`)
  return running
}
