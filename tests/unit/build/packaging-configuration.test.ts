import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const require = createRequire(import.meta.url)
/** Parts of electron-builder, which offers its check of a configuration by no other way than packing. */
const partOf = (file: string) => require(path.join(ROOT, 'node_modules', file))
const { validateConfiguration } = partOf('app-builder-lib/out/util/config/config.js')
const { DebugLogger } = partOf('builder-util/out/DebugLogger.js')

interface Packing {
  publish: unknown
  extraFiles?: { from: string; to: string }[]
  nsis: {
    include: string
    deleteAppDataOnUninstall: boolean
    perMachine: boolean
    installerLanguages: string[]
  }
  win: { target: { target: string; arch: string[] }[] }
  mac: { target: { target: string; arch: string[] }[] }
  linux: { target: { target: string; arch: string[] }[] }
}

const read = (name: string): Packing => require(path.join(ROOT, 'build', name))
const installed = read('electron-builder.config.cjs')
const portable = read('electron-builder.portable.cjs')
const targetsOf = ({ target }: Packing['win']) => target.map((one) => `${one.target} ${one.arch.join(' ')}`)

describe('what is packed', () => {
  it.each([
    ['installed', installed],
    ['portable', portable],
  ])('is described as electron-builder understands it: %s', async (_name, configuration) => {
    await expect(validateConfiguration(configuration, new DebugLogger(false))).resolves.toBeUndefined()
  })

  it('is for every system that agents have', () => {
    expect(targetsOf(installed.win)).toEqual(['nsis x64 arm64'])
    expect(targetsOf(installed.mac)).toEqual(['dmg x64 arm64', 'zip x64 arm64'])
    expect(targetsOf(installed.linux)).toEqual(['AppImage x64', 'deb x64'])
    expect(targetsOf(portable.win)).toEqual(['zip x64 arm64'])
  })

  it('is installed for one user, in Chinese or English, and leaves the library alone', () => {
    expect(installed.nsis).toMatchObject({
      perMachine: false,
      deleteAppDataOnUninstall: false,
      installerLanguages: ['zh_CN', 'en_US'],
    })
    expect(existsSync(path.join(ROOT, installed.nsis.include))).toBe(true)
  })

  it('is told to be portable by a file that no installer brings, and no update names', () => {
    expect(portable.extraFiles).toEqual([{ from: 'build/resources/portable.txt', to: 'portable.txt' }])
    expect(existsSync(path.join(ROOT, 'build/resources/portable.txt'))).toBe(true)
    expect(installed.extraFiles).toBeUndefined()
    expect([portable.publish, installed.publish]).toEqual([null, expect.anything()])
  })
})
