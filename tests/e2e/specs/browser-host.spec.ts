import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { STRINGS } from '../../../renderer/panel/strings.ts'
import { channelStrings } from '../../../renderer/workbench/strings/channels.ts'
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

test('a release that comes through a channel is told of on the page, with the lead’s words', async ({
  entry,
  browser,
  library,
  folder,
}) => {
  test.slow()
  const shared = path.join(folder, 'NAS')
  mkdirSync(shared)
  const lead = openDesk({ dataDir: path.join(folder, 'lead'), empty: true })
  const group = lead.groups.create('售前', null)
  lead.phrases.create({ title: '包邮说明', body: '亲，满99包邮。', groupId: group.id })
  const { id, fingerprint } = await lead.team.begin({
    ...{ name: '屿禾团队', publisher: '安然', rootGroups: [group.id], allowsEdits: false },
  })
  await lead.channels.attach(id, { address: { kind: 'folder', path: shared }, secret: null })
  await lead.channels.publish(id, { message: null, mustUpdateBy: null, share: 100 })
  const page = await (await browser.newContext()).newPage()
  await page.goto(entry)
  await page.goto(new URL('/workbench', entry).href)
  await expect(page.getByRole('grid')).toBeVisible()
  await library.desk('pull', '--channel', shared, '--trust', fingerprint)

  await lead.channels.publish(id, { message: '双11 口径', mustUpdateBy: null, share: 100 })
  const notice = page.getByRole('alert').filter({ hasText: '《屿禾团队》更新到第 2 版' })
  // The program asks by itself, within a minute or so.
  await expect(notice).toContainText('双11 口径', { timeout: 90_000 })
  await notice.getByRole('button', { name: channelStrings.news.close }).click()
  await expect(notice).toBeHidden()
  await lead.close()
})
