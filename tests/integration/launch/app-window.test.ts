import { execFile, execFileSync } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../../support/library.ts'
import { hasPrograms } from '../shell/needs.ts'
import { startXSession, type XSession } from '../shell/x-session.ts'
import { ROOT, STACK_TRACE, start } from './programs.ts'

const HOST = path.join(ROOT, 'out/main/serve.js')
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\?ticket=[\w-]+/

const canRun = hasPrograms(['chromium', 'Xvfb', 'openbox', 'xdotool'], 'chromium xvfb openbox xdotool')

describe.skipIf(!canRun)('the browser window, in a real Chromium', () => {
  let session: XSession
  beforeAll(async () => {
    session = await startXSession()
  })
  afterAll(() => session?.stop())

  const xdotool = (...args: string[]) =>
    execFileSync('xdotool', args, { env: session.env, encoding: 'utf8' }).trim()

  it('opens on the panel, and closing it ends the host', async () => {
    const host = start(HOST, ['--data-dir', temporaryFolder()], session.env)
    await host.prints(/浏览器窗口中打开/)
    // Waits until the page has set its title, so that the page has come.
    const search = ['search', '--sync', '--onlyvisible', '--name', '^黄金六秒$']
    const { stdout } = await promisify(execFile)('xdotool', search, { env: session.env, timeout: 20_000 })
    const window = stdout.trim().split('\n')[0] ?? ''

    xdotool('windowactivate', '--sync', window, 'key', 'alt+F4')

    expect(await host.ended).toBe(0)
    expect(host.printed()).not.toMatch(STACK_TRACE)
  }, 60_000)

  it('takes its window with it when the host is ended', async () => {
    const host = start(HOST, ['--data-dir', temporaryFolder()], session.env)
    const search = ['search', '--sync', '--onlyvisible', '--name', '^黄金六秒$']
    await promisify(execFile)('xdotool', search, { env: session.env, timeout: 20_000 })

    host.child.kill('SIGTERM')

    expect(await host.ended).toBe(0)
    await expect.poll(() => windowsNamed('^黄金六秒$'), { timeout: 10_000 }).toBe(0)
  }, 60_000)

  function windowsNamed(name: string): number {
    try {
      return xdotool('search', '--onlyvisible', '--name', name).split('\n').length
    } catch {
      return 0
    }
  }
})

describe.skipIf(!canRun)('the built pages under the content policy of the host', () => {
  it.each([
    ['/', 'input'],
    ['/workbench', 'nav, [role=menu], aside'],
  ])(
    '%s works without a complaint of the browser',
    async (address, landmark) => {
      const host = start(HOST, ['--no-open', '--data-dir', temporaryFolder()])
      const [entry] = await host.prints(ADDRESS)
      const browser = await chromium.launch({
        executablePath: '/usr/bin/chromium',
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      })
      onTestFinished(() => browser.close())
      const page = await browser.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))

      await page.goto(entry)
      await page.goto(new URL(address, entry).href)
      await page.locator(landmark).first().waitFor()

      expect(complaints).toEqual([])
      expect(new URL(page.url()).search).toBe('')
    },
    60_000,
  )
})
