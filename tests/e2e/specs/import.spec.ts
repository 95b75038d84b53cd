import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { importStrings } from '../../../renderer/workbench/strings/import.ts'
import { png } from '../../support/images.ts'
import { workbookOf } from '../../support/workbook.ts'
import { Customers } from '../pages/customers.ts'
import { expect, test } from '../support/fixtures.ts'
import { violations } from '../support/violations.ts'

// The import wizard with files as people have them, asserting what is then in the library.

// Each opens the workbench, and the desk a thread for each import.
test.slow()

const words = importStrings.phrases
/** A backup goes before each import. */
const SOON = { timeout: 60_000 }

const dialogOf = (page: Page) => page.getByRole('dialog')

test('a workbook of another tool: mapped, duplicates replaced one by one, undone from the report', async ({
  start,
  library,
  folder,
}) => {
  const file = path.join(folder, '别的工具.xlsx')
  const rows = [
    ['编号', '答复', '目录'],
    ['wh01', '亲，新的问候', '问候'],
    ['zz81', '仓库在义乌', '仓库'],
    ['zz82', '', '仓库'],
  ]
  writeFileSync(file, await workbookOf(rows))
  const { workbench } = await start()
  const before = library.bodies()
  const bench = await workbench()
  await bench.chooseImport(file)
  const dialog = dialogOf(bench.page)
  await expect(dialog.getByRole('alert')).toContainText(words.unclear, SOON)
  for (const [column, use] of [
    ['编号', '快捷编码'],
    ['答复', '话术内容'],
  ] as const) {
    await dialog.getByLabel(importStrings.purposeOf(column)).click()
    await bench.page.getByTitle(use, { exact: true }).last().click()
  }
  await expect(dialog.locator('dd')).toHaveText(['1', '0', '1', '1'], SOON)
  await expect(dialog.getByRole('row', { name: /^4 / }).first()).toContainText('话术内容是空的')
  expect(await violations(bench.page)).toEqual([])

  await dialog.getByLabel(words.choiceFor(2)).click()
  await bench.page.getByTitle(words.duplicateChoices.replace, { exact: true }).last().click()
  await bench.button(words.apply(1, 1)).click()
  await expect(dialog.getByText(words.done(1, 1))).toBeVisible(SOON)
  expect(Object.values(library.bodies())).toEqual(expect.arrayContaining(['亲，新的问候', '仓库在义乌']))
  expect(await violations(bench.page)).toEqual([])

  await bench.button(words.undo).click()
  await expect(bench.page.getByText(words.undone('导入 2 条话术'))).toBeVisible(SOON)
  expect(library.bodies()).toEqual(before)
})

test('the folder of the V3 tool: its pictures come along', async ({ start, library, folder }) => {
  const exported = path.join(folder, '导出')
  mkdirSync(path.join(exported, '图片'), { recursive: true })
  writeFileSync(path.join(exported, '图片', '尺码.png'), png(8, 6))
  writeFileSync(
    path.join(exported, '话术.csv'),
    'V3 请勿修改,,,,\n小二,,,,\n分组,快捷编码,标题,内容,图片名\n售前=>尺码,cm9,尺码表,请看这张图,尺码.png\n',
  )
  const { workbench } = await start()
  const bench = await workbench()
  await bench.button('导入').first().click()
  await bench.page.locator('input[webkitdirectory]').setInputFiles(exported)
  const dialog = dialogOf(bench.page)
  await expect(dialog).toContainText(words.images(1, 0), SOON)
  await bench.button(words.apply(1, 0)).click()
  await expect(dialog.getByText(words.done(1, 0))).toBeVisible(SOON)
  expect(library.bodies()).toHaveProperty('尺码表', '请看这张图')
})

test('columns pasted from a spreadsheet, by keyboard alone, and the report kept as a file', async ({
  start,
  library,
  clipboard,
}) => {
  const { workbench } = await start()
  const bench = await workbench()
  await clipboard.copy('快捷短语编码\t快捷短语\nzz91\t亲，粘贴来的\nzz92\t\n')
  await bench.button('导入').first().focus()
  await bench.page.keyboard.press('Enter')
  await expect(dialogOf(bench.page)).toBeVisible()
  await bench.page.keyboard.press('Control+V')
  await expect(bench.button(words.apply(1, 0))).toBeVisible(SOON)

  const downloads = await new Customers(bench.page).catchDownloads()
  await bench.button(words.saveReport).focus()
  await bench.page.keyboard.press('Enter')
  await expect.poll(downloads).toHaveLength(1)
  expect((await downloads())[0]).toContain('"3","不能导入","话术内容是空的"')

  await bench.button(words.apply(1, 0)).focus()
  await bench.page.keyboard.press('Enter')
  await expect(dialogOf(bench.page).getByText(words.done(1, 0))).toBeVisible(SOON)
  expect(Object.values(library.bodies())).toContain('亲，粘贴来的')
})

test('a large file: progress is told, cancelling leaves nothing, the window answers meanwhile', async ({
  start,
  library,
  folder,
}) => {
  const file = path.join(folder, '很多.csv')
  const rows = Array.from({ length: 30_000 }, (_, n) => `k${n},第 ${n} 条很长的话术内容,分组${n % 30}`)
  writeFileSync(file, `快捷短语编码,快捷短语,快捷短语分组\n${rows.join('\n')}\n`)
  const { workbench } = await start()
  const before = library.bodies()
  const bench = await workbench()
  await bench.chooseImport(file)
  await bench.button(words.apply(30_000, 0)).click({ timeout: 60_000 })
  const stop = bench.button(words.cancel)
  await expect(bench.page.getByRole('progressbar')).toBeVisible()
  await stop.click()
  await expect(bench.page.getByText(words.cancelled)).toBeVisible(SOON)
  expect(library.bodies()).toEqual(before)
  await expect(bench.button(words.apply(30_000, 0))).toBeEnabled()
})

test('files without phrases say so, and those that belong elsewhere lead there', async ({
  start,
  folder,
}) => {
  const empty = path.join(folder, '空表.csv')
  writeFileSync(empty, '快捷短語編碼,快捷短語,快捷短語分組\n')
  const file = path.join(folder, '商品.csv')
  writeFileSync(file, '商家编码,商品名称,价格\nA1,连衣裙,99\n')
  const { workbench } = await start()
  const bench = await workbench()
  await bench.chooseImport(empty)
  const alert = bench.page.getByRole('alert')
  await expect(alert).toContainText('只有表头，没有话术', SOON)
  await expect(alert).toContainText(words.failed('空表.csv'))
  await bench.button(importStrings.otherFile).click()
  await bench.page.getByLabel(words.choose).setInputFiles(file)
  await expect(bench.page.getByRole('alert')).toContainText('这是商品表', SOON)
  await bench.page.getByRole('link', { name: words.toProducts }).click()
  await expect(bench.page).toHaveURL(/#\/products/)
})
