import type { Page } from '@playwright/test'
import { strings } from '../../../renderer/workbench/strings.ts'
import { STEP_NAMES } from '../../../shared/model/steps.ts'

/** Rows that are scrolled past, and how high each is, px. */
const ROWS_SCROLLED = 5_000
const ROW_HEIGHT = 60
/** A hand on the wheel at its fastest: 1,000 rows a second. */
const PX_A_SECOND = 60_000

/** A start reads the whole library into the search; what is measured is a program that has been open for a while. */
export async function waitForSearch(page: Page): Promise<void> {
  const field = page.getByLabel(strings.phrases.search)
  await field.fill('包邮')
  await page.locator('[role=grid][aria-busy=false] mark').first().waitFor({ timeout: 300_000 })
  await field.fill('')
}

/** From the click on 话术, in a window that has not been there yet, to its rows having been painted. ms */
export async function measureOpening(page: Page, rounds: number): Promise<number[]> {
  const samples: number[] = []
  for (let round = 0; round < rounds; round++) {
    await page.evaluate(() => {
      location.hash = '#/settings'
    })
    await page.reload()
    await installStopwatch(page)
    const entry = page
      .getByRole('navigation', { name: strings.menu.label })
      .getByRole('button', { name: strings.menu.phrases, exact: true })
    await entry.waitFor()
    await page.waitForTimeout(500)
    samples.push(await untilRows(page, () => entry.click()))
  }
  return samples
}

/** From choosing a filter to the rows it leaves having been painted. ms */
export async function measureFilters(page: Page, rounds: number): Promise<number[]> {
  const samples: number[] = []
  const measure = async (act: () => Promise<void>) => {
    samples.push(await untilRows(page, act))
  }
  const step = (name: string) =>
    page.locator('.ant-segmented-item').filter({ hasText: new RegExp(`^${name}$`) })
  const option = (name: RegExp | string) =>
    page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: name })
  const words = strings.phrases.filters
  const names = Object.values(STEP_NAMES)
  for (let round = 0; round < rounds; round++) {
    await measure(() => step(names[round % names.length] ?? '').click())
    for (const [field, choice] of [
      [words.validity, Object.values(words.validities)[round % 4] ?? ''],
      [words.use, [words.never, words.idle(30), words.idle(90), words.most][round % 4] ?? ''],
      [words.tags, /（\d+）/],
    ] as const) {
      const clear = page.getByRole('button', { name: words.clear })
      if (await clear.isVisible()) await clear.click()
      await settled(page)
      await page.getByRole('button', { name: words.label, exact: true }).click()
      await page.getByRole('combobox', { name: field }).click()
      await option(choice)
        .nth(field === words.tags ? round : 0)
        .waitFor()
      await measure(() =>
        option(choice)
          .nth(field === words.tags ? round : 0)
          .click(),
      )
      await page.keyboard.press('Escape')
      // A filter may leave nothing, and then there is no table to give the focus back to.
      const table = page.getByRole('grid')
      if (await table.isVisible()) await table.click({ position: { x: 2, y: 2 } })
    }
    await page.getByRole('button', { name: words.clear }).click()
    await settled(page)
    await measure(() =>
      page.getByLabel(strings.phrases.search).fill(['包邮', 'tuihuo', '快递'][round % 3] ?? ''),
    )
    await page.getByLabel(strings.phrases.search).fill('')
    await settled(page)
  }
  return samples
}

/** Scrolls as fast as a hand can, from a place of its own in each round, and watches every frame. */
export async function measureScrolling(page: Page, rounds: number) {
  const longestFrames: number[] = []
  const blankFrames: number[] = []
  for (let round = 0; round < rounds; round++) {
    const { longest, blank } = await page.evaluate(scroll, {
      from: round * ROWS_SCROLLED * ROW_HEIGHT,
      distance: ROWS_SCROLLED * ROW_HEIGHT,
      pxASecond: PX_A_SECOND,
    })
    longestFrames.push(longest)
    blankFrames.push(blank)
  }
  return { longestFrames, blankFrames }
}

/** What the page's script keeps, kB, after rubbish was collected. */
export async function measureMemory(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('Performance.enable')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const bytes = metrics.find(({ name }) => name === 'JSHeapTotalSize')?.value ?? Number.NaN
  await devtools.detach()
  return bytes / 1024
}

/** Until the table shows what it is asked for. */
async function settled(page: Page): Promise<void> {
  await page.locator('[role=grid][aria-busy=false] [role=row][data-index="0"][aria-selected]').waitFor()
}

/** What the act's own event began, until new rows were painted. ms, on the page's own clock */
async function untilRows(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => Reflect.get(globalThis, 'stopwatch').begin())
  await act()
  return page.evaluate(() => Reflect.get(globalThis, 'stopwatch').end as Promise<number>)
}

/**
 * Measured inside the page, on its own clock: what Playwright takes to find and to press something is no part of it. The
 * table stays through all queries, so that of another one has come when it was busy and is no more, or, where the answer
 * was known, when its rows are others.
 */
async function installStopwatch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const stopwatch = { begin, end: Promise.resolve(0) }
    Object.assign(globalThis, { stopwatch })
    const table = () => document.querySelector('[role=grid]')
    /** Waits for an event of the person, then for a table whose rows are those of its own query, then for its frame. */
    function begin() {
      stopwatch.end = new Promise((resolve) => {
        let from = 0
        let before: Element | null = null
        let isAsking = false
        const start = (event: Event) => {
          // One act may be several events; React may have drawn before the second.
          if (from !== 0) return
          from = event.timeStamp
          before = table()
        }
        for (const kind of ['click', 'input']) addEventListener(kind, start, { capture: true, once: true })
        const observer = new MutationObserver((records) => {
          if (from === 0) return
          const grid = table()
          isAsking ||= grid?.getAttribute('aria-busy') === 'true'
          if (grid ? !hasCome(grid, records) : before === null) return
          observer.disconnect()
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now() - from)
            port2.postMessage(null)
          })
        })
        const hasCome = (grid: Element, records: MutationRecord[]) =>
          grid.getAttribute('aria-busy') === 'false' &&
          grid.querySelector('[role=row][data-index="0"][aria-selected]') !== null &&
          (isAsking ||
            grid !== before ||
            records.some(({ type, target }) => type !== 'attributes' && grid.contains(target)))
        const everything = { subtree: true, childList: true, attributes: true, characterData: true }
        observer.observe(document.body, everything)
      })
    }
  })
}

interface Scroll {
  from: number
  distance: number
  pxASecond: number
}

/** Runs in the page. */
async function scroll({ from, distance, pxASecond }: Scroll): Promise<{ longest: number; blank: number }> {
  const list = document.querySelector('[role=grid] [role=rowgroup]:last-child')
  if (!list) throw new Error('there is no table')
  list.scrollTop = from
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const isBlank = () =>
    [...list.querySelectorAll('[aria-busy=true]')].some((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      const view = list.getBoundingClientRect()
      return bottom > view.top && top < view.bottom
    })
  // One may jump anywhere; what counts is going on from there.
  for (let still = 0; still < 30; still = isBlank() ? 0 : still + 1) await nextFrame()

  let longest = 0
  let blank = 0
  const begun = await nextFrame()
  for (let last = begun; ; ) {
    const now = await nextFrame()
    longest = Math.max(longest, now - last)
    last = now
    if (isBlank()) blank++
    const gone = ((now - begun) / 1_000) * pxASecond
    list.scrollTop = from + Math.min(gone, distance)
    if (gone >= distance) return { longest, blank }
  }
}
