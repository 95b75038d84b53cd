import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { undoStrings } from '../../../renderer/workbench/strings/undo.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import { DOUBT_NAMES } from '../../../shared/model/steps.ts'
import { Products } from '../pages/products.ts'
import { expect, test } from '../support/fixtures.ts'

const words = strings.products
const { editor, transfer } = words

// Each walks through several pages.
test.slow()

/** What the lead copied in Excel. */
const FROM_EXCEL = '黑色\tM\t269\t12\tSJ01-1\r\n黑色\tL\t269\t3\tSJ01-2\r\n雾蓝\tM\t279\t0\tSJ01-3\r\n'

async function pasteInto(page: Page): Promise<void> {
  await page.keyboard.press('Control+v')
}

test('a lead writes a product with SKUs from Excel and a size chart', async ({
  start,
  library,
  clipboard,
}) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('products')
  const products = new Products(bench.page)

  await products.button(words.create).click()
  await products.field(editor.fields.name).fill('桑蚕丝立领衬衫')
  await products.field(editor.fields.shortName).fill('真丝衬衫')
  await products.field(editor.fields.code).fill('NZ001')
  await products.field(editor.fields.category).fill('女装')
  await products.field(editor.fields.price).fill('270')
  await products.field(editor.fields.days).fill('90')
  await expect(bench.page.getByText('每天 3 元')).toBeVisible()

  await clipboard.copy(FROM_EXCEL)
  await products.skus.choose(1, 1)
  await pasteInto(bench.page)
  await expect
    .poll(() => products.skus.rows())
    .toEqual(['黑色 | M | 269 | 12 | SJ01-1', '黑色 | L | 269 | 3 | SJ01-2', '雾蓝 | M | 279 | 0 | SJ01-3'])
  await products.sizes.choose(1, 1)
  await products.sizes.type('M', 'Tab', '155-162', 'Tab', '45-52', 'Enter', 'ArrowLeft', 'ArrowLeft')
  await products.sizes.type('L', 'Tab', '163-170', 'Tab', '52.5-60')
  await products.field(editor.fields.materials).fill('100%桑蚕丝\n里料同面料')

  await products.save()
  await expect(bench.page.getByText(/商家编码“NZ001”已被《.*》使用/)).toBeVisible()
  expect(Object.keys(library.products())).toHaveLength(24)
  await products.field(editor.fields.code).fill('SJ01')
  await bench.page.keyboard.press('Control+s')

  await expect(bench.page.getByRole('heading', { level: 1, name: '真丝衬衫' })).toBeVisible()
  const stored = library.products().SJ01
  expect(stored).toMatchObject({
    name: '桑蚕丝立领衬衫',
    price_fen: 27_000,
    facts: {
      lasts: { days: 90, uses: null, people: null },
      materials: ['100%桑蚕丝', '里料同面料'],
      sizeChart: {
        rows: [
          { size: 'M', ranges: { heightCm: [155, 162], weightKg: [45, 52] } },
          { size: 'L', ranges: { heightCm: [163, 170], weightKg: [52.5, 60] } },
        ],
      },
    },
  })
  expect(
    stored?.skus.map(({ attributes, price_fen, stock, code }) => [attributes, price_fen, stock, code]),
  ).toEqual([
    [{ 颜色: '黑色', 尺码: 'M' }, 26_900, 12, 'SJ01-1'],
    [{ 颜色: '黑色', 尺码: 'L' }, 26_900, 3, 'SJ01-2'],
    [{ 颜色: '雾蓝', 尺码: 'M' }, 27_900, 0, 'SJ01-3'],
  ])
})

test('stock that was changed in the sheet is of now, and what was wrong is said at its cell', async ({
  start,
  library,
}) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('products')
  const products = new Products(bench.page)
  const before = Date.now()
  await products.edit('长绒棉T恤')
  await products.skus.choose(1, 4)
  await products.skus.type('很多', 'Enter')
  await products.save()
  await expect(products.skus.cell(1, 4)).toContainText(editor.skus.badStock)
  await expect(bench.page.getByText(editor.problems(1)).first()).toBeVisible()

  await products.skus.type('7', 'Enter', 'Control+z', 'Control+z')
  await expect.poll(async () => (await products.skus.rows())[0]).toBe('白色 | S | 89 | 36 | NZ001-01')
  await products.skus.choose(1, 4)
  await products.skus.type('7', 'Enter')
  await products.save()
  await expect(bench.page.getByText(editor.saved)).toBeVisible()
  const [first, second] = library.products().NZ001?.skus ?? []
  expect(first?.stock).toBe(7)
  expect(first?.stock_updated_at).toBeGreaterThanOrEqual(before)
  expect(second?.stock_updated_at ?? 0).toBeLessThan(before)
})

test('colours times sizes become SKUs, and one price fills them all', async ({ start, library }) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('products')
  const products = new Products(bench.page)
  await products.edit('碎花连衣裙')
  const had = (await products.skus.rows()).length

  await products.button(editor.skus.combine).click()
  await products.field(editor.skus.combineValues('颜色')).fill('海军蓝 奶白')
  await products.field(editor.skus.combineValues('尺码')).fill('S、M、L')
  await expect(bench.page.getByText(editor.skus.combineCount(6))).toBeVisible()
  await products.button(editor.skus.combineApply).click()
  await expect.poll(async () => (await products.skus.rows()).length).toBe(had + 6)
  await products.button(editor.skus.fill).click()
  await products.field(editor.skus.fillValue).fill('199')
  await bench.page.keyboard.press('Enter')
  await products.save()
  await expect(bench.page.getByText(editor.saved)).toBeVisible()
  expect(new Set(library.products().NZ006?.skus.map(({ price_fen }) => price_fen))).toEqual(new Set([19_900]))
})

test('what buyers ask and what goes with it stand in the briefing, and lead on', async ({
  start,
  library,
}) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('products')
  const products = new Products(bench.page)
  await products.edit('碎花连衣裙')
  const doubt = DOUBT_NAMES.use
  const family = bench.page.getByRole('heading', { level: 3, name: doubt }).locator('..')
  await products.button(editor.addQuestion(doubt)).click()
  await family.getByLabel(editor.question).last().fill('晒久了会褪色吗')
  await family.getByLabel(editor.answer).last().fill('阴干就不会，暴晒一个夏天会浅一点')
  const pairings = bench.page.getByRole('combobox', { name: editor.fields.pairings })
  await pairings.fill('chuigan')
  const found = bench.page.locator('.ant-select-item-option').filter({ hasText: '垂感西裤' })
  await found.click()
  await pairings.press('Escape')
  await products.save()

  await expect(bench.page.getByRole('heading', { level: 1, name: '碎花连衣裙' })).toBeVisible()
  expect(library.products().NZ006?.facts).toMatchObject({
    questions: expect.arrayContaining([
      { doubt: 'use', question: '晒久了会褪色吗', answer: '阴干就不会，暴晒一个夏天会浅一点' },
    ]),
    pairings: ['XX001', 'NZ003'],
  })
  await expect(products.main.getByText('阴干就不会，暴晒一个夏天会浅一点')).toBeVisible()
  await products.main.getByRole('button', { name: '垂感西裤' }).click()
  await expect(bench.page.getByRole('heading', { level: 1, name: '垂感西裤' })).toBeVisible()
})

test('leaving a product half written asks first', async ({ start, library }) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('products')
  const products = new Products(bench.page)
  await products.edit('保湿面霜')
  await products.field(editor.fields.gift).fill('旅行装')
  await bench.goTo('phrases')
  await products.button(strings.unsaved.stay).click()
  await expect(products.field(editor.fields.gift)).toHaveValue('旅行装')
  await bench.goTo('phrases')
  await products.button(strings.unsaved.discard).click()
  await expect(bench.phrases).toBeVisible()
  expect(library.products().HF002?.facts.gift).not.toBe('旅行装')
})

test('a product is copied, deleted and brought back', async ({ start, library }) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('products')
  const products = new Products(bench.page)
  await bench.page.getByText(words.view.table, { exact: true }).click()
  await bench.page.getByLabel(words.search).fill('mianshuang')
  await products.button(words.actionsOf('保湿面霜')).click()
  await bench.page.getByRole('menuitem', { name: words.duplicate }).click()
  await products.field(editor.fields.code).fill('HF902')
  await products.save()
  await expect(bench.page.getByText(editor.created)).toBeVisible()
  expect(library.products().HF902?.skus.length).toBe(library.products().HF002?.skus.length)

  await products.button(words.actionsOf('保湿面霜')).last().click()
  await bench.page.getByRole('menuitem', { name: words.remove }).click()
  await expect(bench.page.getByText(words.removed('保湿面霜'))).toBeVisible()
  expect(library.products()).not.toHaveProperty('HF902')
  await products.button(strings.undo).click()
  await expect(bench.page.getByText(undoStrings.undone('删除 1 个商品'))).toBeVisible()
  expect(library.products()).toHaveProperty('HF902')
  // The table was chosen before, and is what the page shows again.
  await bench.goTo('settings')
  await bench.goTo('products')
  await expect(bench.page.getByRole('table', { name: words.list })).toBeVisible()
})

test('what scripts lack leads to the field where it is given', async ({ start, library }) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('products')
  const products = new Products(bench.page)
  await products.button(/^缺少的信息/).click()
  const gaps = bench.page.getByRole('region', { name: '棉柔巾' })
  await gaps.getByRole('button', { name: /^可用天数/ }).click()
  await expect(products.field(editor.fields.days)).toBeFocused()
  await bench.page.keyboard.insertText('40')
  await products.save()
  await expect(bench.page.getByText(editor.saved)).toBeVisible()
  expect(library.products().JJ006?.facts.lasts).toMatchObject({ days: 40 })

  await bench.goTo('products')
  await products.button(/^缺少的信息/).click()
  await expect(gaps.getByRole('button', { name: /^赠品/ })).toBeVisible()
  await expect(gaps.getByRole('button', { name: /^可用天数/ })).toHaveCount(0)
})

test('a table is imported by what its columns are said to be, and known the next time', async ({
  start,
  library,
  folder,
}) => {
  const file = path.join(folder, '秋季新品.csv')
  const rows = [
    '货号,品名,分类,售价,花色,数量',
    'QJ01,羊绒围巾,配饰,399,驼色,12',
    'QJ01,羊绒围巾,配饰,399,炭灰,3',
  ]
  writeFileSync(file, [...rows, 'QJ02,羊毛帽,配饰,不知道,黑色,5'].join('\n'))
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('products')
  const products = new Products(bench.page)
  await products.button(words.import).click()
  await products.field(transfer.chooseFile).setInputFiles(file)
  const dialog = bench.page.getByRole('dialog')
  await expect(dialog).toContainText(transfer.about('秋季新品.csv', transfer.formats.table, 'UTF-8'))
  const use = dialog.getByLabel(strings.import.purposeOf('花色'))
  await use.click()
  await bench.page.getByTitle(transfer.skuAttribute('花色')).last().click()
  const numbers = dialog.locator('dd')
  await expect(numbers).toHaveText(['1', '0', '0', '1'])
  await expect(dialog.getByRole('row', { name: /^4/ })).toContainText('不知道')
  expect(library.products()).not.toHaveProperty('QJ01')

  await products.button(transfer.apply(1, 0)).click()
  await expect(dialog.getByText(transfer.done(1, 0))).toBeVisible()
  expect(library.products().QJ01?.skus.map(({ attributes, stock }) => [attributes, stock])).toEqual([
    [{ 花色: '驼色' }, 12],
    [{ 花色: '炭灰' }, 3],
  ])
  await products.button(strings.import.close).click()
  await products.button(words.import).click()
  await products.field(transfer.chooseFile).setInputFiles(file)
  await expect(dialog.getByRole('row', { name: /花色/ })).toContainText(strings.import.remembered)
})

test('stock is refreshed by a file, by a paste, and taken back', async ({
  start,
  library,
  folder,
  clipboard,
}) => {
  const file = path.join(folder, '库存.csv')
  writeFileSync(file, '规格编码,库存\nNZ001-01,5\nNZ001-02,7\nXX99,9\nNZ001-03,很多\n')
  const { workbench } = await start()
  const bench = await workbench()
  const stock = (at: number) => library.products().NZ001?.skus[at]?.stock
  await bench.goTo('products')
  const products = new Products(bench.page)
  await products.button(words.refreshStock).click()
  await products.field(transfer.chooseStock).setInputFiles(file)
  const dialog = bench.page.getByRole('dialog')
  await expect(dialog.locator('dd')).toHaveText(['2', '2', '1', '1'])
  await expect(dialog).toContainText('XX99')
  expect([stock(0), stock(1)]).toEqual([5, 7])

  await products.button(strings.import.otherFile).click()
  await clipboard.copy('NZ001-01\t4\r\nNZ001-02\t7\r\n')
  await expect(products.field(transfer.pasteStock)).toBeFocused()
  await pasteInto(bench.page)
  await expect(dialog.locator('dd')).toHaveText(['2', '1', '0', '0'])
  expect(stock(0)).toBe(4)
  await products.button(transfer.undoStock).click()
  await expect(bench.page.getByText(transfer.stockUndone)).toBeVisible()
  expect(stock(0)).toBe(5)
})

test('every fact of a briefing is copied by one key', async ({ start, clipboard }) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('products')
  const products = new Products(bench.page)
  await products.open('缎面半身裙')
  await bench.page.getByRole('button', { name: '缎面容易勾丝' }).focus()
  await bench.page.keyboard.press('Enter')
  await expect.poll(() => clipboard.text()).toBe('缎面容易勾丝')
})
