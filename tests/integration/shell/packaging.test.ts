import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import asar from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateStrings } from '../../../renderer/workbench/strings/updates.ts'
import { profileIn, startProgram } from '../../e2e/support/program.ts'
import { chooseRuntime } from '../../e2e/support/runtime.ts'
import { openChat } from '../../support/desktop/chat.ts'
import { maySkipDesktopTests, startDesktop } from '../../support/desktop/desktop.ts'
import {
  archivedIn,
  archiveOf,
  fusesOf,
  packageFileOf,
  sizeOf,
  unpackedIn,
} from '../../support/packaging/contents.ts'
import { makeElectronPlaceholder } from '../../support/packaging/electron-placeholder.ts'
import { pack, ROOT } from '../../support/packaging/pack.ts'
import { UpdateServer } from '../../support/updates/update-server.ts'

const MEGABYTE = 1024 * 1024

let folder: string
let packed: string
let archived: string[]
/** Where the program is built to look for updates. */
const server = new UpdateServer()

/** The program packed by our configuration around a stand-in for Electron's binary: nothing is downloaded. */
describe('the packed program', () => {
  beforeAll(async () => {
    if (!existsSync(path.join(ROOT, 'out/main/main.js'))) throw new Error('build first: npm run build')
    folder = mkdtempSync(path.join(tmpdir(), 'packed-'))
    const electronDist = path.join(folder, 'electron')
    makeElectronPlaceholder(electronDist, 'linux')
    const output = path.join(folder, 'dist')
    const env = {
      GOLDEN_SIX_UPDATE_SERVER: await server.start(),
      GOLDEN_SIX_UPDATE_KEYS: `next-key ${server.key.publicKey}`,
    }
    await pack({ targets: ['--linux', '--dir'], electronDist, output, env })
    packed = path.join(output, 'linux-unpacked')
    archived = archivedIn(packed)
  }, 120_000)

  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })

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
    expect(unpackedIn(packed).filter((file) => file.endsWith('.node'))).toEqual([
      'node_modules/@koromix/koffi-linux-x64/linux_x64/koffi.node',
      'node_modules/@koromix/koffi-linux-x64/musl_x64/koffi.node',
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ])
  })

  it('carries no sources, headers, tests or tools', () => {
    const stray = archived.filter(
      (file) => /\.(c|cc|cpp|h|hh|ts|tsx|map|md|gyp|svg)$/.test(file) && !/^\/out\//.test(file),
    )
    expect(stray).toEqual([])
    expect(new Set(archived.map((file) => file.split('/')[1]))).toEqual(
      new Set(['assets', 'node_modules', 'out', 'package.json']),
    )
    const packages = archived.filter((file) => /^\/node_modules\/(@[^/]+\/)?[^/@]+$/.test(file)).toSorted()
    expect(packages).toEqual([
      '/node_modules/@koromix/koffi-linux-x64',
      '/node_modules/better-sqlite3',
      '/node_modules/koffi',
    ])
  })

  it('is small, beside Electron', () => {
    expect(sizeOf(packed)).toBeLessThan(40 * MEGABYTE)
  })

  it('speaks Chinese and English only', () => {
    expect(readdirSync(path.join(packed, 'locales')).toSorted()).toEqual(['en-US.pak', 'zh-CN.pak'])
  })

  it('runs nothing but the checked archive, and obeys no debugger or environment', async () => {
    expect(await fusesOf(path.join(packed, 'golden-six'))).toEqual([
      'EnableCookieEncryption',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
    ])
  })

  it('knows where updates come from and whose signature they bear', () => {
    const updates = { server: server.address, keys: ['next-key', server.key.publicKey] }
    expect(packageFileOf(packed)).toMatchObject({ version: expect.any(String), updates })
    const cache = readFileSync(path.join(packed, 'resources/app-update.yml'), 'utf8')
    expect(cache).toContain('updaterCacheDirName: golden-six-updater')
  })

  it('is known to Windows by the name that the program gives itself', () => {
    const main = readFileSync(path.join(ROOT, 'electron/main.ts'), 'utf8')
    const config = readFileSync(path.join(ROOT, 'build/electron-builder.config.cjs'), 'utf8')
    const installer = readFileSync(path.join(ROOT, 'build/resources/installer.nsh'), 'utf8')
    const appId = /appId: '([^']+)'/.exec(config)?.[1]
    expect(main).toContain(`const APP_ID = '${appId}'`)
    expect(installer).toContain(`!define GOLDEN_SIX_STARTUP "${appId}"`)
  })

  it.skipIf(maySkipDesktopTests())(
    'puts a phrase into the chat and fetches its own update, from nothing but what was packed',
    async () => {
      chooseRuntime()
      // The stand-in is no Electron: it reads files, not archives.
      const unpacked = path.join(folder, 'program')
      asar.extractAll(archiveOf(packed), unpacked)
      const image = path.join(folder, '黄金六秒.AppImage')
      writeFileSync(image, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
      const newer = Buffer.from('#!/bin/sh\nexit 0\n')
      server.offer({ version: '99.0.0', installer: newer })
      const desktop = await startDesktop({ width: 1280, height: 800 })
      const chat = await openChat(desktop)
      const packedAsImage = {
        STANDIN_RESOURCES: path.join(packed, 'resources'),
        APPIMAGE: image,
        XDG_CACHE_HOME: path.join(folder, 'cache'),
      }
      const program = await startProgram({
        desktop: { ...desktop, env: { ...desktop.env, ...packedAsImage } },
        dataDir: path.join(folder, 'library'),
        profile: profileIn(folder),
        folder: unpacked,
      })
      try {
        await chat.focus()
        await program.panel.summon()
        await program.panel.search('baoyou')
        const script = await program.panel.script.textContent()
        await program.panel.press('Return')
        await chat.waitForText(script ?? '')
        expect(script).toMatch(/包邮/)
        expect(await chat.enterPresses()).toBe(0)

        const bench = await program.workbench()
        await bench.goTo('settings')
        await bench.button(updateStrings.check).click()
        await expect
          .poll(() => bench.page.getByText(updateStrings.ready('99.0.0')).isVisible(), { timeout: 30_000 })
          .toBe(true)
        // Not while it is used.
        expect(readFileSync(image, 'utf8')).toContain('exit 1')
        await program.quit()
        expect(readFileSync(image)).toEqual(newer)
      } finally {
        await program.quit()
        await chat.close()
        await desktop.stop()
      }
    },
    90_000,
  )
})
