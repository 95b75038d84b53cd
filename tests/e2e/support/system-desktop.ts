import { test } from '@playwright/test'
import type { Desktop } from '../../support/desktop/desktop.ts'

/**
 * Whether each worker has a screen of its own, an X server's, with keys and chat programs at hand. Windows and macOS have
 * the one that the tests run on. GOLDEN_SIX_SYSTEM_DESKTOP=1 plays that on Linux.
 */
export const hasOwnScreen = process.platform === 'linux' && process.env.GOLDEN_SIX_SYSTEM_DESKTOP !== '1'

/** The screen that the tests run on. */
export const systemDesktop: Desktop = {
  display: process.env.DISPLAY ?? '',
  width: 0,
  height: 0,
  env: { ...process.env, DISPLAY: process.env.DISPLAY ?? '' },
  stop: async () => undefined,
}

/** Leaves the running test out where it has got to keys, windows or a clipboard that nobody can reach here. */
export function needsOwnScreen(): void {
  if (!hasOwnScreen) test.info().skip(true, 'needs the keys and windows of an X server')
}
