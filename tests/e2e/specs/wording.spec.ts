import { STRINGS } from '../../../renderer/panel/strings.ts'
import type { PhraseDraftInput } from '../../../shared/model/phrase.ts'
import type { Panel } from '../pages/panel.ts'
import { expect, test } from '../support/fixtures.ts'
import { violationsInBothThemes } from '../support/violations.ts'

test.describe('words that break a rule', () => {
  test('of one’s own are warned of before the paste, with the reason, and Enter still pastes', async ({
    start,
    library,
    chat,
  }) => {
    const text = '这款是今年最佳的保湿面霜'
    await library.fill([['zj1', text, '测试']])
    const { panel } = await start()
    await panel.summon()
    await panel.search('zj1')
    await expect(panel.script.locator('mark')).toHaveText('最佳')
    await expect(panel.preview).toContainText('极限词「最佳」')
    await panel.press('Return')
    await chat.waitForText(text)
    expect(library.uses()).toMatchObject([{ outcome: 'pasted' }])
  })

  test('that are blocked are not pasted from a team’s library, nor copied, and it says why', async ({
    start,
    library,
    chat,
    clipboard,
  }) => {
    const text = '亲，优惠在微信上给您'
    await library.fill([['wx1', text, '测试']])
    library.giveToTeam('wx1')
    await clipboard.copy('客户的订单号 8801')
    const { panel } = await start()
    await chat.focus()
    await panel.summon()
    await panel.search('wx1')
    await expect(panel.preview).toContainText(STRINGS.preview.refused)
    await panel.press('Return')
    await expect(panel.notice).toContainText('微信')
    await panel.press('shift+Return')
    await expect(panel.notice).toContainText('微信')
    expect(await chat.text()).toBe('')
    expect(await clipboard.text()).toBe('客户的订单号 8801')
    expect(library.uses()).toEqual([])
  })

  test('that are blocked are the agent’s own matter in a phrase of their own', async ({
    start,
    library,
    chat,
  }) => {
    const text = '亲，优惠在微信上给您'
    await library.fill([['wx1', text, '测试']])
    const { panel } = await start()
    await panel.summon()
    await panel.search('wx1')
    await expect(panel.script.locator('mark[data-level=block]')).toBeVisible()
    await panel.press('Return')
    await chat.waitForText(text)
  })
})

test.describe('a phrase with several wordings', () => {
  const PHRASE: PhraseDraftInput = {
    code: 'yj9',
    title: '能便宜点吗',
    body: '页面价已经是活动价了',
    variants: [
      { buyerTypes: ['returning'], body: '老朋友了，这单给您备一份小样' },
      { buyerTypes: ['haggler', 'price-sensitive'], body: '凑满198元能减20元，比单砍划算' },
    ],
  }

  test('is pasted in the one for the buyer’s type, or in the one chosen by a key', async ({
    start,
    library,
    chat,
  }) => {
    await library.fill([['x1', '垫底', '测试']])
    const { panel } = await start()
    await create(panel, PHRASE)
    await chat.focus()
    await panel.summon()
    await panel.describeBuyer('老王 老客')
    await panel.search('yj9')
    await expect(panel.variant('老客')).toBeChecked()
    await panel.press('Return')
    await chat.waitForText('老朋友了，这单给您备一份小样')

    await chat.clear()
    await chat.focus()
    await panel.summon()
    await panel.search('yj9')
    await expect(panel.variant('老客')).toBeChecked()
    await panel.press('alt+Down')
    await expect(panel.variant('议价')).toBeChecked()
    await expect(panel.script).toHaveText('凑满198元能减20元，比单砍划算')
    await panel.press('Return')
    await chat.waitForText('凑满198元能减20元，比单砍划算')

    await chat.clear()
    await chat.focus()
    await panel.summon()
    await panel.search('yj9')
    await panel.press('alt+Up')
    await expect(panel.variant(STRINGS.variants.general)).toBeChecked()
    await panel.press('Return')
    await chat.waitForText('页面价已经是活动价了')
  })
})

test.describe('a promise', () => {
  test('that was pasted offers the remark that records it, and one key copies it', async ({
    start,
    library,
    chat,
    clipboard,
  }) => {
    await library.fill([['cn1', '今天发货，给您走顺丰', '测试']], { starter: true })
    await clipboard.copy('客户的订单号 8801')
    const { panel, setClock } = await start()
    // Half past midnight at the shop, when the machine's own day may be the one before.
    await setClock('2026-11-21T00:30:00+08:00')
    await chat.focus()
    await panel.summon()
    await panel.describeBuyer('小鱼儿')
    await panel.search('cn1')
    await expect(panel.preview).toContainText(STRINGS.promises.afterwards)
    await panel.press('Return')
    await chat.waitForText('今天发货，给您走顺丰')
    await panel.isClosed()
    await expect.poll(clipboard.text).toBe('客户的订单号 8801')

    await panel.summon()
    await expect(panel.promise).toContainText('小鱼儿')
    await expect(panel.promise).toContainText('今天发货')
    await panel.press('alt+b')
    await expect(panel.notice).toContainText(STRINGS.promises.copied)
    await expect.poll(clipboard.text).toBe('已答应买家 时间：今天发货；快递：走顺丰 小禾 2026-11-21')
    await expect(panel.promise).toBeHidden()
    expect(library.uses()).toHaveLength(1)
  })
})

test('a reply that is shorter than what the buyer wrote is noted, and may be sent', async ({
  start,
  library,
  chat,
}) => {
  await library.fill([['mg1', '敏感肌可以用', '测试']])
  const { panel } = await start()
  await panel.summon()
  await panel.page.keyboard.insertText('你好请问一下这款面霜敏感肌可以用吗，我之前用别家的脸上起过红疹')
  await expect(panel.rows).toHaveCount(1)
  await expect(panel.preview).toContainText('回复只有 6 个字')
  await panel.press('Return')
  await chat.waitForText('敏感肌可以用')
})

test('wordings, warnings and promises can be read and reached by everyone, in light and dark', async ({
  start,
  library,
  chat,
}) => {
  await library.fill([['cn1', '今天发货，给您走顺丰', '测试']])
  const { app, panel } = await start()
  await create(panel, {
    code: 'yj9',
    title: '面霜好在哪',
    body: '这款是今年最佳的面霜，能根治干燥',
    variants: [{ buyerTypes: ['returning'], body: '老朋友了，这款您放心用' }],
  })
  await chat.focus()
  await panel.summon()
  await panel.search('cn1')
  await panel.press('Return')
  await chat.waitForText('今天发货，给您走顺丰')
  await panel.isClosed()
  await panel.summon()
  await panel.search('yj9')
  await expect(panel.script.locator('mark')).toHaveCount(2)
  await expect(panel.promise).toBeVisible()
  expect(await violationsInBothThemes(app, panel.page)).toEqual([])
})

/** As the workbench does it. */
async function create(panel: Panel, draft: PhraseDraftInput): Promise<void> {
  await panel.page.evaluate(
    (input) => window.goldenSix?.request({ kind: 'call', type: 'mutation', path: 'phrases.create', input }),
    draft,
  )
}
