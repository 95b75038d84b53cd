import { STRINGS } from '../../../renderer/panel/strings.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import { PhrasesPage } from '../pages/phrases.ts'
import { expect, test } from '../support/fixtures.ts'
import type { QianniuRow } from '../support/library.ts'
import { violationsInBothThemes } from '../support/violations.ts'

const words = strings.phrases

/** More than two pages, so that some rows are not there until they are asked for. */
const MANY: readonly QianniuRow[] = Array.from({ length: 260 }, (_, at) => {
  const number = String(at + 1).padStart(3, '0')
  return [`n${number}`, `第${number}条话术`, at % 2 === 0 ? '单数' : '双数']
})
const FEW: readonly QianniuRow[] = [
  ['by1', '满两百元包邮到家', '活动'],
  ['by2', '会员全场包邮', '活动'],
  ['th1', '七天无理由退换', '售后'],
]

const changed = (facts: Record<string, { tags: string[] }>, tag: string) =>
  Object.entries(facts).flatMap(([code, { tags }]) => (tags.includes(tag) ? code : []))

test.describe('the table of phrases', () => {
  test('ticks one, a range, and everything it finds but one, and changes what is ticked', async ({
    start,
    library,
  }) => {
    await library.fill(MANY)
    const { workbench } = await start()
    const bench = await workbench()
    const page = new PhrasesPage(bench)
    const { keyboard } = page.page
    await page.tick('第001条话术').click()
    await page.tick('第009条话术').click({ modifiers: ['Shift'] })
    await expect(page.page.getByText(words.selected(5), { exact: true })).toBeVisible()

    // From the first to the last, most of which have never been in sight.
    await page.table.focus()
    await keyboard.press('Escape')
    await keyboard.press('Home')
    await keyboard.press('Space')
    await keyboard.press('Shift+End')
    await expect(page.page.getByText(words.selected(260), { exact: true })).toBeVisible()

    await keyboard.press('Control+a')
    await keyboard.press('Home')
    await keyboard.press('Space')
    await expect(page.page.getByText(words.selected(259), { exact: true })).toBeVisible()
    await page.bulk.getByRole('button', { name: words.bulk.tags }).click()
    const dialog = page.page.getByRole('dialog')
    await dialog.getByRole('combobox').fill('双11')
    await keyboard.press('Enter')
    await dialog.getByRole('button', { name: words.bulk.apply }).click()
    await expect(page.page.getByText(words.bulk.tagged(259))).toBeVisible()
    expect(changed(library.phraseFacts(), '双11')).toHaveLength(259)
    await page.undo()
    expect(changed(library.phraseFacts(), '双11')).toEqual([])
  })

  test('goes to a phrase that was written just now', async ({ start, library }) => {
    await library.fill(MANY)
    const { workbench } = await start()
    const bench = await workbench()
    const { table } = new PhrasesPage(bench)
    await expect(bench.phrase('第001条话术')).toBeVisible()
    await bench.page.emulateMedia({ reducedMotion: 'reduce' })
    // Told apart for a while even for who asks for less motion, and no longer.
    const toldApart = table.locator('[class*=_new_]').filter({ hasText: '刚写的话术' })
    await Promise.all([toldApart.waitFor(), bench.write({ title: '刚写的话术', body: '亲，在的' })])
    await expect(toldApart).toHaveCount(0)
    const row = bench.phrase('刚写的话术')
    await expect(row).toBeInViewport()
    await expect(table).toHaveAttribute('aria-activedescendant', (await row.getAttribute('id')) ?? '')
  })

  test('changes step, dates and place of all that a search finds, and archives them out of the panel', async ({
    start,
    library,
    chat,
  }) => {
    await library.fill(FEW)
    const { panel, workbench } = await start()
    const page = new PhrasesPage(await workbench())
    await page.page.getByLabel(words.search).fill('包邮')
    await expect.poll(() => page.titles()).toHaveLength(2)
    const tickAll = () => page.table.getByRole('checkbox', { name: words.selectAll }).click()

    await tickAll()
    await page.bulk.getByRole('button', { name: words.bulk.step }).click()
    await page.page.getByRole('menuitem', { name: '告别' }).click()
    await expect(page.page.getByText(words.bulk.stepped(2, '告别'))).toBeVisible()
    expect(library.phraseFacts().by1?.step).toBe('goodbye')
    expect(library.phraseFacts().by2?.step).toBe('goodbye')
    expect(library.phraseFacts().th1?.step).not.toBe('goodbye')

    await tickAll()
    await page.bulk.getByRole('button', { name: words.bulk.dates }).click()
    await page.page.getByLabel(words.bulk.validFrom).fill('2026-11-12')
    await page.page.getByLabel(words.bulk.validUntil).fill('2026-11-01')
    await expect(page.page.getByText(words.bulk.crossed)).toBeVisible()
    await page.page.getByLabel(words.bulk.validUntil).fill('2099-12-31')
    await page.page.getByRole('button', { name: words.bulk.apply }).click()
    await expect(page.page.getByText(words.bulk.dated(2))).toBeVisible()
    expect(library.phraseFacts().by2).toMatchObject({ validFrom: '2026-11-12', validUntil: '2099-12-31' })

    await tickAll()
    await page.bulk.getByRole('button', { name: words.bulk.move }).click()
    await page.page.getByRole('dialog').getByRole('combobox').fill('售后')
    await page.page.keyboard.press('Enter')
    await page.page.getByRole('dialog').getByRole('button', { name: words.bulk.move }).click()
    await expect(page.page.getByText(words.bulk.moved(2, '售后'))).toBeVisible()
    expect(library.phraseFacts().by1?.group).toBe('售后')

    await tickAll()
    await page.bulk.getByRole('button', { name: words.bulk.archive }).click()
    await expect(page.page.getByText(words.bulk.archived(2))).toBeVisible()
    await expect(page.group(strings.groups.all)).toHaveAttribute(
      'aria-label',
      strings.groups.withCount(strings.groups.all, 1),
    )
    await chat.focus()
    await panel.summon()
    await panel.type('by1')
    await expect(panel.page.getByText(STRINGS.nothing.found('by1'))).toBeVisible()
    await panel.press('Escape')
    await panel.isClosed()

    await page.page.getByRole('button', { name: words.filters.label, exact: true }).click()
    await page.page.getByRole('switch', { name: words.filters.onlyArchived }).click()
    await expect(page.row('会员全场包邮')).toBeVisible()
    await page.page.keyboard.press('Escape')
    await tickAll()
    await page.bulk.getByRole('button', { name: words.bulk.unarchive }).click()
    await expect(page.page.getByText(words.bulk.unarchived(2))).toBeVisible()
    expect(library.phraseFacts().by1?.archived).toBe(0)
  })

  test('says what it filters by, keeps it while one is elsewhere, and forgets it at Esc', async ({
    start,
    library,
  }) => {
    await library.fill(FEW)
    const { workbench } = await start()
    const bench = await workbench()
    const page = new PhrasesPage(bench)
    await page.group('活动').click()
    await page.filterBy(words.filters.use, words.filters.never)
    await expect(page.conditions).toContainText(words.filters.never)
    await expect(page.conditions).toContainText('活动')
    await expect.poll(() => page.titles()).toHaveLength(2)

    await bench.goTo('settings')
    await bench.goTo('phrases')
    await expect(page.conditions).toContainText(words.filters.never)
    await expect.poll(() => page.titles()).toHaveLength(2)

    await page.page.getByRole('button', { name: words.filters.without(words.filters.never) }).click()
    await expect(page.conditions).not.toContainText(words.filters.never)
    await page.table.focus()
    await page.page.keyboard.press('Escape')
    await expect(page.conditions).toHaveCount(0)
    await expect.poll(() => page.titles()).toHaveLength(3)
  })

  test('completes tags, and finds what has them', async ({ start, library }) => {
    await library.fill(FEW)
    const { workbench } = await start()
    const page = new PhrasesPage(await workbench())
    await page.tick('七天无理由退换').click()
    await page.bulk.getByRole('button', { name: words.bulk.tags }).click()
    await page.page.getByRole('dialog').getByRole('combobox').fill('退货')
    await page.page.keyboard.press('Enter')
    await page.page.getByRole('dialog').getByRole('button', { name: words.bulk.apply }).click()
    await expect(page.page.getByText(words.bulk.tagged(1))).toBeVisible()
    await page.filterBy(words.filters.tags, words.filters.tagWithCount('退货', 1))
    await expect.poll(() => page.titles()).toEqual(['七天无理由退换'])
  })

  test('is sorted by a column’s head and by the list of orders, and shows the columns one wants', async ({
    start,
    library,
  }) => {
    await library.fill([
      ['c3', '安心购买', '活动'],
      ['c1', '周末发货', '活动'],
      ['c2', '满减活动', '活动'],
    ])
    const { workbench } = await start()
    const page = new PhrasesPage(await workbench())
    await page.table.getByRole('columnheader', { name: words.columns.code }).getByRole('button').click()
    await expect.poll(() => page.titles()).toEqual(['周末发货', '满减活动', '安心购买'])
    await page.table.getByRole('columnheader', { name: words.columns.code }).getByRole('button').click()
    await expect.poll(() => page.titles()).toEqual(['安心购买', '满减活动', '周末发货'])

    await page.page.getByRole('combobox', { name: words.sort.label }).focus()
    await page.page.keyboard.press('Enter')
    await page.page.locator('.ant-select-item-option').filter({ hasText: words.sort.by.title }).click()
    await expect.poll(() => page.titles()).toEqual(['安心购买', '满减活动', '周末发货'])

    await page.page.getByRole('button', { name: words.chooseColumns }).click()
    await page.page.getByRole('checkbox', { name: words.columns.changed }).click()
    await expect(page.table.getByRole('columnheader', { name: words.columns.changed })).toBeVisible()
    await page.page.reload()
    await expect(page.table.getByRole('columnheader', { name: words.columns.changed })).toBeVisible()
  })

  test('can be used by everyone with filters and ticks, at 200 % too, in light and dark', async ({
    start,
    library,
  }) => {
    await library.fill(FEW)
    const { app, workbench } = await start()
    const page = new PhrasesPage(await workbench())
    await page.tick('会员全场包邮').click()
    await page.filterBy(words.filters.use, words.filters.never)
    await page.tick('会员全场包邮').click()
    expect(await violationsInBothThemes(app, page.page)).toEqual([])
    await page.page.getByRole('button', { name: words.filters.label, exact: true }).click()
    await expect(page.page.getByRole('switch', { name: words.filters.onlyArchived })).toBeVisible()
    expect(await violationsInBothThemes(app, page.page)).toEqual([])
    await page.page.keyboard.press('Escape')
    await page.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    await expect(page.row('会员全场包邮')).toBeVisible()
    await expect(page.page.getByLabel(words.search)).toBeInViewport()
    await expect(page.page.getByRole('button', { name: words.create })).toBeInViewport()
  })
})
