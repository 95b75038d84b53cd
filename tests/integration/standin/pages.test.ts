import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maySkipDesktopTests } from '../../support/desktop/desktop.ts'
import { type Fixture, startFixture, until } from './fixture.ts'

describe.skipIf(maySkipDesktopTests())('pages, addresses and permissions on the stand-in', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await startFixture()
  }, 60_000)
  afterAll(() => fixture.stop())

  /** Loads a page into a window of its own and hands back what `look` sees in it. */
  const inNewWindow = (url: string, look: string) =>
    fixture.app.evaluate(
      async ({ BrowserWindow }, [address, code]) => {
        const window = new BrowserWindow({ show: false })
        try {
          await window.loadURL(address!)
          return await window.webContents.executeJavaScript(code!)
        } catch (error) {
          return String(error)
        } finally {
          window.destroy()
        }
      },
      [url, look],
    )

  it('serves a privileged scheme by the app’s handler, in a secure context with an origin', async () => {
    const page = await inNewWindow(
      'app://ui/index.html',
      '({ secure: isSecureContext, module: window.moduleRan, origin: origin !== "null" })',
    )
    expect(page).toEqual({ secure: true, module: true, origin: true })
    expect(
      await fixture.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.webContents.getURL(),
      ),
    ).toBe('app://ui/index.html')
  })

  it('lets pages fetch from a scheme only where the privilege was given', async () => {
    expect(await inNewWindow('app://ui/other.html', 'fetch("page.js").then((r) => r.status)')).toBe(200)
    expect(await inNewWindow('app://ui/other.html', 'fetch("missing.js").then((r) => r.status)')).toBe(404)
    expect(
      await inNewWindow(
        'nofetch://ui/other.html',
        'fetch("page.js").then((r) => r.status, (e) => String(e))',
      ),
    ).toContain('TypeError')
  })

  it('loads images of another scheme of the app by their own address', async () => {
    const loaded = await fixture.app.evaluate(async ({ BrowserWindow, protocol }) => {
      const png = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      )
      protocol.handle('media', () => new Response(png, { headers: { 'content-type': 'image/png' } }))
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://ui/other.html')
      const width = await window.webContents.executeJavaScript(
        'new Promise((done) => { const image = new Image(); image.onload = () => done(image.naturalWidth); image.onerror = () => done("failed"); image.src = "media://phrase/1.png" })',
      )
      window.destroy()
      protocol.unhandle('media')
      return width
    })
    expect(loaded).toBe(1)
  })

  it('refuses a scheme that was handled but never declared, and one that is not handled', async () => {
    expect(await inNewWindow('undeclared://ui/index.html', '1')).toContain(
      "'undeclared' was not registered by protocol.registerSchemesAsPrivileged",
    )
    expect(await inNewWindow('nobody://ui/index.html', '1')).toContain('ERR_UNKNOWN_URL_SCHEME (-302)')
  })

  it('refuses privileges after the app is ready, a second handler, and removing none', async () => {
    const refusals = await fixture.app.evaluate(({ protocol }) => {
      const failure = (work: () => void) => {
        try {
          work()
          return 'none'
        } catch (error) {
          return String(error)
        }
      }
      return [
        failure(() => protocol.registerSchemesAsPrivileged([])),
        failure(() => protocol.handle('app', () => new Response())),
        failure(() => protocol.unhandle('nobody')),
        failure(() => protocol.registerFileProtocol('x', () => {})),
      ]
    })
    expect(refusals).toEqual([
      'Error: protocol.registerSchemesAsPrivileged should be called before app is ready',
      'Error: Failed to register protocol: app',
      'Error: Failed to unhandle protocol: nobody',
      'Error: electron stand-in: protocol.registerFileProtocol is not implemented',
    ])
  })

  it('loads files, and fails as Electron does where there is none', async () => {
    const outcome = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      await window.loadFile('page/other.html', { hash: 'here' })
      const url = window.webContents.getURL()
      const failed = new Promise<unknown>((resolve) =>
        window.webContents.once('did-fail-load', (_event, code, name) => resolve([code, name])),
      )
      const message = await window.loadFile('page/none.html').catch((error: Error) => error.message)
      const event = await failed
      window.destroy()
      return { url, message, event }
    })
    expect(outcome.url).toMatch(/\/page\/other\.html#here$/)
    expect(outcome.message).toMatch(/^ERR_FILE_NOT_FOUND \(-6\) loading 'file:.*none\.html'$/)
    expect(outcome.event).toEqual([-6, 'ERR_FILE_NOT_FOUND'])
  })

  it('asks the app before a page navigates itself elsewhere, and goes there when it may', async () => {
    const story = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://ui/other.html')
      const go = async (address: string, allow: boolean) => {
        const asked = new Promise<string>((resolve) => {
          window.webContents.once('will-navigate', (event) => {
            if (!allow) event.preventDefault()
            resolve(event.url)
          })
        })
        const arrived = allow
          ? new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()))
          : undefined
        await window.webContents.executeJavaScript(`void (location.href = ${JSON.stringify(address)})`)
        const url = await asked
        await arrived
        return [url, await window.webContents.executeJavaScript('document.title')]
      }
      const steps = [
        await go('app://ui/index.html', false),
        await go('index.html', false),
        await go('index.html', true),
        await go('app://ui/other.html', true),
      ]
      window.destroy()
      return steps
    })
    expect(story).toEqual([
      ['app://ui/index.html', 'other page'],
      ['app://ui/index.html', 'other page'],
      ['app://ui/index.html', 'fixture page'],
      ['app://ui/other.html', 'other page'],
    ])
  })

  it('puts window.open and links with a target to the app, which denies them', async () => {
    const asked = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://ui/other.html')
      const urls: string[] = []
      const two = new Promise<void>((resolve) => {
        window.webContents.setWindowOpenHandler(({ url }) => {
          if (urls.push(url) === 2) resolve()
          return { action: 'deny' }
        })
      })
      const opened = await window.webContents.executeJavaScript(
        'String(window.open("https://example.com/a"))',
        true,
      )
      await window.webContents.executeJavaScript(
        'void document.body.appendChild(Object.assign(document.createElement("a"), { href: "https://example.com/b", target: "_blank" })).click()',
        true,
      )
      await two
      window.destroy()
      return [opened, ...urls]
    })
    expect(asked).toEqual(['null', 'https://example.com/a', 'https://example.com/b'])
  })

  it('puts permissions to the app: requests, and questions', async () => {
    const outcome = await fixture.app.evaluate(async ({ BrowserWindow, session }) => {
      const asked: string[] = []
      session.defaultSession.setPermissionRequestHandler((_contents, permission, grant) => {
        asked.push(permission)
        grant(false)
      })
      session.defaultSession.setPermissionCheckHandler((_contents, permission) => {
        asked.push(`check ${permission}`)
        return false
      })
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://ui/other.html')
      const answers = await window.webContents.executeJavaScript(`Promise.all([
        Notification.requestPermission(),
        new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('where'), (error) => done(error.code))),
        navigator.clipboard.readText().then(() => 'text', (error) => error.name),
        navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
      ])`)
      window.destroy()
      return { answers, asked }
    })
    expect(outcome.answers).toEqual(['denied', 1, 'NotAllowedError', 'denied'])
    expect(outcome.asked.toSorted()).toEqual([
      'check geolocation',
      'clipboard-read',
      'geolocation',
      'notifications',
    ])
  })

  it('lets the app cancel requests and change the headers of responses', async () => {
    await fixture.app.evaluate(({ session }) => {
      session.defaultSession.webRequest.onBeforeRequest(
        { urls: ['https://*/*', '*://*/blocked.js'] },
        (_details, decide) => decide({ cancel: true }),
      )
      session.defaultSession.webRequest.onHeadersReceived((details, decide) =>
        decide({ responseHeaders: { ...details.responseHeaders, 'x-golden': ['six'] } }),
      )
    })
    expect(
      await inNewWindow('app://ui/other.html', 'fetch("page.js").then((r) => r.headers.get("x-golden"))'),
    ).toBe('six')
    expect(
      await inNewWindow('app://ui/other.html', 'fetch("blocked.js").then((r) => r.status, (e) => e.name)'),
    ).toBe('TypeError')
    expect(await inNewWindow('https://example.com/', '1')).toContain('ERR_BLOCKED_BY_CLIENT')
  })

  it('tells the app what the page’s console says: refusals by the content security policy, and errors', async () => {
    const said = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      const messages: string[] = []
      const done = new Promise<void>((resolve) => {
        window.webContents.on('console-message', ({ level, message }) => {
          messages.push(`${level}: ${message}`)
          if (message.includes('last words')) resolve()
        })
      })
      await window.loadURL('app://ui/index.html')
      await window.webContents.executeJavaScript(
        'setTimeout(() => { throw new Error("thrown later") }); setTimeout(() => console.warn("last words", 1), 50); 0',
      )
      await done
      window.destroy()
      return messages
    })
    expect(said.some((message) => /^error: .*Content Security Policy/.test(message))).toBe(true)
    expect(said.some((message) => message.startsWith('error: Uncaught Error: thrown later'))).toBe(true)
    expect(said).toContain('warning: last words 1')
    expect(await fixture.page.evaluate(() => Reflect.get(window, 'inlineScriptRan'))).toBeUndefined()
  })

  it('shows pages light or dark as nativeTheme says, those already open and new ones', async () => {
    const dark = () => fixture.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    const seen = await fixture.app.evaluate(({ nativeTheme }) => {
      let updates = 0
      nativeTheme.on('updated', () => updates++)
      nativeTheme.themeSource = 'dark'
      return [nativeTheme.shouldUseDarkColors, updates]
    })
    expect(seen).toEqual([true, 1])
    await until(dark, (isDark) => isDark)
    expect(
      await inNewWindow('app://ui/other.html', 'matchMedia("(prefers-color-scheme: dark)").matches'),
    ).toBe(true)
    await fixture.app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'system'
    })
    await until(dark, (isDark) => !isDark)
  })

  it('keeps what a page stores from one window to the next', async () => {
    await inNewWindow('app://ui/other.html', 'localStorage.setItem("query", "包邮")')
    expect(await inNewWindow('app://ui/other.html', 'localStorage.getItem("query")')).toBe('包邮')
  })
})
