import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures.ts'
import { root } from '../support/runtime.ts'

/** What a script in the page would see if somebody got one in. */
const inPage = <T>(page: Page, script: string): Promise<T> => page.evaluate(script)

test('the page has two fixed channels to the program, and nothing of Node', async ({ start }) => {
  const { panel } = await start()
  const seen = await inPage(
    panel.page,
    `[...['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].map((name) => typeof globalThis[name]),
      Object.keys(goldenSix).sort().join(), Object.isFrozen(goldenSix)]`,
  )
  expect(seen).toEqual([...Array(7).fill('undefined'), 'request,subscribe', true])
})

test('scripts written into the page, and scripts from strings, do not run', async ({ start }) => {
  const { panel } = await start()
  const violated = await panel.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective))
        const script = document.createElement('script')
        script.textContent = 'globalThis.smuggled = true'
        document.head.append(script)
      }),
  )
  expect(violated).toMatch(/^script-src/)
  expect(await inPage(panel.page, 'typeof smuggled')).toBe('undefined')
})

test('the page fetches nothing, and the program serves its pages alone', async ({ start }) => {
  const { app, panel } = await start()
  const fetchedByPage = (url: string) =>
    panel.page.evaluate(
      (address) =>
        fetch(address).then(
          ({ status }) => status,
          () => 'refused',
        ),
      url,
    )
  expect(await fetchedByPage('https://example.com/')).toBe('refused')
  expect(await fetchedByPage('file:///etc/passwd')).toBe('refused')
  const served = (url: string) =>
    app.evaluate(({ net }, address) => net.fetch(address).then(({ status }) => status), url)
  expect(await served('app://golden-six/panel/index.html')).toBe(200)
  expect(await served('app://golden-six/..%2f..%2fpackage.json')).toBe(404)
  expect(await served('app://elsewhere/panel/index.html')).toBe(404)
})

test('the page cannot be taken elsewhere, and opens no windows', async ({ start }) => {
  const { app, panel } = await start()
  const decided = await app.evaluateHandle(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents
    return {
      prevented: new Promise<boolean>((resolve) =>
        contents.once('will-navigate', (event) => resolve(event.defaultPrevented)),
      ),
    }
  })
  await panel.page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  expect(await decided.evaluate(({ prevented }) => prevented)).toBe(true)
  const shown = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  )
  expect(shown).toMatch(/^app:\/\/golden-six\/panel\//)
  expect(await panel.page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a page that is not ours gets no answer, though it has the bridge', async ({ start, folder }) => {
  const { app } = await start()
  const page = path.join(folder, 'stranger.html')
  writeFileSync(page, '<!doctype html><p>stranger</p>')
  const answer = await app.evaluate(
    async ({ BrowserWindow }, { preload, file }) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      await stranger.loadFile(file)
      const asked = await stranger.webContents.executeJavaScript(
        `goldenSix.request({ kind: 'call', type: 'query', path: 'app.state', input: undefined }).then(() => 'answered', String)`,
      )
      stranger.destroy()
      return asked as string
    },
    { preload: path.join(root, 'out/preload/preload.cjs'), file: page },
  )
  expect(answer).toContain('refused')
})

test('messages that are malformed, too large or name no procedure are refused in words without a stack', async ({
  start,
}) => {
  const { panel } = await start()
  const ask = (request: unknown) =>
    panel.page.evaluate(
      (message) =>
        window.goldenSix?.request(message as never).then(
          (answer) => JSON.stringify(answer),
          (error) => String(error),
        ) ?? 'no bridge',
      request,
    )
  expect(await ask({ kind: 'everything' })).toContain('refused')
  const call = { kind: 'call', type: 'query' }
  for (const request of [
    { ...call, path: '__proto__.constructor', input: null },
    { ...call, path: 'phrases.search', input: { text: 'x'.repeat(100_000) } },
    { ...call, path: 'phrases.get', input: "' OR 1=1 --" },
  ]) {
    const answer = await ask(request)
    expect(JSON.parse(answer)).toMatchObject({ ok: false })
    expect(answer).not.toMatch(/\.(ts|js):\d|SELECT|node_modules/)
  }
  await expect(panel.query).toBeAttached()
})

test('permissions are denied without asking', async ({ start }) => {
  const { panel } = await start()
  expect(await panel.page.evaluate(() => Notification.requestPermission())).toBe('denied')
  const located = await panel.page.evaluate(
    () =>
      new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('told'),
          ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'denied' : 'failed'),
        ),
      ),
  )
  expect(located).toBe('denied')
})
