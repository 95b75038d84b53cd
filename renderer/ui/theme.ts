import type { Settings } from '../../shared/model/settings.ts'

/** Puts the agent's choice on the page; `system` leaves it to the operating system's setting. */
export function applyTheme(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
