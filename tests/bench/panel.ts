import path from 'node:path'
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test'
import { argumentsFor } from '../e2e/support/program.ts'
import { chooseRuntime, root } from '../e2e/support/runtime.ts'
import type { Chat } from '../support/desktop/chat.ts'
import type { Desktop } from '../support/desktop/desktop.ts'
import type { openKeyboard } from './keyboard.ts'
import type { BenchLibrary } from './library.ts'
import { type KeysSent, keysSentAfter } from './paste-trace.ts'
import { phraseOf } from './rofi.ts'

type Keyboard = ReturnType<typeof openKeyboard>

interface Around {
  desktop: Desktop
  chat: Chat
  keyboard: Keyboard
  library: BenchLibrary
  folder: string
}

/** Golden Six under measurement: the built program, with stopwatches in its main process and in its page. */
export interface MeasuredPanel {
  app: ElectronApplication
  page: Page
}

export async function openMeasuredPanel({ desktop, library, folder }: Around): Promise<MeasuredPanel> {
  chooseRuntime()
  const app = await electron.launch({
    args: argumentsFor({
      dataDir: library.dataDir,
      profile: path.join(folder, 'profile'),
      motion: 'full',
    }),
    cwd: root,
    env: desktop.env as Record<string, string>,
  })
  const page = await app.firstWindow()
  await page.waitForURL(/\/panel\//)
  await page.getByRole('option').first().waitFor()
  await page.evaluate(installStopwatch)
  await app.evaluate(({ BrowserWindow }) => {
    const focused: number[] = []
    Object.assign(globalThis, { focused })
    BrowserWindow.getAllWindows()[0]?.on('focus', () =>
      focused.push(performance.timeOrigin + performance.now()),
    )
  })
  const isReady = () => app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Control+Alt+Space'))
  while (!(await isReady())) await page.waitForTimeout(20)
  return { app, page }
}

/** Runs in the page. Times are ms since 1970, taken after the frame that shows what they stand for. */
function installStopwatch(): void {
  const painted = { shown: [] as number[], rows: [] as { inPageMs: number; paintedMs: number }[] }
  Object.assign(globalThis, { painted })
  // A message posted from the frame's own callback comes when that frame has been handed over.
  const afterFrame = (then: (at: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => then(performance.now())
      port2.postMessage(null)
    })

  window.goldenSix?.subscribe(({ data }) => {
    if ((data as { kind?: string }).kind === 'panel-shown')
      afterFrame((at) => painted.shown.push(performance.timeOrigin + at))
  })

  let pressedAt = 0
  addEventListener(
    'keydown',
    (event) => {
      pressedAt = event.timeStamp
    },
    true,
  )
  new MutationObserver(() => {
    const query = document.querySelector('[role=listbox]')?.getAttribute('data-query')
    const typed = document.querySelector<HTMLInputElement>('[role=combobox]')?.value
    const from = pressedAt
    if (query === null || query === undefined || query !== typed || from === 0) return
    pressedAt = 0
    const inPageMs = performance.now() - from
    afterFrame((at) => painted.rows.push({ inPageMs, paintedMs: at - from }))
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-query'],
  })
}

/** From the keys going down in the chat to the panel on the screen, painted and with the keyboard. */
export async function measureHotkey(
  { app, page }: MeasuredPanel,
  { chat, keyboard }: Around,
  rounds: number,
) {
  const samples: number[] = []
  for (let round = 0; round < rounds; round++) {
    await chat.focus()
    const pressedAt = keyboard.press('Control', 'Alt', 'space')
    const shownAt = await nth(page, round)
    const focusedAt = await focusedSince(app, pressedAt)
    samples.push(Math.max(shownAt, focusedAt) - pressedAt)
    keyboard.press('Escape')
    await hidden(app)
  }
  return samples
}

async function nth(page: Page, round: number): Promise<number> {
  const found = await page.waitForFunction((index) => Reflect.get(globalThis, 'painted').shown[index], round)
  return (await found.jsonValue()) as number
}

async function focusedSince(app: ElectronApplication, since: number): Promise<number> {
  for (;;) {
    const at = await app.evaluate(
      (_electron, from) => (Reflect.get(globalThis, 'focused') as number[]).findLast((one) => one > from),
      since,
    )
    if (at !== undefined) return at
  }
}

async function hidden(app: ElectronApplication): Promise<void> {
  while (await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())) {}
}

interface Painted {
  inPageMs: number
  paintedMs: number
}

/** Types each query letter by letter; every letter is one sample, from its keydown to its rows, and to their frame. */
export async function measureKeystrokes(
  { app, page }: MeasuredPanel,
  { chat, keyboard }: Around,
  queries: readonly string[],
) {
  await chat.focus()
  const pressedAt = keyboard.press('Control', 'Alt', 'space')
  await focusedSince(app, pressedAt)
  await page.evaluate(() => {
    Reflect.get(globalThis, 'painted').rows.length = 0
  })
  for (const query of queries) {
    await page.getByRole('combobox').fill('')
    await page.waitForSelector('[role=listbox][data-query=""]')
    for (let end = 1; end <= query.length; end++) {
      keyboard.press(query[end - 1] ?? '')
      await page.waitForSelector(`[role=listbox][data-query="${query.slice(0, end)}"]`, { state: 'attached' })
    }
  }
  const rows = (await page.evaluate(() => Reflect.get(globalThis, 'painted').rows)) as Painted[]
  keyboard.press('Escape')
  await hidden(app)
  return { inPage: rows.map(({ inPageMs }) => inPageMs), painted: rows.map(({ paintedMs }) => paintedMs) }
}

/** Longer than the program keeps a text on the clipboard for a slow chat; no agent uses two phrases within it. */
const BETWEEN_USES_MS = 1_500

/**
 * From Enter going down in the panel, once the filled script stands there to be read, to the text in the chat's box; and what
 * the program's trace says of the way.
 */
export async function measurePaste(
  { app, page }: MeasuredPanel,
  { chat, keyboard, library }: Around,
  rounds: number,
) {
  const landings: number[] = []
  const own: KeysSent[] = []
  for (let round = 0; round < rounds; round++) {
    const { code, body } = phraseOf(library, round, rounds)
    await chat.clear()
    await chat.focus()
    const openedAt = keyboard.press('Control', 'Alt', 'space')
    await focusedSince(app, openedAt)
    await page.getByRole('combobox').fill(code)
    await page.waitForSelector(`[role=listbox][data-query="${code}"]`)
    await page
      .locator('[data-script]')
      .filter({ hasText: body.slice(0, 20) })
      .waitFor()
    const pressedAt = keyboard.press('Return')
    const landed = await chat.waitForText(body, 10_000)
    landings.push(landed.atMs - pressedAt)
    own.push(keysSentAfter(pressedAt, await lastTrace(page)))
    await page.waitForTimeout(BETWEEN_USES_MS)
  }
  return { landings, own }
}

/** The program's own account of its last paste, as a person would copy it. */
async function lastTrace(page: Page): Promise<string> {
  const answer = await page.evaluate(() =>
    window.goldenSix?.request({
      kind: 'call',
      type: 'query',
      path: 'settings.diagnostics',
      input: undefined,
    }),
  )
  return JSON.stringify(answer).split('最近的粘贴：\\n')[1]?.split('\\n')[0] ?? ''
}
