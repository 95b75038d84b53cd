import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const EXECUTABLES = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }

/**
 * The Electron executable, where its runtime is whole. The electron package writes `path.txt` after the last file, so
 * a download that was cut short does not count.
 *
 * @param {{ root: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform }} where
 * @returns {string | null}
 */
export function findElectron({ root, env, platform }) {
  const name = EXECUTABLES[platform] ?? 'electron'
  if (env.ELECTRON_OVERRIDE_DIST_PATH)
    return ifThere(path.resolve(root, env.ELECTRON_OVERRIDE_DIST_PATH, name))
  const home = path.join(root, 'node_modules', 'electron')
  try {
    const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))
    const present = readFileSync(path.join(home, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    if (present !== version || !existsSync(path.join(home, 'path.txt'))) return null
    return ifThere(path.join(home, 'dist', name))
  } catch {
    return null
  }
}

/** @param {string} file */
const ifThere = (file) => (existsSync(file) ? file : null)
