import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { chromiumPath } from '../../support/electron-standin/chromium/browser.ts'
import { test as base } from './fixtures.ts'
import { node24, root } from './runtime.ts'

/** The browser host on the test's library, and a plain browser that was never told of Electron. */
export const test = base.extend<{ entry: string; browser: Browser }>({
  entry: async ({ library }, use) => {
    const host = spawn(node24, [
      path.join(root, 'out/main/serve.js'),
      '--no-open',
      '--data-dir',
      library.dataDir,
    ])
    await use(await addressPrintedBy(host))
    host.kill('SIGTERM')
    await once(host, 'exit')
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' needs from this pattern
  browser: async ({}, use) => {
    const browser = await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: false })
    await use(browser)
    await browser.close()
  },
})

async function addressPrintedBy(host: ChildProcess): Promise<string> {
  for await (const text of host.stdout ?? []) {
    const address = /http:\S+/.exec(String(text))
    if (address) return address[0]
  }
  throw new Error('the browser host printed no address')
}

export { expect } from '@playwright/test'
