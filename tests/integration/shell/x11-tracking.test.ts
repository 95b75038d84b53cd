import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WindowHandle, WindowPort } from '../../../electron/shell/paste/window-port.ts'
import { x11Port } from '../../../electron/shell/paste/x11.ts'
import type { WindowLooks } from '../../../electron/shell/tracking/window-look.ts'
import {
  createWindowTracker,
  keepLooking,
  type TrackedWindow,
} from '../../../electron/shell/tracking/window-tracker.ts'
import { x11Looks } from '../../../electron/shell/tracking/x11-looks.ts'
import { frameOf } from '../../support/desktop/frame.ts'
import { hasPrograms } from './needs.ts'
import { within } from './within.ts'
import { ended, startXSession, type XSession } from './x-session.ts'

const canRun = hasPrograms(['Xvfb', 'openbox', 'xdotool', 'l3afpad'], 'xvfb openbox xdotool l3afpad')
const EDITOR = { id: 'editor', name: '编辑器', chatInput: { height: 100, left: 0, right: 0 } }
const LIMIT_MS = 20_000

let session: XSession
let port: WindowPort
let looks: WindowLooks
let stop: () => void
const told: (TrackedWindow | null)[] = []
/** Editors that count as chats. A window manager that takes one away gives the keyboard to the other. */
let chats = /./
const editors = new Map<WindowHandle, ChildProcess>()
const folder = mkdtempSync(path.join(tmpdir(), 'golden-six-tracking-'))

const xdotool = (...args: (string | number)[]) =>
  execFileSync('xdotool', args.map(String), { env: session.env })
const now = () => told.at(-1) ?? null

/** What is followed, as soon as it is as wished. */
const seen = (wished: (tracked: TrackedWindow | null) => boolean) =>
  within(LIMIT_MS, () => (wished(now()) ? { tracked: now() } : null)).then(({ tracked }) => tracked)

async function openEditor(name: string): Promise<WindowHandle> {
  const before = await port.foregroundWindow()
  const env = { ...session.env, LC_ALL: 'C.UTF-8' }
  const editor = spawn('l3afpad', [path.join(folder, name)], { env, stdio: 'ignore' })
  const window = await within(LIMIT_MS, async () => {
    const front = await port.foregroundWindow()
    return front !== null && front !== before ? front : null
  })
  editors.set(window, editor)
  return window
}

describe.skipIf(!canRun)('following an editor under X11', () => {
  let first: WindowHandle
  let second: WindowHandle

  beforeAll(async () => {
    session = await startXSession()
    port = x11Port(session.display)
    looks = x11Looks(session.display)
    const tracker = createWindowTracker({
      windows: port,
      looks,
      profileOf: ({ exe, title }) => (exe === 'l3afpad' && chats.test(title) ? EDITOR : null),
      isOurs: () => false,
      now: () => performance.now(),
      onChange: (tracked) => told.push(tracked),
    })
    stop = keepLooking(tracker)
    first = await openEditor('张三.txt')
    second = await openEditor('李四.txt')
  }, 60_000)

  afterAll(async () => {
    stop?.()
    for (const editor of editors.values()) await ended(editor)
    looks?.close()
    port?.close()
    await session?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('follows the one that was used last', async () => {
    await seen((tracked) => tracked?.window === second)
    await port.bringToFront(first)
    expect(await seen((tracked) => tracked?.window === first)).toMatchObject({ isInFront: true })
  })

  describe('the first of them, the other being no chat now', () => {
    beforeAll(async () => {
      chats = /张三/
      await port.bringToFront(first)
      await seen((tracked) => tracked?.window === first && tracked.isInFront)
    }, 60_000)
    afterAll(() => {
      chats = /./
    })

    it('sees it move and change its size, with the frame that the window manager drew', async () => {
      xdotool('windowsize', first, 600, 400)
      xdotool('windowmove', first, 180, 140)
      await seen((tracked) => tracked?.window === first && tracked.bounds.x === 180)
      await expect.poll(() => now()?.bounds).toEqual(await frameOf(session.env, first))
      expect(now()?.bounds.height).toBeGreaterThan(400)
    })

    it('sees every move of a row in which it is dragged', async () => {
      const from = told.length
      for (let x = 200; x <= 500; x += 60) {
        xdotool('windowmove', first, x, 140)
        await seen((tracked) => tracked?.bounds.x === x)
      }
      expect(told.length).toBeGreaterThanOrEqual(from + 6)
    })

    it('sees it minimised and restored to its place', async () => {
      const before = now()?.bounds
      xdotool('windowminimize', first)
      await seen((tracked) => tracked?.window === first && tracked.state === 'minimised')
      await port.bringToFront(first)
      await expect.poll(now).toMatchObject({ window: first, state: 'shown', bounds: before })
    })

    it('sees it go to another desktop and come back', async () => {
      xdotool('set_desktop_for_window', first, 1)
      // Some window managers call that minimised.
      await seen((tracked) => tracked?.window === first && tracked.state !== 'shown')
      xdotool('set_desktop_for_window', first, 0)
      await seen((tracked) => tracked?.state === 'shown')
    })

    it('keeps from the keyboard a window that is not to take it, also when it is clicked', async () => {
      await port.bringToFront(first)
      xdotool('windowsize', second, 340, 300)
      xdotool('windowmove', second, 900, 300)
      const click = async () => {
        const { x, y } = await frameOf(session.env, second)
        xdotool('mousemove', x + 150, y + 200, 'click', 1)
      }
      const inFront = (window: WindowHandle) =>
        within(LIMIT_MS, async () => ((await port.foregroundWindow()) === window ? true : null))
      await inFront(first)
      looks.letTakeFocus?.(second, false)
      await click()
      // Any later request is answered after the click: by then the window manager has dealt with it.
      xdotool('windowmove', '--sync', second, 880, 300)
      expect(await port.foregroundWindow()).toBe(first)
      looks.raise(second)
      await expect.poll(() => port.visibleWindows()).toEqual([second, first])
      expect(await port.foregroundWindow()).toBe(first)
      looks.letTakeFocus?.(second, true)
      await click()
      await inFront(second)
      await port.bringToFront(first)
      await inFront(first)
    })
  })

  it('when it is closed follows the one used before, and none after that', async () => {
    const end = async (window: WindowHandle) => {
      const editor = editors.get(window)
      if (editor) await ended(editor)
    }
    for (const window of [second, first]) {
      await port.bringToFront(window)
      await seen((tracked) => tracked?.window === window)
    }
    await end(first)
    await seen((tracked) => tracked?.window === second)
    await end(second)
    await seen((tracked) => tracked === null)
  })
})
