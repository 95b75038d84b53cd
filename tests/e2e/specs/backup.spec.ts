import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { backupStrings as words } from '../../../renderer/workbench/strings/backup.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import { expect, test } from '../support/fixtures.ts'
import { violationsInBothThemes } from '../support/violations.ts'

test.slow()

test('a lead backs the library up, goes back to it after a mistake, and takes that back', async ({
  startAnew,
  library,
}) => {
  const { app, workbench } = await startAnew()
  const bench = await workbench()
  await bench.write({ title: '门店地址', code: 'md99', body: '我们的门店在解放路八号' })
  await expect(bench.page.getByText(strings.editor.saved)).toBeVisible()
  await bench.goTo('settings')
  await bench.button(words.make).click()
  await expect(bench.page.getByText(new RegExp(`^${words.made}：`))).toBeVisible()
  const manual = bench.page.getByRole('row').filter({ hasText: words.reasons.manual })
  await expect(manual).toHaveCount(1)

  await bench.goTo('phrases')
  await bench.write({ title: '写错的', code: 'cuo1', body: '写错的话术' })
  await bench.page.getByRole('textbox', { name: strings.phrases.search }).fill('写错的')
  await expect(bench.phrase('写错的')).toBeVisible()
  await bench.goTo('settings')
  await manual.getByRole('button', { name: words.restore }).click()
  const dialog = bench.page.getByRole('dialog')
  await expect(dialog.getByText(words.restoreExplanation)).toBeVisible()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await dialog.getByRole('button', { name: words.restore }).click()
  await expect(bench.page.getByText(new RegExp(`^${words.restored}：`))).toBeVisible()
  expect(library.bodies()).not.toHaveProperty('写错的')
  expect(library.bodies()).toHaveProperty('门店地址')

  await bench.button(strings.undo).click()
  await expect(bench.page.getByText(words.undone)).toBeVisible()
  expect(library.bodies()).toHaveProperty('写错的')
})

test('a library that was damaged opens all the same, and the workbench tells until it is put away', async ({
  startAnew,
  library,
}) => {
  mkdirSync(library.dataDir, { recursive: true })
  writeFileSync(path.join(library.dataDir, 'golden-six.sqlite'), '断电后的碎片'.repeat(500))
  const { app } = await startAnew()
  // Nobody asked for it: it opens by itself to tell.
  await expect.poll(() => app.windows().some((page) => page.url().includes('/workbench/'))).toBe(true)
  const page = app.windows().find((window) => window.url().includes('/workbench/')) as Page
  await expect(page.getByText(words.recovered)).toBeVisible()
  await expect(page.getByText(words.keptIn)).toBeVisible()
  expect(await violationsInBothThemes(app, page)).toEqual([])
  await page.getByRole('button', { name: words.understood }).click()
  await expect(page.getByText(words.recovered)).toHaveCount(0)
})
