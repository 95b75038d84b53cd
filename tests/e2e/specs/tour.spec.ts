import { machineStrings } from '../../../renderer/workbench/strings/machine.ts'
import { tourStrings as words } from '../../../renderer/workbench/strings/tour.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import { test as hosted } from '../support/browser-host.ts'
import { expect, test } from '../support/fixtures.ts'
import { violationsInBothThemes } from '../support/violations.ts'

test.slow()

test('somebody new is shown around: key, letters, phrase, products, and the way to import their own', async ({
  start,
  library,
}) => {
  const program = await start({ isFirstStart: true })
  const { panel } = program
  const { page } = await program.openedWorkbench()
  const next = page.getByRole('button', { name: words.next })
  const title = (stop: 'welcome' | 'hotkey' | 'use' | 'products' | 'phrases' | 'settings' | 'import') =>
    page.getByText(words[stop].title, { exact: true })

  // The first start makes the sample library, and the tour is loaded after the page.
  await expect(title('welcome')).toBeVisible({ timeout: 30_000 })
  expect(library.settings().tour).toBe('done')
  await next.click()
  await expect(page.getByText(words.hotkey.waiting)).toBeVisible()
  await panel.summon()
  await expect(page.getByText(words.hotkey.opened)).toBeVisible()
  await panel.press('Escape')
  await panel.isClosed()
  await next.click()

  await panel.summon()
  await panel.search('wh')
  await expect(panel.script).toBeVisible()
  await panel.press('Return')
  await page.bringToFront()
  const field = page.getByLabel(words.use.pasteHere)
  await field.click()
  await page.keyboard.press('Control+v')
  await expect(page.getByText(words.use.done)).toBeVisible()
  expect(library.uses()).toHaveLength(1)

  await next.click()
  await expect(title('products')).toBeVisible()
  await expect(page.locator('[data-product]').first()).toBeVisible()
  await next.click()
  await expect(title('phrases')).toBeVisible()
  await next.click()
  await expect(title('settings')).toBeVisible()
  await expect(page.getByRole('heading', { name: strings.settings.shop, exact: true })).toBeInViewport()
  await next.click()
  await page.getByRole('button', { name: words.import.go }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(title('import')).toBeHidden()
})

test('who has seen it is not shown it again, unless they ask', async ({ start }) => {
  const first = await start({ isFirstStart: true })
  const { page } = await first.openedWorkbench()
  await expect(page.getByText(words.welcome.title)).toBeVisible()
  await first.quit()

  const second = await start({ isFirstStart: true })
  const bench = await second.workbench()
  await bench.goTo('settings')
  await expect(bench.button(machineStrings.about.tour)).toBeVisible()
  await expect(bench.page.getByText(words.welcome.title)).toBeHidden()
  await bench.button(machineStrings.about.tour).click()
  await expect(bench.page.getByText(words.welcome.title)).toBeVisible()
})

test('it is walked and left by the keyboard alone, and everyone can read it, in light and dark', async ({
  start,
}) => {
  const program = await start({ isFirstStart: true })
  const { page } = await program.openedWorkbench()
  await expect(page.getByRole('button', { name: words.next })).toBeFocused()
  expect(await violationsInBothThemes(program.app, page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByText(words.hotkey.waiting)).toBeVisible()
  await expect(page.getByRole('button', { name: words.next })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel(words.use.pasteHere)).toBeVisible()
  expect(await violationsInBothThemes(program.app, page)).toEqual([])
  await page.getByRole('button', { name: words.next }).press('Enter')
  await expect(page.getByText(words.products.title)).toBeVisible()
  expect(await violationsInBothThemes(program.app, page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByText(words.products.title)).toBeHidden()
})

hosted(
  'in a browser it opens the panel by a button, and copying is pasted by hand',
  async ({ entry, browser, library }) => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    await page.goto(entry)
    await page.goto(new URL('/workbench', entry).href)
    await page.getByRole('button', { name: words.next }).click()
    await expect(page.getByText(words.hotkey.browser)).toBeVisible()
    const opened = page.waitForEvent('popup')
    await page.getByRole('button', { name: words.hotkey.open }).click()
    const panel = await opened
    await panel.getByRole('combobox').fill('wh02')
    await expect(panel.getByRole('listbox')).toHaveAttribute('data-query', 'wh02')
    await panel.keyboard.press('Enter')
    await page.bringToFront()
    await page.getByRole('button', { name: words.next }).click()
    await page.getByLabel(words.use.pasteHere).click()
    await page.keyboard.press('Control+v')
    await expect(page.getByText(words.use.done)).toBeVisible()
    await page.getByRole('button', { name: words.skip }).click()
    await expect(page.getByText(words.use.title)).toBeHidden()
    expect(library.settings().tour).toBe('done')
  },
)
