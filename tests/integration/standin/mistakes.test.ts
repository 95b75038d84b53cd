import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maySkipDesktopTests } from '../../support/desktop/desktop.ts'
import { type Fixture, mistakesFolder, startByHand, startFixture } from './fixture.ts'

/** Mistakes that a true Electron punishes: a stand-in that forgave them would let a broken app through. */
describe.skipIf(maySkipDesktopTests())('planted mistakes', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await startFixture()
  }, 60_000)
  afterAll(() => fixture.stop())

  const preloadError = (preload: string) =>
    fixture.app.evaluate(async ({ BrowserWindow }, file) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload: file } })
      const failed = new Promise<string>((resolve) =>
        window.webContents.once('preload-error', (_event, _path, error) => resolve(error.message)),
      )
      await window.loadURL('app://ui/other.html')
      const message = await failed
      const bridge = await window.webContents.executeJavaScript('typeof window.fixture')
      window.destroy()
      return [message, bridge]
    }, preload)

  it('an ES module as preload', async () => {
    expect(await preloadError(path.join(mistakesFolder, 'esm-preload.mjs'))).toEqual([
      'Cannot use import statement outside a module',
      'undefined',
    ])
  })

  it('Node’s fs in the preload', async () => {
    expect((await preloadError(path.join(mistakesFolder, 'fs-preload.cjs')))[0]).toContain(
      'module not found: node:fs',
    )
    expect(
      await fixture.page.evaluate(() =>
        (Reflect.get(window, 'fixture') as { requireFs(): string }).requireFs(),
      ),
    ).toBe('module not found: node:fs')
  })

  it('a preload path that leads nowhere, or is relative', async () => {
    expect((await preloadError('/nowhere/preload.cjs'))[0]).toContain('ENOENT')
    expect((await preloadError('preload.cjs'))[0]).toContain('must have absolute path')
  })

  it('a channel that nobody handles', async () => {
    const call = fixture.page.evaluate(() =>
      (Reflect.get(window, 'fixture') as { invoke(channel: string): Promise<unknown> }).invoke('ecko'),
    )
    await expect(call).rejects.toThrow(
      "Error invoking remote method 'ecko': Error: No handler registered for 'ecko'",
    )
  })

  it('a value that cannot be cloned', async () => {
    const call = fixture.page.evaluate(() =>
      (Reflect.get(window, 'fixture') as { invokeWithFunction(): Promise<unknown> }).invokeWithFunction(),
    )
    await expect(call).rejects.toThrow('An object could not be cloned.')
  })

  it('an inline script under the content security policy', async () => {
    expect(
      await fixture.page.evaluate(() => [
        Reflect.get(window, 'inlineScriptRan'),
        Reflect.get(window, 'moduleRan'),
      ]),
    ).toEqual([undefined, true])
  })

  it('Node in the page', async () => {
    expect(
      await fixture.page.evaluate(() => [
        typeof Reflect.get(window, 'require'),
        typeof Reflect.get(window, 'process'),
        typeof Reflect.get(window, 'global'),
      ]),
    ).toEqual(['undefined', 'undefined', 'undefined'])
  })

  it('a file of the page that is not there', async () => {
    const message = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      const said = new Promise<string>((resolve) => {
        window.webContents.on('console-message', ({ level, message: text }) => {
          if (level === 'error') resolve(text)
        })
      })
      await window.loadURL('app://ui/other.html')
      await window.webContents.executeJavaScript(
        'void document.head.append(Object.assign(document.createElement("script"), { src: "gone.js" }))',
      )
      const text = await said
      window.destroy()
      return text
    })
    expect(message).toContain('404')
  })

  it('windows without isolation, with Node, without the sandbox or without web security', async () => {
    const refusals = await fixture.app.evaluate(({ BrowserWindow }) =>
      [
        { contextIsolation: false },
        { nodeIntegration: true },
        { sandbox: false },
        { webSecurity: false },
        { webviewTag: true },
      ].map((webPreferences) => {
        try {
          new BrowserWindow({ show: false, webPreferences })
          return 'made'
        } catch (error) {
          return String(error)
        }
      }),
    )
    for (const refusal of refusals)
      expect(refusal).toMatch(
        /^Error: electron stand-in: a window with webPreferences\.\w+: \w+ is not implemented$/,
      )
  })

  it('an accelerator that does not exist', async () => {
    await expect(
      fixture.app.evaluate(({ globalShortcut }) => globalShortcut.register('Ctrl+Alt+Leertaste', () => {})),
    ).rejects.toThrow('conversion failure from Ctrl+Alt+Leertaste')
  })

  it('a scheme that was not declared before the app was ready', async () => {
    await expect(
      fixture.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.loadURL('undeclared://ui/index.html'),
      ),
    ).rejects.toThrow('registerSchemesAsPrivileged')
  })

  it('an API, an option, an event or a method that Electron has and the stand-in has not', async () => {
    const refusals = await fixture.app.evaluate(({ app, BrowserWindow, screen, ipcMain, webContents }) => {
      const [window] = BrowserWindow.getAllWindows()
      const work = [
        () => app.getGPUInfo('basic'),
        () => window!.setVibrancy('menu'),
        () => window!.webContents.printToPDF({}),
        () => screen.dipToScreenPoint({ x: 0, y: 0 }),
        () => new BrowserWindow({ kiosk: true }),
        () => window!.webContents.on('before-input-event', () => {}),
        () => webContents.fromFrame(window!.webContents.mainFrame),
        () => BrowserWindow.fromBrowserView({} as never),
      ]
      void ipcMain
      return work.map((attempt) => {
        try {
          attempt()
          return 'answered'
        } catch (error) {
          return String(error)
        }
      })
    })
    for (const refusal of refusals)
      expect(refusal).toMatch(/^Error: electron stand-in: .* is not implemented$/)
  })

  it('a window before the app is ready, and a module that is not there', async () => {
    const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'golden-six-mistake-'))
    const start = async (file: string) => {
      const run = startByHand(fixture.desktop.env, [
        `--user-data-dir=${dataFolder}`,
        path.join(mistakesFolder, file),
      ])
      await run.exitCode
      return run.printed()
    }
    expect(await start('window-too-early.js')).toContain('Cannot create BrowserWindow before app is ready')
    expect(await start('unknown-export.js')).toContain(
      'electron stand-in: desktopCapturer.getSources is not implemented',
    )
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  })
})
