import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chat, openChat } from '../../support/desktop/chat.ts'
import { maySkipDesktopTests } from '../../support/desktop/desktop.ts'
import { movePointer, pressKeys, typeText } from '../../support/desktop/keyboard.ts'
import { type Fixture, startFixture, until } from './fixture.ts'

describe.skipIf(maySkipDesktopTests())('global shortcuts and the screen on the stand-in', () => {
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

  const register = (accelerator: string) =>
    fixture.app.evaluate(({ globalShortcut }, key) => {
      const pressed = (Reflect.get(globalThis, 'pressed') as string[] | undefined) ?? []
      Object.assign(globalThis, { pressed })
      return globalShortcut.register(key, () => pressed.push(key))
    }, accelerator)
  const pressed = () => fixture.app.evaluate(() => (Reflect.get(globalThis, 'pressed') as string[]).splice(0))

  it('hears its key while the chat has the keyboard, and the chat does not', async () => {
    expect(await register('CommandOrControl+Alt+Space')).toBe(true)
    await chat.focus()
    await chat.clear()
    await pressKeys(fixture.desktop.env, 'ctrl+alt+space')
    expect(await until(pressed, (keys) => keys.length > 0)).toEqual(['CommandOrControl+Alt+Space'])
    await typeText(fixture.desktop.env, 'x')
    await chat.waitForText('x')
  })

  it('hears its key with Num Lock on', async () => {
    await pressKeys(fixture.desktop.env, 'Num_Lock')
    await pressKeys(fixture.desktop.env, 'ctrl+alt+space')
    await until(pressed, (keys) => keys.length > 0)
    await pressKeys(fixture.desktop.env, 'Num_Lock')
  })

  it('says false when another program holds the key, and true again when it lets go', async () => {
    const other = await startFixtureOn(fixture)
    expect(await other.register('Control+Shift+F9')).toBe(true)
    expect(await register('Control+Shift+F9')).toBe(false)
    expect(
      await fixture.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Control+Shift+F9')),
    ).toBe(false)
    await other.stop()
    await until(
      () => register('Control+Shift+F9'),
      (free) => free,
    )
    await fixture.app.evaluate(({ globalShortcut }) => globalShortcut.unregister('Control+Shift+F9'))
  })

  it('says false for a key of its own, and lets go of keys', async () => {
    expect(await register('Ctrl+Alt+Space')).toBe(false)
    const isRegistered = () =>
      fixture.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('control+alt+space'))
    expect(await isRegistered()).toBe(true)
    await fixture.app.evaluate(({ globalShortcut }) => globalShortcut.setSuspended(true))
    await chat.focus()
    await pressKeys(fixture.desktop.env, 'ctrl+alt+space')
    await fixture.app.evaluate(({ globalShortcut }) => globalShortcut.setSuspended(false))
    await pressKeys(fixture.desktop.env, 'ctrl+alt+space')
    await until(pressed, (keys) => keys.length === 1)
    await fixture.app.evaluate(({ globalShortcut }) => globalShortcut.unregisterAll())
    expect(await isRegistered()).toBe(false)
  })

  it('refuses accelerators that Electron does not know', async () => {
    for (const bad of ['Ctrl+Alt+Leertaste', 'Strg+A', 'Ctrl', 'A+B', 'Cmd+A', '']) {
      await expect(register(bad), bad).rejects.toThrow('conversion failure from')
    }
  })

  it('knows the screen and where the pointer is', async () => {
    await movePointer(fixture.desktop.env, 321, 123)
    const seen = await fixture.app.evaluate(({ screen }) => {
      const at = screen.getCursorScreenPoint()
      const display = screen.getDisplayNearestPoint(at)
      return [
        at,
        display.bounds,
        display.scaleFactor,
        screen.getAllDisplays().length,
        screen.getPrimaryDisplay().workAreaSize,
      ]
    })
    expect(seen).toEqual([
      { x: 321, y: 123 },
      { x: 0, y: 0, width: 1280, height: 800 },
      1,
      1,
      { width: 1280, height: 800 },
    ])
  })
})

/** A second instance of the fixture, with data of its own, on the same desktop: the program that took the key. */
async function startFixtureOn({ desktop }: Fixture) {
  const other = await startFixture(desktop)
  return {
    register: (accelerator: string) =>
      other.app.evaluate(({ globalShortcut }, key) => globalShortcut.register(key, () => {}), accelerator),
    stop: other.stop,
  }
}
