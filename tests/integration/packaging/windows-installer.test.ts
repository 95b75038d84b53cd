import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { archivedIn, fusesOf, isSealedWith, sealOf, unpackedIn } from '../../support/packaging/contents.ts'
import { makeElectronPlaceholder } from '../../support/packaging/electron-placeholder.ts'
import { pack, ROOT, stageForWindows } from '../../support/packaging/pack.ts'
import { hasPrograms } from '../shell/needs.ts'
import { wineEnvironment, withoutScreen } from '../shell/wine/wine-node.ts'

const canRun = hasPrograms(['makensis', 'wine', 'wineserver'], 'nsis wine wine64')

const SOFTWARE = 'HKEY_CURRENT_USER\\Software'
const STARTUP = `${SOFTWARE}\\Microsoft\\Windows\\CurrentVersion\\Run`

const wine = wineEnvironment('installer')
const PATIENCE_MS = 60_000
const LIMIT_MS = 150_000
/** The test runner's own limits do not reach into a program that is waited for. */
const ONE_RUN = { timeout: 100_000, killSignal: 'SIGKILL' } as const
const folder = mkdtempSync(path.join(tmpdir(), 'windows-'))
const project = path.join(folder, 'project')
/** Once for each lock file, Windows' native modules come from the npm registry; without it there is nothing to pack. */
const isStaged = canRun && (await stageForWindows(project))
if (!isStaged) rmSync(folder, { recursive: true })

let packed: string
let setup: string
/** The user's own folder in Wine's Windows. */
let home: string

const at = (...parts: string[]) => path.join(home, ...parts)
const program = (...parts: string[]) => at('AppData/Local/Programs/Golden Six', ...parts)
const library = () => at('AppData/Roaming/golden-six/library/library.db')
const download = () => at('AppData/Local/golden-six-updater/pending/setup.exe')
const shortcuts = () => [
  at('AppData/Roaming/Microsoft/Windows/Start Menu/Programs/黄金六秒.lnk'),
  at('Desktop/黄金六秒.lnk'),
]

const run = (file: string, ...args: string[]) =>
  execFileSync('wine', [file, ...args], { env: wine, stdio: 'ignore', ...ONE_RUN })

/** What this user's registry says, as the registry editor writes it down. */
function registry(): string {
  const file = path.join(folder, 'software.reg')
  run('regedit', '/E', `Z:${file.replaceAll('/', '\\')}`, SOFTWARE)
  return readFileSync(file, 'utf16le')
}

/** The values of one key. */
const valuesOf = (key: string, all: string) =>
  all.split(/\r?\n\r?\n/).find((part) => part.startsWith(`[${SOFTWARE}\\${key}]`)) ?? ''

/** A run that failed half-way leaves the program installed; only then is a new Windows worth the seconds that it takes. */
function forgetFailedRun(): void {
  const windows = wine.WINEPREFIX ?? ''
  const kept = path.join(windows, 'user.reg')
  if (existsSync(kept) && readFileSync(kept, 'latin1').includes('"InstallLocation"'))
    rmSync(windows, { recursive: true })
}

function work(): void {
  for (const file of [library(), download()]) {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, 'what an agent wrote')
  }
}

/**
 * The installer that electron-builder makes of our configuration, its own templates and our installer.nsh, compiled by
 * Debian's makensis (tests/support/nsis) and run on Wine, silently, as an IT department does.
 */
describe.skipIf(!isStaged)('the Windows program', () => {
  beforeAll(async () => {
    makeElectronPlaceholder(path.join(folder, 'electron'), 'win32')
    const output = path.join(folder, 'dist')
    packed = path.join(output, 'win-unpacked')
    forgetFailedRun()
    withoutScreen(wine)
    await pack({
      project,
      targets: ['--win', 'nsis'],
      electronDist: path.join(folder, 'electron'),
      output,
      env: { ...wine, ...standInTools(), GOLDEN_SIX_INSTALLED_FILES: packed },
    })
    setup = path.join(output, readdirSync(output).find((name) => name.endsWith('-setup.exe')) ?? '')
    const users = path.join(wine.WINEPREFIX ?? '', 'drive_c/users')
    home = path.join(users, readdirSync(users).find((name) => name !== 'Public') ?? '')
    for (const file of ['AppData/Roaming/golden-six', 'AppData/Local/golden-six-updater'])
      rmSync(at(file), { recursive: true, force: true })
  }, 240_000)

  afterAll(() => {
    // Fails where nothing of Wine runs any more.
    spawnSync('wineserver', ['-k'], { env: wine, stdio: 'ignore', ...ONE_RUN })
    rmSync(folder, { recursive: true })
  })

  /** Where electron-builder would download its own: makensis, its plugins and an archiver whose archive nobody opens. */
  function standInTools(): NodeJS.ProcessEnv {
    const tools = path.join(folder, 'tools')
    mkdirSync(path.join(tools, 'linux'), { recursive: true })
    mkdirSync(path.join(tools, 'plugins/x86-unicode'), { recursive: true })
    const script = (file: string, text: string) =>
      writeFileSync(path.join(tools, file), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
    const makensis = path.join(ROOT, 'tests/support/nsis/makensis.ts')
    script('linux/makensis', `exec "${process.execPath}" "${makensis}" "$@"`)
    script('7za', 'for word; do case "$word" in *.7z) echo archive > "$word";; esac; done')
    return {
      ELECTRON_BUILDER_NSIS_DIR: tools,
      ELECTRON_BUILDER_NSIS_RESOURCES_DIR: tools,
      ELECTRON_BUILDER_7ZIP_PATH: path.join(tools, '7za'),
    }
  }

  it("has Windows' native modules as real files, and no other system's", () => {
    expect(unpackedIn(packed).filter((file) => file.endsWith('.node'))).toEqual([
      'node_modules/@koromix/koffi-win32-x64/win32_x64/koffi.node',
      'node_modules/better-sqlite3/prebuilds/win32-x64.node',
    ])
  })

  it('carries nothing that only makers need', () => {
    expect(
      archivedIn(packed).filter((file) => /^\/(tests|electron|renderer|build|docs)\//.test(file)),
    ).toEqual([])
    expect(existsSync(path.join(packed, 'portable.txt'))).toBe(false)
  })

  it('loads no archive but the one that it was sealed with', async () => {
    const binary = path.join(packed, 'Golden Six.exe')
    expect(isSealedWith(binary, sealOf(packed))).toBe(true)
    expect(await fusesOf(binary)).toContain('EnableEmbeddedAsarIntegrityValidation')
  })

  it('comes with the list that updates are made from', () => {
    const list = parse(readFileSync(path.join(path.dirname(setup), 'latest.yml'), 'utf8'))
    expect(list).toMatchObject({ files: [{ url: path.basename(setup), sha512: expect.any(String) }] })
    expect(existsSync(`${setup}.blockmap`)).toBe(true)
  })

  it(
    'is installed silently for this user: files, shortcuts, packs, a way out',
    () => {
      run(setup, '/S')
      expect(readdirSync(program())).toEqual(
        expect.arrayContaining(['Golden Six.exe', 'Uninstall Golden Six.exe', 'resources', 'locales']),
      )
      expect(shortcuts().map((file) => existsSync(file))).toEqual([true, true])
      const known = registry()
      expect(valuesOf('Classes\\.g6pack', known)).toContain('@="GoldenSix.Pack"')
      expect(valuesOf('Classes\\GoldenSix.Pack', known)).toContain('@="黄金六秒话术包"')
      expect(valuesOf('Classes\\GoldenSix.Pack\\shell\\open\\command', known)).toContain(
        'Golden Six.exe \\"%1\\""',
      )
      expect(known).toMatch(/"DisplayName"="黄金六秒 \d+\.\d+\.\d+"/)
      expect(known).toMatch(/"QuietUninstallString"=.* \/S"/)
    },
    LIMIT_MS,
  )

  it(
    'is installed over itself, as by an update, and keeps what agents wrote',
    () => {
      work()
      rmSync(program('locales/zh-CN.pak'))
      run(setup, '/S', '--updated')
      expect(existsSync(program('locales/zh-CN.pak'))).toBe(true)
      expect([library(), download()].map((file) => existsSync(file))).toEqual([true, true])
    },
    LIMIT_MS,
  )

  it(
    'goes silently without what agents wrote, and takes everything else along',
    async () => {
      run('reg', 'add', STARTUP, '/v', 'cn.goldensix.sidecar', '/d', 'golden-six', '/f')
      run(program('Uninstall Golden Six.exe'), '/S')
      await untilGone(program(), download(), ...shortcuts())
      expect(existsSync(library())).toBe(true)
      expect(registry()).not.toContain('cn.goldensix.sidecar')
    },
    LIMIT_MS,
  )

  it(
    'goes into a folder of its own where the switches say so, and leaves that with everything but what others keep there',
    async () => {
      const apps = at('Apps')
      const others = path.join(apps, 'of another program.txt')
      mkdirSync(apps, { recursive: true })
      writeFileSync(others, 'not ours')
      run(setup, '/S', `/D=C:\\users\\${path.basename(home)}\\Apps`)
      const elsewhere = path.join(apps, 'Golden Six')
      expect(existsSync(path.join(elsewhere, 'Golden Six.exe'))).toBe(true)
      run(path.join(elsewhere, 'Uninstall Golden Six.exe'), '/S', '--delete-app-data')
      await untilGone(elsewhere, at('AppData/Roaming/golden-six'))
      expect(existsSync(others)).toBe(true)
    },
    LIMIT_MS,
  )

  it(
    'goes into a folder of its own inside the one that was chosen on the page, also where that only sounds like it',
    async () => {
      const chosen = at('Golden Six and others')
      rmSync(chosen, { recursive: true, force: true })
      const driver = path.join(folder, 'choose-folder.exe')
      const script = path.join(ROOT, 'tests/support/nsis/choose-folder.nsi')
      execFileSync('makensis', ['-XTarget amd64-unicode', `-DOUT=${driver}`, script], { stdio: 'ignore' })
      const windowsPath = `C:\\users\\${path.basename(home)}\\${path.basename(chosen)}`
      execFileSync('wine', [driver], {
        env: { ...wine, SETUP: `Z:${setup.replaceAll('/', '\\')}`, CHOSEN_FOLDER: windowsPath },
        stdio: 'ignore',
        ...ONE_RUN,
      })
      const out = path.join(chosen, 'Golden Six', 'Uninstall Golden Six.exe')
      await expect.poll(() => existsSync(out), { timeout: PATIENCE_MS }).toBe(true)
      expect(readdirSync(chosen)).toEqual(['Golden Six'])
      await expect.poll(registry, { timeout: PATIENCE_MS }).toContain('"QuietUninstallString"')
      // Its last page is still open, and it stands in the folder.
      run('taskkill', '/f', '/im', path.basename(setup))
      run(out, '/S')
      await untilGone(path.join(chosen, 'Golden Six'))
    },
    LIMIT_MS,
  )

  /** Uninstallers go on as copies of themselves, since their folder could not go while they run from there. */
  async function untilGone(...files: string[]): Promise<void> {
    const left = () => files.filter((file) => existsSync(file))
    await expect.poll(left, { timeout: PATIENCE_MS }).toEqual([])
    // What it takes away last. Wine's own list of menu entries keeps the name.
    await expect
      .poll(registry, { timeout: PATIENCE_MS })
      .not.toMatch(/"DisplayName"="黄金六秒|GoldenSix\.Pack\\shell/)
  }
})
