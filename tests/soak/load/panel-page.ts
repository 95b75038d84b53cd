import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { chromiumPath } from '../../support/electron-standin/chromium/browser.ts'
import { slope } from './slope.ts'

// node tests/soak/load/panel-page.ts [--uses N]: the panel's page in a real browser, used as fast as it answers:
// typed into, previewed, used, and again. What its memory does, and its host's, stands in docs/reliability.md.

const root = path.resolve(import.meta.dirname, '../../..')
const { values } = parseArgs({ options: { uses: { type: 'string', default: '20000' } } })
const uses = Number(values.uses)

/** Phrases of the starter library that lack no fact. */
const CODES = ['wh01', 'wh02']
/** Typed on the way, so that lists of all sizes come and go. */
const ON_THE_WAY = ['b', 'tuihuo', '什么时候发货', 'sf', '尺码']
const SAMPLES = 40

interface Sample {
  use: number
  heap: number
  nodes: number
  listeners: number
  hostRss: number
  /** Files, sockets and pipes that the host holds open. */
  hostHandles: number
}

const folder = mkdtempSync(path.join(tmpdir(), 'golden-six-panel-'))
const args = [path.join(root, 'out/main/serve.js'), '--no-open', '--data-dir', path.join(folder, 'library')]
const host = spawn(process.execPath, args)
const browser = await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: false })
try {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(await addressPrintedBy(host))
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const samples: Sample[] = []
  const step = Math.max(1, Math.floor(uses / SAMPLES))
  for (let use = 0; use < uses; use += step) {
    await drivePanel(page, use, Math.min(step, uses - use))
    const sample = { use: use + step, ...(await measure(session)) }
    samples.push(sample)
    process.stderr.write(`${JSON.stringify(sample)}\n`)
  }
  const settled = samples.slice(Math.floor(samples.length / 4))
  const growth = (of: (sample: Sample) => number) => slope(settled.map((sample) => [sample.use, of(sample)]))
  console.log({
    uses,
    first: settled[0],
    last: settled.at(-1),
    heapBytesPerUse: growth(({ heap }) => heap),
    nodesPerUse: growth(({ nodes }) => nodes),
    hostRssBytesPerUse: growth(({ hostRss }) => hostRss),
    hostHandlesPerUse: growth(({ hostHandles }) => hostHandles),
  })
} finally {
  await browser.close()
  host.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

/** From inside the page: nothing between it and this program takes time or keeps its elements from being collected. */
async function drivePanel(page: Page, from: number, count: number): Promise<void> {
  await page.evaluate(
    async ({ codes, onTheWay, from, count }) => {
      const input = document.querySelector<HTMLInputElement>('[role=combobox]')
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      if (!input || !write) throw new Error('the panel has no field')
      const type = (text: string) => {
        write.call(input, text)
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }
      const until = (isSo: () => boolean) =>
        new Promise<void>((resolve) => {
          if (isSo()) return resolve()
          const observer = new MutationObserver(() => {
            if (!isSo()) return
            observer.disconnect()
            resolve()
          })
          observer.observe(document.body, { subtree: true, childList: true, attributes: true })
        })
      const shows = (selector: string) => () => document.querySelector(selector) !== null
      for (let use = from; use < from + count; use++) {
        const code = codes[use % codes.length] ?? ''
        type(onTheWay[use % onTheWay.length] ?? '')
        await until(shows('[role=listbox]'))
        type(code)
        await until(shows(`[role=listbox][data-query="${code}"]`))
        input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
        await until(shows('footer[data-tone]'))
        type('')
        await until(shows('[role=listbox][data-query=""]'))
        await until(() => !shows('footer[data-tone]')())
      }
    },
    { codes: CODES, onTheWay: ON_THE_WAY, from, count },
  )
}

async function measure(session: CDPSession): Promise<Omit<Sample, 'use'>> {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
  return {
    heap: value('JSHeapUsedSize'),
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
    hostRss: residentBytes(host),
    hostHandles: readdirSync(`/proc/${host.pid}/fd`).length,
  }
}

/** Linux tells pages of 4 kB. */
function residentBytes({ pid }: ChildProcess): number {
  return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096
}

async function addressPrintedBy({ stdout }: ChildProcess): Promise<string> {
  for await (const text of stdout ?? []) {
    const address = /http:\S+/.exec(String(text))
    if (address) return address[0]
  }
  throw new Error('the browser host printed no address')
}
