import path from 'node:path'
import { findElectron } from '../../../build/electron-runtime/find.mjs'

/** The folder that Electron is pointed at: package.json, and the bundles in out/. */
export const root = path.resolve(import.meta.dirname, '../../..')

/** Node 24, whichever Node the test runner itself was started with. On Windows npm's link is a script; CI starts with 24. */
export const node24 =
  process.platform === 'win32' ? process.execPath : path.join(root, 'node_modules', '.bin', 'node')

const standIn = path.join(root, 'tests', 'support', 'electron-standin', 'dist')

/** True when the specs run on Electron's own runtime, false on the stand-in. */
export const isTrueElectron = process.env.GOLDEN_SIX_TRUE_ELECTRON === '1'

/**
 * Points the `electron` package, and with it Playwright, at the runtime that the specs are to run on.
 *
 * @throws when true Electron was asked for and its runtime is not installed
 */
export function chooseRuntime(): void {
  if (!isTrueElectron) {
    process.env.ELECTRON_OVERRIDE_DIST_PATH = standIn
    return
  }
  delete process.env.ELECTRON_OVERRIDE_DIST_PATH
  electronExecutable()
}

/** The program that `electron .` starts. */
export function electronExecutable(): string {
  const executable = findElectron({ root, env: process.env, platform: process.platform })
  if (executable === null)
    throw new Error(
      'GOLDEN_SIX_TRUE_ELECTRON=1 needs the Electron runtime: run npx install-electron, or unset it to use the stand-in',
    )
  return executable
}

/** Root may not use Chromium's sandbox; the stand-in sees to that itself. */
export const switchesAsRoot = isTrueElectron && process.getuid?.() === 0 ? ['--no-sandbox'] : []
