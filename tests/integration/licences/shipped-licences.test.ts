import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import packageFile from '../../../package.json' with { type: 'json' }

const ROOT = path.resolve(import.meta.dirname, '../../..')
const LIST = path.join(ROOT, 'out/renderer/licences.json')

interface Shipped {
  name: string
  version: string
  licence: string
  text: string
}

/** What the program's own sources import for use, types left out: the packages whose code must be in the bundles. */
function importedPackages(): string[] {
  const packages = new Set<string>()
  for (const room of ['electron', 'renderer', 'shared'])
    for (const name of readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name)) continue
      const text = readFileSync(path.join(ROOT, room, name), 'utf8')
      for (const [, what, from] of text.matchAll(/^import ([\w\s{},*$]+) from '([^'.][^']*)'/gm))
        if (!what?.startsWith('type ') && from && !from.startsWith('node:')) packages.add(packageOf(from))
    }
  return [...packages]
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

let list: Shipped[]

beforeAll(() => {
  if (!existsSync(LIST)) throw new Error('build first: npm run build')
  list = JSON.parse(readFileSync(LIST, 'utf8')) as Shipped[]
})

describe('the list of licences', () => {
  it('holds every package that the program imports, and those that are shipped beside the bundles', () => {
    const imported = importedPackages()
    expect(imported).toContain('antd')
    expect(imported.length).toBeGreaterThan(20)
    const names = new Set(list.map(({ name }) => name))
    const shipped = [...imported, ...Object.keys(packageFile.dependencies), 'electron']
    expect(shipped.filter((name) => !names.has(name))).toEqual([])
  })

  it('says of each which version and which licence, with its words', () => {
    for (const { name, version, licence, text } of list) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+/)
      expect(licence, name).not.toBe('UNKNOWN')
      expect(text.length, name).toBeGreaterThanOrEqual(3)
    }
  })

  it('holds nothing that only builds or tests the program', () => {
    const names = list.map(({ name }) => name)
    for (const tool of ['vite', 'vitest', 'typescript', '@biomejs/biome', 'playwright-core'])
      expect(names).not.toContain(tool)
  })
})
