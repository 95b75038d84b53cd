import { strings } from '../../../renderer/workbench/strings.ts'
import { expect, test } from '../support/fixtures.ts'
import { violationsInBothThemes } from '../support/violations.ts'

const words = strings.settings

test.slow()

test('tiers that stack, days of rest and the flags of a shop are kept', async ({ start, library }) => {
  const { app, workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  await bench.page.getByText(words.fields.stackAll).click()
  await bench.page.getByText(words.flagMaps['by-content']).click()
  const rest = bench.page.getByRole('region', { name: words.dispatch })
  await bench.button(words.fields.addClosure).click()
  await rest.getByLabel(words.fields.dayFrom, { exact: true }).fill('2027-02-06')
  await rest.getByLabel(words.fields.dayUntil).fill('2027-02-04')
  await rest.getByLabel(words.fields.closureReason).fill('春节')
  await bench.save()
  await expect(rest.getByText(words.fields.daysReversed)).toBeVisible()
  expect(library.shop()).not.toHaveProperty('tiersStack', true)
  expect(await violationsInBothThemes(app, bench.page)).toEqual([])

  await rest.getByLabel(words.fields.dayUntil).fill('2027-02-08')
  await bench.button(words.fields.addOpening).click()
  await rest.getByLabel(words.fields.dayFrom, { exact: true }).last().fill('2027-02-20')
  await bench.page.keyboard.press('Control+s')
  await expect(bench.page.getByText(words.saved)).toBeVisible()
  expect(library.shop()).toMatchObject({
    tiersStack: true,
    flags: 'by-content',
    closedDays: [
      { day: '2027-02-06', reason: '春节' },
      { day: '2027-02-07', reason: '春节' },
      { day: '2027-02-08', reason: '春节' },
    ],
    openDays: ['2027-02-20'],
  })

  await bench.page.reload()
  await expect(rest.getByLabel(words.fields.dayUntil).first()).toHaveValue('2027-02-08')
})

test('what is filled in and not saved is asked for, and can be taken back', async ({ start, library }) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  await bench.field(words.fields.cutOff).fill('18:30')
  await bench.goTo('products')
  await bench.button(strings.unsaved.stay).click()
  await expect(bench.field(words.fields.cutOff)).toHaveValue('18:30')
  await bench.button(words.discard).click()
  await expect(bench.field(words.fields.cutOff)).toHaveValue('16:00')
  await bench.goTo('products')
  await expect(bench.page.locator('[data-product]').first()).toBeVisible()
  expect(library.shop()).toMatchObject({ cutOff: '16:00' })
})

test('a courier’s price for a province is set in its cell', async ({ start, library }) => {
  const { workbench } = await start()
  const bench = await workbench()
  await bench.goTo('settings')
  await bench.button(/^上海 顺丰/).click()
  await bench.field(words.courier.surcharge).fill('9.5')
  await bench.button(words.courier.apply).click()
  await bench.save()
  await expect(bench.page.getByText(words.saved)).toBeVisible()
  const { couriers } = library.shop() as { couriers: { name: string; provinces: Record<string, unknown> }[] }
  expect(couriers.find(({ name }) => name === '顺丰')?.provinces.上海).toMatchObject({ surchargeFen: 950 })
})
