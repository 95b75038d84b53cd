import path from 'node:path'
import { strings } from '../../../renderer/workbench/strings.ts'
import { expect, test } from '../support/fixtures.ts'
import { profileIn } from '../support/program.ts'

const { changeFor, does } = strings.settings.hotkey
const changePanelKey = changeFor(does.panel)

test('keys that another program holds are told of, with others that are free; one click takes one of them', async ({
  startAnew,
  folder,
  library,
  chat,
}) => {
  // The other program is a second Golden Six on a library of its own: it holds the keys as any program would.
  const other = await startAnew({
    dataDir: path.join(folder, 'other library'),
    profile: profileIn(folder, 'other profile'),
  })
  const { panel, workbench } = await startAnew({ hotkey: null })
  const settings = await workbench()
  await settings.goTo('settings')
  const warning = settings.page
    .getByRole('alert')
    .filter({ hasText: strings.settings.hotkey.taken('Ctrl + Alt + 空格') })
  await expect(warning).toContainText('已被别的程序占用')
  const free = warning.getByRole('button').first()
  await expect(free).toBeVisible()

  const keys = (await free.textContent()) ?? ''
  await free.click()
  await expect(settings.button(changePanelKey)).toBeVisible()
  await expect(warning).toBeHidden()
  await expect.poll(() => library.settings().hotkey).toBeDefined()
  const { hotkey = '' } = library.settings()
  expect(keys.replace('Ctrl', 'Control').replace('空格', 'Space').replaceAll(' ', '')).toBe(hotkey)

  await chat.focus()
  await panel.summon(asXdotool(hotkey))
  await panel.press('Escape')
  await panel.isClosed()
  // The old keys still are the other program's.
  await chat.focus()
  await other.panel.summon()
})

test('a new hotkey is recorded by pressing it; from then on the old one opens nothing', async ({
  startAnew,
  library,
  chat,
}) => {
  const { app, panel, workbench } = await startAnew()
  const settings = await workbench()
  await settings.goTo('settings')
  await settings.button(changePanelKey).click()
  await expect(settings.page.getByRole('application', { name: strings.settings.hotkey.record })).toBeFocused()
  await settings.page.keyboard.press('Control+Shift+F9')
  await expect(settings.page.getByText(strings.settings.hotkey.changed)).toBeVisible()
  expect(library.settings().hotkey).toBe('Control+Shift+F9')

  const isRegistered = (keys: string) =>
    app.evaluate(({ globalShortcut }, accelerator) => globalShortcut.isRegistered(accelerator), keys)
  expect(await isRegistered('Control+Alt+Space')).toBe(false)
  await chat.focus()
  // The old keys open nothing: what is typed after them stands in the chat.
  await panel.press('ctrl+alt+space')
  await panel.type('hi')
  await chat.waitForText('hi')
  await panel.summon('ctrl+shift+F9')
})

test('keys that would stop agents from working are refused with the reason', async ({
  startAnew,
  library,
}) => {
  const { workbench } = await startAnew()
  const settings = await workbench()
  await settings.goTo('settings')
  await settings.button(changePanelKey).click()
  await expect(settings.page.getByRole('application', { name: strings.settings.hotkey.record })).toBeFocused()
  await settings.page.keyboard.press('Control+V')
  await expect(settings.page.getByText('这组键平时用来复制、粘贴或保存，请换一组')).toBeVisible()
  expect(library.settings().hotkey).toBeUndefined()
})

const asXdotool = (accelerator: string) =>
  accelerator
    .replace('Control', 'ctrl')
    .replace('Alt', 'alt')
    .replace('Shift', 'shift')
    .replace('Space', 'space')
    .replace('`', 'grave')
