import { duplicateStrings } from '../../../renderer/workbench/strings/duplicates.ts'
import { historyStrings } from '../../../renderer/workbench/strings/history.ts'
import { undoStrings } from '../../../renderer/workbench/strings/undo.ts'
import { unusedStrings } from '../../../renderer/workbench/strings/unused.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import type { Workbench } from '../pages/workbench.ts'
import { expect, test } from '../support/fixtures.ts'
import { violationsInBothThemes } from '../support/violations.ts'

const SENDING = '亲，您好，您拍下的商品今天就为您安排发货，请耐心等待哦'

const notice = ({ page }: Workbench, text: string) => page.getByText(text)

test.describe('undo', () => {
  test('Ctrl+Z takes back what was done last, wherever one is, and says what; Ctrl+Y does it again', async ({
    start,
    library,
  }) => {
    await library.fill([
      ['a1', '满198元包邮', '售前'],
      ['a2', '七天无理由退换', '售后'],
      ['a3', '今天发货', '售后'],
    ])
    const before = library.bodies()
    const { workbench } = await start()
    const bench = await workbench()
    await bench.write({ title: '门店地址', code: 'md99', body: '我们的门店在解放路八号' })
    await expect(bench.phrase('门店地址')).toBeVisible()
    await bench.phrases.focus()
    await bench.page.keyboard.press('Control+a')
    await bench.page
      .getByRole('toolbar', { name: strings.phrases.bulk.label })
      .getByRole('button', { name: strings.phrases.bulk.remove })
      .click()
    await expect(notice(bench, strings.phrases.deleted(4))).toBeVisible()
    expect(library.bodies()).toEqual({})

    await bench.goTo('settings')
    await bench.page.keyboard.press('Control+z')
    await expect(notice(bench, undoStrings.undone('删除 4 条话术'))).toBeVisible()
    // What is over is not offered any more.
    await expect(notice(bench, strings.phrases.deleted(4))).toHaveCount(0)
    expect(library.bodies()).toEqual({ ...before, 门店地址: '我们的门店在解放路八号' })
    await bench.page.keyboard.press('Control+z')
    await expect(notice(bench, undoStrings.undone('新建话术《门店地址》'))).toBeVisible()
    expect(library.bodies()).toEqual(before)
    await expect(bench.button(undoStrings.back)).toBeDisabled()

    await bench.page.keyboard.press('Control+y')
    await expect(notice(bench, undoStrings.redone('新建话术《门店地址》'))).toBeVisible()
    expect(library.bodies()).toHaveProperty('门店地址')
    await bench.page.keyboard.press('Control+Shift+Z')
    await expect(notice(bench, undoStrings.redone('删除 4 条话术'))).toBeVisible()
    expect(library.bodies()).toEqual({})
    await expect(bench.button(undoStrings.forth)).toBeDisabled()

    await bench.button(undoStrings.back).click()
    await bench.goTo('phrases')
    await expect(bench.phrase('门店地址')).toBeVisible()
  })

  test('in a field Ctrl+Z is the field’s own, and in a dialog nothing changes behind it', async ({
    start,
    library,
  }) => {
    await library.fill([['a1', '满198元包邮', '售前']])
    const { workbench } = await start()
    const bench = await workbench()
    await bench.write({ title: '门店地址', body: '我们的门店在解放路八号' })
    await expect(bench.phrase('门店地址')).toBeVisible()
    const search = bench.page.getByLabel(strings.phrases.search)
    await search.pressSequentially('md')
    await search.press('Control+z')
    await expect(search).not.toHaveValue('md')
    await search.fill('')
    await bench.phrase('门店地址').click()
    await expect(bench.field(strings.editor.fields.body)).toBeVisible()
    await bench.button(historyStrings.open).focus()
    await bench.page.keyboard.press('Control+z')
    await bench.page.getByRole('button', { name: strings.cancel }).click()
    await expect(bench.field(strings.editor.fields.body)).toBeHidden()
    expect(library.bodies()).toHaveProperty('门店地址')
  })

  test('what another program changed meanwhile is not overwritten by it', async ({ start, library }) => {
    await library.fill([['a1', '满198元包邮', '售前']])
    const { workbench } = await start()
    const bench = await workbench()
    await bench.phrase('满198元包邮').click()
    await bench.field(strings.editor.fields.title).fill('包邮说明')
    await bench.save()
    await expect(bench.phrase('包邮说明')).toBeVisible()
    library.retitle('包邮说明', '别处改的标题')
    await bench.page.keyboard.press('Control+z')
    await expect(bench.page.getByText(/“修改话术《包邮说明》”没有撤销：里面的话术/)).toBeVisible()
    expect(Object.keys(library.bodies())).toEqual(['别处改的标题'])
  })
})

test.describe('history', () => {
  test('a lead sees what a phrase said before, word by word, brings it back, and takes that back', async ({
    start,
    library,
  }) => {
    await library.fill([['by', '亲，满99元包邮哦', '售前']])
    const [title] = Object.keys(library.bodies())
    const { workbench } = await start()
    const bench = await workbench()
    await bench.phrase(title!).click()
    await bench.field(strings.editor.fields.body).fill('亲，满198元包邮哦')
    await bench.save()
    await expect(bench.phrase('亲，满198元包邮哦')).toBeVisible()

    await bench.phrase('亲，满198元包邮哦').click()
    await bench.button(historyStrings.open).click()
    const dialog = bench.page.getByRole('dialog', { name: historyStrings.title(title!) })
    await expect(dialog.locator('del', { hasText: '99' })).toBeVisible()
    await expect(dialog.locator('ins', { hasText: '198' })).toBeVisible()
    await dialog.getByRole('button', { name: historyStrings.restore }).click()
    await expect(dialog).toBeHidden()
    await expect(bench.phrase('亲，满99元包邮哦')).toBeVisible()
    expect(library.bodies()).toEqual({ [title!]: '亲，满99元包邮哦' })

    await bench.page.keyboard.press('Control+z')
    await expect(bench.phrase('亲，满198元包邮哦')).toBeVisible()
    expect(library.bodies()).toEqual({ [title!]: '亲，满198元包邮哦' })
  })
})

test.describe('duplicates', () => {
  test('a lead finds phrases that say the same, chooses which stays and whose code, and merges them', async ({
    start,
    library,
  }) => {
    await library.fill([
      ['fh1', SENDING, '发货'],
      ['fh2', SENDING.replace('今天', '明天'), '发货'],
      ['cm', '亲，尺码偏大，建议拍小一码', '尺码'],
    ])
    const codes = () => Object.values(library.kept()).map(({ code }) => code)
    const { workbench } = await start()
    const bench = await workbench()
    await bench.button(strings.phrases.more).click()
    await bench.page.getByRole('menuitem', { name: duplicateStrings.open }).click()
    const drawer = bench.page.getByRole('dialog', { name: duplicateStrings.title })
    await expect(drawer.getByText(duplicateStrings.found(1, 1))).toBeVisible()
    await expect(drawer.locator('del', { hasText: '今天' })).toBeVisible()
    await expect(drawer.locator('ins', { hasText: '明天' })).toBeVisible()

    await drawer.getByRole('radio', { name: 'fh2' }).check()
    await drawer.getByRole('button', { name: duplicateStrings.merge(2) }).click()
    await expect(drawer.getByText(duplicateStrings.allDone)).toBeVisible()
    expect(codes().toSorted()).toEqual(['cm', 'fh2'])
    expect(Object.values(library.bodies())).toContain(SENDING)

    await expect(notice(bench, duplicateStrings.merged(2))).toBeVisible()
    await bench.button(strings.undo).click()
    await expect.poll(() => codes().toSorted()).toEqual(['cm', 'fh1', 'fh2'])
  })
})

test.describe('phrases that nobody uses', () => {
  test('those of long ago are archived at once, new ones are not among them, and that is undone', async ({
    start,
    library,
  }) => {
    await library.fill([
      ['a1', '满198元包邮', '售前'],
      ['a2', '七天无理由退换', '售后'],
      ['a3', '今天发货', '售后'],
    ])
    library.age(['a1', 'a2'], 70)
    const { workbench } = await start()
    const bench = await workbench()
    await bench.button(strings.phrases.more).click()
    await bench.page.getByRole('menuitem', { name: unusedStrings.open }).click()
    const dialog = bench.page.getByRole('dialog', { name: unusedStrings.title })
    await expect(dialog.getByRole('status')).toHaveText(unusedStrings.none)
    await dialog.getByText(unusedStrings.days(60), { exact: true }).click()
    await expect(dialog.getByRole('status')).toHaveText(unusedStrings.found(2))
    await dialog.getByLabel(unusedStrings.other).fill('71')
    await expect(dialog.getByRole('status')).toHaveText(unusedStrings.none)
    await dialog.getByLabel(unusedStrings.other).fill('45')
    await dialog.getByRole('button', { name: unusedStrings.archive(2) }).click()
    await expect(notice(bench, unusedStrings.archived(2))).toBeVisible()
    expect(library.archived().toSorted()).toEqual(['a1', 'a2'])
    await bench.page.keyboard.press('Control+z')
    await expect.poll(() => library.archived()).toEqual([])
  })
})

test('axe finds nothing wrong with history, duplicates and unused phrases in light and dark', async ({
  start,
  library,
}) => {
  test.slow()
  await library.fill([
    ['fh1', SENDING, '发货'],
    ['fh2', SENDING.replace('今天', '明天'), '发货'],
  ])
  const { workbench, app } = await start()
  const bench = await workbench()
  await bench.phrases.getByRole('row').filter({ hasText: '今天' }).click()
  await bench.field(strings.editor.fields.body).fill(`${SENDING}！`)
  await bench.save()
  await bench.phrases.getByRole('row').filter({ hasText: '今天' }).click()
  await bench.button(historyStrings.open).click()
  await expect(bench.button(historyStrings.restore)).toBeEnabled()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await bench.page.keyboard.press('Escape')
  await expect(bench.button(historyStrings.restore)).toBeHidden()
  await bench.page.getByRole('button', { name: strings.cancel }).click()
  await bench.button(strings.phrases.more).click()
  await bench.page.getByRole('menuitem', { name: duplicateStrings.open }).click()
  await expect(bench.button(duplicateStrings.merge(2))).toBeEnabled()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await bench.page.keyboard.press('Escape')
  await bench.button(strings.phrases.more).click()
  await bench.page.getByRole('menuitem', { name: unusedStrings.open }).click()
  await expect(bench.page.getByText(unusedStrings.none)).toBeVisible()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
})
