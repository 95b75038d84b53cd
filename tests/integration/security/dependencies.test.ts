import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../..')

interface Locked {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  hasInstallScript?: boolean
}
interface PackageFile {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'))
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> }
const packageFile = read('package.json') as PackageFile
const locked = Object.entries(packages).filter(([place]) => place !== '')
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

describe('what the program is built of', () => {
  it('is locked to the content, package by package', () => {
    expect(locked.length).toBeGreaterThan(100)
    const loose = locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))
    expect(loose).toEqual([])
  })

  it('comes from the registry, over an encrypted connection', () => {
    const elsewhere = locked.filter(
      ([, { resolved, link }]) =>
        link || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
    )
    expect(elsewhere).toEqual([])
  })

  it('is named with exact versions', () => {
    const named = { ...packageFile.dependencies, ...packageFile.devDependencies }
    const loose = Object.entries(named).filter(
      ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version),
    )
    expect(loose).toEqual([])
  })

  it('runs no script at installation that nobody has decided on', () => {
    const scripted = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([place]) => nameOf(place))
    const undecided = scripted.filter((name) => !(name in packageFile.allowScripts))
    expect(undecided).toEqual([])
  })
})
