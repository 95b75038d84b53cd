import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { mirrorOf } from '../../../build/electron-runtime/fetch.mjs'
import { findElectron } from '../../../build/electron-runtime/find.mjs'
import {
  forgetFailure,
  recentFailure,
  rememberFailure,
} from '../../../build/electron-runtime/recent-failure.mjs'
import { reasonIn } from '../../../build/electron-runtime/run-electron.mjs'
import { temporaryFolder } from '../../support/library.ts'

function checkoutWith(files: Record<string, string>): string {
  const root = temporaryFolder()
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  return root
}

const whole = {
  'node_modules/electron/package.json': '{"version":"45.4.1"}',
  'node_modules/electron/path.txt': 'electron',
  'node_modules/electron/dist/version': 'v45.4.1',
  'node_modules/electron/dist/electron': '',
}
const find = (root: string, env = {}) => findElectron({ root, env, platform: 'linux' })

describe('the Electron runtime', () => {
  it('is found where it is whole', () => {
    const root = checkoutWith(whole)
    expect(find(root)).toBe(path.join(root, 'node_modules/electron/dist/electron'))
  })

  it.each([
    ['a download that was cut short', { 'node_modules/electron/path.txt': undefined }],
    ['another version', { 'node_modules/electron/dist/version': '44.0.0' }],
    ['a deleted program', { 'node_modules/electron/dist/electron': undefined }],
  ])('is not found after %s', (_title, change) => {
    const files = Object.entries({ ...whole, ...change }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    expect(find(checkoutWith(Object.fromEntries(files)))).toBeNull()
  })

  it('is taken from ELECTRON_OVERRIDE_DIST_PATH alone when that is set', () => {
    const root = checkoutWith({ ...whole, 'elsewhere/electron': '' })
    expect(find(root, { ELECTRON_OVERRIDE_DIST_PATH: 'elsewhere' })).toBe(
      path.join(root, 'elsewhere/electron'),
    )
    expect(find(root, { ELECTRON_OVERRIDE_DIST_PATH: 'nowhere' })).toBeNull()
  })

  it('is asked of our own mirror setting before those of other tools', () => {
    expect(mirrorOf({ GOLDEN_SIX_ELECTRON_MIRROR: 'https://a/m', ELECTRON_MIRROR: 'https://b/' })).toBe(
      'https://a/m/',
    )
    expect(mirrorOf({ npm_config_electron_mirror: 'https://c/' })).toBe('https://c/')
    expect(mirrorOf({})).toBeNull()
  })
})

describe('a download that failed', () => {
  const hour = 3_600_000

  it('is not repeated for some hours, unless another mirror is set', () => {
    const root = checkoutWith({})
    rememberFailure(root, { mirror: null, at: 10 * hour, reason: 'no answer' })
    expect(recentFailure(root, null, 15 * hour)?.reason).toBe('no answer')
    expect(recentFailure(root, 'https://a/', 15 * hour)).toBeNull()
    expect(recentFailure(root, null, 17 * hour)).toBeNull()
  })

  it('is forgotten after a success, and when the clock was set back', () => {
    const root = checkoutWith({})
    rememberFailure(root, { mirror: null, at: 10 * hour, reason: 'no answer' })
    expect(recentFailure(root, null, 9 * hour)).toBeNull()
    forgetFailure(root)
    expect(recentFailure(root, null, 11 * hour)).toBeNull()
  })
})

describe('an Electron that dies at once', () => {
  it.each([
    [
      'electron: error while loading shared libraries: libnss3.so: cannot open shared object file',
      'the system library libnss3.so is missing',
    ],
    [
      'FATAL: The SUID sandbox helper binary was found, but is not configured correctly.',
      "the system does not allow Chromium's sandbox",
    ],
    ['ERROR: Missing X server or $DISPLAY', 'no display answered'],
    ['', 'it ended with status 127'],
  ])('is told from its output %j', (output, reason) => {
    expect(reasonIn(output, 127)).toBe(reason)
  })
})
