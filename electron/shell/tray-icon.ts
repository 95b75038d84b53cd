/** What the icon beside the clock tells. `attention`: something waits for the person, without hurry. */
export type TrayLook = 'normal' | 'paused' | 'attention'

/**
 * The picture in assets/icons. Electron picks the finer `@2x` file beside the named one where the screen wants it.
 *
 * @param isDark whether the taskbar is; only Windows says so. macOS colours a template itself, and elsewhere one gold has
 * to do for both.
 */
export function trayIcon(platform: NodeJS.Platform, look: TrayLook, isDark: boolean): string {
  const name = look === 'normal' ? 'tray' : `tray-${look}`
  if (platform === 'darwin') return `${name}Template.png`
  return platform === 'win32' ? `${name}-on-${isDark ? 'dark' : 'light'}.ico` : `${name}.png`
}
