import { execFileSync } from 'node:child_process'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { BorrowedClipboard } from '../../../electron/shell/paste/borrowed-clipboard.ts'
import { electronClipboard } from '../../../electron/shell/paste/clipboard.ts'
import { PasteService } from '../../../electron/shell/paste/paste.ts'
import { systemClock, type WindowHandle, type WindowPort } from '../../../electron/shell/paste/window-port.ts'
import { x11Port } from '../../../electron/shell/paste/x11.ts'
import { xdotoolPort } from '../../../electron/shell/paste/xdotool.ts'
import { createTargets } from '../../../electron/shell/targets.ts'
import { hasPrograms } from './needs.ts'
import { startXSession, type XSession } from './x-session.ts'
import { XclipItem, xclipClipboard } from './xclip-clipboard.ts'

const canRun = hasPrograms(
  ['Xvfb', 'openbox', 'chromium', 'xclip', 'xdotool'],
  'xvfb openbox chromium xclip xdotool fonts-noto-cjk',
)
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let session: XSession
let browser: Browser
let port: WindowPort
let clipboard: ReturnType<typeof xclipClipboard>
let chat: TextWindow
let notes: TextWindow

interface TextWindow {
  page: Page
  handle: WindowHandle
}

describe.skipIf(!canRun)('pasting under X11 into a text area of Chromium', () => {
  beforeAll(async () => {
    session = await startXSession()
    port = x11Port(session.display)
    clipboard = xclipClipboard(session.env)
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      headless: false,
      env: session.env as Record<string, string>,
      args: ['--no-sandbox', '--test-type'],
    })
    notes = await openTextWindow('notes')
    chat = await openTextWindow('张三-接待中心')
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    port?.close()
    await session?.stop()
  })

  beforeEach(async () => {
    for (const window of [chat, notes]) await window.page.locator('textarea').fill('')
    await focus(chat)
  })

  it('lands 30 of 30, emoji and line breaks exact, and the clipboard comes back', async () => {
    const service = newService()
    await clipboard.writeText('运单号 SF1234567890')
    for (let round = 1; round <= 30; round++) {
      const text = `${round} 亲，在的😊\n这款👩‍👧面霜能用 90 天 ~ & < > "引号"\n\t算下来每天只要 3 元`
      await chat.page.locator('textarea').fill('')
      await focus(notes)
      expect(await paste(service, text)).toMatchObject({
        status: 'pasted',
        targetTitle: expect.stringContaining('张三'),
      })
      await expect.poll(() => textOf(chat), { timeout: 3_000 }).toBe(text)
    }
    expect(await textOf(notes)).toBe('')
    await service.settled()
    expect(await clipboard.readText()).toBe('运单号 SF1234567890')
  }, 120_000)

  it('lands a text of 5,000 characters whole', async () => {
    const service = newService()
    const text = '尺码与洗涤说明：冷水轻柔机洗😊\n'.repeat(300).slice(0, 5_000)
    await paste(service, text)
    await expect.poll(() => textOf(chat)).toBe(text)
    await service.settled()
  })

  it('two uses at once land in order', async () => {
    const service = newService()
    await clipboard.writeText('最初的内容')
    const outcomes = await Promise.all([paste(service, '第一句。'), paste(service, '第二句。')])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['pasted', 'pasted'])
    await expect.poll(() => textOf(chat)).toBe('第一句。第二句。')
    await service.settled()
    expect(await clipboard.readText()).toBe('最初的内容')
  })

  it.each([
    ['text/html', Buffer.from('<b>满198减20</b>')],
    ['image/png', PNG],
  ])('brings %s back byte for byte', async (type, bytes) => {
    const service = newService()
    await clipboard.copyFormat(type, bytes)
    await paste(service, '亲，在的')
    await expect.poll(() => textOf(chat)).toBe('亲，在的')
    await service.settled()
    expect(clipboard.readFormat(type)).toEqual(bytes)
  })

  it('pastes nowhere when the agent has gone to another window', async () => {
    await focus(notes)
    const outcome = await paste(newService(), '亲，在的', { panelHasKeyboard: () => false })
    expect(outcome).toMatchObject({ status: 'copied', why: 'target-not-in-front' })
    expect(await clipboard.readText()).toBe('亲，在的')
    expect([await textOf(chat), await textOf(notes)]).toEqual(['', ''])
  })

  it('pastes nowhere when another window takes the front between the steps', async () => {
    await focus(notes)
    const thief: WindowPort = {
      ...port,
      // The last thing before the keys: at that moment the agent clicks the notes.
      hasHeldKeys: interrupted(2, () => focus(notes)),
    }
    const outcome = await paste(newService(thief), '亲，在的')
    expect(outcome).toMatchObject({ status: 'copied', why: 'target-not-in-front' })
    expect([await textOf(chat), await textOf(notes)]).toEqual(['', ''])
  })

  it('says so when the chat has been closed', async () => {
    const closed = await openTextWindow('李四-接待中心')
    await closed.page.context().close()
    await expect.poll(() => port.details(closed.handle)).toBe(null)
    expect(await paste(newService(), '亲，在的', { target: closed.handle })).toMatchObject({
      why: 'target-closed',
    })
  })

  it('knows the program, the title and the place of a window', async () => {
    expect(await port.details(chat.handle)).toMatchObject({
      exe: 'chromium',
      title: expect.stringContaining('接待中心'),
    })
    const bounds = await port.bounds(chat.handle)
    expect(bounds?.width).toBeGreaterThan(200)
  })

  it('the xdotool adapter, for where the X libraries are missing, does the same', async () => {
    const slow = xdotoolPort(session.env)
    await focus(notes)
    expect(await slow.foregroundWindow()).toBe(notes.handle)
    const text = '亲，在的😊\n稍等'
    expect(await paste(newService(slow), text)).toMatchObject({ status: 'pasted' })
    await expect.poll(() => textOf(chat)).toBe(text)
    expect(await slow.details(notes.handle)).toMatchObject({ title: expect.stringContaining('notes') })
    expect(await slow.details(1)).toBe(null)
  })
})

async function openTextWindow(title: string): Promise<TextWindow> {
  const before = await port.foregroundWindow()
  const page = await (await browser.newContext()).newPage()
  await page.setContent(
    `<title>${title}</title><textarea autofocus style="width:90vw;height:80vh"></textarea>`,
  )
  await page.locator('textarea').focus()
  const isTitled = async (window: WindowHandle) => (await port.details(window))?.title.includes(title)
  const handle = await vi.waitUntil(
    async () => {
      const front = await port.foregroundWindow()
      return front !== null && front !== before && (await isTitled(front)) ? front : null
    },
    { timeout: 10_000, interval: 20 },
  )
  // A new window's keyboard is in its address bar; a real click takes it to the page.
  execFileSync('xdotool', ['mousemove', '--window', String(handle), '400', '400', 'click', '1'], {
    env: session.env,
  })
  return { page, handle }
}

async function focus(window: TextWindow): Promise<void> {
  await port.bringToFront(window.handle)
  await vi.waitUntil(async () => (await port.foregroundWindow()) === window.handle, { interval: 5 })
}

const textOf = (window: TextWindow) => window.page.locator('textarea').inputValue()

function newService(windows: WindowPort = port): PasteService {
  return new PasteService({
    port: windows,
    clock: systemClock,
    clipboard: new BorrowedClipboard(
      electronClipboard(clipboard as never, XclipItem as never),
      systemClock,
      '\n',
    ),
    profileOf: createTargets().profileOf,
  })
}

function paste(
  service: PasteService,
  what: string,
  changes: { target?: WindowHandle; panelHasKeyboard?: () => boolean } = {},
) {
  return service.paste({
    what,
    target: chat.handle,
    panelHasKeyboard: () => true,
    hidePanel: () => undefined,
    ...changes,
  })
}

/** Answers "no key is held"; at the `nth` question `event` happens first. */
function interrupted(nth: number, event: () => Promise<void>): () => Promise<boolean> {
  let asked = 0
  return async () => {
    asked += 1
    if (asked === nth) await event()
    return false
  }
}
