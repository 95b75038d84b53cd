import type { RpcServer } from '../rpc/websocket.ts'
import type { AppWindow } from './app-window.ts'

/** A reload closes the page's connection for a moment, and opening the second window takes a few. */
const GRACE_MS = 5_000

/** A browser that was running already takes the window over, and the one we started ends at once. */
const TAKE_OVER_MS = 15_000

interface Ends {
  /** The person closed the last window. */
  onLeft(): void
  /** The browser ended and no page ever came. */
  onNeverCame(): void
}

/**
 * Watches the window that was opened for the person. A page that merely lost its connection while the browser still
 * runs (asleep, discarded to save memory) comes back; so the host ends only when the browser has ended, too.
 */
export function watchLifetime(
  rpc: RpcServer,
  window: AppWindow,
  { onLeft, onNeverCame }: Ends,
  browserOutlivesWindows = process.platform === 'darwin',
): void {
  let hasCome = false
  let timer: NodeJS.Timeout | undefined

  const look = () => {
    clearTimeout(timer)
    if (rpc.pages() > 0) {
      hasCome = true
      return
    }
    if (window.isOpen() && !(hasCome && browserOutlivesWindows)) return
    timer = hasCome ? setTimeout(onLeft, GRACE_MS) : setTimeout(onNeverCame, TAKE_OVER_MS)
  }
  rpc.onPagesChanged(look)
  window.onClosed(look)
}
