import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { teamStrings as words } from '../../../renderer/workbench/strings/team.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import { expect, test } from '../support/fixtures.ts'
import { violationsInBothThemes } from '../support/violations.ts'

// Each starts the whole program.
test.slow()

/** A lead on another machine, and the releases that she sends to the group; the third brings sixty phrases. */
async function packsIn(folder: string): Promise<[first: string, second: string, third: string]> {
  const desk = openDesk({ dataDir: path.join(folder, 'lead'), empty: true })
  const group = desk.groups.create('售前', null)
  const said = { title: '包邮说明', body: '亲，满99包邮', groupId: group.id }
  const phrase = desk.phrases.create(said)
  const library = await desk.team.begin({
    ...{ name: '屿禾团队', publisher: '安然', rootGroups: [group.id], allowsEdits: false },
  })
  const release = async () => {
    const { bytes, fileName } = await desk.team.publish(library.id, { message: null, mustUpdateBy: null })
    const file = path.join(folder, fileName)
    writeFileSync(file, bytes)
    return file
  }
  const first = await release()
  desk.phrases.update(phrase.id, { ...said, body: '亲，满88包邮' })
  const second = await release()
  for (let number = 1; number <= 60; number++)
    desk.phrases.create({ title: `大促话术${number}`, body: `亲，大促第${number}条`, groupId: group.id })
  const third = await release()
  await desk.close()
  return [first, second, third]
}

test('an agent double clicks the pack from the group, and the next one while the program runs', async ({
  start,
  library,
  folder,
}) => {
  await library.fill([['mine', '我自己的话术', '我的']])
  const [first, second, third] = await packsIn(folder)
  const program = await start({ file: first })
  const { page } = await program.openedWorkbench()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(words.preview.title('屿禾团队', 1))
  await dialog.getByLabel(words.preview.trusted).check()
  await dialog.getByRole('button', { name: words.preview.apply, exact: true }).click()
  await expect(page.getByRole('listitem', { name: '屿禾团队' })).toContainText(words.version(1))

  await page.getByRole('button', { name: strings.menu.phrases, exact: true }).click()
  await program.app.evaluate(
    ({ app }, [folderOfFile, file]) =>
      void app.emit('second-instance', {}, ['golden-six', '--allow-file-access', file], folderOfFile),
    [path.dirname(second), path.basename(second)] as const,
  )
  await expect(dialog).toContainText(words.preview.title('屿禾团队', 2))
  // The file in the shared folder becomes another while it is looked at.
  const shared = readFileSync(second)
  writeFileSync(second, readFileSync(third))
  const update = dialog.getByRole('button', { name: words.preview.applyUpdate, exact: true })
  await update.click()
  await expect(dialog.getByRole('alert')).toContainText('预览之后又有了新的内容，现在是第 3 版')
  await dialog.getByRole('button', { name: words.preview.lookAgain }).click()
  await expect(dialog).toContainText(words.preview.title('屿禾团队', 3))
  await expect(dialog.getByRole('alert')).toBeHidden()
  await expect(update).toBeEnabled()

  // More than a page of changes is looked through and searched, and what is found declined.
  const take = (number: number) =>
    dialog.getByRole('checkbox', {
      name: words.preview.take(words.preview.kinds.added, `大促话术${number}`),
      exact: true,
    })
  const found = dialog.getByText(words.preview.found(61), { exact: true })
  await expect(found).toBeVisible()
  await dialog.getByRole('listitem', { name: '2', exact: true }).click()
  await expect(dialog.getByRole('checkbox')).toHaveCount(11)
  await dialog.getByRole('searchbox', { name: words.preview.find }).fill('大促话术6')
  await expect(dialog.getByRole('checkbox')).toHaveCount(2)
  await dialog.getByRole('button', { name: words.preview.declineAll(2) }).click()
  await expect(take(60)).not.toBeChecked()
  await expect(dialog).toContainText(words.preview.declined(2))
  expect(await violationsInBothThemes(program.app, page)).toEqual([])
  await dialog.getByRole('searchbox', { name: words.preview.find }).fill('')
  await expect(found).toBeVisible()

  writeFileSync(second, shared)
  await dialog.getByRole('button', { name: strings.cancel }).click()
  await page.getByRole('button', { name: strings.unsaved.discard }).click()
  await expect(dialog).toBeHidden()

  // Dropped on 话术, which takes tables.
  await page.getByRole('button', { name: strings.menu.phrases, exact: true }).click()
  await expect(page.getByRole('heading', { name: strings.menu.phrases })).toBeAttached()
  const content = readFileSync(second).toString('base64')
  const dropped = await page.evaluateHandle(
    ([name, base64]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name))
      return transfer
    },
    [path.basename(second), content] as const,
  )
  await page.locator('main').dispatchEvent('drop', { dataTransfer: dropped })
  await expect(dialog).toContainText(words.preview.title('屿禾团队', 2))
  await dialog.getByRole('button', { name: words.preview.applyUpdate, exact: true }).click()
  await expect(page.getByRole('listitem', { name: '屿禾团队' })).toContainText(words.version(2))
  expect(library.bodies().包邮说明).toBe('亲，满88包邮')

  await program.app.evaluate(
    ({ app }, file) => void app.emit('open-file', { preventDefault: () => undefined }, file),
    path.join(folder, '走了.g6pack'),
  )
  await expect(page.getByRole('alert').filter({ hasText: '打不开“走了.g6pack”' })).toBeVisible()
})
