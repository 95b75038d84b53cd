import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { machineStrings } from '../../../renderer/workbench/strings/machine.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import type { Workbench } from '../pages/workbench.ts'
import { expect, test } from '../support/fixtures.ts'
import { isTrueElectron } from '../support/runtime.ts'
import { violations, violationsInBothThemes } from '../support/violations.ts'

test.slow()

const { panel: panelWords, targets: targetWords, startup, about, nav } = machineStrings
const region = ({ page }: Workbench, name: string) => page.getByRole('region', { name, exact: true })

test('the panel opens where the agent wants it, as large as they want it', async ({
  start,
  library,
  chat,
}) => {
  const { app, panel, workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  const section = region(bench, panelWords.title)
  await section.getByText(panelWords.modes['at-spot'], { exact: true }).click()
  await section.getByText(panelWords.spots['bottom-left'], { exact: true }).click()
  await section.getByLabel(panelWords.width).last().fill('600')
  await bench.page.keyboard.press('Enter')
  await expect.poll(() => library.settings().panel?.width).toBe(600)
  await section.getByLabel(panelWords.text).last().fill('150')
  await bench.page.keyboard.press('Enter')
  await expect.poll(() => library.settings().panelText).toBe(150)
  expect(library.settings().panelPlace).toMatchObject({ mode: 'at-spot', spot: 'bottom-left' })

  await chat.focus()
  await panel.summon()
  const { bounds, workArea } = await app.evaluate(({ BrowserWindow, screen }) => {
    const shown = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().includes('/panel/'),
    )
    return { bounds: shown?.getBounds(), workArea: screen.getPrimaryDisplay().workArea }
  })
  expect(bounds).toMatchObject({
    x: workArea.x + 8,
    y: workArea.y + workArea.height - 480 - 8,
    width: 600,
    height: 480,
  })
  expect(await panel.page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px')
  await panel.press('Escape')
  await panel.isClosed()

  await section.getByRole('button', { name: panelWords.reset }).click()
  await expect.poll(() => library.settings().panelPlace?.mode).toBe('near-chat')
  expect(library.settings()).toMatchObject({ panel: { width: 760, height: 480 }, panelText: 100 })
})

test('a theme chosen leaves everything else as it was set', async ({ start, library }) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  const section = region(bench, panelWords.title)
  await section.getByText(panelWords.modes['at-pointer'], { exact: true }).click()
  await expect.poll(() => library.settings().panelPlace?.mode).toBe('at-pointer')
  await bench.page.getByText(strings.settings.themes.dark, { exact: true }).click()
  await expect.poll(() => library.settings().theme).toBe('dark')
  expect(library.settings().panelPlace?.mode).toBe('at-pointer')
})

test('the text grows by Ctrl and +, as it does in a browser, and stays so for the next start', async ({
  startAnew,
  library,
}) => {
  const textSize = (bench: Workbench) =>
    bench.page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
  const first = await startAnew()
  const bench = await first.workbench()
  await bench.goTo('settings')
  await expect(bench.page.getByText(strings.settings.themes.dark, { exact: true })).toBeVisible()
  await bench.page.keyboard.press('Control+=')
  await bench.page.keyboard.press('Control+=')
  await expect.poll(() => library.settings().workbenchText).toBe(125)
  await expect.poll(() => textSize(bench)).toBe('20px')
  await first.quit()

  const second = await startAnew()
  const again = await second.workbench()
  await expect.poll(() => textSize(again)).toBe('20px')
  await again.page.keyboard.press('Control+0')
  await expect.poll(() => library.settings().workbenchText).toBe(100)
  await expect.poll(() => textSize(again)).toBe('16px')
})

test('a chat program is described, with what is wrong said at its field, and taken out again', async ({
  start,
  library,
}) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  await bench.button(targetWords.add).click()
  const dialog = bench.page.getByRole('dialog', { name: targetWords.add })
  await dialog.getByLabel(targetWords.settle).fill('900')
  await dialog.getByRole('button', { name: strings.save }).click()
  await expect(dialog.getByText('名称不能为空')).toBeVisible()
  await expect(dialog.getByText('至少填一个程序文件名')).toBeVisible()
  await expect(dialog.getByText('不能超过 500 毫秒')).toBeVisible()

  await dialog.getByLabel(targetWords.name).fill('抖店飞鸽')
  await dialog.getByLabel(targetWords.exe).fill('C:\\Feige\\Feige.exe')
  await bench.page.keyboard.press('Enter')
  await dialog.getByLabel(targetWords.settle).fill('40')
  await dialog.getByRole('button', { name: strings.save }).click()
  await expect(dialog.getByText(/^只填文件名/)).toBeVisible()
  await dialog.getByLabel(targetWords.exe).press('Backspace')
  await dialog.getByLabel(targetWords.exe).fill('Feige.exe')
  await bench.page.keyboard.press('Enter')
  await dialog.getByLabel(targetWords.titlePattern).fill('飞鸽*')
  await dialog.getByRole('button', { name: strings.save }).click()
  await expect(bench.page.getByText(targetWords.saved('抖店飞鸽'))).toBeVisible()
  expect(library.settings().targets).toMatchObject([
    { name: '抖店飞鸽', exe: ['Feige.exe'], title: '飞鸽*', pasteKeys: 'Control+V', settleMs: 40 },
  ])

  await bench.button(targetWords.removeNamed('抖店飞鸽')).click()
  await expect(bench.page.getByText(targetWords.removed('抖店飞鸽'))).toBeVisible()
  expect(library.settings().targets).toEqual([])
})

test('a trial paste arrives in a window of ours, and the clipboard comes back', async ({
  start,
  clipboard,
}) => {
  const { workbench } = await start()
  await clipboard.copy('客服原来复制的')
  const bench = await workbench()
  await bench.goTo('settings')
  await bench.button(targetWords.tryNamed('千牛接待中心')).click()
  const section = region(bench, targetWords.title)
  await expect(section.getByRole('alert')).toContainText(/按千牛接待中心的方式试好了/)
  await expect(section.getByRole('alert')).toContainText('第二行：¥9.9 起')
  await expect.poll(() => clipboard.text()).toBe('客服原来复制的')
})

test('a known program is changed, tried with other keys, and brought back to what is known of it', async ({
  start,
  library,
}) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  await bench.button(targetWords.editNamed('微信')).click()
  const dialog = bench.page.getByRole('dialog', { name: targetWords.editNamed('微信') })
  await dialog.getByLabel(targetWords.keys).press('Enter')
  const lit = bench.page.locator('.ant-select-item-option-active')
  await expect(lit).toHaveText(targetWords.keyNames['Control+V'])
  await bench.page.keyboard.press('ArrowDown')
  await expect(lit).toHaveText(targetWords.keyNames['Shift+Insert'])
  await bench.page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: strings.save }).click()
  await expect(bench.page.getByText(targetWords.saved('微信'))).toBeVisible()
  expect(library.settings().targets).toMatchObject([{ id: 'wechat', pasteKeys: 'Shift+Insert' }])
  await bench.button(targetWords.tryNamed('微信')).click()
  await expect(region(bench, targetWords.title).getByRole('alert')).toContainText(/按微信的方式试好了/)
  await bench.button(targetWords.restoreNamed('微信')).click()
  await expect(bench.button(targetWords.restoreNamed('微信'))).toBeHidden()
  expect(library.settings().targets).toEqual([])
})

test('the program starts with the system, out of sight, once that is switched on', async ({
  start,
  desktop,
  folder,
}) => {
  test.skip(isTrueElectron && process.platform !== 'linux', 'the stand-in’s system is a Linux desktop')
  const env = { ...desktop.env, XDG_CONFIG_HOME: path.join(folder, 'config') }
  const { workbench } = await start({ desktop: { ...desktop, env } })
  const entry = path.join(env.XDG_CONFIG_HOME, 'autostart', 'golden-six.desktop')
  const bench = await workbench()
  await bench.goTo('settings')
  const toggle = bench.page.getByRole('switch', { name: startup.switch })
  await expect(toggle).not.toBeChecked()
  await toggle.click()
  await expect(toggle).toBeChecked()
  expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=.*"--hidden"$/m)
  await toggle.click()
  await expect(toggle).not.toBeChecked()
  expect(existsSync(entry)).toBe(false)
})

test('keys that input methods need are warned of, those that the panel needs are refused, and the first are a click away', async ({
  start,
  library,
}) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  const words = strings.settings.hotkey
  const record = async (keys: string) => {
    await bench.button(words.changeFor(words.does.panel)).click()
    await expect(bench.page.getByRole('application', { name: words.record })).toBeFocused()
    await bench.page.keyboard.press(keys)
  }
  const section = region(bench, words.title)
  await record('Alt+KeyD')
  await expect(section.getByRole('alert')).toContainText(words.ownUse('切换店铺'))
  expect(library.settings().hotkey).toBeUndefined()
  await record('Control+Period')
  await expect(section.getByRole('alert')).toContainText('输入法用它切换中英文标点')
  expect(library.settings().hotkey).toBe('Control+.')
  await section.getByRole('button', { name: words.reset('Ctrl + Alt + 空格') }).click()
  await expect(section.getByRole('alert')).toBeHidden()
  expect(library.settings().hotkey).toBe('Control+Alt+Space')
})

test('the licences of what is shipped are there to be read, and diagnostics hold nothing of the shop', async ({
  start,
  clipboard,
  library,
}) => {
  const { app, workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  // Where updates cannot be had, it says why.
  await expect(region(bench, strings.settings.about)).toContainText('从源代码运行的，由 git 更新')
  await bench.button(about.licences).click()
  const dialog = bench.page.getByRole('dialog', { name: about.licences })
  await dialog.getByLabel(about.searchLicences).fill('better-sqlite3')
  await dialog.getByText(/^better-sqlite3 \d/).click()
  await expect(dialog.getByRole('region', { name: about.licenceTerms('better-sqlite3') })).toContainText(
    'Permission is hereby granted',
  )
  expect(await violations(bench.page)).toEqual([])
  await bench.page.keyboard.press('Escape')

  await bench.button(about.diagnostics).click()
  await expect.poll(() => clipboard.text()).toContain('黄金六秒：')
  const text = await clipboard.text()
  expect(text).toMatch(/话术 \d+，商品 \d+，店铺 1/)
  for (const personal of [
    '屿禾',
    '小禾',
    library.dataDir,
    process.env.HOME ?? '/root',
    process.env.USER ?? '屿禾',
  ])
    expect(text).not.toContain(personal)

  await bench.button(about.openFolder).click()
  if (!isTrueElectron)
    await expect
      .poll(() =>
        app.evaluate(
          () => (Reflect.get(globalThis, 'electronStandIn') as { openedPaths: string[] }).openedPaths,
        ),
      )
      .toEqual([library.dataDir])
})

test('a setting is found by what people call it, and by keyboard', async ({ start }) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  const sections = bench.page.getByRole('navigation', { name: nav.label })
  await sections.getByLabel(nav.search).fill('花名')
  await expect(sections.getByRole('listitem')).toHaveCount(1)
  await bench.page.keyboard.press('Enter')
  await expect(bench.page.getByRole('heading', { name: '客服', exact: true })).toBeFocused()
  await expect(bench.page.getByRole('heading', { name: '客服', exact: true })).toBeInViewport()
  await sections.getByLabel(nav.search).fill('没有这种东西')
  await expect(sections.getByRole('status')).toHaveText(nav.none)
  await sections.getByLabel(nav.search).fill('')
  await sections.getByRole('button', { name: about.licences }).waitFor({ state: 'detached' })
  await sections.getByRole('button', { name: strings.settings.couriers }).click()
  await expect(
    bench.page.getByRole('heading', { name: strings.settings.couriers, exact: true }),
  ).toBeInViewport()
})

test('everyone can set everything, in light and dark, at twice the size too', async ({ start }) => {
  const { app, workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  await region(bench, panelWords.title).getByText(panelWords.modes['at-spot'], { exact: true }).click()
  await expect(bench.page.getByRole('radiogroup', { name: panelWords.spot })).toBeVisible()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await bench.button(targetWords.editNamed('钉钉')).click()
  await bench.page.getByRole('dialog', { name: targetWords.editNamed('钉钉') }).waitFor()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await bench.page.keyboard.press('Escape')

  // Half the room at the same sizes is what twice the text comes to.
  await bench.page.setViewportSize({ width: 600, height: 390 })
  const overflow = await bench.page.evaluate(() => {
    const page = document.querySelector('main')
    return page ? page.scrollWidth - page.clientWidth : -1
  })
  expect(overflow).toBe(0)
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
})
