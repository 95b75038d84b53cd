import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maySkipDesktopTests } from '../../support/desktop/desktop.ts'
import { type Fixture, startFixture } from './fixture.ts'

describe.skipIf(maySkipDesktopTests())('objects without a desktop side on the stand-in', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await startFixture()
  }, 60_000)
  afterAll(() => fixture.stop())

  it('builds menus that tests can search and click', async () => {
    const seen = await fixture.app.evaluate(({ Menu, MenuItem, Tray, nativeImage }) => {
      const clicked: string[] = []
      const menu = Menu.buildFromTemplate([
        { label: '打开', id: 'open', click: () => clicked.push('open') },
        { type: 'separator' },
        {
          label: '更多',
          submenu: [
            {
              label: '置顶',
              id: 'top',
              type: 'checkbox',
              click: (item) => clicked.push(`top ${item.checked}`),
            },
          ],
        },
      ])
      menu.append(new MenuItem({ label: '退出', enabled: false, click: () => clicked.push('quit') }))
      const tray = new Tray(nativeImage.createEmpty())
      tray.setToolTip('黄金六秒')
      tray.setContextMenu(menu)
      menu.getMenuItemById('open')!.click()
      menu.getMenuItemById('top')!.click()
      menu.items.at(-1)!.click()
      const { trays } = Reflect.get(globalThis, 'electronStandIn') as {
        trays: { toolTip: string; menu: { items: { type: string }[] } }[]
      }
      return [clicked, trays[0]!.toolTip, trays[0]!.menu.items.map(({ type }) => type)]
    })
    expect(seen).toEqual([['open', 'top true'], '黄金六秒', ['normal', 'separator', 'submenu', 'normal']])
  })

  it('records what would have been opened and shown', async () => {
    const seen = await fixture.app.evaluate(async ({ shell, Notification, dialog }) => {
      await shell.openExternal('https://example.com/help')
      const missing = await shell.openPath('/nowhere')
      new Notification({ title: '催付', body: '3 单未付' }).show()
      dialog.showErrorBox('出错', '说明')
      const records = Reflect.get(globalThis, 'electronStandIn') as Record<string, { title?: string }[]>
      return [
        records.openedExternally,
        missing,
        records.notifications!.map(({ title }) => title),
        records.errorBoxes,
      ]
    })
    expect(seen).toEqual([
      ['https://example.com/help'],
      'Failed to open path',
      ['催付'],
      [{ title: '出错', content: '说明' }],
    ])
  })

  it('has nobody to answer a dialog, until the test does', async () => {
    const seen = await fixture.app.evaluate(async ({ dialog }) => {
      const refused = await Promise.resolve()
        .then(() => dialog.showOpenDialog({}))
        .catch(String)
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/tmp/短语.csv'] })
      return [refused, (await dialog.showOpenDialog({})).filePaths]
    })
    expect(seen[0]).toContain('dialog.showOpenDialog waits for a person')
    expect(seen[1]).toEqual(['/tmp/短语.csv'])
  })

  it('encrypts so that only the same data folder decrypts', async () => {
    const seen = await fixture.app.evaluate(async ({ safeStorage }) => {
      const sealed = safeStorage.encryptString('买家备注')
      const again = await safeStorage.decryptStringAsync(await safeStorage.encryptStringAsync('二'))
      const failure = (() => {
        try {
          return safeStorage.decryptString(Buffer.alloc(40))
        } catch (error) {
          return String(error)
        }
      })()
      return [
        safeStorage.isEncryptionAvailable(),
        sealed.includes('买家备注'),
        safeStorage.decryptString(sealed),
        again.result,
        failure,
      ]
    })
    expect(seen).toEqual([
      true,
      false,
      '买家备注',
      '二',
      'Error: Error while decrypting the ciphertext provided to safeStorage.decryptString.',
    ])
  })

  it('knows the size of an image, and does not pretend to have resized its pixels', async () => {
    const seen = await fixture.app.evaluate(({ nativeImage }) => {
      const url =
        'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
      const image = nativeImage.createFromDataURL(url)
      const larger = image.resize({ width: 16 })
      const failure = (() => {
        try {
          return larger.toPNG()
        } catch (error) {
          return String(error)
        }
      })()
      return [
        image.getSize(),
        image.toDataURL() === url,
        larger.getSize(),
        failure,
        nativeImage.createFromPath('/nowhere.png').isEmpty(),
      ]
    })
    expect(seen).toEqual([
      { width: 1, height: 1 },
      true,
      { width: 16, height: 16 },
      'Error: electron stand-in: toPNG of a resized nativeImage is not implemented',
      true,
    ])
  })

  it('makes requests in a session of their own, with redirects and failures in Electron’s words', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new' }).end()
      else response.end(`${request.url} ${request.headers['x-asked']}`)
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    const seen = await fixture.app.evaluate(async ({ net, session }, port) => {
      const own = session.fromPartition('requests', { cache: false })
      const ask = (path: string, to: { port?: number; redirect?: 'manual' } = {}) =>
        new Promise<string>((resolve) => {
          const host = { protocol: 'http:' as const, hostname: '127.0.0.1', port: to.port ?? port, path }
          const redirect = to.redirect ?? 'follow'
          const request = net.request({ ...host, headers: { 'X-Asked': 'yes' }, redirect, session: own })
          request.on('error', ({ message }) => resolve(message))
          request.on('response', (response) => response.on('data', (data) => resolve(String(data))))
          request.end()
        })
      return [
        await ask('/old'),
        await ask('/old', { redirect: 'manual' }),
        // Chromium lets nobody connect to port 1; here nobody listens there.
        (await ask('/new', { port: 1 })).slice(0, 9),
      ]
    }, port)
    server.close()
    expect(seen).toEqual(['/new yes', 'Redirect was cancelled', 'net::ERR_'])
  })

  it('fetches files and its own schemes in the app', async () => {
    const seen = await fixture.app.evaluate(async ({ net, app }) => {
      const file = await net.fetch(`file://${app.getAppPath()}/page/page.js`)
      const own = await net.fetch('app://ui/page.js')
      const missing = await net.fetch('file:///nowhere.txt').catch(String)
      return [file.headers.get('content-type'), (await file.text()) === (await own.text()), missing]
    })
    expect(seen).toEqual(['text/javascript', true, 'Error: net::ERR_FILE_NOT_FOUND'])
  })
})
