import { beforeEach, describe, expect, it } from 'vitest'
import { copied } from '../../../../electron/shell/paste/outcomes.ts'
import { BROWSER, CHAT, PANEL } from '../paste/pretend-desktop.ts'
import { PretendShell } from './pretend-shell.ts'

let shell: PretendShell

beforeEach(() => {
  shell = new PretendShell()
})

describe('a phrase is used in the sidecar', () => {
  const use = (hasMore = false, target: number | null = CHAT) =>
    shell.desktop.deliver('亲，在的', 'paste', { hasMore, from: 'sidecar', target })
  /** What the paste service hears when it asks whether the agent is still where they clicked. */
  const isStillHere = () => shell.pasted[0]?.panelHasKeyboard()

  it('and goes to the chat beside it, not to where the panel was opened last', async () => {
    shell.windows.front = BROWSER
    await shell.desktop.openPanelOverTarget()
    shell.windows.front = CHAT
    await use()
    expect(shell.pasted).toMatchObject([{ what: '亲，在的', target: CHAT }])
    expect(shell.done).toEqual(['folded'])
  })

  it('for a chat that it is beside no more when that is heard: it is copied, and goes to nobody else', async () => {
    const JUST_CLICKED = CHAT + 1
    shell.docked = JUST_CLICKED
    for (const meant of [CHAT, null]) {
      expect(await use(false, meant)).toMatchObject({ status: 'copied', why: 'target-not-in-front' })
    }
    const { pasted, done, enter } = shell
    expect({ pasted, done, enter }).toEqual({ pasted: [], done: [], enter: [] })
    await use(false, JUST_CLICKED)
    expect(shell.pasted).toMatchObject([{ target: JUST_CLICKED }])
  })

  it('by Enter, which then goes nowhere for a moment; after a click Enter is the chat’s at once', async () => {
    await use()
    expect(shell.enter).toEqual([])
    shell.sidecarHasKeyboard = true
    await use()
    expect(shell.enter).toEqual(['held back', 'free soon'])
  })

  it('over another program: a click means the chat, unless the agent goes elsewhere after it', async () => {
    shell.windows.front = BROWSER
    await use()
    expect(isStillHere()).toBe(true)
    shell.windows.front = PANEL
    expect(isStillHere()).toBe(false)
    shell.sidecarHasKeyboard = true
    expect(isStillHere()).toBe(true)
  })

  it('that has more parts: the keyboard comes back to the sidecar if it was there, and only then', async () => {
    await use(true)
    expect(shell.done).toEqual([])
    shell.sidecarHasKeyboard = true
    await use(true)
    await expect.poll(() => shell.done).toEqual(['keyboard taken'])
    shell.beforeComingBack = () => {
      shell.windows.front = BROWSER
    }
    await use(true)
    await expect.poll(() => shell.enter.at(-1)).toBe('free soon')
    expect(shell.done).toEqual(['keyboard taken'])
  })

  it('and could not be pasted: the sidecar says so, or a notification where it is not to be seen', async () => {
    shell.outcome = copied('target-hung')
    await use()
    expect(shell.notifications).toEqual([])
    shell.sidecarAt = null
    await use()
    expect(shell.notifications).toEqual([expect.stringContaining('Ctrl+V')])
  })

  it('whose input has the keyboard: the panel opened from there is for the chat, and captures nothing', async () => {
    shell.sidecarHasKeyboard = true
    shell.windows.front = BROWSER
    for (const open of [
      () => shell.desktop.openPanelOverTarget(),
      () => shell.desktop.openPanelWithSelection('message'),
    ]) {
      await open()
      await shell.desktop.deliver('亲，在的', 'paste')
      expect(shell.pasted.at(-1)).toMatchObject({ target: CHAT })
      shell.desktop.hidePanel()
    }
    expect(shell.events.some(({ kind }) => kind === 'captured')).toBe(false)
  })

  it('by its hotkey the cursor goes into it and back; with nothing to stand beside that is said', () => {
    shell.desktop.enterSidecar()
    shell.sidecarHasKeyboard = true
    shell.desktop.enterSidecar()
    expect(shell.done).toEqual(['keyboard taken', 'keyboard given back'])
    expect(shell.notifications).toEqual([])
    shell.sidecarHasKeyboard = false
    shell.sidecarAt = null
    shell.desktop.enterSidecar()
    expect(shell.notifications).toEqual([expect.stringContaining('没有打开的聊天窗口')])
  })
})
