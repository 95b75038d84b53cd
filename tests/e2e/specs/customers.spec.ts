import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { STRINGS } from '../../../renderer/panel/strings.ts'
import { customerStrings as words } from '../../../renderer/workbench/strings/customers.ts'
import { privacyStrings as privacy } from '../../../renderer/workbench/strings/privacy.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import { Customers } from '../pages/customers.ts'
import { filesThatTell } from '../support/files-that-tell.ts'
import { expect, test } from '../support/fixtures.ts'
import { violationsInBothThemes } from '../support/violations.ts'

// Each opens the workbench, and some start the program twice.
test.slow()

const NICKNAME = '青柠海盐酱'
const NOTE = '脚背高要宽楦，电话 13912345678'
const SECRETS = [NICKNAME, 'qingninghaiyanjiang', '脚背高要宽楦', '13912345678', '青柠海盐酱您好']

test('a buyer met in the panel is known the next day, is shown covered, exported whole, and deleted for good', async ({
  startAnew,
  chat,
  library,
  folder,
  clipboard,
}) => {
  await library.fill([['wh90', '{{ 客户.昵称 }}您好，建议您选 M 码', '尺码']])
  const first = await startAnew()
  await chat.focus()
  await first.panel.summon()
  await first.panel.describeBuyer(`${NICKNAME} 老客 浙江 165 50kg`)
  await first.panel.search('wh90')
  await first.panel.press('Return')
  await first.panel.isClosed()
  await expect.poll(() => chat.text()).toContain(`${NICKNAME}您好`)
  await first.quit()

  const { panel, workbench } = await startAnew()
  await chat.focus()
  await panel.summon()
  await panel.type('#')
  await expect(panel.query).toHaveAttribute('placeholder', STRINGS.buyers.placeholder)
  await panel.page.keyboard.insertText('qnhy')
  await expect(panel.selectedRow).toContainText(NICKNAME)
  await expect(panel.selectedRow).toContainText('老客、浙江、身高 165cm、体重 50kg')
  await panel.press('Return')
  await expect(panel.chip(`客户：${NICKNAME}`)).toBeVisible()
  await panel.press('Escape')

  const bench = await workbench()
  await bench.goTo('customers')
  const customers = new Customers(bench.page)
  await customers.find('qingning')
  await expect(customers.entries).toHaveCount(1)
  await customers.entries.first().click()
  await expect(customers.detail).toContainText('青***酱您好，建议您选 M 码')
  await expect(customers.field('身高')).toHaveValue('165')
  await expect(bench.page.getByRole('main')).not.toContainText(NICKNAME)

  await customers.field(words.newNote).fill(NOTE)
  await expect(customers.section(words.notes).getByRole('status')).toContainText(
    '“13912345678” 电话、证件号和地址不要记在备注里',
  )
  await customers.button(words.addNote).click()
  await expect(customers.section(words.notes)).toContainText('脚背高要宽楦，电话 139')
  await expect(customers.section(words.notes)).not.toContainText('13912345678')
  await customers.field('脚长').fill('23.5')
  await customers.field('脚长').press('Enter')
  await customers.detail.getByText(words.gift, { exact: true }).click()

  await customers.button(words.reveal).click()
  await expect(customers.detail.getByRole('heading', { level: 2 }).first()).toHaveText(NICKNAME)
  await expect(customers.section(words.notes)).toContainText('13912345678')
  await bench.goTo('products')
  await bench.goTo('customers')
  await customers.entries.first().click()
  await expect(customers.detail).toContainText('青***酱')
  await expect(customers.detail).not.toContainText('13912345678')

  const downloads = await customers.catchDownloads()
  await customers.export(words.exportJson)
  await expect.poll(downloads).toHaveLength(1)
  expect(JSON.parse((await downloads())[0] ?? '')).toMatchObject({
    customer: {
      ...{ nickname: NICKNAME, type: 'returning', province: '浙江', isGift: true },
      measures: { heightCm: 165, weightKg: 50, footCm: 23.5 },
      notes: [{ text: NOTE }],
    },
    pastes: [{ text: `${NICKNAME}您好，建议您选 M 码` }],
  })
  await customers.export(words.copyText)
  await expect.poll(() => clipboard.text()).toContain(`客户资料：${NICKNAME}`)
  await clipboard.copy('')

  await bench.goTo('settings')
  await bench.button('现在备份').click()
  await expect(bench.page.getByText('已备份').first()).toBeVisible()
  expect(library.customers()).toEqual({ buyers: 1, pastes: 1 })
  // What is no secret is found by the same search, so it would find the secrets.
  expect(filesThatTell(library.dataDir, ['您好，建议您选 M 码'])).not.toEqual([])
  expect(filesThatTell(folder, SECRETS)).toEqual([])

  await bench.goTo('customers')
  await customers.entries.first().click()
  await customers.button(words.delete).click()
  await expect(bench.page.getByRole('dialog')).toContainText('从备份恢复也不会再回来')
  await customers.button(words.deleteNow).click()
  await expect(bench.page.getByText(words.none, { exact: true })).toBeVisible()
  expect(library.customers()).toEqual({ buyers: 0, pastes: 0 })
  expect(filesThatTell(folder, SECRETS)).toEqual([])
})

test('where the keys are lost, the pages say so, and one can begin anew', async ({ startAnew, library }) => {
  const first = await startAnew()
  const before = new Customers((await first.workbench()).page)
  await before.page.getByRole('button', { name: strings.menu.customers }).click()
  await before.button(words.add).click()
  await before.field(words.nickname).fill('小鱼儿')
  // The first buyer arrives from elsewhere meanwhile, and the page has a list: what is being typed stays.
  await first.panel.page.evaluate(() =>
    window.goldenSix?.request({
      ...{ kind: 'call', type: 'mutation', path: 'customers.create' },
      input: { nickname: '阿禾' },
    } as never),
  )
  await expect(before.entries).toHaveCount(1)
  await expect(before.field(words.nickname)).toHaveValue('小鱼儿')
  await before.button(strings.save).click()
  await expect(before.detail).toBeVisible()
  await first.quit()
  writeFileSync(path.join(library.dataDir, 'buyer-keys.json'), '{')

  const { workbench } = await startAnew()
  const bench = await workbench()
  await bench.goTo('customers')
  await expect(bench.page.getByText(words.locked)).toBeVisible()
  await expect(bench.page.getByText(/保存密钥的文件已损坏.*请从备份找回/)).toBeVisible()
  await bench.button(words.toSettings).click()
  await bench.button(privacy.startOver).click()
  await bench.button(privacy.startOverNow).click()
  await expect(bench.page.getByText(/已加密，密钥/)).toBeVisible()
  await bench.goTo('customers')
  await expect(bench.page.getByText(words.none, { exact: true })).toBeVisible()
  expect(library.customers()).toEqual({ buyers: 0, pastes: 0 })
})

test('a lead says how long buyers are kept, and whether', async ({ start }) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('customers')
  const customers = new Customers(bench.page)
  await customers.button(words.add).click()
  await customers.field(words.nickname).fill('小鱼儿')
  await customers.button(strings.save).click()
  await expect(customers.detail).toContainText('小***儿')

  await bench.goTo('settings')
  await expect(bench.page.getByText(/已加密，密钥/)).toBeVisible()
  await bench.field(privacy.days).fill('30')
  await bench.button(privacy.change).click()
  await bench.page.getByRole('dialog').getByRole('button', { name: privacy.change }).click()
  await expect(bench.page.getByText(privacy.changed(30))).toBeVisible()
  await bench.page.getByLabel(privacy.keep).click()

  await bench.goTo('customers')
  await customers.entries.first().click()
  await expect(customers.detail).toContainText(words.notKeptHint)
  await expect(customers.field(words.newNote)).toHaveCount(0)
  await expect(customers.button(words.add)).toHaveCount(0)
})

test('the buyers’ page can be used by everyone, in light and dark', async ({ start }) => {
  const { app, workbench } = await start()
  const bench = await workbench()
  await bench.goTo('customers')
  const customers = new Customers(bench.page)
  await expect(bench.page.getByText(words.none, { exact: true })).toBeVisible()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await customers.button(words.add).click()
  await customers.field(words.nickname).fill('小鱼儿')
  await customers.button(strings.save).click()
  await expect(customers.detail).toBeVisible()
  await customers.note('爱穿宽松')
  // While a note is being kept, its words stand in the field as well.
  const kept = (text: string) =>
    customers.section(words.notes).getByRole('paragraph').filter({ hasText: text })
  await expect(kept('爱穿宽松')).toBeVisible()
  // A note that was removed comes back beside what was noted since.
  await customers.button(/^删除.*备注/).click()
  await customers.note('脚背高')
  await expect(kept('脚背高')).toBeVisible()
  await bench.page.getByRole('button', { name: strings.undo, exact: true }).last().click()
  await expect(kept('爱穿宽松')).toBeVisible()
  await expect(kept('脚背高')).toBeVisible()
  await customers.field(words.newNote).fill('孕妇，电话 13912345678')
  await expect(customers.section(words.notes).getByRole('status').locator('li')).toHaveCount(2)
  await customers.detail.getByText(words.gift, { exact: true }).click()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
  await bench.goTo('settings')
  await bench.button(strings.unsaved.discard).click()
  await expect(bench.page.getByText(/已加密，密钥/)).toBeVisible()
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])
})
