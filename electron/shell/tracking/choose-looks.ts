import type { WindowLooks } from './window-look.ts'

/**
 * How windows are followed on this system; null where they are not: under macOS, which tells programs of each other's
 * windows only with the right to record the screen, and under Wayland, which does not tell at all.
 */
export async function chooseWindowLooks(
  platform: NodeJS.Platform = process.platform,
): Promise<WindowLooks | null> {
  try {
    if (platform === 'win32') return (await import('./win32-looks.ts')).win32Looks()
    if (platform === 'darwin') return null
    return (await import('./x11-looks.ts')).x11Looks()
  } catch {
    // The library or the display is missing.
    return null
  }
}
