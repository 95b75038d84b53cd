import { strings } from '../../../renderer/workbench/strings.ts'
import { PhrasesPage } from '../pages/phrases.ts'
import { expect, test } from '../support/fixtures.ts'
import type { QianniuRow } from '../support/library.ts'
import { violationsInBothThemes } from '../support/violations.ts'

const words = strings.groups

const ROWS: readonly QianniuRow[] = [
  ['wh1', '亲，您好，在的', '问候'],
  ['yj1', '这款已经是活动价了哦', '议价'],
  ['yj2', '给您申请一张小额券', '议价'],
  ['wl1', '默认发中通快递', '物流'],
  ['kd1', '顺丰需要补运费', '快递'],
]

test.describe('the tree of groups', () => {
  test('is rearranged with the mouse: into a group, between two, out again; one undo takes a move back', async ({
    start,
    library,
  }) => {
    await library.fill(ROWS)
    const { workbench } = await start()
    const page = new PhrasesPage(await workbench())
    await expect(page.group('快递')).toBeVisible()
    expect(library.groups()).toEqual(['问候', '议价', '物流', '快递'])

    await page.drag(page.group('快递'), page.group('物流'))
    await expect(page.group('物流')).toHaveAttribute('aria-label', words.withCount('物流', 2))
    expect(library.groups()).toEqual(['问候', '议价', '物流', '物流/快递'])

    await page.drag(page.group('物流'), page.group('问候'), 0.1)
    await expect.poll(() => library.groups()).toEqual(['物流', '物流/快递', '问候', '议价'])

    await page.group('物流').click()
    await page.page.keyboard.press('ArrowRight')
    await page.drag(page.group('快递'), page.group(words.all))
    await expect.poll(() => library.groups()).toEqual(['物流', '问候', '议价', '快递'])
    await page.undo()
    expect(library.groups()).toEqual(['物流', '物流/快递', '问候', '议价'])
  })

  test('lets go of what is dragged at Esc, and of a group above itself', async ({ start, library }) => {
    await library.fill(ROWS)
    const { workbench } = await start()
    const page = new PhrasesPage(await workbench())
    const [from, to] = [await page.group('议价').boundingBox(), await page.group('物流').boundingBox()]
    if (!from || !to) throw new Error('the groups are not in sight')
    const { mouse, keyboard } = page.page
    await mouse.move(from.x + 60, from.y + 10)
    await mouse.down()
    await mouse.move(to.x + 60, to.y + to.height / 2, { steps: 6 })
    await expect(page.group('物流')).toHaveAttribute('data-mark', 'into')
    await keyboard.press('Escape')
    await expect(page.group('物流')).not.toHaveAttribute('data-mark')
    await mouse.up()
    await mouse.move(from.x + 60, from.y + 10)
    await mouse.down()
    await mouse.move(from.x + 60, from.y + 24, { steps: 4 })
    await mouse.up()
    expect(library.groups()).toEqual(['问候', '议价', '物流', '快递'])
  })

  test('takes phrases that are dropped on a group, one or all that are ticked', async ({
    start,
    library,
  }) => {
    await library.fill(ROWS)
    const { workbench } = await start()
    const page = new PhrasesPage(await workbench())
    await page.drag(page.row('默认发中通快递'), page.group('快递'))
    await expect(page.page.getByText(strings.phrases.bulk.moved(1, '快递'))).toBeVisible()
    expect(library.phraseFacts().wl1?.group).toBe('快递')
    // Dragging was no click: nothing was opened.
    await expect(page.page.getByRole('dialog')).toHaveCount(0)

    await page.tick('这款已经是活动价了哦').click()
    await page.tick('给您申请一张小额券').click()
    await page.drag(page.row('给您申请一张小额券'), page.group('问候'))
    await expect(page.page.getByText(strings.phrases.bulk.moved(2, '问候'))).toBeVisible()
    expect(library.phraseFacts().yj1?.group).toBe('问候')
    expect(library.phraseFacts().yj2?.group).toBe('问候')
    await page.undo()
    expect(library.phraseFacts().yj1?.group).toBe('议价')
  })

  test('is rearranged by keys alone', async ({ start, library }) => {
    await library.fill(ROWS)
    const { workbench } = await start()
    const page = new PhrasesPage(await workbench())
    const { keyboard } = page.page
    await page.group('议价').click()
    await keyboard.press('Alt+ArrowUp')
    await expect.poll(() => library.groups()).toEqual(['议价', '问候', '物流', '快递'])
    await expect(page.group('议价')).toBeFocused()
    await keyboard.press('Alt+ArrowDown')
    await expect.poll(() => library.groups()).toEqual(['问候', '议价', '物流', '快递'])
    await keyboard.press('Alt+ArrowRight')
    await expect.poll(() => library.groups()).toEqual(['问候', '问候/议价', '物流', '快递'])
    await expect(page.group('议价')).toBeFocused()
    await keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => library.groups()).toEqual(['问候', '议价', '物流', '快递'])

    await page.group('快递').click()
    await keyboard.press('m')
    const dialog = page.page.getByRole('dialog')
    await dialog.getByRole('combobox').fill('物流')
    await keyboard.press('Enter')
    await dialog.getByRole('button', { name: words.moveDone }).click()
    await expect.poll(() => library.groups()).toEqual(['问候', '议价', '物流', '物流/快递'])
    await expect(dialog).toBeHidden()

    await page.group('物流').click()
    await keyboard.press('Delete')
    await expect(dialog).toContainText(words.removeFull(2, true))
    await dialog.getByText(words.moveToOther).click()
    await dialog.getByRole('combobox').fill('议价')
    await keyboard.press('Enter')
    await dialog.getByRole('button', { name: words.remove, exact: true }).click()
    await expect(page.group('议价')).toHaveAttribute('aria-selected', 'true')
    expect(library.groups()).toEqual(['问候', '议价'])
    expect(library.phraseFacts()).toMatchObject({ wl1: { group: '议价' }, kd1: { group: '议价' } })
    await page.undo()
    expect(library.groups()).toEqual(['问候', '议价', '物流', '物流/快递'])
  })

  test('renames a group in its place, says when the name is taken, and leaves it at Esc', async ({
    start,
    library,
  }) => {
    await library.fill(ROWS)
    const { workbench } = await start()
    const page = new PhrasesPage(await workbench())
    const { keyboard } = page.page
    const rename = page.page.getByRole('menuitem', { name: words.rename })
    await page.group('物流').hover()
    await page.page.getByRole('button', { name: words.tasks('物流') }).click()
    await expect(rename).toBeInViewport()
    await keyboard.press('Escape')
    await expect(rename).toBeHidden()
    await expect(page.group('物流')).toBeFocused()
    await page.group('物流').click({ button: 'right' })
    await rename.click()
    const field = page.tree.getByRole('textbox')
    await expect(field).toBeFocused()
    await field.fill('议价')
    await keyboard.press('Enter')
    await expect(page.tree.getByRole('alert')).toContainText('已有名为“议价”的分组')
    await field.fill('发货')
    await keyboard.press('Enter')
    await expect(page.group('发货')).toBeFocused()
    expect(library.groups()).toEqual(['问候', '议价', '发货', '快递'])
    await keyboard.press('F2')
    await field.fill('别的')
    await keyboard.press('Escape')
    await expect(page.group('发货')).toBeFocused()
    expect(library.groups()).toContain('发货')
  })

  test('merges one group into another, after saying what will become of it', async ({ start, library }) => {
    await library.fill(ROWS)
    const { workbench } = await start()
    const page = new PhrasesPage(await workbench())
    const { keyboard } = page.page
    await page.group('快递').click()
    await keyboard.press('g')
    const dialog = page.page.getByRole('dialog')
    await dialog.getByRole('combobox').fill('物流')
    await keyboard.press('Enter')
    await expect(dialog).toContainText(words.mergeWhat('快递', '物流', 1))
    expect(library.groups()).toContain('快递')
    await dialog.getByRole('button', { name: words.mergeDone }).click()
    await expect(page.group('物流')).toHaveAttribute('aria-selected', 'true')
    expect(library.groups()).toEqual(['问候', '议价', '物流'])
    expect(library.phraseFacts().kd1?.group).toBe('物流')
    await page.undo()
    expect(library.groups()).toEqual(['问候', '议价', '物流', '快递'])
    expect(library.phraseFacts().kd1?.group).toBe('快递')
  })

  test('can be used by everyone while it is renamed and merged, in light and dark', async ({
    start,
    library,
  }) => {
    // A name that ends in digits stands beside the number of its phrases.
    await library.fill([...ROWS, ['sy1', '双十一全场满减', '双11']])
    const { app, workbench } = await start()
    const page = new PhrasesPage(await workbench())
    await page.group('物流').click()
    await page.page.keyboard.press('F2')
    await expect(page.tree.getByRole('textbox')).toBeVisible()
    expect(await violationsInBothThemes(app, page.page)).toEqual([])
    await page.page.keyboard.press('Escape')
    await page.page.keyboard.press('m')
    await expect(page.page.getByRole('dialog')).toBeVisible()
    expect(await violationsInBothThemes(app, page.page)).toEqual([])
  })
})
