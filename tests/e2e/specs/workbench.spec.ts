import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { STRINGS } from '../../../renderer/panel/strings.ts'
import { shopsStrings } from '../../../renderer/workbench/strings/shops.ts'
import { undoStrings } from '../../../renderer/workbench/strings/undo.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import type { Panel } from '../pages/panel.ts'
import { expect, test } from '../support/fixtures.ts'

test.describe('phrases', () => {
  test('a phrase that is written, changed, deleted and brought back is so in the panel at once', async ({
    start,
    library,
    chat,
  }) => {
    const { panel, workbench } = await start()
    const bench = await workbench()
    await bench.write({ title: '门店地址', code: 'md99', body: '我们的门店在解放路八号' })
    await expect(bench.page.getByText(strings.editor.saved)).toBeVisible()
    await chat.focus()
    await panel.summon()
    await panel.search('md99')
    await expect(panel.script).toHaveText('我们的门店在解放路八号')
    await panel.press('Escape')
    await panel.isClosed()

    await bench.page.getByLabel(strings.phrases.search).fill('md99')
    await bench.phrase('门店地址').click()
    await bench.field(strings.editor.fields.body).fill('门店搬到人民路九号啦')
    await bench.save()
    await expect(bench.phrase('门店地址')).toContainText('门店搬到人民路九号啦')
    await chat.focus()
    await panel.summon()
    await expect(panel.script).toHaveText('门店搬到人民路九号啦')
    await panel.press('Escape')
    await panel.isClosed()

    await bench.phrase('门店地址').click()
    await bench.button(strings.editor.remove).click()
    const deleted = bench.page.getByText(strings.phrases.deleted(1))
    await expect(deleted).toBeVisible()
    expect(library.bodies()).not.toHaveProperty('门店地址')
    await chat.focus()
    await panel.summon()
    await expect(panel.page.getByText(STRINGS.nothing.found('md99'))).toBeVisible()
    await panel.press('Escape')
    await panel.isClosed()

    await bench.page.getByRole('button', { name: strings.undo }).click()
    await expect(bench.page.getByText(undoStrings.undone('删除 1 条话术'))).toBeVisible()
    expect(library.bodies()).toHaveProperty('门店地址', '门店搬到人民路九号啦')
    await chat.focus()
    await panel.summon()
    await panel.answers('md99')
    await panel.press('Return')
    await chat.waitForText('门店搬到人民路九号啦')
  })

  test('a code that is taken is said at its field while it is typed and when it is saved, and the editor stays open', async ({
    start,
    library,
  }) => {
    const { workbench } = await start()
    const bench = await workbench()
    await bench.button(strings.phrases.create).click()
    await bench.field(strings.editor.fields.code).fill('WH01')
    await expect(bench.page.getByText(strings.editor.fields.codeTaken('标准问候'))).toBeVisible()
    await bench.field(strings.editor.fields.code).fill('wh0199')
    await expect(bench.page.getByText(strings.editor.fields.codeTaken('标准问候'))).toHaveCount(0)
    await bench.field(strings.editor.fields.code).fill('WH01')
    await bench.field(strings.editor.fields.title).fill('又一条问候')
    await bench.field(strings.editor.fields.body).fill('您好')
    await bench.save()
    await expect(bench.page.getByText(/快捷编码“WH01”已被《标准问候》使用/)).toBeVisible()
    await expect(bench.field(strings.editor.fields.title)).toHaveValue('又一条问候')
    expect(library.bodies()).not.toHaveProperty('又一条问候')
    await bench.field(strings.editor.fields.code).fill('wh77')
    await bench.save()
    await expect(bench.page.getByText(strings.editor.saved)).toBeVisible()
    expect(library.bodies()).toHaveProperty('又一条问候')
  })

  test('a script that does not parse says where', async ({ start, library }) => {
    const { workbench } = await start()
    const bench = await workbench()
    await bench.write({ title: '写错的', body: '您好 {{ 客户.称呼 ，在的' })
    await expect(bench.page.getByRole('button', { name: /^第 1 行第 \d+ 个字/ })).toBeVisible()
    expect(library.bodies()).not.toHaveProperty('写错的')
  })
})

test.describe('importing', () => {
  test('a file with good, duplicate and impossible rows: shown before, told after, found in the panel', async ({
    start,
    library,
    chat,
  }) => {
    const file = library.writeQianniuFile([
      ['zz81', '亲，仓库在义乌，当天就能出库', '仓库'],
      ['zz81', '同一个编码的另一句', '仓库'],
      ['zz82', '', '仓库'],
      ['', '亲，仓库在义乌，当天就能出库', '仓库'],
    ])
    const { panel, workbench } = await start()
    const bench = await workbench()
    await bench.chooseImport(file)
    const report = bench.page.getByRole('dialog')
    await expect(report).toContainText('GB18030')
    const figures = report.locator('dd')
    await expect(figures).toHaveText(['1', '0', '2', '1'])
    await expect(report.getByRole('row', { name: /^4 / }).first()).toContainText('话术内容是空的')
    expect(Object.values(library.bodies())).not.toContain('亲，仓库在义乌，当天就能出库')

    await bench.button(strings.import.phrases.apply(1, 0)).click()
    await expect(report.getByText(strings.import.phrases.done(1, 0))).toBeVisible()
    await bench.button(strings.import.close).click()
    await chat.focus()
    await panel.summon()
    await panel.search('yiwu')
    await expect(panel.selectedRow).toContainText('zz81')
    await panel.press('Return')
    await chat.waitForText('亲，仓库在义乌，当天就能出库')
  })

  test('a file that is no phrase file changes nothing and says what to do', async ({
    start,
    library,
    folder,
  }) => {
    const file = path.join(folder, '订单.csv')
    writeFileSync(file, '订单编号,金额\n1,99\n')
    const { workbench } = await start()
    const before = Object.keys(library.bodies()).length
    const bench = await workbench()
    await bench.chooseImport(file)
    await expect(bench.page.getByRole('alert')).toContainText(strings.import.phrases.unclear)
    expect(Object.keys(library.bodies())).toHaveLength(before)
  })
})

test('the facts of a product can be looked up by pinyin', async ({ start }) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('products')
  const entries = bench.page.getByRole('main').locator('[data-product]')
  await expect.poll(() => entries.count()).toBeGreaterThanOrEqual(24)
  await bench.page.getByLabel(strings.products.search).fill('mianshuang')
  await expect(entries.first()).toContainText('面霜')
  await entries.first().click()
  await expect(bench.page.getByRole('main')).toContainText(strings.products.skus)
})

/** The colour of the panel's text. */
const inkOf = ({ page }: Panel) => page.evaluate(() => getComputedStyle(document.body).color)

test.describe('settings', () => {
  test('the dark theme is the panel’s, too, and is there after a restart', async ({ startAnew, library }) => {
    const first = await startAnew()
    const bench = await first.workbench()
    const light = await inkOf(first.panel)
    await bench.goTo('settings')
    await bench.page.getByText(strings.settings.themes.dark, { exact: true }).click()
    await expect.poll(() => inkOf(first.panel)).not.toBe(light)
    const dark = await inkOf(first.panel)
    expect(library.settings()).toMatchObject({ theme: 'dark' })
    await first.quit()

    const second = await startAnew()
    await expect.poll(() => inkOf(second.panel)).toBe(dark)
  })

  test('another alias in the shop’s profile is in the next script', async ({ start, chat }) => {
    const { panel, workbench } = await start()
    const bench = await workbench()
    await bench.goTo('settings')
    await bench.field(shopsStrings.alias('屿禾生活馆')).fill('阿梨')
    await bench.page.keyboard.press('Enter')
    await expect(bench.page.getByText(shopsStrings.aliasSaved('阿梨'))).toBeVisible()
    await chat.focus()
    await panel.summon()
    await panel.search('wh02')
    await panel.press('Return')
    await chat.waitForText('在的在的，我是阿梨，您请说~')
  })
})
