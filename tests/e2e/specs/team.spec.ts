import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { readPack } from '../../../electron/desk/packs/pack-file.ts'
import { teamStrings as words } from '../../../renderer/workbench/strings/team.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import { expect, test } from '../support/fixtures.ts'
import { catchDownloads } from '../support/saved-files.ts'
import { violations } from '../support/violations.ts'

// Each opens the workbench, and releases are made beside it.
test.slow()

/** A lead on another machine, whose packs an agent gets in the chat group. */
async function leadIn(folder: string, { allowsEdits = false } = {}) {
  const desk = openDesk({ dataDir: path.join(folder, 'lead'), empty: true, presence: 'host' })
  const group = desk.groups.create('售前', null)
  const [postage, size] = ['包邮说明', '尺码怎么选'].map((title) =>
    desk.phrases.create({ title, body: `亲，${title}。有问题随时找我。`, groupId: group.id }),
  )
  if (!postage || !size) throw new Error('the lead has no phrases')
  const library = await desk.team.begin({
    ...{ name: '屿禾团队', publisher: '安然', rootGroups: [group.id], allowsEdits },
  })
  return {
    ...{ desk, postage, size, library },
    async pack(message: string | null = null): Promise<string> {
      const { bytes, fileName } = await desk.team.publish(library.id, { message, mustUpdateBy: null })
      const file = path.join(folder, fileName)
      writeFileSync(file, bytes)
      return file
    },
  }
}

test('an agent gets the team’s pack, compares the fingerprint, and later an update; both can be undone', async ({
  start,
  library,
  folder,
}) => {
  await library.fill([['mine', '我自己的话术', '我的']])
  const lead = await leadIn(folder)
  const first = await lead.pack('双11 口径')
  const program = await start()
  const bench = await program.workbench()
  await bench.goTo('team')
  const { page } = bench
  await expect(page.getByText(words.none)).toBeVisible()
  expect(await violations(page)).toEqual([])

  await page.getByLabel(words.open).setInputFiles(first)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(lead.library.fingerprint)).toBeVisible()
  await expect(dialog.getByText('双11 口径')).toBeVisible()
  const apply = dialog.getByRole('button', { name: words.preview.apply, exact: true })
  await expect(apply).toBeDisabled()
  expect(await violations(page)).toEqual([])
  await dialog.getByLabel(words.preview.trusted).check()
  await apply.click()
  await expect(page.getByRole('listitem', { name: '屿禾团队' })).toContainText(words.version(1))
  expect(Object.keys(library.bodies()).toSorted()).toEqual(
    ['包邮说明', '尺码怎么选', '我自己的话术'].toSorted(),
  )

  lead.desk.phrases.update(lead.postage.id, { ...lead.postage, body: '亲，满88包邮。有问题随时找我。' })
  lead.desk.phrases.update(lead.size.id, { ...lead.size, title: '尺码表' })
  await page.getByLabel(words.open).setInputFiles(await lead.pack())
  await expect(dialog.getByText(words.preview.kinds.changed).first()).toBeVisible()
  const size = dialog.getByRole('checkbox', {
    name: words.preview.take(words.preview.kinds.changed, '尺码表'),
  })
  await expect(size).toBeChecked()
  await size.focus()
  await page.keyboard.press('Space')
  await expect(dialog.getByText(words.preview.declined(1))).toBeVisible()
  expect(await violations(page)).toEqual([])
  await dialog.locator('summary', { hasText: '包邮说明' }).click()
  await expect(dialog.locator('details', { hasText: '包邮说明' }).locator('ins')).toContainText('满')
  await dialog.getByRole('button', { name: words.preview.applyUpdate, exact: true }).click()
  await expect(page.getByRole('listitem', { name: '屿禾团队' })).toContainText(words.version(2))
  const body = () => library.bodies().包邮说明
  expect(body()).toBe('亲，满88包邮。有问题随时找我。')
  expect(Object.keys(library.bodies())).toContain('尺码怎么选')

  await page.keyboard.press('Control+z')
  await expect(page.getByRole('listitem', { name: '屿禾团队' })).toContainText(words.version(1))
  expect(body()).toBe('亲，包邮说明。有问题随时找我。')
  await lead.desk.close()
})

test('what both sides changed is decided one by one, also by writing it anew', async ({
  start,
  library,
  folder,
}) => {
  const lead = await leadIn(folder, { allowsEdits: true })
  const first = await lead.pack()
  await library.fill([['mine', '我自己的话术', '我的']])
  const program = await start()
  const bench = await program.workbench()
  const { page } = bench
  await bench.goTo('team')
  await page.getByLabel(words.open).setInputFiles(first)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(words.preview.trusted).check()
  await dialog.getByRole('button', { name: words.preview.apply, exact: true }).click()
  await expect(page.getByRole('listitem', { name: '屿禾团队' })).toBeVisible()

  await bench.goTo('phrases')
  await bench.phrase('包邮说明').dblclick()
  await bench.field(strings.editor.fields.title).fill('包邮（我的叫法）')
  await bench.save()
  await expect(bench.phrase('包邮（我的叫法）')).toBeVisible()
  lead.desk.phrases.update(lead.postage.id, { ...lead.postage, title: '包邮规则' })

  await bench.goTo('team')
  await page.getByLabel(words.open).setInputFiles(await lead.pack())
  const update = dialog.getByRole('button', { name: words.preview.applyUpdate, exact: true })
  await expect(update).toBeDisabled()
  await expect(dialog.getByText(words.preview.undecided(1))).toBeVisible()
  await dialog.getByLabel(words.preview.decisions.conflict.both).check()
  const title = dialog.getByLabel(words.fields.title, { exact: true })
  await title.fill('包邮规则（我的叫法）')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  const stay = page.getByRole('button', { name: strings.unsaved.stay })
  await stay.click()
  await expect(stay).toBeHidden()
  await expect(title).toHaveValue('包邮规则（我的叫法）')
  await update.click()
  await expect(page.getByRole('listitem', { name: '屿禾团队' })).toContainText(words.version(2))
  expect(Object.keys(library.bodies())).toContain('包邮规则（我的叫法）')
  await lead.desk.close()
})

test('a lead chooses groups, publishes, and the saved file is a pack of just these', async ({
  start,
  library,
}) => {
  await library.fill([
    ['by', '亲，满99包邮', '售前'],
    ['th', '亲，七天内都可以退', '售前'],
    ['zj', '不给别人看', '自己的'],
  ])
  const program = await start()
  const bench = await program.workbench()
  const { page } = bench
  await bench.goTo('team')
  await page.getByRole('button', { name: words.create }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(words.name, { exact: true }).fill('屿禾团队')
  await dialog.getByLabel(words.publisher, { exact: true }).fill('安然')
  await dialog.getByLabel(words.groups).click()
  await page.getByRole('tree').getByText('售前', { exact: true }).click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: strings.save }).click()
  const card = page.getByRole('listitem', { name: '屿禾团队' })
  await expect(card).toContainText(words.version(0))

  await card.getByRole('button', { name: words.publish }).click()
  await page.getByLabel(words.message).fill('双11 口径')
  const saved = await catchDownloads(page)
  await page.getByRole('button', { name: words.publishNow }).click()
  await expect.poll(saved).toHaveLength(1)
  const [{ name = '', content = '' } = {}] = await saved()
  expect(name).toBe('屿禾团队-v1.g6pack')
  const { manifest, contents } = readPack(Buffer.from(content, 'base64'))
  expect(manifest).toMatchObject({ version: 1, message: '双11 口径', library: { name: '屿禾团队' } })
  expect(contents.phrases.map(({ draft }) => draft.code).toSorted()).toEqual(['by', 'th'])
  await expect(card).toContainText(words.version(1))

  // Before the next one goes out, the lead reads what it takes from everybody.
  await bench.goTo('phrases')
  await bench.phrase('亲，七天内都可以退').click()
  await bench.button(strings.editor.remove).click()
  await expect(bench.phrase('亲，七天内都可以退')).toHaveCount(0)
  await bench.goTo('team')
  await card.getByRole('button', { name: words.publish }).click()
  await expect(dialog.getByRole('list', { name: words.removals(1) })).toContainText('亲，七天内都可以退')
  expect(await violations(page)).toEqual([])
})
