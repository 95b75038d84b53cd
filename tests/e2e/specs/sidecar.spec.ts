import { SIDECAR_STRINGS } from '../../../renderer/panel/sidecar/strings.ts'
import { STRINGS } from '../../../renderer/panel/strings.ts'
import { type Frame, frameOf } from '../../support/desktop/frame.ts'
import { activeWindow, pressKeys, typeText } from '../../support/desktop/keyboard.ts'
import { run } from '../../support/desktop/run.ts'
import { Sidecar } from '../pages/sidecar.ts'
import { expect, test } from '../support/fixtures.ts'
import { takeChatsForQianniu } from '../support/qianniu.ts'
import { violationsInBothThemes } from '../support/violations.ts'

test.beforeEach(({ library }) => takeChatsForQianniu(library.dataDir))

test('a click in the sidecar beside the chat pastes, and the chat never loses the keyboard', async ({
  startAnew,
  desktop,
  chat,
  notes,
}) => {
  test.slow()
  const program = await startAnew()
  await place(chat.window, { x: 40, y: 60, width: 700, height: 640 })
  const sidecar = await Sidecar.of(program, desktop)
  await sidecar.standsAt({ width: 360 })
  await chat.focus()

  await test.step('it stands right of the chat, as high as it, and the chat has the keyboard', async () => {
    await standsOn('right')
    await expect(sidecar.page.getByText(chat.title)).toBeVisible()
    expect(await activeWindow(desktop.env)).toBe(chat.window)
  })

  await test.step('a phrase of a group, by one click: the keyboard stays where it was', async () => {
    await sidecar.click(sidecar.group('迎接'))
    await expect(sidecar.row('标准问候')).toBeVisible()
    expect(await sidecar.hasKeyboard()).toBe(false)
    await sidecar.click(sidecar.row('标准问候'))
    await expect.poll(() => chat.text()).toContain('欢迎来到')
    expect(await chat.enterPresses()).toBe(0)
    expect(await activeWindow(desktop.env)).toBe(chat.window)
    expect(await sidecar.hasKeyboard()).toBe(false)
  })

  await test.step('it takes the keyboard when its input is clicked, and Enter pastes', async () => {
    await chat.clear()
    await sidecar.click(sidecar.query)
    await expect.poll(() => sidecar.hasKeyboard()).toBe(true)
    await typeText(desktop.env, 'wh01')
    await expect(sidecar.rows).toHaveCount(1)
    await pressKeys(desktop.env, 'Return')
    await expect.poll(() => chat.text()).toContain('欢迎来到')
    await expect.poll(() => activeWindow(desktop.env)).toBe(chat.window)
    expect(await chat.enterPresses()).toBe(0)
    // The use has ended when the next words that are typed would take the place of these.
    await expect.poll(() => sidecar.markedWords()).toBe('wh01')
  })

  await test.step('clicked while another program is in front, it is the chat that gets the phrase', async () => {
    await chat.clear()
    await notes.focus()
    // Whoever chooses a step means to do something anew: the click after it is no second press.
    await sidecar.click(sidecar.step('迎接'))
    await expect(sidecar.step('迎接')).toBeChecked()
    await expect(sidecar.rows).toHaveCount(1)
    await sidecar.click(sidecar.rows.first())
    await expect.poll(() => chat.text()).toContain('欢迎来到')
    expect(await notes.text()).toBe('')
  })

  await test.step('the right button copies', async () => {
    await chat.clear()
    await sidecar.click(sidecar.rows.first(), 3)
    await sidecar.click(sidecar.choice(SIDECAR_STRINGS.menu.copy))
    await expect(sidecar.notice).toContainText('已复制')
    expect(await chat.text()).toBe('')
  })

  await test.step('and opens the phrase in the workbench', async () => {
    const opened = program.app.waitForEvent('window')
    await sidecar.click(sidecar.rows.first(), 3)
    await sidecar.click(sidecar.choice(SIDECAR_STRINGS.menu.edit))
    const bench = await opened
    await expect(bench.getByRole('dialog')).toContainText('欢迎来到')
    await bench.close()
    await chat.focus()
  })

  await test.step('axe finds nothing, in light and in dark', async () => {
    expect(await violationsInBothThemes(program.app, sidecar.page)).toEqual([])
  })

  await test.step('it follows the chat, goes to its other side, and becomes a rib', async () => {
    await place(chat.window, { x: 300, y: 30, width: 600, height: 560 })
    await standsOn('right')
    await place(chat.window, { x: 820, y: 30, width: 600, height: 560 })
    await standsOn('left')
    await place(chat.window, { x: 0, y: 0, width: 1400, height: 840 })
    const wide = await frameOf(desktop.env, chat.window)
    await sidecar.standsAt({ width: 28, height: 168 })
    expect((await sidecar.bounds()).y + 168).toBeLessThan(wide.y + wide.height - 200)
  })

  await test.step('drawn out of its rib it leaves the chat’s input free, and goes back after a paste', async () => {
    await chat.focus()
    const wide = await frameOf(desktop.env, chat.window)
    await sidecar.click(sidecar.rib)
    await sidecar.standsAt({ width: 360 })
    const { y, height } = await sidecar.bounds()
    expect(y + height).toBeLessThanOrEqual(wide.y + wide.height - 200)
    await sidecar.click(sidecar.rows.first())
    await expect.poll(() => chat.text()).toContain('欢迎来到')
    await sidecar.standsAt({ width: 28 })
    expect(await activeWindow(desktop.env)).toBe(chat.window)
  })

  await test.step('it goes when the chat is minimised, and comes back with it', async () => {
    await place(chat.window, { x: 40, y: 60, width: 700, height: 640 })
    await sidecar.standsAt({ width: 360 })
    await run('xdotool', ['windowminimize', String(chat.window)], desktop.env)
    await expect.poll(() => sidecar.isVisible()).toBe(false)
    await chat.focus()
    await standsOn('right')
    expect(await activeWindow(desktop.env)).toBe(chat.window)
  })

  await test.step('detached it stays where it is, and its setting survives; docked again it follows', async () => {
    const { x, y } = await sidecar.bounds()
    await sidecar.click(sidecar.button(SIDECAR_STRINGS.detach))
    await expect(sidecar.button(SIDECAR_STRINGS.dock)).toBeVisible()
    await place(chat.window, { x: 300, y: 120, width: 600, height: 560 })
    await sidecar.standsAt({ x, y })
    await sidecar.click(sidecar.button(SIDECAR_STRINGS.dock))
    await standsOn('right')
  })

  await test.step('closed, it is gone for good, until the tray brings it back', async () => {
    await sidecar.click(sidecar.button(SIDECAR_STRINGS.turnOff))
    await expect.poll(() => sidecar.isVisible()).toBe(false)
    await program.app.evaluate(() => {
      type Tray = { menu: { items: { label: string; click: () => void }[] } }
      const [tray] = (Reflect.get(globalThis, 'electronStandIn') as { trays: Tray[] }).trays
      tray?.menu.items.find(({ label }) => label.includes('侧边栏'))?.click()
    })
    await expect.poll(() => sidecar.isVisible()).toBe(true)
    expect(await activeWindow(desktop.env)).toBe(chat.window)
  })

  await test.step('by its hotkey the cursor goes into it, every act by the keyboard, and Esc gives it back', async () => {
    await chat.focus()
    await pressKeys(desktop.env, 'ctrl+alt+d')
    await expect.poll(() => sidecar.hasKeyboard()).toBe(true)
    await expect(sidecar.query).toBeFocused()
    await pressKeys(desktop.env, 'shift+F10')
    await expect(sidecar.choice(SIDECAR_STRINGS.menu.paste)).toBeFocused()
    await pressKeys(desktop.env, 'Down', 'Down')
    await expect(sidecar.choice(SIDECAR_STRINGS.menu.edit)).toBeFocused()
    await pressKeys(desktop.env, 'Escape')
    await expect(sidecar.menu).toHaveCount(0)
    await pressKeys(desktop.env, 'Escape')
    await expect.poll(() => activeWindow(desktop.env)).toBe(chat.window)
    await expect(sidecar.page.getByText(STRINGS.results.loading)).toHaveCount(0)
  })

  /** Beside the chat's frame, wherever that is by now, and as high as it. */
  async function standsOn(side: 'right' | 'left'): Promise<void> {
    await expect.poll(() => sidecar.isVisible()).toBe(true)
    const off = async () => {
      const frame = await frameOf(desktop.env, chat.window)
      const { x, y, width, height } = await sidecar.bounds()
      const gap = side === 'right' ? x - frame.x - frame.width : frame.x - x - width
      return { gap, y: y - frame.y, height: height - frame.height, width }
    }
    await expect.poll(off).toEqual({ gap: 0, y: 0, height: 0, width: 360 })
  }

  async function place(window: number, { x, y, width, height }: Frame): Promise<void> {
    const id = String(window)
    await run('xdotool', ['windowsize', id, String(width), String(height)], desktop.env)
    await run('xdotool', ['windowmove', id, String(x), String(y)], desktop.env)
    // Some programs mean the frame's place by that, others the page's inside it.
    const off = async () => {
      const frame = await frameOf(desktop.env, window)
      return Math.max(Math.abs(frame.x - x), Math.abs(frame.y - y), Math.abs(frame.width - width))
    }
    await expect.poll(off).toBeLessThan(25)
  }
})
