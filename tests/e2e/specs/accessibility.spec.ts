import { strings } from '../../../renderer/workbench/strings.ts'
import { Products } from '../pages/products.ts'
import { expect, test } from '../support/fixtures.ts'
import { violationsInBothThemes } from '../support/violations.ts'

test('the panel can be used by everyone, in light and dark', async ({ start, chat }) => {
  const { app, panel } = await start()
  await chat.focus()
  await panel.summon()
  await panel.search('jia')
  await expect(panel.script).toBeVisible()
  expect(await violationsInBothThemes(app, panel.page)).toEqual([])
  await panel.press('F1')
  await expect(panel.page.getByRole('dialog')).toBeVisible()
  expect(await violationsInBothThemes(app, panel.page)).toEqual([])
  await panel.press('Escape', 'ctrl+a', 'BackSpace')
  await panel.type('@')
  await expect(panel.selectedRow).toBeVisible()
  expect(await violationsInBothThemes(app, panel.page)).toEqual([])
})

test('the workbench can be used by everyone, in light and dark', async ({ start }) => {
  test.slow()
  const { app, workbench } = await start()
  const bench = await workbench()
  await expect(bench.phrase('标准问候')).toBeVisible()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await bench.phrase('标准问候').click()
  await expect(bench.field(strings.editor.fields.body)).toBeVisible()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await bench.button(strings.cancel).click()
  for (const page of ['products', 'settings'] as const) {
    await bench.goTo(page)
    await expect(bench.page.getByRole('main').getByRole('textbox').first()).toBeVisible()
    expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  }
})

test('the products’ pages can be used by everyone, in light and dark', async ({ start }) => {
  test.slow()
  const { app, workbench } = await start()
  const bench = await workbench()
  await bench.goTo('products')
  const products = new Products(bench.page)
  await expect(products.entries.first()).toBeVisible()
  await bench.page.getByText(strings.products.view.table, { exact: true }).click()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await products.open('长绒棉T恤')
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await products.button(strings.products.edit).click()
  await products.skus.choose(2, 3)
  await products.skus.type('八十')
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await bench.goTo('products')
  await products.button(strings.unsaved.discard).click()
  await products.button(/^缺少的信息/).click()
  await expect(bench.page.getByRole('region').first()).toBeVisible()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await bench.goTo('products')
  await products.button(strings.products.refreshStock).click()
  await expect(products.field(strings.products.transfer.pasteStock)).toBeVisible()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
})
