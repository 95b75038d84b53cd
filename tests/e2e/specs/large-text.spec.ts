import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { customerStrings } from '../../../renderer/workbench/strings/customers.ts'
import { followUpStrings } from '../../../renderer/workbench/strings/follow-ups.ts'
import { importStrings } from '../../../renderer/workbench/strings/import.ts'
import { machineStrings } from '../../../renderer/workbench/strings/machine.ts'
import { tourStrings } from '../../../renderer/workbench/strings/tour.ts'
import { strings } from '../../../renderer/workbench/strings.ts'
import type { CustomerDraftInput } from '../../../shared/model/customer.ts'
import type { FollowUpDraftInput } from '../../../shared/model/follow-up.ts'
import { Customers } from '../pages/customers.ts'
import { FollowUps } from '../pages/follow-ups.ts'
import { Products } from '../pages/products.ts'
import { clippedTexts, scrollingSideways } from '../support/clipped.ts'
import { expect, test } from '../support/fixtures.ts'
import { violations } from '../support/violations.ts'

const targetWords = machineStrings.targets

// One start for every page: what is asked of each is the same.
test.setTimeout(300_000)

const DAY_MS = 24 * 60 * 60 * 1_000

const BUYER: CustomerDraftInput = {
  nickname: '爱吃桃子的小鱼儿2008',
  type: 'price-sensitive',
  province: '内蒙古',
  isGift: true,
  recipient: 'elder',
  measures: { heightCm: 165, weightKg: 50 },
  notes: [{ at: Date.now() - DAY_MS, text: '脚背高，鞋子要宽楦；喜欢宽松的版型' }],
}

const OWED: Omit<FollowUpDraftInput, 'dueAt'> = {
  kind: 'to-answer',
  nickname: '爱吃桃子的小鱼儿2008',
  note: '问里衬成分，已问仓库，库存核实后回复',
}

test('every page can be read whole at twice the text size', async ({ start, folder }) => {
  const { openedWorkbench } = await start({ isFirstStart: true })
  const bench = await openedWorkbench()
  const { page } = bench
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const isWhole = async (where: string) => {
    expect.soft(await clippedTexts(page), where).toEqual([])
    expect.soft(await scrollingSideways(page), where).toEqual([])
  }
  await page.getByText(tourStrings.welcome.title, { exact: true }).waitFor()
  for (const step of [110, 125, 150, 175, 200]) {
    await page.keyboard.press('Control+=')
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize))
      .toBe(`${(16 * step) / 100}px`)
  }

  for (const stop of ['welcome', 'hotkey', 'use', 'products', 'phrases', 'settings', 'import'] as const) {
    await page.getByText(tourStrings[stop].title, { exact: true }).waitFor()
    await isWhole(`the tour at ${stop}`)
    await page
      .getByRole('button', { name: stop === 'import' ? tourStrings.finish : tourStrings.next })
      .click()
  }
  await button(tourStrings.finish).waitFor({ state: 'hidden' })
  await bench.phrase('').nth(2).waitFor()
  await isWhole('话术')

  const file = path.join(folder, 'phrases.csv')
  writeFileSync(
    file,
    '快捷短语编码,快捷短语,快捷短语分组\nzz01,仓库在义乌，满 199 包邮,售前/物流\nzz02,,售后\n',
  )
  await button(strings.phrases.import).click()
  await page.getByLabel(importStrings.phrases.choose).waitFor({ state: 'attached' })
  await isWhole('the wizard before a file')
  await page.getByLabel(importStrings.phrases.choose).setInputFiles(file)
  await button(importStrings.phrases.apply(1, 0)).waitFor({ timeout: 60_000 })
  await isWhole('the wizard with a file')
  await page.keyboard.press('Escape')

  await bench.goTo('products')
  const products = new Products(page)
  await products.entries.first().waitFor()
  await isWhole('商品 as cards')
  await products.open('缎面半身裙')
  await isWhole('a product')

  await ask('customers.create', BUYER)
  await bench.goTo('customers')
  const customers = new Customers(page)
  await customers.entries.first().click()
  await customers.section(customerStrings.notes).getByRole('listitem').first().waitFor()
  await isWhole('客户')
  expect(await violations(page)).toEqual([])

  // Due now, it is of today at any hour.
  await ask('followUps.create', { ...OWED, dueAt: Date.now() })
  await bench.goTo('follow-ups')
  const followUps = new FollowUps(page)
  await followUps.entries.first().waitFor()
  await followUps.press('ArrowDown')
  await page.getByRole('region', { name: followUpStrings.phrases }).waitFor()
  await isWhole('跟单')
  expect(await violations(page)).toEqual([])
  await followUps.press('h')
  await followUps.dialog.getByText(OWED.nickname).waitFor()
  await isWhole('the hand-over')
  await expect(followUps.dialog.getByRole('button', { name: followUpStrings.export.copy })).toBeFocused()
  await followUps.press('Escape')

  await bench.goTo('team')
  await page.getByRole('heading', { level: 1, name: strings.menu.team }).waitFor()
  await isWhole('团队')

  await bench.goTo('settings')
  await button(targetWords.add).waitFor()
  await isWhole('设置')
  expect(await violations(page)).toEqual([])
  await button(targetWords.editNamed('千牛接待中心')).click()
  await page.getByRole('dialog').getByLabel(targetWords.name).waitFor()
  await isWhole('how to paste into a program')

  async function ask(procedure: string, input: unknown): Promise<void> {
    const call = { kind: 'call', type: 'mutation', path: procedure, input } as const
    const answer = await page.evaluate((request) => window.goldenSix?.request(request), call)
    expect(answer).toMatchObject({ ok: true })
  }
})
