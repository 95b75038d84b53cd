import { STRINGS } from '../../../renderer/panel/strings.ts'
import { activeWindow } from '../../support/desktop/keyboard.ts'
import { expect, test } from '../support/fixtures.ts'

test.describe('opening and closing', () => {
  test('opens beside the chat and leaves its input free; Esc gives the keyboard back', async ({
    start,
    chat,
    desktop,
  }) => {
    const { panel } = await start()
    await panel.summon()
    const place = await panel.bounds()
    expect(place.x).toBeGreaterThanOrEqual(20 + 560)
    expect(place.x + place.width).toBeLessThanOrEqual(desktop.width)
    expect(place.y + place.height).toBeLessThanOrEqual(desktop.height)
    await panel.press('Escape')
    await panel.isClosed()
    await expect.poll(() => activeWindow(desktop.env)).toBe(chat.window)
    await panel.type('ok')
    await chat.waitForText('ok')
  })

  test('a click into another window closes it, and types nothing anywhere', async ({
    start,
    chat,
    notes,
  }) => {
    const { panel } = await start()
    await chat.focus()
    await panel.summon()
    await notes.focus()
    await panel.isClosed()
    expect([await chat.text(), await notes.text()]).toEqual(['', ''])
  })

  test('the hotkey pressed again keeps it open: what follows is not typed into the chat', async ({
    start,
    chat,
  }) => {
    const { panel } = await start()
    await chat.focus()
    await panel.summon()
    await panel.press('ctrl+alt+space')
    await panel.search('wh06')
    await panel.isOpen()
    expect(await chat.text()).toBe('')
  })

  test('still works after it was opened and closed fifty times', async ({ start, chat }) => {
    test.slow()
    const { panel } = await start()
    for (let time = 1; time <= 50; time++) {
      await panel.summon()
      await panel.press('Escape')
      await panel.isClosed()
    }
    await panel.summon()
    await panel.search('wh02')
    await panel.press('Return')
    await chat.waitForText('在的在的，我是小禾，您请说~')
  })

  test('the last query is there again, selected: the next letter replaces it, Enter uses it', async ({
    start,
    chat,
  }) => {
    const { panel } = await start()
    await panel.summon()
    await panel.search('wh02')
    await panel.press('Escape')
    await panel.isClosed()
    await panel.summon()
    await expect(panel.query).toHaveValue('wh02')
    await panel.search('wh06')
    await expect(panel.query).toHaveValue('wh06')
    await panel.press('Return')
    await chat.waitForText('您好，小禾在。看您心里已经有数了，要参数还是查库存？您说，我马上查。')
  })

  test('half a minute later it starts anew', async ({ startAnew, chat }) => {
    const { panel } = await startAnew()
    // A page whose clock is behind: whatever it notes as the time of closing is long ago for the program.
    await panel.page.addInitScript(() => {
      const { now } = Date
      Date.now = () => now() - 40_000
    })
    await panel.page.reload()
    await panel.isReady()
    await chat.focus()
    await panel.summon()
    await panel.search('wh02')
    await panel.press('Escape')
    await panel.isClosed()
    await panel.summon()
    await expect(panel.query).toHaveValue('')
    await panel.answers('')
  })
})

test.describe('choosing', () => {
  test('arrows and Alt with a digit choose the row they say', async ({ start, library, chat }) => {
    await library.fill([
      ['cs1', '测试回复第一条', '测试'],
      ['cs2', '测试回复第二条', '测试'],
      ['cs3', '测试回复第三条', '测试'],
    ])
    const { panel } = await start()
    await panel.summon()
    await panel.search('cs')
    await expect(panel.rows).toHaveCount(3)
    const second = (await panel.rows.nth(1).textContent()) ?? ''
    await panel.press('Down')
    await expect(panel.selectedRow).toHaveText(second)
    const third = /第.条/.exec((await panel.rows.nth(2).textContent()) ?? '')?.[0]
    await panel.press('alt+3')
    await chat.waitForText(`测试回复${third}`)
  })

  test('a step of the seven narrows the list', async ({ start }) => {
    const { panel } = await start()
    await panel.summon()
    await panel.press('alt+Right')
    await expect(panel.step('迎接')).toBeChecked()
    await expect(panel.selectedRow).toContainText('标准问候')
    await panel.press('alt+Left')
    await expect(panel.step('全部')).toBeChecked()
  })

  test('a campaign that is over comes last, says so, and is not pasted', async ({ start, library, chat }) => {
    await library.fill([['dc2', '大促价保：现在价保十五天', '大促']])
    const { panel } = await start()
    await panel.page.evaluate(() =>
      window.goldenSix?.request({
        kind: 'call',
        type: 'mutation',
        path: 'phrases.create',
        input: { code: 'dc1', title: '大促价保旧规', body: '双十一价保三十天', validUntil: '2020-11-30' },
      }),
    )
    await chat.focus()
    await panel.summon()
    await panel.search('dacujiabao')
    await expect(panel.rows).toHaveCount(2)
    await expect(panel.rows.first()).toContainText('dc2')
    await expect(panel.rows.last()).toContainText('活动已在 2020-11-30 结束')
    await panel.press('alt+2')
    await expect(panel.notice).toContainText('活动已在 2020-11-30 结束')
    expect(await chat.text()).toBe('')
    await panel.press('Up', 'Return')
    await chat.waitForText('大促价保：现在价保十五天')
    expect(library.uses()).toHaveLength(1)
  })
})

test.describe('facts of the conversation', () => {
  test('the product in question fills the script, and stays until another is chosen', async ({
    start,
    library,
    chat,
  }) => {
    const { panel } = await start()
    await panel.summon()
    await panel.type('@')
    await expect(panel.query).toHaveAttribute('placeholder', STRINGS.products.placeholder)
    await panel.type('mianshuang')
    await expect(panel.selectedRow).toContainText('HF002')
    await panel.press('Return')
    await expect(panel.chip('保湿面霜')).toBeVisible()
    await panel.search('cff01')
    await expect(panel.script).toContainText('一天算下来才3元')
    await panel.press('Return')
    const { text } = await library.rendered('cff01', '--product', 'HF002')
    await chat.waitForText(text ?? '')

    await panel.summon()
    await expect(panel.chip('保湿面霜')).toBeVisible()
  })

  test('what is known of the buyer fills the script', async ({ start, library, chat }) => {
    const { panel } = await start()
    await panel.summon()
    await panel.type('#')
    await expect(panel.query).toHaveAttribute('placeholder', STRINGS.buyers.placeholder)
    // A whole line at once, as an input method brings it.
    await panel.page.keyboard.insertText('小鱼儿 浙江 165 50kg')
    await expect(panel.selectedRow).toContainText('小鱼儿')
    await panel.press('Return')
    await expect(panel.chip('小鱼儿')).toBeVisible()
    await panel.search('wl02')
    await expect(panel.script).toContainText('浙江')
    await panel.press('Return')
    const { text } = await library.rendered('wl02', '--buyer', '小鱼儿,省份=浙江')
    await chat.waitForText(text ?? '')
  })

  test('blanks are filled in place, and only then is the script pasted', async ({ start, chat, library }) => {
    const { panel } = await start()
    await panel.summon()
    await panel.search('jz01')
    await panel.press('Return')
    await expect(panel.notice).toContainText('还差')
    const [blank] = await panel.page.locator('[data-at=blank]').all()
    await expect(blank!).toBeFocused()
    expect(await chat.text()).toBe('')
    await panel.type('10')
    await expect(blank!).toHaveValue('10')
    await panel.press('Return')
    await chat.waitForText('这个我去核实一下，大概要10分钟，查到马上回来告诉您，您先忙别的也可以。')
    expect(library.uses()).toHaveLength(1)
  })

  test('what the facts forbid is refused with the reason, and nothing is pasted', async ({
    start,
    chat,
    library,
  }) => {
    const { panel } = await start()
    await panel.summon()
    await panel.search('yj01')
    await panel.press('Return')
    await expect(panel.page.locator('[data-at=blank]').first()).toBeFocused()
    // Far above what an agent of the sample shop may give away.
    await panel.type('500')
    await expect(panel.preview).toContainText(STRINGS.preview.refused)
    await panel.press('Return')
    await expect(panel.notice).toContainText(STRINGS.preview.refused)
    expect(await chat.text()).toBe('')
    expect(library.uses()).toEqual([])
  })
})
