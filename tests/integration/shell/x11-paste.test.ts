import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCapture } from '../../../electron/shell/capture/capture-selection.ts'
import { BorrowedClipboard } from '../../../electron/shell/paste/borrowed-clipboard.ts'
import type { PasteService } from '../../../electron/shell/paste/paste.ts'
import { COPY_KEYS, systemClock } from '../../../electron/shell/paste/window-port.ts'
import { xdotoolPort } from '../../../electron/shell/paste/xdotool.ts'
import { hasPrograms } from './needs.ts'
import {
  openX11Desk,
  pasting,
  type TextWindow,
  X11_PACKAGES,
  X11_PROGRAMS,
  type X11Desk,
} from './x11/desk.ts'
import { playRounds } from './x11/rounds.ts'

const canRun = hasPrograms(X11_PROGRAMS, X11_PACKAGES)
/** Every story once into each program, a plain paste before each, and then many plain ones; `npm run soak` plays more. */
const ROUNDS = { mixed: 32, plain: 168 }
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let desk: X11Desk
let chat: TextWindow
let editor: TextWindow

describe.skipIf(!canRun)('pasting under X11 into a text area of Chromium and into a GTK editor', () => {
  beforeAll(async () => {
    desk = await openX11Desk()
    editor = await desk.openEditor('李四')
    chat = await desk.openTextArea('张三-接待中心')
  }, 60_000)

  afterAll(() => desk?.close())

  beforeEach(async () => {
    for (const window of [editor, chat]) await window.clear()
    await desk.focus(chat)
  })

  it('lands every text exactly and nothing anywhere else, whatever goes wrong at the desk', async () => {
    const rounds = await playRounds(ROUNDS, desk, [chat, editor])
    expect(rounds).toHaveLength(200)
    expect(rounds.filter(({ faults }) => faults.length > 0)).toEqual([])
    expect(new Set(rounds.map(({ story, program }) => `${story} ${program}`)).size).toBe(18)
    expect(rounds.map(({ length }) => length)).toEqual(expect.arrayContaining([1, 5_000]))
  }, 400_000)

  it('two uses at once land in order, and what comes back was there before the first', async () => {
    const service = desk.service()
    await desk.clipboard.writeText('最初的内容')
    const uses = ['第一句。', '第二句。'].map((text) => service.paste(pasting(chat, text)))
    expect((await Promise.all(uses)).map(({ status }) => status)).toEqual(['pasted', 'pasted'])
    await expect.poll(() => chat.text()).toBe('第一句。第二句。')
    await service.settled()
    expect(await desk.clipboard.readText()).toBe('最初的内容')
  })

  it('brings an image back byte for byte', async () => {
    const service = desk.service()
    await desk.clipboard.copyFormat('image/png', PNG)
    await service.paste(pasting(chat, '亲，在的'))
    await expect.poll(() => chat.text()).toBe('亲，在的')
    await service.settled()
    expect(desk.clipboard.readFormat('image/png')).toEqual(PNG)
  })

  it('says so when the chat has been closed', async () => {
    const closed = await desk.openTextArea('李四-接待中心')
    await closed.close()
    await expect.poll(() => desk.port.details(closed.handle)).toBe(null)
    expect(await desk.service().paste(pasting(closed, '亲，在的'))).toMatchObject({ why: 'target-closed' })
  })

  it('knows the program, the title and the place of a window, and which windows there are', async () => {
    expect(await desk.port.details(chat.handle)).toMatchObject({
      exe: 'chromium',
      title: expect.stringContaining('接待中心'),
    })
    expect((await desk.port.bounds(chat.handle))?.width).toBeGreaterThan(200)
    expect(await desk.port.visibleWindows()).toEqual(expect.arrayContaining([chat.handle, editor.handle]))
  })

  it('the xdotool adapter, for where the X libraries are missing, pastes as well', async () => {
    const slow = xdotoolPort(desk.session.env)
    await desk.focus(editor)
    expect(await slow.foregroundWindow()).toBe(editor.handle)
    const text = '亲，在的😊\n稍等'
    const service = desk.service(slow)
    expect(await service.paste(pasting(chat, text))).toMatchObject({ status: 'pasted' })
    await expect.poll(() => chat.text()).toBe(text)
    await service.settled()
    expect(await slow.details(editor.handle)).toMatchObject({ title: expect.stringContaining('李四') })
    expect(await slow.details(1)).toBe(null)
  })

  describe('what is selected', () => {
    const capture = (window: TextWindow, service: PasteService) =>
      createCapture({
        ...{ port: desk.port, clock: systemClock },
        clipboard: new BorrowedClipboard(desk.electron, systemClock, '\n'),
        withOwnClipboard: (act) => service.withOwnClipboard(act),
        ownTurns: () => service.turns,
        panelHasKeyboard: () => false,
        panelChords: () => 0,
      })(window.handle)

    it.each(['chromium', 'editor'])('in %s is taken, and the clipboard is as it was', async (program) => {
      const window = program === 'editor' ? editor : chat
      const service = desk.service()
      await service.paste(pasting(window, '这个面霜\n能用多久😊'))
      await expect.poll(() => window.text()).toBe('这个面霜\n能用多久😊')
      await service.settled()
      await desk.clipboard.writeText('运单号 SF1234567890')
      await desk.focus(window)
      await window.selectAll()
      expect(await capture(window, service)).toEqual({ from: 'selection', text: '这个面霜\n能用多久😊' })
      expect(await desk.clipboard.readText()).toBe('运单号 SF1234567890')
    })

    it.each(['chromium', 'editor'])('in %s is told from what another program copies', async (program) => {
      const window = program === 'editor' ? editor : chat
      const service = desk.service()
      await service.paste(pasting(window, '这个面霜能用多久'))
      await expect.poll(() => window.text()).toBe('这个面霜能用多久')
      await service.settled()
      await desk.clipboard.writeText('验证码 820461')
      expect(desk.port.wroteClipboard(window.handle)).toBe(false)
      await desk.focus(window)
      await window.selectAll()
      desk.port.sendKeys(COPY_KEYS)
      await expect.poll(() => desk.clipboard.readText()).toBe('这个面霜能用多久')
      expect(desk.port.wroteClipboard(window.handle)).toBe(true)
      expect(desk.port.wroteClipboard((window === chat ? editor : chat).handle)).toBe(false)
    })

    it('and nothing is: what was copied before takes its place', async () => {
      await desk.clipboard.writeText('运单号 SF1234567890')
      await desk.focus(chat)
      expect(await capture(chat, desk.service())).toEqual({ from: 'clipboard', text: '运单号 SF1234567890' })
    })
  })
})
