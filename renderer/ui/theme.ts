import type { Settings } from '../../shared/model/settings.ts'

/** Puts the agent's choice on the page; `system` leaves it to the operating system's setting. */
export function applyTheme(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Every length of a page that is in `rem` grows with it. `percent` of what the browser's own setting asks for. */
export function applyTextSize(percent: Settings['panelText']): void {
  const { documentElement: root, body } = document
  const size = `${percent}%`
  if (root.style.fontSize === size) return
  root.style.fontSize = size
  // Chromium goes on answering container queries in `rem` as it did at the old size, until the container is another:
  // at twice the text pages would keep the columns of a wide window.
  body.style.containerType = 'normal'
  void body.offsetWidth
  body.style.removeProperty('container-type')
}
