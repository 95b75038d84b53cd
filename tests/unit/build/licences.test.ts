import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageFolders, shippedPackage, sorted } from '../../../build/licences/bundled-packages.mjs'
import { temporaryFolder } from '../../support/library.ts'

function install(folder: string, name: string, files: Record<string, string>, more: object = {}): string {
  const home = path.join(folder, 'node_modules', name)
  mkdirSync(home, { recursive: true })
  writeFileSync(path.join(home, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...more }))
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(home, file), text)
  return home
}

describe('the packages of a bundle', () => {
  it('are told from the files that went into it, scoped ones and those inside others too', () => {
    const folder = temporaryFolder()
    const outer = install(folder, 'outer', {})
    const inner = install(outer, '@scope/inner', {})
    const ids = [
      path.join(outer, 'lib/index.js'),
      path.join(outer, 'lib/other.js?commonjs-module'),
      `\0${path.join(inner, 'index.js')}`,
      path.join(folder, 'src/own.ts'),
      '\0vite/preload-helper',
    ]
    expect([...packageFolders(ids)].toSorted()).toEqual([inner, outer].toSorted())
  })

  it('are told of with the licence in its own words, notices included', () => {
    const home = install(
      temporaryFolder(),
      'apache',
      { 'LICENSE.md': 'Apache License', NOTICE: 'Made by somebody', 'license-checker.js': 'no text' },
      { license: 'Apache-2.0' },
    )
    expect(shippedPackage(home)).toEqual({
      name: 'apache',
      version: '1.0.0',
      licence: 'Apache-2.0',
      text: 'Apache License\n\nMade by somebody',
    })
  })

  it('that ship no licence file are told of by what they declare', () => {
    const home = install(temporaryFolder(), 'bare', {}, { license: 'MIT', author: { name: 'Somebody' } })
    expect(shippedPackage(home)).toMatchObject({ licence: 'MIT', text: 'MIT\n\n© Somebody' })
  })

  it('stand in the list once each, by name', () => {
    const one = { name: 'b', version: '1.0.0', licence: 'MIT', text: '' }
    const list = sorted([one, { ...one, name: 'a' }, { ...one }, { ...one, version: '2.0.0' }])
    expect(list.map(({ name, version }) => `${name} ${version}`)).toEqual(['a 1.0.0', 'b 1.0.0', 'b 2.0.0'])
  })
})
