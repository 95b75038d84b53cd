import { STRINGS } from '../../../renderer/panel/strings.ts'
import type { Panel } from '../pages/panel.ts'
import { expect, test } from '../support/fixtures.ts'
import {
  AFTER_THE_CUT_OFF,
  BEFORE_THE_CUT_OFF,
  TECHNIQUES,
  type TechniqueStory,
} from '../support/techniques.ts'

/** From the key to a filled script, as an agent gets there. */
async function prepare(panel: Panel, { product, buyer, code, blanks }: TechniqueStory): Promise<void> {
  await panel.summon()
  if (product) await panel.chooseProduct(product.words, product.code)
  await panel.describeBuyer(buyer)
  await panel.search(code)
  await panel.fillBlanks(blanks)
}

test('each technique comes from the key to the chat box, one buyer after the other', async ({
  start,
  chat,
  library,
}) => {
  test.slow()
  const { panel, setClock } = await start()
  await setClock(BEFORE_THE_CUT_OFF)
  // A product stays in question until another one is chosen: those who speak of none come first.
  const stories = TECHNIQUES.toSorted((a, b) => Number(a.product !== null) - Number(b.product !== null))
  for (const [index, story] of stories.entries()) {
    await test.step(story.title, async () => {
      await chat.clear()
      await chat.focus()
      await prepare(panel, story)
      await panel.press('Return')
      await chat.waitForText(story.text)
      await panel.isClosed()
      expect(await chat.enterPresses()).toBe(0)
      expect(library.uses()).toHaveLength(index + 1)
      expect(library.uses().at(-1)).toMatchObject({ outcome: 'pasted' })
    })
  }
})

test('怕买不到 is refused where the facts do not bear it out, with what can be said instead', async ({
  start,
  chat,
}) => {
  const [scarcity] = TECHNIQUES.filter(({ name }) => name === 'scarcity')
  const { panel } = await start()
  await prepare(panel, { ...scarcity!, blanks: ['50g'] })
  await expect(panel.preview).toContainText('「50g」库存还有 64 件，超过紧缺线 5 件')
  await panel.press('Return')
  await expect(panel.notice).toContainText(STRINGS.preview.refused)
  await expect(panel.preview).toContainText('现货充足')
  expect(await chat.text()).toBe('')
})

test('截单催付 is refused once the courier has gone, with the next day of dispatch', async ({
  start,
  chat,
  library,
}) => {
  const [urgency] = TECHNIQUES.filter(({ name }) => name === 'urgency')
  const { panel, setClock } = await start()
  await setClock(AFTER_THE_CUT_OFF)
  await prepare(panel, urgency!)
  await panel.press('Return')
  await expect(panel.notice).toContainText('今天 16:00 已经截单')
  await expect(panel.preview).toContainText('现在付款，明天（11月21日 周六）发出')
  expect(await chat.text()).toBe('')
  expect(library.uses()).toEqual([])
})
