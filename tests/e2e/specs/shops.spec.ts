import { shopsStrings as words } from '../../../renderer/workbench/strings/shops.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import type { Workbench } from '../pages/workbench.ts'
import { expect as impatient, test } from '../support/fixtures.ts'
import { violationsInBothThemes } from '../support/violations.ts'

test.slow()
/** With every change of a shop the whole page of settings is drawn anew, which takes a crowded machine seconds. */
const expect = impatient.configure({ timeout: 30_000 })

/** The list of shops, and the dialog that makes one. */
const list = ({ page }: Workbench) => page.getByRole('list', { name: words.list })
const row = (bench: Workbench, name: string) => list(bench).getByRole('listitem').filter({ hasText: name })

async function create(bench: Workbench, name: string, from: string): Promise<void> {
  await bench.button(words.create).click()
  const dialog = bench.page.getByRole('dialog', { name: words.create })
  await dialog.getByLabel(words.name).fill(name)
  await dialog.getByText(from, { exact: true }).click()
  await dialog.getByRole('button', { name: words.create }).click()
}

test('a second shop is a copy under another name; scripts in the panel speak for whichever is chosen', async ({
  start,
  library,
  chat,
}) => {
  const { panel, workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  await create(bench, '男装旗舰店', words.fromCopy('屿禾生活馆'))
  await expect(row(bench, '男装旗舰店')).toContainText(words.current)
  await bench.page.getByLabel(words.alias('男装旗舰店')).fill('阿森')
  await bench.page.keyboard.press('Enter')
  await expect(bench.page.getByText(words.aliasSaved('阿森'))).toBeVisible()
  expect(library.shops()).toMatchObject([
    { name: '屿禾生活馆', agentAlias: '小禾' },
    { name: '男装旗舰店', agentAlias: '阿森' },
  ])
  expect(library.currentShop()).toBe('男装旗舰店')

  await chat.focus()
  await panel.summon()
  await panel.search('wh01')
  await expect(panel.script).toContainText('男装旗舰店')
  await expect(panel.script).toContainText('阿森')
  await panel.press('alt+d')
  await panel.page.getByRole('option').filter({ hasText: '屿禾生活馆' }).waitFor()
  await panel.type('yu')
  await expect(panel.page.getByRole('option')).toHaveCount(0)
  await panel.press('BackSpace', 'BackSpace', 'Return')
  await expect(panel.script).toContainText('屿禾生活馆')
  expect(library.currentShop()).toBe('屿禾生活馆')

  await panel.page.getByRole('button', { name: /切换店铺，现在是屿禾生活馆/ }).click()
  await panel.page.getByRole('option').filter({ hasText: '男装旗舰店' }).click()
  await expect(panel.script).toContainText('男装旗舰店')
  await expect(row(bench, '男装旗舰店')).toContainText(words.current)
})

test('a shop is renamed, refused a name that is taken, deleted and taken back', async ({
  start,
  library,
}) => {
  const { app, workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  await expect(bench.button(words.removeNamed('屿禾生活馆'))).toBeDisabled()
  await create(bench, '新店', words.fromBlank)
  await bench.button(words.renameNamed('新店')).click()
  const name = list(bench).getByLabel(words.name)
  await name.fill('屿禾生活馆')
  await name.press('Enter')
  await expect(list(bench).getByRole('alert')).toContainText('已经有叫“屿禾生活馆”的店铺')
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await name.fill('童装专营店')
  await name.press('Enter')
  await expect(row(bench, '童装专营店')).toContainText(words.current)
  expect(library.shops()[1]).toMatchObject({ name: '童装专营店', couriers: [] })

  await bench.button(words.create).click()
  await expect(bench.page.getByRole('dialog', { name: words.create }).getByLabel(words.name)).toBeFocused()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await bench.page.keyboard.press('Escape')
  await bench.button(words.removeNamed('童装专营店')).click()
  await bench.page.getByRole('dialog').getByRole('button', { name: words.remove }).click()
  await expect(row(bench, '童装专营店')).toBeHidden()
  await expect(row(bench, '屿禾生活馆')).toContainText(words.current)
  expect(library.shops()).toHaveLength(1)
  await bench.page.getByRole('button', { name: strings.undo, exact: true }).last().click()
  await expect(row(bench, '童装专营店')).toContainText(words.current)
  expect(library.shops()).toHaveLength(2)
})

test('what is typed for one shop is never saved as another’s', async ({ start, library }) => {
  const { panel, workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  await create(bench, '男装旗舰店', words.fromCopy('屿禾生活馆'))
  await expect(row(bench, '男装旗舰店')).toContainText(words.current)
  await bench.field(strings.settings.fields.cutOff).fill('18:30')

  // Switched behind its back, the form holds on to what is being filled in, and to whose it is.
  await panel.page.getByRole('button', { name: /切换店铺/ }).click()
  await panel.page.getByRole('option').filter({ hasText: '屿禾生活馆' }).click()
  await expect(row(bench, '屿禾生活馆')).toContainText(words.current)
  await expect(bench.field(strings.settings.fields.cutOff)).toHaveValue('18:30')
  await bench.page.getByRole('button', { name: strings.save, exact: true }).click()
  await expect(bench.page.getByText(strings.settings.saved)).toBeVisible()
  await expect(bench.field(strings.settings.fields.cutOff)).toHaveValue('16:00')
  expect(library.shops()).toMatchObject([{ cutOff: '16:00' }, { cutOff: '18:30' }])

  // Switched from here, it is asked about first.
  await bench.field(strings.settings.fields.cutOff).fill('12:00')
  await bench.button(words.switchToNamed('男装旗舰店')).click()
  await bench.button(strings.unsaved.discard).click()
  await expect(bench.field(strings.settings.fields.cutOff)).toHaveValue('18:30')
  expect(library.shops()[0]).toMatchObject({ cutOff: '16:00' })
})

test('a name that another shop has is refused where it was typed', async ({ start, library }) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  await create(bench, '男装旗舰店', words.fromCopy('屿禾生活馆'))
  await expect(row(bench, '男装旗舰店')).toContainText(words.current)
  const profile = bench.page.getByRole('region', { name: strings.settings.shop, exact: true })
  await profile.getByLabel(strings.settings.fields.name).fill('屿禾生活馆')
  await bench.page.keyboard.press('Control+s')
  await expect(profile.getByText('已经有叫“屿禾生活馆”的店铺')).toBeVisible()
  await expect(profile.getByLabel(strings.settings.fields.name)).toBeFocused()
  expect(library.shops()[1]).toMatchObject({ name: '男装旗舰店' })
})
