import type { CDPSession } from '@playwright/test'
import { SAME_KEYSTROKE_MS } from '../../../renderer/panel/keyboard/composition.ts'
import { expect, test } from '../support/fixtures.ts'

/** What an input method shows while it composes. */
const compose = (session: CDPSession, text: string) =>
  session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

test('Enter that belongs to an input method never uses a phrase; the results follow the pinyin meanwhile', async ({
  start,
  chat,
  library,
}) => {
  await library.fill([
    ['by01', '满99元包邮哦', '包邮'],
    ['fh01', '今天付款今天发', '发货'],
  ])
  const { app, panel } = await start()
  const session = await app.context().newCDPSession(panel.page)
  await chat.focus()
  await panel.summon()
  await compose(session, "bao'you")
  await expect(panel.selectedRow).toContainText('by01')

  // The Enter that takes the letters as they are, while the composition is still open.
  await panel.press('Return')
  await expect(panel.query).toBeFocused()
  // The candidate is chosen: the composition ends with its text.
  await compose(session, '')
  await session.send('Input.insertText', { text: '包邮' })
  await panel.answers('包邮')
  await panel.isOpen()
  expect(await chat.text()).toBe('')
  expect(library.uses()).toEqual([])

  await panel.press('Return')
  await chat.waitForText('满99元包邮哦')
})

test('the Enter that an input method delivers right after the composition is still its own', async ({
  start,
  chat,
  library,
}) => {
  await library.fill([['by01', '满99元包邮哦', '包邮']])
  const { panel } = await start()
  await panel.summon()
  await panel.search('by01')
  const endedAt = await panel.query.evaluate((input) => {
    const end = new CompositionEvent('compositionend', { bubbles: true, data: '包邮' })
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    input.dispatchEvent(end)
    input.dispatchEvent(
      new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key: 'Enter', code: 'Enter' }),
    )
    return end.timeStamp
  })
  await panel.isOpen()
  // The agent's own Enter comes later than any that could still be the input method's.
  await expect
    .poll(() => panel.page.evaluate((since) => performance.now() - since, endedAt))
    .toBeGreaterThan(2 * SAME_KEYSTROKE_MS)
  await panel.press('Return')
  await chat.waitForText('满99元包邮哦')
  expect(library.uses()).toHaveLength(1)
})
