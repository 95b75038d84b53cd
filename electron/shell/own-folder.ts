import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { App } from 'electron'

/** Beside the library rather than under the product's name, which may change and be translated. */
export function folderOfOurOwn(app: Pick<App, 'getPath'>): string {
  const folder = path.join(app.getPath('appData'), 'golden-six')
  mkdirSync(folder, { recursive: true })
  return folder
}
