import { runtime } from '../runtime.ts'
import { type Bounds, findWindow } from '../x11/native-window.ts'

/** Where a window of `size` stands in the middle of the desktop. */
export function centred(size: { width: number; height: number }): Bounds {
  const { workArea } = runtime('BrowserWindow')
  return {
    ...size,
    x: Math.round(workArea.x + (workArea.width - size.width) / 2),
    y: Math.round(workArea.y + (workArea.height - size.height) / 2),
  }
}

export function isSame(a: Bounds, b: Bounds): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

/** The X window that Chromium opens under `title`. Rejects when none comes within ten seconds. */
export async function waitForWindow(title: string): Promise<number> {
  const { x } = runtime('BrowserWindow')
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    const window = await findWindow(x, title)
    if (window !== undefined) return window
    await new Promise((resolve) => setTimeout(resolve, 4))
  }
  throw new Error('electron stand-in: no window appeared; is a window manager running on this display?')
}
