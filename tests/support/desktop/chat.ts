import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { chromiumPath } from '../electron-standin/chromium/browser.ts'
import type { Desktop } from './desktop.ts'
import { focusWindow, windowsTitled } from './keyboard.ts'

/** A change of the chat box, with the wall-clock time at which the box had it. */
export interface Landing {
  atMs: number
  value: string
  /** The browser's word for what happened: insertFromPaste, insertText, … */
  inputType: string
}

/** Another program's window with a text box in it: the chat into which a script is to be pasted. */
export interface Chat {
  title: string
  /** X11 window id. */
  window: number
  page: Page
  /** Brings it to the front with the caret in the box, as a click would. */
  focus(): Promise<void>
  text(): Promise<string>
  clear(): Promise<void>
  landings(): Promise<Landing[]>
  /** Resolves with the change that made the box hold exactly `text`; rejects after `withinMs`. */
  waitForText(text: string, withinMs?: number): Promise<Landing>
  /** How often Enter was pressed in the box: a script is never sent by the program. */
  enterPresses(): Promise<number>
  close(): Promise<void>
}

let opened = 0

const pageOf = (title: string) => `<!doctype html><meta charset="utf-8"><title>${title}</title>
<style>textarea { width: 95%; height: 85vh; font-size: 20px }</style><textarea id="box" autofocus></textarea>
<script>
  window.landings = []
  window.enterPresses = 0
  box.addEventListener('input', (event) => landings.push({ atMs: performance.timeOrigin + performance.now(), value: box.value, inputType: event.inputType }))
  box.addEventListener('keydown', (event) => { if (event.key === 'Enter') enterPresses++ })
</script>`

/** Opens the chat as a real window on the desktop, in a Chromium of its own, and brings it to the front. */
export async function openChat(
  desktop: Pick<Desktop, 'env'>,
  { title = `chat ${process.pid}-${++opened}-接待中心`, width = 500, height = 400, x = 20, y = 20 } = {},
): Promise<Chat> {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'golden-six-chat-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: false,
    chromiumSandbox: false,
    viewport: null,
    env: desktop.env as Record<string, string>,
    args: [
      `--app=data:text/html;charset=utf-8,${encodeURIComponent(pageOf(title))}`,
      '--test-type',
      `--window-size=${width},${height}`,
      `--window-position=${x},${y}`,
    ],
  })
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.locator('#box').waitFor()
  const window = await appeared(desktop.env, title)
  const read = <T>(name: 'landings' | 'enterPresses') =>
    page.evaluate((key) => Reflect.get(globalThis, key) as T, name)
  const chat: Chat = {
    title,
    window,
    page,
    focus: async () => {
      await focusWindow(desktop.env, window)
      await page.locator('#box').focus()
    },
    text: () => page.locator('#box').inputValue(),
    clear: async () => {
      await page.locator('#box').fill('')
      await page.evaluate(() => Object.assign(globalThis, { landings: [], enterPresses: 0 }))
    },
    landings: () => read<Landing[]>('landings'),
    waitForText: async (text, withinMs = 5000) => {
      const found = await page.waitForFunction(
        (wanted) => (Reflect.get(globalThis, 'landings') as Landing[]).find(({ value }) => value === wanted),
        text,
        { timeout: withinMs },
      )
      return (await found.jsonValue()) as Landing
    },
    enterPresses: () => read<number>('enterPresses'),
    close: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
  await chat.focus()
  return chat
}

async function appeared(env: NodeJS.ProcessEnv, title: string): Promise<number> {
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    const [window] = await windowsTitled(env, `^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
    if (window !== undefined) return window
  }
  throw new Error(`The chat window "${title}" did not appear`)
}
