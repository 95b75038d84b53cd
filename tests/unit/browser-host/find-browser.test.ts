import { expect, it } from 'vitest'
import { findBrowser } from '../../../electron/browser-host/find-browser.ts'

const on = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, installed: readonly string[]) =>
  findBrowser({ platform, env, isProgram: (file) => installed.includes(file) })

it('finds Chromium on the path', () => {
  const env = { PATH: '/usr/local/bin:/usr/bin' }
  expect(on('linux', env, ['/usr/bin/chromium'])).toBe('/usr/bin/chromium')
})

it('prefers Chrome to Chromium, wherever on the path they are', () => {
  const env = { PATH: '/usr/local/bin:/usr/bin' }
  const installed = ['/usr/local/bin/chromium', '/usr/bin/google-chrome']
  expect(on('linux', env, installed)).toBe('/usr/bin/google-chrome')
})

it('finds the Edge that every Windows has', () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }
  expect(on('win32', env, [edge])).toBe(edge)
})

it('finds Chrome among the applications of a Mac', () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  expect(on('darwin', {}, [chrome])).toBe(chrome)
})

it('takes the browser that the person names, and none where there is none', () => {
  expect(on('linux', { GOLDEN_SIX_BROWSER: '/opt/brave' }, [])).toBe('/opt/brave')
  expect(on('linux', { PATH: '/usr/bin' }, ['/usr/bin/firefox'])).toBeNull()
  expect(on('linux', {}, [])).toBeNull()
})
