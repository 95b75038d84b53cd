import { STRINGS } from '../../../renderer/panel/strings.ts'
import { expect, test } from '../support/browser-host.ts'

test('the same panel in a browser searches, fills and copies instead of pasting', async ({
  entry,
  browser,
  library,
}) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(entry)
  await page.getByRole('combobox').fill('wh02')
  await expect(page.getByRole('listbox')).toHaveAttribute('data-query', 'wh02')
  await page.keyboard.press('Enter')
  await expect(page.locator('footer[data-tone]')).toContainText(STRINGS.notices.copied)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('在的在的，我是小禾，您请说~')
  expect(library.uses()).toMatchObject([{ outcome: 'copied' }])
})

test('the address opens once; another browser is turned away', async ({ entry, browser }) => {
  const first = await (await browser.newContext()).newPage()
  expect((await first.goto(entry))?.status()).toBe(200)
  await expect(first.getByRole('option').first()).toBeVisible()
  const second = await (await browser.newContext()).newPage()
  expect((await second.goto(entry))?.status()).toBeGreaterThanOrEqual(400)
  await first.reload()
  await expect(first.getByRole('option').first()).toBeVisible()
})

test('the workbench is there, too', async ({ entry, browser, library }) => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(entry)
  await page.goto(new URL('/workbench', entry).href)
  await expect(page.getByRole('grid')).toBeVisible()
  expect(Object.keys(library.bodies()).length).toBeGreaterThan(200)
})
