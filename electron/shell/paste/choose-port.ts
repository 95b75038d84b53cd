import type { WindowPort } from './window-port.ts'

/**
 * The adapter for this system, or null where none works: the program then copies instead of pasting. Each adapter is
 * loaded only where it is used, since the native libraries of the others are not there.
 */
export async function chooseWindowPort(
  platform: NodeJS.Platform = process.platform,
): Promise<WindowPort | null> {
  for (const open of candidates(platform)) {
    try {
      return await open()
    } catch {
      // The library or the display is missing: the next one may do with less.
    }
  }
  return null
}

function candidates(platform: NodeJS.Platform): (() => Promise<WindowPort>)[] {
  switch (platform) {
    case 'win32':
      return [async () => (await import('./win32.ts')).win32Port()]
    case 'darwin':
      return [async () => (await import('./darwin.ts')).darwinPort()]
    default:
      return [
        async () => (await import('./x11.ts')).x11Port(),
        async () => (await import('./xdotool.ts')).xdotoolPort(),
      ]
  }
}
