import { STRINGS } from '../../../renderer/panel/strings.ts'
import type { Chat } from '../../support/desktop/chat.ts'
import { run } from '../../support/desktop/run.ts'
import type { Panel } from '../pages/panel.ts'
import { type Clipboard, expect, test } from '../support/fixtures.ts'
import type { QianniuRow } from '../support/library.ts'

const PHRASES: readonly QianniuRow[] = [
  ['fh01', '亲，今天16:00前付款，当天就能发出哦', '发货'],
  ['by01', '满99元包邮，您看还差一点点', '包邮'],
]

const COPIED_BEFORE = '运单号 SF1234567890'

/** As agents do: a chat that was too slow to copy is tried once more, on a machine with no time for it many times. */
async function captured(
  text: string,
  keys: string,
  { chat, panel, clipboard }: { chat: Chat; panel: Panel; clipboard: Clipboard },
  isThere: () => Promise<void>,
): Promise<void> {
  const box = chat.page.locator('#box')
  await box.fill(text)
  await expect(async () => {
    await panel.hide()
    await clipboard.copy(COPIED_BEFORE)
    await chat.focus()
    await box.selectText()
    await panel.summon(keys)
    await isThere()
  }).toPass({ timeout: 60_000 })
}

test('what a buyer asked, selected in the chat: one key finds the answer, Enter puts it there', async ({
  library,
  start,
  chat,
  clipboard,
}) => {
  test.slow()
  await library.fill(PHRASES)
  const { panel } = await start()
  await captured('请问满多少包邮', 'ctrl+alt+s', { chat, panel, clipboard }, () =>
    expect(panel.query).toHaveValue('请问满多少包邮', { timeout: 1_000 }),
  )
  await panel.answers('请问满多少包邮')
  await expect(panel.selectedRow).toContainText('by01')
  expect(await clipboard.text()).toBe(COPIED_BEFORE)
  await panel.press('Return')
  // Still selected in the box, the question is replaced by what is pasted.
  await chat.waitForText('满99元包邮，您看还差一点点')
  await expect.poll(() => clipboard.text()).toBe(COPIED_BEFORE)
})

test('a chat that takes its time to copy: the panel is there at once, and its query follows', async ({
  library,
  start,
  chat,
  clipboard,
}) => {
  test.slow()
  await library.fill(PHRASES)
  const { panel } = await start()
  // Its page is busy, the program is not: it answers, and copies a second later.
  await chat.page.evaluate(() => {
    document.oncopy = () => {
      const end = performance.now() + 1_000
      while (performance.now() < end);
    }
  })
  try {
    await captured('请问满多少包邮', 'ctrl+alt+s', { chat, panel, clipboard }, () =>
      expect(panel.query).toHaveValue('请问满多少包邮', { timeout: 5_000 }),
    )
  } finally {
    await chat.page.evaluate(() => {
      document.oncopy = null
    })
  }
  await panel.answers('请问满多少包邮')
  await expect(panel.notice).toBeHidden()
  await expect.poll(() => clipboard.text()).toBe(COPIED_BEFORE)
})

test('with nothing selected it goes by what was copied, and says so; a selected nickname becomes the buyer', async ({
  library,
  start,
  chat,
  clipboard,
}) => {
  test.slow()
  await library.fill(PHRASES)
  const { panel } = await start()
  await clipboard.copy('什么时候发货')
  await chat.focus()
  await panel.summon('ctrl+alt+s')
  await panel.answers('什么时候发货')
  await expect(panel.notice).toHaveText(STRINGS.captured.fromClipboard)
  await panel.press('Escape')
  await panel.isClosed()

  await captured('小鱼儿_88：', 'ctrl+alt+n', { chat, panel, clipboard }, () =>
    expect(panel.chip(`${STRINGS.chips.buyer}：小鱼儿_88`)).toBeVisible({ timeout: 1_000 }),
  )
})

test('a chat that hangs: nothing is pasted, the agent is told why, and can copy how it went', async ({
  library,
  start,
  chat,
  clipboard,
  desktop,
}) => {
  test.slow()
  await library.fill(PHRASES)
  const { panel } = await start()
  await clipboard.copy(COPIED_BEFORE)
  await chat.focus()
  await panel.summon()
  await panel.search('by01')
  const chatProgram = Number(await run('xdotool', ['getwindowpid', String(chat.window)], desktop.env))
  process.kill(chatProgram, 'SIGSTOP')
  try {
    await panel.press('Return')
    await expect(panel.notice).toContainText('没有响应')
    expect(await clipboard.text()).toBe('满99元包邮，您看还差一点点')
  } finally {
    process.kill(chatProgram, 'SIGCONT')
  }
  await panel.page.getByRole('button', { name: STRINGS.notices.copyTrace }).click()
  await expect(panel.notice).toContainText('请再取一次')
  const trace = await clipboard.text()
  expect(trace).toMatch(/窗口没有响应：.*写入剪贴板 \d/)
  expect(trace).not.toContain('包邮')
  expect(await chat.text()).toBe('')
})
