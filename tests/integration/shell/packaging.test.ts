import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../..')
/** The fuses in Electron's binary: this text, a version, their number, then a `0` or `1` for each in this order. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = [
  'RunAsNode',
  'EnableCookieEncryption',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
  'LoadBrowserProcessSpecificV8Snapshot',
  'GrantFileProtocolExtraPrivileges',
]

let folder: string
let packed: string
let archived: string[]
let unpacked: string[]

/** The program packed by our configuration around a stand-in for Electron's binary: nothing is downloaded. */
describe('the packed program', () => {
  beforeAll(() => {
    if (!existsSync(path.join(ROOT, 'out/main/main.js'))) throw new Error('build first: npm run build')
    folder = mkdtempSync(path.join(tmpdir(), 'packed-'))
    const cli = path.join(ROOT, 'node_modules/electron-builder/cli.js')
    execFileSync(
      process.execPath,
      [cli, '--linux', '--x64', '--dir', '--config', 'build/electron-builder.config.cjs', ...overrides()],
      { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    packed = path.join(folder, 'dist/linux-unpacked')
    archived = filesOf(path.join(packed, 'resources/app.asar'))
    unpacked = readdirSync(path.join(packed, 'resources/app.asar.unpacked'), { recursive: true }).map(String)
  }, 120_000)

  afterAll(() => rmSync(folder, { recursive: true }))

  const overrides = () => [
    `-c.electronDist=${electronPlaceholder()}`,
    `-c.directories.output=${path.join(folder, 'dist')}`,
  ]

  function electronPlaceholder(): string {
    const dist = path.join(folder, 'electron')
    for (const part of ['resources', 'locales']) mkdirSync(path.join(dist, part), { recursive: true })
    // As Electron ships: everything on but what is off by default.
    const wire = Buffer.concat([Buffer.from([1, FUSES.length]), Buffer.from('10110001')])
    const binary = Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(64), Buffer.from(FUSE_SENTINEL), wire])
    writeFileSync(path.join(dist, 'electron'), binary, { mode: 0o755 })
    const others = ['LICENSE', 'LICENSES.chromium.html', 'version', 'chrome-sandbox']
    const languages = ['locales/zh-CN.pak', 'locales/en-US.pak', 'locales/fr.pak']
    for (const file of [...others, ...languages]) writeFileSync(path.join(dist, file), '')
    return dist
  }

  it('holds the program, its pages and its library', () => {
    expect(archived).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/out/main/main.js',
        '/out/preload/preload.cjs',
        '/out/renderer/panel/index.html',
        '/assets/icons/tray.png',
      ]),
    )
  })

  it("has this system's native modules as real files, and no other system's", () => {
    const natives = unpacked.filter((file) => file.endsWith('.node')).toSorted()
    expect(natives).toEqual([
      'node_modules/@koromix/koffi-linux-x64/linux_x64/koffi.node',
      'node_modules/@koromix/koffi-linux-x64/musl_x64/koffi.node',
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ])
  })

  it('carries no sources, headers or tools', () => {
    const stray = archived.filter(
      (file) => /\.(c|cc|cpp|h|hh|ts|tsx|map|md|gyp|svg)$/.test(file) && !/\/out\//.test(file),
    )
    expect(stray).toEqual([])
    const packages = archived.filter((file) => /^\/node_modules\/(@[^/]+\/)?[^/@]+$/.test(file)).toSorted()
    expect(packages).toEqual([
      '/node_modules/@koromix/koffi-linux-x64',
      '/node_modules/better-sqlite3',
      '/node_modules/koffi',
    ])
  })

  it('speaks Chinese and English only', () => {
    expect(readdirSync(path.join(packed, 'locales')).toSorted()).toEqual(['en-US.pak', 'zh-CN.pak'])
  })

  it('runs nothing but the checked archive, and obeys no debugger or environment', () => {
    const on = fusesOf(path.join(packed, 'golden-six'))
    expect(on).toEqual([
      'EnableCookieEncryption',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
    ])
  })

  it('is known to Windows by the name that the program gives itself', () => {
    const main = readFileSync(path.join(ROOT, 'electron/main.ts'), 'utf8')
    const config = readFileSync(path.join(ROOT, 'build/electron-builder.config.cjs'), 'utf8')
    const appId = /appId: '([^']+)'/.exec(config)?.[1]
    expect(main).toContain(`const APP_ID = '${appId}'`)
  })
})

/** Paths in an asar archive: four little-endian numbers, the last of them the length of the JSON that follows. */
function filesOf(archive: string): string[] {
  interface Entry {
    files?: Record<string, Entry>
  }
  const bytes = readFileSync(archive)
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry
  const below = (entry: Entry, at: string): string[] =>
    Object.entries(entry.files ?? {}).flatMap(([name, child]) => [
      `${at}/${name}`,
      ...below(child, `${at}/${name}`),
    ])
  return below(header, '')
}

/** Names of the fuses that are on. */
function fusesOf(binary: string): string[] {
  const bytes = readFileSync(binary)
  const first = bytes.indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length + 2
  return FUSES.filter((_name, index) => bytes[first + index] === '1'.charCodeAt(0))
}
