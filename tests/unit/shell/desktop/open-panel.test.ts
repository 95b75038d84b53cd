import { beforeEach, describe, expect, it } from 'vitest'
import { BROWSER, CHAT, PANEL } from '../paste/pretend-desktop.ts'
import { PretendShell } from './pretend-shell.ts'

let shell: PretendShell

beforeEach(() => {
  shell = new PretendShell()
})

describe('the hotkey is pressed over a chat', () => {
  it('the panel is there before anything is waited for, and tells whose chat it is', () => {
    void shell.desktop.openPanelOverTarget()
    expect(shell.panelIsVisible).toBe(true)
    expect(shell.events).toEqual([
      { kind: 'panel-shown', shownAt: 1_700_000_000_000, targetTitle: '张三-接待中心' },
    ])
  })

  it('a phrase goes to that chat and to no other', async () => {
    await shell.desktop.openPanelOverTarget()
    shell.windows.front = null
    await shell.desktop.deliver('亲，在的', 'paste')
    expect(shell.pasted.map(({ what, target }) => ({ what, target }))).toEqual([
      { what: '亲，在的', target: CHAT },
    ])
    expect(shell.panelIsVisible).toBe(false)
  })

  it('pressed again, the panel stays: the next words must not go into the chat', async () => {
    await shell.desktop.openPanelOverTarget()
    shell.windows.front = PANEL
    await shell.desktop.openPanelOverTarget()
    expect(shell.panelIsVisible).toBe(true)
    expect(shell.events).toHaveLength(2)
    await shell.desktop.deliver('亲，在的', 'paste')
    expect(shell.pasted[0]?.target).toBe(CHAT)
  })

  it('pressed while the panel is still on its way out, the next phrase goes to the same chat', async () => {
    await shell.desktop.openPanelOverTarget()
    shell.desktop.hidePanel()
    shell.windows.front = PANEL
    await shell.desktop.openPanelOverTarget()
    await shell.desktop.deliver('亲，在的', 'paste')
    expect(shell.pasted[0]?.target).toBe(CHAT)
  })

  it('a window system that answers late still gives the right chat', async () => {
    shell.windows.foregroundWindow = (() => Promise.resolve(CHAT)) as never
    shell.windows.details = (() => Promise.resolve(null)) as never
    await shell.desktop.openPanelOverTarget()
    expect(shell.events).toMatchObject([{ kind: 'panel-shown', targetTitle: null }])
    await shell.desktop.deliver('亲，在的', 'paste')
    expect(shell.pasted[0]?.target).toBe(CHAT)
  })
})

describe('the hotkey is pressed on macOS, where the chat stays in front of the panel', () => {
  it('the panel shows at once and the chat is noted after', async () => {
    shell.windows.losesFrontToPanel = false
    shell.windows.foregroundWindow = (() => Promise.resolve(CHAT)) as never
    const opening = shell.desktop.openPanelOverTarget()
    expect(shell.panelIsVisible).toBe(true)
    await opening
    await shell.desktop.deliver('亲，在的', 'paste')
    expect(shell.pasted[0]?.target).toBe(CHAT)
  })
})

describe('the panel is opened otherwise', () => {
  it('for a message that was copied in a chat, that chat is answered in, not what is in front by then', async () => {
    shell.windows.front = BROWSER
    await shell.desktop.openPanelWith('什么时候发货', CHAT)
    expect(shell.events).toMatchObject([
      { kind: 'panel-shown', targetTitle: '张三-接待中心' },
      { kind: 'captured', captured: { as: 'message', text: '什么时候发货' } },
    ])
    await shell.desktop.deliver('亲，在的', 'paste')
    expect(shell.pasted[0]?.target).toBe(CHAT)
  })

  it('for such a message while it stands open over another window, too', async () => {
    shell.windows.front = BROWSER
    await shell.desktop.openPanelOverTarget()
    await shell.desktop.openPanelWith('什么时候发货', CHAT)
    await shell.desktop.deliver('亲，在的', 'paste')
    expect(shell.pasted[0]?.target).toBe(CHAT)
  })

  it('over our own workbench there is nothing to paste into', async () => {
    shell.workbenchHasKeyboard = true
    await shell.desktop.openPanelOverTarget()
    await shell.desktop.deliver('亲，在的', 'paste')
    expect(shell.pasted[0]?.target).toBe(null)
  })

  it('from the tray, the chat of an earlier use is not pasted into', async () => {
    await shell.desktop.openPanelOverTarget()
    shell.desktop.hidePanel()
    shell.desktop.showPanel()
    await shell.desktop.deliver('亲，在的', 'paste')
    expect(shell.pasted[0]?.target).toBe(null)
  })
})
