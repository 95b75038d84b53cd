import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

interface Machine {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  isProgram?: (file: string) => boolean
}

/** In the order we prefer them; all of them open a page as a window of its own by `--app=`. */
const ON_PATH = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const ON_WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
]

const ON_MACOS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

/** An installed Chromium, Chrome or Edge, or null. `GOLDEN_SIX_BROWSER` names another one. */
export function findBrowser({ platform, env, isProgram = isProgramHere }: Machine): string | null {
  if (env.GOLDEN_SIX_BROWSER) return env.GOLDEN_SIX_BROWSER
  return candidates(platform, env).find(isProgram) ?? null
}

function candidates(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') return ON_MACOS
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    )
    return ON_WINDOWS.flatMap((place) => roots.map((root) => path.win32.join(root, ...place)))
  }
  const folders = (env.PATH ?? '').split(':').filter(Boolean)
  return ON_PATH.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)))
}

function isProgramHere(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
