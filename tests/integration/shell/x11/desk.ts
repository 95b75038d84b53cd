import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { BorrowedClipboard } from '../../../../electron/shell/paste/borrowed-clipboard.ts'
import { electronClipboard } from '../../../../electron/shell/paste/clipboard.ts'
import { type PasteRequest, PasteService } from '../../../../electron/shell/paste/paste.ts'
import {
  systemClock,
  type WindowHandle,
  type WindowPort,
} from '../../../../electron/shell/paste/window-port.ts'
import { x11Port } from '../../../../electron/shell/paste/x11.ts'
import { createTargets } from '../../../../electron/shell/targets.ts'
import { openKeyboard } from '../../../bench/keyboard.ts'
import { within } from '../within.ts'
import { ended, startXSession } from '../x-session.ts'
import { XclipItem, xclipClipboard } from '../xclip-clipboard.ts'

/** Programs that the X11 stories need, and what Debian calls them. */
export const X11_PROGRAMS = ['Xvfb', 'openbox', 'chromium', 'xclip', 'xdotool', 'l3afpad']
export const X11_PACKAGES = 'xvfb openbox chromium xclip xdotool l3afpad fonts-noto-cjk'

const LANDS_WITHIN_MS = 20_000

/** A window with a text in it, of a program that is not ours. */
export interface TextWindow {
  program: 'chromium' | 'editor'
  handle: WindowHandle
  /** Of the process that takes the window's messages. */
  processId: number
  text(): Promise<string>
  clear(): Promise<void>
  selectAll(): Promise<void>
}

export type X11Desk = Awaited<ReturnType<typeof openX11Desk>>

/** A display of its own with a window manager, a Chromium and a GTK editor on it. */
export async function openX11Desk() {
  const session = await startXSession()
  const port = x11Port(session.display)
  const keyboard = openKeyboard(session.display)
  const clipboard = xclipClipboard(session.env)
  const electron = electronClipboard(clipboard as never, XclipItem as never)
  const { profileOf } = createTargets()
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    headless: false,
    env: session.env as Record<string, string>,
    args: ['--no-sandbox', '--test-type'],
  })
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-six-x11-'))
  const editors: ChildProcess[] = []
  const services: PasteService[] = []

  async function focus({ handle }: Pick<TextWindow, 'handle'>): Promise<void> {
    await within(LANDS_WITHIN_MS, async () => {
      if ((await port.foregroundWindow()) === handle) return true
      await port.bringToFront(handle)
      return null
    })
  }

  /** The window that has come to the front with this in its title. */
  function appeared(title: string, before: WindowHandle | null): Promise<WindowHandle> {
    return within(LANDS_WITHIN_MS, async () => {
      const front = await port.foregroundWindow()
      const isNew = front !== null && front !== before
      return isNew && (await port.details(front))?.title.includes(title) ? front : null
    })
  }

  async function openTextArea(title: string): Promise<TextWindow & { close(): Promise<void> }> {
    const before = await port.foregroundWindow()
    const page = await (await browser.newContext()).newPage()
    await page.setContent(
      `<title>${title}</title><textarea autofocus style="width:90vw;height:80vh"></textarea>`,
    )
    const area = page.locator('textarea')
    await area.focus()
    const handle = await appeared(title, before)
    // A new window's keyboard is in its address bar; a real click takes it to the page.
    execFileSync('xdotool', ['mousemove', '--window', String(handle), '400', '400', 'click', '1'], {
      env: session.env,
    })
    return {
      program: 'chromium',
      handle,
      processId: processOf(handle),
      text: () => area.inputValue(),
      clear: () => area.fill(''),
      selectAll: () => area.selectText(),
      close: () => page.context().close(),
    }
  }

  /** A GTK editor on a file: saved, the file says what stands in it. */
  async function openEditor(title: string): Promise<TextWindow> {
    const file = path.join(folder, `${title}.txt`)
    writeFileSync(file, '')
    const before = await port.foregroundWindow()
    const env = { ...session.env, LC_ALL: 'C.UTF-8' }
    editors.push(spawn('l3afpad', [file], { env, stdio: 'ignore' }))
    const handle = await appeared(title, before)
    const window = { handle }
    const saved = async () => {
      await focus(window)
      keyboard.press('Control', 's')
      return readFileSync(file, 'utf8')
    }
    return {
      program: 'editor',
      handle,
      processId: processOf(handle),
      /** Twice the same: the first may still be what was saved before. */
      async text() {
        let last: string | null = null
        return within(LANDS_WITHIN_MS, async () => {
          const before = last
          last = await saved()
          await systemClock.sleep(40)
          return last === before ? last : null
        })
      },
      async clear() {
        await within(LANDS_WITHIN_MS, async () => {
          await focus(window)
          keyboard.press('Control', 'a')
          keyboard.press('Delete')
          return (await saved()) === '' ? true : null
        })
      },
      async selectAll() {
        await focus(window)
        keyboard.press('Control', 'a')
      },
    }
  }

  const processOf = (handle: WindowHandle) =>
    Number(execFileSync('xdotool', ['getwindowpid', String(handle)], { env: session.env }))

  return {
    session,
    port,
    keyboard,
    clipboard,
    electron,
    focus,
    openTextArea,
    openEditor,

    /** The shell's own service; what stories look at themselves they need not wait for. */
    service: (
      windows: WindowPort = port,
      delays: { readsWithinMs?: number; givesBackAfterMs?: number } = {},
    ): PasteService => {
      const service = new PasteService({
        port: windows,
        clock: systemClock,
        clipboard: new BorrowedClipboard(electron, systemClock, '\n'),
        profileOf: (window) => ({ ...profileOf(window), ...delays }),
      })
      services.push(service)
      return service
    },

    async close(): Promise<void> {
      // As the program does when it ends: a clipboard that is given back later needs the display.
      for (const service of services) await service.settled()
      await browser.close()
      for (const editor of editors) await ended(editor)
      keyboard.close()
      port.close()
      await session.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As the panel asks for it, with the keyboard in the panel. */
export const pasting = (
  window: Pick<TextWindow, 'handle'>,
  what: string,
  panelHasKeyboard = () => true,
): PasteRequest => ({ what, target: window.handle, panelHasKeyboard, hidePanel: () => undefined })

/** The adapter, with something that happens as the last keys are looked at, just before ours. */
export function withLastMoment(port: WindowPort, event: () => Promise<void>): WindowPort {
  let asked = 0
  return {
    ...port,
    async hasHeldKeys() {
      asked += 1
      if (asked === 2) await event()
      return false
    },
  }
}
