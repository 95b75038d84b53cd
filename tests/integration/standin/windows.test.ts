import type { BrowserWindow } from 'electron'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Chat, openChat } from '../../support/desktop/chat.ts'
import { maySkipDesktopTests } from '../../support/desktop/desktop.ts'
import { activeWindow, typeText } from '../../support/desktop/keyboard.ts'
import { type Fixture, startFixture, until } from './fixture.ts'

describe.skipIf(maySkipDesktopTests())('windows on the stand-in', () => {
  let fixture: Fixture
  let chat: Chat
  beforeAll(async () => {
    fixture = await startFixture()
    chat = await openChat(fixture.desktop)
  }, 60_000)
  afterAll(async () => {
    await chat.close()
    await fixture.stop()
  })
  afterEach(() => onWindow((window) => window.hide()))

  const onWindow = async <T>(work: (window: BrowserWindow) => T): Promise<T> => {
    const window = await fixture.app.browserWindow(fixture.page)
    return window.evaluate(work as never) as Promise<T>
  }
  const isFocused = () => onWindow((window) => window.isFocused())

  it('starts hidden, at its size, in the middle of the screen', async () => {
    expect(await onWindow((window) => [window.isVisible(), window.getBounds()])).toEqual([
      false,
      { x: 360, y: 240, width: 560, height: 320 },
    ])
  })

  it('takes the keyboard when shown, and gives it back to the chat when hidden', async () => {
    await chat.focus()
    const events = await onWindow((window) => {
      const seen: string[] = []
      for (const name of ['show', 'focus', 'blur', 'hide'] as const)
        window.on(name as 'show', () => seen.push(name))
      window.webContents.once('input-event', (_event, { type }) => seen.push(type))
      Object.assign(globalThis, { seen })
      window.show()
      return [window.isVisible(), window.isFocused()]
    })
    expect(events).toEqual([true, false]) // the window manager gives the keyboard a moment later, as in Electron
    await until(isFocused, (focused) => focused)
    await fixture.page.locator('#field').focus()
    await typeText(fixture.desktop.env, 'abc')
    await until(
      () => fixture.page.locator('#field').inputValue(),
      (value) => value === 'abc',
    )
    await onWindow((window) => window.hide())
    await until(isFocused, (focused) => !focused)
    await until(
      () => activeWindow(fixture.desktop.env),
      (active) => active === chat.window,
    )
    expect(await fixture.app.evaluate(() => Reflect.get(globalThis, 'seen'))).toEqual([
      'show',
      'focus',
      'rawKeyDown',
      'hide',
      'blur',
    ])
  })

  it('leaves the keyboard in the chat when shown inactive', async () => {
    await chat.focus()
    await chat.clear()
    await onWindow((window) => window.showInactive())
    await until(
      () => onWindow((window) => window.isVisible()),
      (visible) => visible,
    )
    await typeText(fixture.desktop.env, 'still here')
    await chat.waitForText('still here')
    expect(await isFocused()).toBe(false)
  })

  it('moves and resizes for real, and tells', async () => {
    await onWindow((window) => {
      const moves: string[] = []
      Object.assign(globalThis, { moves })
      window.on('move', () => moves.push('move'))
      window.on('resize', () => moves.push('resize'))
      window.show()
      window.setBounds({ x: 100, y: 50, width: 600, height: 400 })
    })
    const inside = () => fixture.page.evaluate(() => [innerWidth, innerHeight, screenX, screenY])
    await until(inside, (page) => JSON.stringify(page) === '[600,400,100,50]')
    expect(await fixture.app.evaluate(() => Reflect.get(globalThis, 'moves'))).toEqual(['resize', 'move'])
    await onWindow((window) => {
      window.setPosition(10, 20)
      window.setSize(560, 320)
      window.center()
    })
    expect(await onWindow((window) => window.getBounds())).toEqual({
      x: 360,
      y: 240,
      width: 560,
      height: 320,
    })
  })

  it('minimises and comes back', async () => {
    await onWindow((window) => window.show())
    await until(isFocused, (focused) => focused)
    await onWindow((window) => window.minimize())
    await until(
      () => onWindow((window) => window.isMinimized()),
      (minimised) => minimised,
    )
    expect(await onWindow((window) => window.isVisible())).toBe(false)
    await onWindow((window) => window.restore())
    await until(isFocused, (focused) => focused)
    expect(await onWindow((window) => window.isMinimized())).toBe(false)
  })

  it('lets the app refuse to close a window, and forgets one that was closed', async () => {
    const story = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://ui/other.html')
      const seen: string[] = []
      const refuse = (event: { preventDefault(): void }) => event.preventDefault()
      window.on('close', refuse)
      window.on('closed', () => seen.push('closed'))
      window.close()
      seen.push(`destroyed: ${window.isDestroyed()}`)
      window.off('close', refuse)
      window.close()
      seen.push(`destroyed: ${window.isDestroyed()}`)
      try {
        window.getBounds()
      } catch (error) {
        seen.push(String(error))
      }
      return [...seen, `left: ${BrowserWindow.getAllWindows().length}`]
    })
    expect(story).toEqual([
      'destroyed: false',
      'closed',
      'destroyed: true',
      'TypeError: Object has been destroyed',
      'left: 1',
    ])
  })

  it('says ready-to-show once the page of a hidden window is there, and follows its title', async () => {
    const title = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, title: 'workbench' })
      const before = window.getTitle()
      const ready = new Promise<void>((resolve) => window.once('ready-to-show', () => resolve()))
      const titled = new Promise<string>((resolve) => {
        window.once('page-title-updated', (_event: unknown, name: string) => resolve(name))
      })
      await window.loadURL('app://ui/other.html')
      await ready
      const after = await titled
      window.destroy()
      return [before, after]
    })
    expect(title).toEqual(['workbench', 'other page'])
  })

  it('captures what the page shows', async () => {
    await onWindow((window) => window.show())
    const image = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const captured = await window!.webContents.capturePage()
      return {
        size: captured.getSize(),
        empty: captured.isEmpty(),
        signature: captured.toPNG().subarray(1, 4).toString(),
      }
    })
    expect(image).toEqual({ size: { width: 560, height: 320 }, empty: false, signature: 'PNG' })
  })

  it('can be focused and painted within 50 ms of show()', async () => {
    await chat.focus()
    const times: number[] = []
    for (let round = 0; round < 20; round++) {
      const took = await fixture.app.evaluate(async ({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows()[0]!
        const shownAt = performance.now()
        const focused = new Promise<void>((resolve) => window.once('focus', resolve))
        window.show()
        await focused
        await window.webContents.executeJavaScript(
          'new Promise((r) => requestAnimationFrame(() => setTimeout(r)))',
        )
        return performance.now() - shownAt
      })
      times.push(took)
      await onWindow((window) => window.hide())
      await until(isFocused, (focused) => !focused)
    }
    times.sort((a, b) => a - b)
    const shown = [times[0]!, times[10]!, times[19]!].map((ms) => ms.toFixed(1))
    console.log(`show → focused and painted: fastest ${shown[0]}, median ${shown[1]}, slowest ${shown[2]} ms`)
    // The fastest of twenty is the stand-in's own share; what comes on top is how busy the machine is.
    expect(times[0]).toBeLessThan(50)
  })
})
