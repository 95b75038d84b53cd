import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { chromium, type ElectronApplication } from '@playwright/test'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { followUpStrings as words } from '../../../renderer/workbench/strings/follow-ups.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import type { FollowUpDraftInput } from '../../../shared/model/follow-up.ts'
import { FOLLOW_UP_KINDS } from '../../../shared/model/follow-up-kinds.ts'
import { chromiumPath } from '../../support/electron-standin/chromium/browser.ts'
import { Customers } from '../pages/customers.ts'
import { FollowUps } from '../pages/follow-ups.ts'
import { filesThatTell } from '../support/files-that-tell.ts'
import { expect, test } from '../support/fixtures.ts'
import { node24, root } from '../support/runtime.ts'
import { violations, violationsInBothThemes } from '../support/violations.ts'

// Each opens the workbench, and some start the program twice.
test.slow()

const NICKNAME = '青柠海盐酱'
const NOTE = '要粉色，库存核实后回复'
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Clicks the newest notification, as a hand on the desktop would. */
async function clickNotification(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => (Reflect.get(globalThis, 'newest') as NodeJS.EventEmitter).emit('click'))
}

async function holdNotifications(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const { show } = Notification.prototype
    Notification.prototype.show = function held() {
      Object.assign(globalThis, { newest: this })
      return show.call(this)
    }
  })
}

test('a follow-up noted in the panel by one key is reminded of, leads to its phrase, and is done', async ({
  startAnew,
  chat,
  library,
  clipboard,
}) => {
  const { app, panel, notifications, setClock } = await startAnew()
  await chat.focus()
  await panel.summon()
  await panel.describeBuyer(`${NICKNAME} 老客`)
  await panel.press('alt+f')
  const line = panel.page.getByLabel('类型、时间和备注，一行写完')
  await expect(line).toBeFocused()
  await panel.page.keyboard.insertText('催付 晚点')
  const choices = panel.page.getByText('什么时候？').getByRole('button')
  await expect(choices.first()).toBeVisible()
  // From six in the evening on, eight o'clock comes before it.
  const inTwoHours = (await choices.allTextContents()).findIndex((choice) => choice.includes('2小时后'))
  await panel.press(`alt+${inTwoHours + 1}`)
  await expect(line).toHaveValue('催付 2小时后')
  await panel.page.keyboard.insertText(` ${NOTE}`)
  await expect(panel.page.getByRole('region', { name: '记跟单' })).toContainText('2 小时后')
  expect(await violations(panel.page)).toEqual([])
  await panel.press('Return')
  await expect(panel.notice).toContainText('已记下催付')
  await expect(panel.query).toBeFocused()
  await expect.poll(() => library.followUps()).toEqual({ all: 1, done: 0, snoozed: 0, deleted: 0 })
  // What is no secret is found by the same search, so it would find the secrets.
  expect(filesThatTell(library.dataDir, ['unpaid'])).not.toEqual([])
  expect(filesThatTell(library.dataDir, [NICKNAME, '要粉色'])).toEqual([])
  await panel.press('Escape')
  await panel.isClosed()

  await holdNotifications(app)
  await setClock(new Date(Date.now() + 2 * HOUR + MINUTE).toISOString())
  await expect.poll(notifications, { timeout: 20_000 }).toEqual(['青***酱'])
  const opened = app.waitForEvent('window')
  await clickNotification(app)
  const followUps = new FollowUps(await opened)
  await expect(followUps.chosen).toContainText(NICKNAME)
  await expect(followUps.detail).toContainText(NOTE)

  // The phrase for the occasion, one key away.
  await expect(followUps.phrase('老客轻提醒').or(followUps.phrase('付款遇到困难'))).not.toHaveCount(0)
  await clipboard.copy('')
  await followUps.press('c')
  await expect(followUps.page.getByText(words.copiedFor(NICKNAME))).toBeVisible()
  expect(await clipboard.text()).not.toBe('')
  expect(library.uses()).toMatchObject([{ outcome: 'copied' }])

  await followUps.press('Enter')
  await expect(followUps.page.getByText(words.doneNotice(NICKNAME))).toBeVisible()
  await expect.poll(() => library.followUps()?.done).toBe(1)
  await followUps.button(strings.undo).click()
  await expect.poll(() => library.followUps()?.done).toBe(0)
  await expect(followUps.entry(NICKNAME)).toBeVisible()
})

test('a day’s work by the keyboard alone: noted, moved, put off, found by kind, deleted and taken back', async ({
  start,
  library,
}) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('follow-ups')
  const followUps = new FollowUps(bench.page)
  await expect(bench.page.getByText(words.none, { exact: true })).toBeVisible()

  await followUps.press('n')
  await expect(followUps.field(words.form.nickname)).toBeFocused()
  await followUps.write({ nickname: '小鱼儿', time: '昨天' })
  await expect(followUps.dialog.getByText('已经过去了')).toBeVisible()
  await followUps.press('Enter')
  expect(library.followUps()?.all).toBe(0)
  await followUps.field(words.form.time).fill('晚点')
  await expect(followUps.dialog.getByText('什么时候？')).toBeVisible()
  await followUps.dialog.getByRole('button', { name: '2小时后' }).click()
  await followUps.field(words.form.note).fill('回电 13912345678')
  await expect(followUps.dialog.getByRole('status').filter({ hasText: '电话' })).toBeVisible()
  await followUps.press('Enter')
  await expect(followUps.chosen).toContainText('小鱼儿')
  await expect(followUps.chosen).not.toContainText('13912345678')

  await followUps.press('n')
  await followUps.write({ nickname: '大鱼', time: '１小時後' })
  await followUps.press('Escape')
  await followUps.button(strings.unsaved.stay).click()
  await expect(followUps.button(strings.unsaved.stay)).toBeHidden()
  await expect(followUps.field(words.form.nickname)).toHaveValue('大鱼')
  await followUps.dialog.getByText('退款', { exact: true }).click()
  await followUps.field(words.form.note).press('Enter')
  await expect(followUps.chosen).toContainText('大鱼')
  await expect(followUps.entries).toHaveText([/大鱼/, /小鱼儿/])

  await followUps.press('ArrowDown')
  await expect(followUps.chosen).toContainText('小鱼儿')
  await followUps.press('e')
  await followUps.field(words.form.time).fill('明天上午10点')
  await followUps.press('Enter')
  await expect(followUps.chosen).toContainText('明天 10:00')
  await followUps.press('1')
  await expect(followUps.entries).toHaveText([/大鱼/])

  await followUps.press('ArrowDown')
  await expect(followUps.chosen).toContainText('大鱼')
  await followUps.press('s')
  await expect(bench.page.getByRole('menuitem', { name: words.snoozes['ten-minutes'] })).toBeFocused()
  await followUps.press('ArrowDown', 'ArrowDown')
  await expect(bench.page.getByRole('menuitem', { name: words.snoozes.tomorrow })).toBeFocused()
  await followUps.press('Enter')
  await expect.poll(() => library.followUps()?.snoozed).toBe(1)
  await followUps.press('3')
  await expect(followUps.entries).toHaveCount(2)

  await followUps.press('ArrowDown')
  const [first] = await followUps.chosen.allTextContents()
  await followUps.press('Delete')
  await expect(followUps.entries).toHaveCount(1)
  await expect.poll(() => library.followUps()?.deleted).toBe(1)
  await followUps.button(strings.undo).click()
  await expect(followUps.entries).toHaveCount(2)
  expect((await followUps.entries.allTextContents()).join()).toContain(first?.slice(0, 5) ?? '')

  await bench.page.getByLabel(words.kind).click()
  await bench.page.getByRole('option', { name: '退款' }).or(bench.page.getByTitle('退款')).last().click()
  await expect(followUps.entries).toHaveText([/大鱼/])
})

test('a follow-up goes to the panel with its buyer, and a lead says when the shifts begin', async ({
  start,
  library,
}) => {
  const { panel, workbench } = await start()
  const bench = await workbench()
  const followUps = new FollowUps(bench.page)
  await followUps.plant([{ kind: 'unpaid', nickname: NICKNAME, dueAt: Date.now() + 5 * MINUTE }])
  await bench.goTo('follow-ups')
  await expect(followUps.entries).toHaveCount(1)
  await followUps.press('ArrowDown')
  await expect(bench.page.getByRole('region', { name: words.phrases }).getByRole('listitem')).toHaveCount(3)
  await followUps.press('p')
  await panel.isOpen()
  await expect(panel.chip(`客户：${NICKNAME}`)).toBeVisible()
  await expect(panel.query).not.toHaveValue('')
  await expect(panel.script).toBeVisible()

  await bench.goTo('settings')
  const section = bench.page.getByRole('region', { name: words.settings.title })
  await section.getByLabel('中班').fill('19:00')
  await expect(section).toContainText('要一个比一个晚')
  await section.getByLabel('中班').fill('12:30')
  await section.getByRole('button', { name: words.settings.save }).click()
  await expect(bench.page.getByText(words.settings.saved)).toBeVisible()
  await section.getByLabel(words.settings.names).click()
  await expect
    .poll(() => Reflect.get(library.settings(), 'followUps'))
    .toEqual({ shifts: { early: '08:00', middle: '12:30', late: '18:00' }, showsNicknames: true })
})

test('where no shell can notify, the page says what is due, and it is answered there', async ({
  library,
}) => {
  const desk = openDesk({ dataDir: library.dataDir })
  await desk.followUps.create({ kind: 'refund', nickname: NICKNAME, dueAt: Date.now() })
  await desk.close()
  const host = spawn(node24, [
    path.join(root, 'out/main/serve.js'),
    '--no-open',
    '--data-dir',
    library.dataDir,
  ])
  const browser = await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: false })
  try {
    const page = await (await browser.newContext()).newPage()
    const address = await new Promise<string>((resolve) => {
      host.stdout.on('data', (text) => {
        const found = /http:\S+/.exec(String(text))
        if (found) resolve(found[0])
      })
    })
    await page.goto(address)
    await page.goto(new URL('/workbench', address).href)
    const notice = page.getByRole('alert').filter({ hasText: '该告知退款进度了' })
    await expect(notice).toContainText('青***酱', { timeout: 20_000 })
    await notice.getByRole('button', { name: words.done }).click()
    await expect.poll(() => library.followUps()?.done).toBe(1)
  } finally {
    await browser.close()
    host.kill('SIGTERM')
    await once(host, 'exit')
  }
})

test('one shift hands over to the next, as text and as a sheet', async ({ start, clipboard }) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('follow-ups')
  const followUps = new FollowUps(bench.page)
  await followUps.plant([
    { kind: 'unpaid', nickname: '=小鱼儿', dueAt: Date.now() + 5 * MINUTE, note: '要粉色' },
    { kind: 'refund', nickname: '大鱼', dueAt: Date.now() + 300 * 24 * HOUR },
  ])
  await expect(followUps.entry('小鱼儿')).toBeVisible()
  await followUps.press('h')
  await expect(followUps.dialog).toContainText('共 1 条')
  await followUps.dialog.getByText(words.export.scopes.all).click()
  await expect(followUps.dialog).toContainText('共 2 条')
  await followUps.dialog.getByText(words.export.masked).click()
  await expect(followUps.dialog).toContainText('=***儿')
  await followUps.dialog.getByText(words.export.masked).click()
  await followUps.button(words.export.copy).click()
  await expect.poll(() => clipboard.text()).toContain('催付 =小鱼儿：要粉色')

  const downloads = await new Customers(bench.page).catchDownloads()
  await followUps.button(words.export.save).click()
  await expect.poll(downloads).toHaveLength(1)
  expect((await downloads())[0]?.slice(0, 2)).toBe('PK')
})

test('two thousand follow-ups are a list that exists only where one looks', async ({ start }) => {
  const { workbench } = await start()
  const bench = await workbench()
  const followUps = new FollowUps(bench.page)
  const now = Date.now()
  const many = Array.from({ length: 2_000 }, (_, index): FollowUpDraftInput => {
    const kind = FOLLOW_UP_KINDS[index % FOLLOW_UP_KINDS.length] ?? 'unpaid'
    return { kind, nickname: `买家${index}`, dueAt: now + 2 * 24 * HOUR + index * 10 * MINUTE }
  })
  await followUps.plant(many)
  await bench.goTo('follow-ups')
  await expect(bench.page.getByText(words.allDone)).toBeVisible()
  await followUps.press('3')
  await expect(followUps.entry('买家0').first()).toBeVisible()
  expect(await followUps.entries.count()).toBeLessThan(60)
  await followUps.list.evaluate((list) => list.scrollTo(0, list.scrollHeight))
  await expect(followUps.entry('买家1999')).toBeVisible()
  expect(await followUps.entries.count()).toBeLessThan(60)
  await followUps.entry('买家1999').click()
  await followUps.press('ArrowUp')
  await expect(followUps.chosen).toContainText('买家1998')
})

test('the follow-ups can be used by everyone, in light and dark', async ({ start }) => {
  const { app, workbench } = await start()
  const bench = await workbench()
  await bench.goTo('follow-ups')
  const followUps = new FollowUps(bench.page)
  await expect(bench.page.getByText(words.none, { exact: true })).toBeVisible()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await followUps.press('n')
  await expect(followUps.field(words.form.nickname)).toBeFocused()
  await followUps.write({ nickname: '小鱼儿', time: '晚点', note: '孕妇，电话 13912345678' })
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await followUps.field(words.form.time).fill('1小时后')
  await followUps.press('Enter')
  await expect(followUps.detail).toBeVisible()
  await expect(bench.page.getByRole('region', { name: words.phrases })).toBeVisible()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await followUps.press('h')
  await expect(followUps.dialog).toContainText('共 1 条')
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await followUps.press('Escape')
  await bench.goTo('settings')
  await expect(bench.page.getByLabel(words.settings.names)).toBeVisible()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
})
