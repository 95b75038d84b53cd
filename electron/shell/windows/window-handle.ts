import type { BrowserWindow } from 'electron'
import type { WindowHandle } from '../paste/window-port.ts'

/** One of our own windows as the window system numbers it. macOS knows applications, not windows. */
export function handleOf(
  window: Pick<BrowserWindow, 'getNativeWindowHandle'>,
  platform: NodeJS.Platform = process.platform,
): WindowHandle {
  return platform === 'darwin' ? process.pid : window.getNativeWindowHandle().readUInt32LE(0)
}
