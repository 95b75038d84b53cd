import { execFileSync } from 'node:child_process'
import path from 'node:path'
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
    execFileSync('xdotool', args, {
      env: session.env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()

  it('opens on the panel, and closing it ends the host', async () => {
    const host = start(HOST, ['--data-dir', temporaryFolder()], session.env)
    await host.prints(/浏览器窗口中打开/)
    const window = await panelWindow()

    xdotool('windowactivate', '--sync', window, 'key', 'alt+F4')

    expect(await host.ended).toBe(0)
    expect(host.printed()).not.toMatch(STACK_TRACE)
  }, 60_000)

  it('takes its window with it when the host is ended', async () => {
    const host = start(HOST, ['--data-dir', temporaryFolder()], session.env)
    await panelWindow()

    host.child.kill('SIGTERM')

    expect(await host.ended).toBe(0)
    await expect.poll(panelWindows, { timeout: 10_000 }).toEqual([])
  }, 60_000)

  /** The window, once the page in it has set its title. */
  async function panelWindow(): Promise<string> {
    await expect.poll(panelWindows, { timeout: 30_000 }).toHaveLength(1)
    return panelWindows()[0] ?? ''
  }

  function panelWindows(): string[] {
    try {
      return xdotool('search', '--onlyvisible', '--name', '^黄金六秒$').split('\n')
    } catch {
      // It found none, or one that went away while it looked.
      return []
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
