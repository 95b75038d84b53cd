import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../..')

const sources = ['electron', 'renderer', 'shared'].flatMap((room) =>
  readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|html)$/.test(name))
    .map((name) => {
      const file = path.join(room, name)
      return { file, text: readFileSync(path.join(ROOT, file), 'utf8') }
    }),
)

/** Files of the program that hold `what`. */
const filesWith = (what: RegExp) => sources.filter(({ text }) => what.test(text)).map(({ file }) => file)

it.each([
  [
    'turns text into markup',
    /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write/,
  ],
  ['turns text into a program', /\beval\(|new Function\(|setTimeout\(\s*['"`]/],
  ['opens an address outside of the program', /openExternal|showItemInFolder/],
  ['asks for experiments of Chromium', /experimentalFeatures|enableBlinkFeatures|<webview/],
  ['takes back what the windows are denied', /webSecurity: false|sandbox: false|contextIsolation: false/],
  ['runs a shell', /\bexecSync\(|shell: true/],
])('no source of the program %s', (_what, pattern) => {
  expect(sources.length).toBeGreaterThan(300)
  expect(filesWith(pattern)).toEqual([])
})

it('a folder is opened in one place, and it is the desk that names it', () => {
  expect(filesWith(/\.openPath\(/)).toEqual(['electron/shell/system.ts'])
  expect(filesWith(/\.openFolder\(/)).toEqual(['electron/rpc/settings-router.ts'])
})

it('windows are made in one place', () => {
  expect(filesWith(/new BrowserWindow\(/)).toEqual(['electron/shell/windows/secure-window.ts'])
})
