import type { Page } from '@playwright/test'
import { strings } from '../../../renderer/workbench/strings.ts'
import { Products } from '../pages/products.ts'
import { expect, test } from '../support/fixtures.ts'

/**
 * A page has moved so little when nobody can have clicked beside what they meant: a hundredth of the window's area times
 * its height. https://web.dev/articles/cls calls a tenth good.
 */
const UNNOTICED = 0.01

/** What moved, by how much, and where it is from and to: so that a failure says what to look at. */
async function movesDuring(page: Page, act: () => Promise<void>): Promise<string[]> {
  await page.evaluate(() => {
    const moves: string[] = []
    // What moves within half a second of a click counts, too: that is when a page comes up.
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[])
        for (const { node, previousRect: from, currentRect: to } of entry.sources) {
          const name = node instanceof Element ? `${node.localName}.${node.className}` : node?.nodeName
          moves.push(`${entry.value} ${name} ${from.x},${from.y} → ${to.x},${to.y}`)
        }
    })
    observer.observe({ type: 'layout-shift' })
    Object.assign(globalThis, { moves, observer })
  })
  await act()
  return page.evaluate(() => {
    Reflect.get(globalThis, 'observer').disconnect()
    return Reflect.get(globalThis, 'moves')
  })
}

interface LayoutShift extends PerformanceEntry {
  value: number
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
}

const noticed = (moves: readonly string[]) => moves.filter((move) => Number.parseFloat(move) > UNNOTICED)

test('nothing moves while a page loads', async ({ start }) => {
  test.slow()
  const { workbench } = await start()
  const bench = await workbench()
  await expect(bench.phrase('标准问候')).toBeVisible()
  const heading = bench.page.getByRole('main').getByRole('heading').first()
  for (const page of ['products', 'customers', 'follow-ups', 'team', 'settings', 'phrases'] as const) {
    const moves = await movesDuring(bench.page, async () => {
      await bench.goTo(page)
      await expect(heading).toBeVisible()
      // What comes later comes with an answer from the desk.
      await expect(bench.page.locator('main [aria-busy=true], main .ant-skeleton')).toHaveCount(0)
    })
    expect(noticed(moves), page).toEqual([])
  }
  await bench.goTo('products')
  const products = new Products(bench.page)
  await expect(products.entries.first()).toBeVisible()
  const moves = await movesDuring(bench.page, async () => {
    await products.entries.first().click()
    await expect(products.button(strings.products.edit)).toBeVisible()
  })
  expect(noticed(moves), 'a product').toEqual([])
})
