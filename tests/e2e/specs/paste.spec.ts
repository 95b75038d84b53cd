import { openChat } from '../../support/desktop/chat.ts'
import { focusWindow, holdKeys, releaseKeys } from '../../support/desktop/keyboard.ts'
import { expect, test } from '../support/fixtures.ts'
import type { QianniuRow } from '../support/library.ts'

const GBK_PHRASES: readonly QianniuRow[] = [
  ['fh01', '亲，今天16:00前付款，当天就能发出哦', '发货'],
  ['by01', '满99元包邮，您看还差一点点', '包邮'],
  ['jj01', '价格已经是页面上的了，给您申请个小赠品可以吗', '议价'],
]
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const HTML = '<p>订单 <b>SF1234567890</b></p>'

test.describe('from key to chat box', () => {
  test('a Qianniu file in GBK: imported, found by pinyin, and exactly its text stands in the chat', async ({
    library,
    start,
    chat,
    clipboard,
  }) => {
    const imported = await library.fill(GBK_PHRASES)
    expect(imported).toMatchObject({ encoding: 'GB18030', added: 3, refused: [] })
    const { panel } = await start()
    await clipboard.copy('买家的单号 SF1234567890')
    await chat.focus()

    await panel.summon()
    await panel.search('dangtian')
    await expect(panel.selectedRow).toContainText('fh01')
    await panel.press('Return')

    await chat.waitForText('亲，今天16:00前付款，当天就能发出哦')
    await panel.isClosed()
    expect(await chat.enterPresses()).toBe(0)
    expect((await chat.landings()).map(({ inputType }) => inputType)).toEqual(['insertFromPaste'])
    await expect.poll(() => clipboard.text()).toBe('买家的单号 SF1234567890')
    await expect.poll(() => library.uses()).toMatchObject([{ outcome: 'pasted', query_length: 8 }])
    expect(library.uses()[0]?.took_ms).toBeGreaterThan(0)
  })

  const LONG = '尺码与洗涤：冷水轻柔机洗，平铺晾干；'.repeat(120).slice(0, 2_000)
  const TEXTS = {
    emoji: '好的呢😊 👩‍👧 这就给您安排🎁',
    'line breaks': '第一步：打开订单\n第二步：点“申请退款”\n\n第三步：等我通知您',
    '2,000 characters': LONG,
    'quotes, commas and markup': '他说"可以"，<b>不是</b> & 也 100%, ok?\t~',
  }
  test(`texts with ${Object.keys(TEXTS).join('; with ')} land as they stand in the library`, async ({
    library,
    start,
    chat,
    clipboard,
  }) => {
    test.slow()
    const rows = Object.values(TEXTS).map((text, index): QianniuRow => [`zz0${index}`, text, '测试'])
    await library.fill(rows, { encoding: 'utf8' })
    const { panel } = await start()
    for (const [code, text] of rows) {
      await clipboard.copy('原来的内容')
      await chat.clear()
      await chat.focus()
      await panel.summon()
      await panel.search(code)
      await panel.press('Return')
      await chat.waitForText(text)
      await panel.isClosed()
      expect(await chat.enterPresses()).toBe(0)
      await expect.poll(() => clipboard.text()).toBe('原来的内容')
    }
  })

  test('the facts of the shop are filled in', async ({ library, start, chat }) => {
    const { panel } = await start()
    await panel.summon()
    await panel.search('wh01')
    await panel.press('Return')
    const { text } = await library.rendered('wh01')
    expect(text).toMatch(/^亲，您好，欢迎来到屿禾生活馆！\n我是客服小禾，/)
    await chat.waitForText(text ?? '')
    expect(await chat.enterPresses()).toBe(0)
  })

  test('rich text or an image that was on the clipboard comes back byte for byte', async ({
    library,
    start,
    chat,
    clipboard,
  }) => {
    await library.fill(GBK_PHRASES)
    const { panel } = await start()
    for (const [target, bytes] of [
      ['text/html', Buffer.from(HTML)],
      ['image/png', PNG],
    ] as const) {
      await clipboard.copy(bytes, target)
      await chat.clear()
      await chat.focus()
      await panel.summon()
      await panel.search('by01')
      await panel.press('Return')
      await chat.waitForText('满99元包邮，您看还差一点点')
      await panel.isClosed()
      await expect.poll(() => clipboard.read(target).catch(() => null)).toEqual(bytes)
      expect(await clipboard.targets()).not.toContain('UTF8_STRING')
    }
  })

  test('Shift+Enter only copies, and the text stays on the clipboard', async ({
    library,
    start,
    chat,
    clipboard,
  }) => {
    await library.fill(GBK_PHRASES)
    const { panel } = await start()
    await clipboard.copy('原来的内容')
    await chat.focus()
    await panel.summon()
    await panel.search('by01')
    await panel.press('shift+Return')
    await expect.poll(() => clipboard.text()).toBe('满99元包邮，您看还差一点点')
    await expect.poll(() => library.uses()).toMatchObject([{ outcome: 'copied' }])
    expect(await chat.text()).toBe('')
  })
})

test.describe('used fast', () => {
  test('two uses in quick succession land in order, and the first clipboard comes back', async ({
    library,
    start,
    chat,
    clipboard,
  }) => {
    await library.fill(GBK_PHRASES)
    const { panel } = await start()
    await clipboard.copy('最初的内容')
    await chat.focus()
    await panel.summon()
    await panel.search('fh01')
    await panel.press('Return')
    await chat.waitForText('亲，今天16:00前付款，当天就能发出哦')
    // The old clipboard is not back yet: the program waits until the chat must have read the text.
    await panel.summon()
    await panel.search('by01')
    await panel.press('Return')
    await chat.waitForText('亲，今天16:00前付款，当天就能发出哦满99元包邮，您看还差一点点')
    await expect.poll(() => clipboard.text()).toBe('最初的内容')
    expect(library.uses()).toMatchObject([{ outcome: 'pasted' }, { outcome: 'pasted' }])
  })

  test('Enter pressed twice at once pastes once', async ({ library, start, chat, clipboard }) => {
    await library.fill(GBK_PHRASES)
    const { panel } = await start()
    await clipboard.copy('原来的内容')
    await chat.focus()
    await panel.summon()
    await panel.search('by01')
    await panel.pressAtOnce('Return', 'Return')
    await chat.waitForText('满99元包邮，您看还差一点点')
    await expect.poll(() => clipboard.text()).toBe('原来的内容')
    expect(await chat.text()).toBe('满99元包邮，您看还差一点点')
    expect(library.uses()).toHaveLength(1)
  })

  test('a finger that hits Enter twice does not send: the second press goes nowhere', async ({
    library,
    start,
    chat,
    clipboard,
  }) => {
    await library.fill(GBK_PHRASES)
    const { panel } = await start()
    await clipboard.copy('原来的内容')
    await chat.focus()
    await panel.summon()
    await panel.search('by01')
    await panel.pressTwice('Return')
    await chat.waitForText('满99元包邮，您看还差一点点')
    // The clipboard comes back well after the guard has ended; then Enter is the agent's own again.
    await expect.poll(() => clipboard.text()).toBe('原来的内容')
    expect(await chat.enterPresses()).toBe(0)
    await panel.press('Return')
    await expect.poll(() => chat.enterPresses()).toBe(1)
  })

  test('Enter pressed before the list has answered uses what was typed, not what stood there', async ({
    library,
    start,
    chat,
  }) => {
    await library.fill(GBK_PHRASES)
    const { panel } = await start()
    await panel.summon()
    await panel.pressAtOnce('b', 'y', '0', '1', 'Return')
    await chat.waitForText('满99元包邮，您看还差一点点')
  })
})

test.describe('the agent goes elsewhere', () => {
  test('another window taken between the choice and the paste: nothing lands anywhere, and the agent is told', async ({
    library,
    start,
    chat,
    notes,
    clipboard,
    desktop,
  }) => {
    await library.fill(GBK_PHRASES)
    const { panel, notifications } = await start()
    await clipboard.copy('原来的内容')
    await chat.focus()
    await panel.summon()
    await panel.search('by01')
    // Alt+1 picks the first row; while Alt is held the program waits, and the agent turns to the notes meanwhile.
    await holdKeys(desktop.env, 'Alt_L')
    try {
      await panel.pressAtOnce('1')
      await expect.poll(() => clipboard.text()).toBe('满99元包邮，您看还差一点点')
      await focusWindow(desktop.env, notes.window)
    } finally {
      await releaseKeys(desktop.env, 'Alt_L')
    }
    await expect.poll(notifications).toEqual([expect.stringContaining('已复制')])
    expect([await chat.text(), await notes.text()]).toEqual(['', ''])
    expect(await clipboard.text()).toBe('满99元包邮，您看还差一点点')
    expect(library.uses()).toMatchObject([{ outcome: 'copied' }])
  })

  test('the chat closed while the panel was open: copied, and nothing lands in the window behind it', async ({
    library,
    start,
    notes,
    clipboard,
    desktop,
  }) => {
    await library.fill(GBK_PHRASES)
    const { panel, notifications } = await start()
    await notes.focus()
    const leaving = await openChat(desktop, { title: '马上要走的买家-接待中心' })
    await panel.summon()
    await panel.search('by01')
    await leaving.close()
    await panel.isOpen()
    await panel.press('Return')
    await expect.poll(() => clipboard.text()).toBe('满99元包邮，您看还差一点点')
    await expect
      .poll(async () => [...(await notifications()), ...(await panel.notice.allTextContents())].join())
      .toContain('已复制')
    expect(await notes.text()).toBe('')
    expect(library.uses()).toMatchObject([{ outcome: 'copied' }])
  })
})
