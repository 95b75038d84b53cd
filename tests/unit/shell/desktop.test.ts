import { beforeEach, describe, expect, it } from 'vitest'
import type { Captured } from '../../../electron/shell/capture/capture-selection.ts'
import { createDesktop, type ShellDesktop } from '../../../electron/shell/desktop.ts'
import { createHotkeys } from '../../../electron/shell/hotkeys.ts'
import { copied } from '../../../electron/shell/paste/outcomes.ts'
import type { PasteRequest } from '../../../electron/shell/paste/paste.ts'
import type { DeskEvent, PasteOutcome } from '../../../shared/model/desktop.ts'
import { NO_SIDECAR } from '../../../shared/model/sidecar-state.ts'
import type { Rect } from '../../../shared/placing/panel-place.ts'
import { BROWSER, CHAT, PANEL, PretendDesktop } from './paste/pretend-desktop.ts'
import { StoryClock } from './paste/story-clock.ts'

const NO_UPDATES = { status: 'unavailable', reason: '' } as const

const KEYS = { panel: 'Alt+W', capture: 'Alt+S', nickname: 'Alt+N', sidecar: 'Alt+D' }

let windows: PretendDesktop
let desktop: ShellDesktop
let panelIsVisible: boolean
let workbenchHasKeyboard: boolean
let pasted: PasteRequest[]
let outcome: PasteOutcome
/** The chat that the sidecar stands beside, and where that is to be seen itself. */
let docked: number | null
let sidecarAt: Rect | null
let sidecarHasKeyboard: boolean
/** What became of the sidecar. */
let done: string[]
let notifications: string[]
let events: DeskEvent[]
let enter: string[]
/** What is selected where the agent is. */
let captured: Captured
let capturedFrom: (number | null)[]
/** What happens while the chat reads what was pasted. */
let beforeComingBack: () => void
/** What happens while the selection is read. */
let whileCapturing: () => void

beforeEach(() => {
  windows = new PretendDesktop(new StoryClock())
  windows.front = CHAT
  panelIsVisible = false
  workbenchHasKeyboard = false
  docked = CHAT
  sidecarAt = { x: 0, y: 0, width: 360, height: 600 }
  sidecarHasKeyboard = false
  done = []
  pasted = []
  notifications = []
  events = []
  enter = []
  captured = { from: 'selection', text: '这个面霜能用多久' }
  capturedFrom = []
  beforeComingBack = () => undefined
  whileCapturing = () => undefined
  outcome = { status: 'pasted', targetTitle: '张三-接待中心', tookMs: 30 }
  desktop = createDesktop({
    panel: {
      show: () => {
        panelIsVisible = true
      },
      hide: () => {
        panelIsVisible = false
      },
      handle: () => PANEL,
      isVisible: () => panelIsVisible,
      hasKeyboard: () => panelIsVisible,
    },
    workbench: { open: () => undefined, hasKeyboard: () => workbenchHasKeyboard },
    sidecar: { hasKeyboard: () => sidecarHasKeyboard, bounds: () => sidecarAt },
    docking: {
      state: () => NO_SIDECAR,
      target: () => docked,
      settingsChanged: () => undefined,
      drawOut: () => undefined,
      dragged: () => undefined,
      left: () => undefined,
      detach: () => undefined,
      dock: () => undefined,
      pasted: () => done.push('folded'),
      takeKeyboard: () => done.push('keyboard taken'),
      giveKeyboardBack: () => done.push('keyboard given back'),
    },
    canDock: true,
    enterGuard: {
      raise: () => enter.push('held back'),
      lowerSoon: () => enter.push('free soon'),
      lower: () => enter.push('free'),
    },
    hotkeys: createHotkeys(
      { register: (key) => key !== 'Alt+Q', unregister: () => undefined },
      {
        panel: () => undefined,
        capture: () => undefined,
        nickname: () => undefined,
        sidecar: () => undefined,
      },
    ),
    capture: async (window) => {
      capturedFrom.push(window)
      whileCapturing()
      return captured
    },
    port: windows,
    paste: {
      canPaste: true,
      traces: [],
      targetHasRead: async () => beforeComingBack(),
      copy: async () => copied('asked'),
      paste: async (request) => {
        pasted.push(request)
        request.hidePanel()
        return outcome
      },
    },
    setTheme: () => undefined,
    system: {
      targets: () => null,
      tryPaste: async () => ({ status: 'lost', reason: '' }),
      startup: () => ({ status: 'off' }),
      setStartup: () => ({ status: 'off' }),
      updates: () => NO_UPDATES,
      checkForUpdates: async () => NO_UPDATES,
      postponeUpdate: () => undefined,
      restartToUpdate: () => ({ status: 'refused', reason: '' }),
      openFolder: async () => null,
    },
    notify: (message) => notifications.push(message),
    now: () => 1_700_000_000_000,
  })
  desktop.onEvent((event) => events.push(event))
})

describe('a part is pasted of a phrase that has more', () => {
  const pasteFirstPart = async () => {
    await desktop.openPanelOverTarget()
    windows.front = CHAT
    await desktop.deliver('第一条', 'paste', { hasMore: true })
    await new Promise((resolve) => setImmediate(resolve))
  }

  it('the panel comes back once the chat has read it, and is not told as a new sitting', async () => {
    await pasteFirstPart()
    expect(panelIsVisible).toBe(true)
    expect(events.filter(({ kind }) => kind === 'panel-shown')).toHaveLength(1)
    // Held back until then: pressed for the next part, Enter must not send the last one.
    expect(enter.slice(-2)).toEqual(['held back', 'free'])
  })

  it('the panel stays away when the agent has gone to another window meanwhile', async () => {
    beforeComingBack = () => {
      windows.front = BROWSER
    }
    await pasteFirstPart()
    expect(panelIsVisible).toBe(false)
    expect(enter.at(-1)).toBe('free soon')
  })

  it('the panel stays away after the last part', async () => {
    await desktop.openPanelOverTarget()
    windows.front = CHAT
    await desktop.deliver('最后一条', 'paste', { hasMore: false })
    await new Promise((resolve) => setImmediate(resolve))
    expect(panelIsVisible).toBe(false)
  })
})

describe('the hotkey is pressed over a chat', () => {
  it('the panel is there before anything is waited for, and tells whose chat it is', () => {
    void desktop.openPanelOverTarget()
    expect(panelIsVisible).toBe(true)
    expect(events).toEqual([
      { kind: 'panel-shown', shownAt: 1_700_000_000_000, targetTitle: '张三-接待中心' },
    ])
  })

  it('a phrase goes to that chat and to no other', async () => {
    await desktop.openPanelOverTarget()
    windows.front = null
    await desktop.deliver('亲，在的', 'paste')
    expect(pasted.map(({ what, target }) => ({ what, target }))).toEqual([{ what: '亲，在的', target: CHAT }])
    expect(panelIsVisible).toBe(false)
  })

  it('pressed again, the panel stays: the next words must not go into the chat', async () => {
    await desktop.openPanelOverTarget()
    windows.front = PANEL
    await desktop.openPanelOverTarget()
    expect(panelIsVisible).toBe(true)
    expect(events).toHaveLength(2)
    await desktop.deliver('亲，在的', 'paste')
    expect(pasted[0]?.target).toBe(CHAT)
  })

  it('pressed while the panel is still on its way out, the next phrase goes to the same chat', async () => {
    await desktop.openPanelOverTarget()
    desktop.hidePanel()
    windows.front = PANEL
    await desktop.openPanelOverTarget()
    await desktop.deliver('亲，在的', 'paste')
    expect(pasted[0]?.target).toBe(CHAT)
  })

  it('a window system that answers late still gives the right chat', async () => {
    windows.foregroundWindow = (() => Promise.resolve(CHAT)) as never
    windows.details = (() => Promise.resolve(null)) as never
    await desktop.openPanelOverTarget()
    expect(events).toMatchObject([{ kind: 'panel-shown', targetTitle: null }])
    await desktop.deliver('亲，在的', 'paste')
    expect(pasted[0]?.target).toBe(CHAT)
  })
})

describe('the hotkey is pressed on macOS, where the chat stays in front of the panel', () => {
  it('the panel shows at once and the chat is noted after', async () => {
    windows.losesFrontToPanel = false
    windows.foregroundWindow = (() => Promise.resolve(CHAT)) as never
    const opening = desktop.openPanelOverTarget()
    expect(panelIsVisible).toBe(true)
    await opening
    await desktop.deliver('亲，在的', 'paste')
    expect(pasted[0]?.target).toBe(CHAT)
  })
})

describe('the hotkey for what is selected', () => {
  it('opens the panel over that chat with the selected text as the query, in one line', async () => {
    captured = { from: 'selection', text: ' 这个面霜\n能用多久 \u200b' }
    await desktop.openPanelWithSelection('message')
    expect(capturedFrom).toEqual([CHAT])
    expect(panelIsVisible).toBe(true)
    expect(events).toMatchObject([
      { kind: 'panel-shown', targetTitle: '张三-接待中心' },
      { kind: 'captured', captured: { as: 'message', text: '这个面霜 能用多久', from: 'selection' } },
    ])
    windows.front = null
    await desktop.deliver('亲，在的', 'paste')
    expect(pasted[0]?.target).toBe(CHAT)
  })

  it('answers in that chat, whatever has come to the front while it was read', async () => {
    whileCapturing = () => {
      windows.front = BROWSER
    }
    await desktop.openPanelWithSelection('message')
    await desktop.deliver('亲，在的', 'paste')
    expect(pasted[0]?.target).toBe(CHAT)
  })

  it('with nothing selected goes by what was copied before, and says so', async () => {
    captured = { from: 'clipboard', text: '什么时候发货' }
    await desktop.openPanelWithSelection('message')
    expect(events[1]).toMatchObject({ captured: { as: 'message', text: '什么时候发货', from: 'clipboard' } })
  })

  it('for the buyer takes the nickname without the colon and the time after it', async () => {
    captured = { from: 'selection', text: '小鱼儿_88 (2026-11-22 09:30:01)：' }
    await desktop.openPanelWithSelection('nickname')
    expect(events[1]).toMatchObject({ captured: { as: 'nickname', nickname: '小鱼儿_88' } })
  })

  it('for the buyer takes nothing that was only copied before, nor a whole message', async () => {
    captured = { from: 'clipboard', text: '什么时候发货' }
    await desktop.openPanelWithSelection('nickname')
    captured = { from: 'selection', text: '这款面霜'.repeat(20) }
    panelIsVisible = false
    await desktop.openPanelWithSelection('nickname')
    expect(events.filter(({ kind }) => kind === 'captured')).toMatchObject([
      {
        captured: {
          as: 'nothing',
          why: 'nothing-selected',
          message: expect.stringContaining('没有选中昵称'),
        },
      },
      { captured: { as: 'nothing', why: 'no-nickname' } },
    ])
  })

  it('pressed in the panel captures nothing there', async () => {
    await desktop.openPanelOverTarget()
    await desktop.openPanelWithSelection('message')
    expect(capturedFrom).toEqual([])
    expect(events.some(({ kind }) => kind === 'captured')).toBe(false)
  })
})

describe('the panel is opened otherwise', () => {
  it('for a message that was copied in a chat, that chat is answered in, not what is in front by then', async () => {
    windows.front = BROWSER
    await desktop.openPanelWith('什么时候发货', CHAT)
    expect(events).toMatchObject([
      { kind: 'panel-shown', targetTitle: '张三-接待中心' },
      { kind: 'captured', captured: { as: 'message', text: '什么时候发货' } },
    ])
    await desktop.deliver('亲，在的', 'paste')
    expect(pasted[0]?.target).toBe(CHAT)
  })

  it('for such a message while it stands open over another window, too', async () => {
    windows.front = BROWSER
    await desktop.openPanelOverTarget()
    await desktop.openPanelWith('什么时候发货', CHAT)
    await desktop.deliver('亲，在的', 'paste')
    expect(pasted[0]?.target).toBe(CHAT)
  })

  it('over our own workbench there is nothing to paste into', async () => {
    workbenchHasKeyboard = true
    await desktop.openPanelOverTarget()
    await desktop.deliver('亲，在的', 'paste')
    expect(pasted[0]?.target).toBe(null)
  })

  it('from the tray, the chat of an earlier use is not pasted into', async () => {
    await desktop.openPanelOverTarget()
    desktop.hidePanel()
    desktop.showPanel()
    await desktop.deliver('亲，在的', 'paste')
    expect(pasted[0]?.target).toBe(null)
  })
})

describe('a paste that could not be done', () => {
  it('is told by a notification when the panel is gone', async () => {
    outcome = copied('target-not-in-front')
    await desktop.openPanelOverTarget()
    await desktop.deliver('亲，在的', 'paste')
    expect(notifications).toEqual([expect.stringContaining('没有粘贴')])
  })

  it('that was asked as a copy is not announced', async () => {
    expect(await desktop.deliver('亲，在的', 'copy')).toMatchObject({ status: 'copied', why: 'asked' })
    expect(notifications).toEqual([])
  })
})

describe('Enter, after it has picked a phrase', () => {
  it('goes nowhere until a second press of the same finger is past, or the panel opens again', async () => {
    await desktop.openPanelOverTarget()
    await desktop.deliver('亲，在的', 'paste')
    await desktop.openPanelOverTarget()
    expect(enter).toEqual(['free', 'held back', 'free soon', 'free'])
  })

  it('is left alone by a copy', async () => {
    await desktop.deliver('亲，在的', 'copy')
    expect(enter).toEqual([])
  })
})

describe('a phrase is used in the sidecar', () => {
  const use = (hasMore = false, target: number | null = CHAT) =>
    desktop.deliver('亲，在的', 'paste', { hasMore, from: 'sidecar', target })
  /** What the paste service hears when it asks whether the agent is still where they clicked. */
  const isStillHere = () => pasted[0]?.panelHasKeyboard()

  it('and goes to the chat beside it, not to where the panel was opened last', async () => {
    windows.front = BROWSER
    await desktop.openPanelOverTarget()
    windows.front = CHAT
    await use()
    expect(pasted).toMatchObject([{ what: '亲，在的', target: CHAT }])
    expect(done).toEqual(['folded'])
  })

  it('for a chat that it is beside no more when that is heard: it is copied, and goes to nobody else', async () => {
    const JUST_CLICKED = CHAT + 1
    docked = JUST_CLICKED
    for (const meant of [CHAT, null]) {
      expect(await use(false, meant)).toMatchObject({ status: 'copied', why: 'target-not-in-front' })
    }
    expect({ pasted, done, enter }).toEqual({ pasted: [], done: [], enter: [] })
    await use(false, JUST_CLICKED)
    expect(pasted).toMatchObject([{ target: JUST_CLICKED }])
  })

  it('by Enter, which then goes nowhere for a moment; after a click Enter is the chat’s at once', async () => {
    await use()
    expect(enter).toEqual([])
    sidecarHasKeyboard = true
    await use()
    expect(enter).toEqual(['held back', 'free soon'])
  })

  it('over another program: a click means the chat, unless the agent goes elsewhere after it', async () => {
    windows.front = BROWSER
    await use()
    expect(isStillHere()).toBe(true)
    windows.front = PANEL
    expect(isStillHere()).toBe(false)
    sidecarHasKeyboard = true
    expect(isStillHere()).toBe(true)
  })

  it('that has more parts: the keyboard comes back to the sidecar if it was there, and only then', async () => {
    await use(true)
    expect(done).toEqual([])
    sidecarHasKeyboard = true
    await use(true)
    await expect.poll(() => done).toEqual(['keyboard taken'])
    beforeComingBack = () => {
      windows.front = BROWSER
    }
    await use(true)
    await expect.poll(() => enter.at(-1)).toBe('free soon')
    expect(done).toEqual(['keyboard taken'])
  })

  it('and could not be pasted: the sidecar says so, or a notification where it is not to be seen', async () => {
    outcome = copied('target-hung')
    await use()
    expect(notifications).toEqual([])
    sidecarAt = null
    await use()
    expect(notifications).toEqual([expect.stringContaining('Ctrl+V')])
  })

  it('whose input has the keyboard: the panel opened from there is for the chat, and captures nothing', async () => {
    sidecarHasKeyboard = true
    windows.front = BROWSER
    for (const open of [
      () => desktop.openPanelOverTarget(),
      () => desktop.openPanelWithSelection('message'),
    ]) {
      await open()
      await desktop.deliver('亲，在的', 'paste')
      expect(pasted.at(-1)).toMatchObject({ target: CHAT })
      desktop.hidePanel()
    }
    expect(events.some(({ kind }) => kind === 'captured')).toBe(false)
  })

  it('by its hotkey the cursor goes into it and back; with nothing to stand beside that is said', () => {
    desktop.enterSidecar()
    sidecarHasKeyboard = true
    desktop.enterSidecar()
    expect(done).toEqual(['keyboard taken', 'keyboard given back'])
    expect(notifications).toEqual([])
    sidecarHasKeyboard = false
    sidecarAt = null
    desktop.enterSidecar()
    expect(notifications).toEqual([expect.stringContaining('没有打开的聊天窗口')])
  })
})

describe('the hotkey at start', () => {
  it('that another program holds is announced with keys that are free, for pressing it does nothing', () => {
    desktop.startHotkeys({ ...KEYS, panel: 'Alt+Q' })
    expect(notifications).toEqual([expect.stringMatching(/Alt\+Q.*占用.*托盘.*Ctrl\+Alt\+Space/)])
    expect(events).toMatchObject([
      { kind: 'hotkey-changed', id: 'panel', hotkey: { status: 'taken' } },
      { id: 'capture', hotkey: { status: 'registered' } },
      { id: 'nickname', hotkey: { status: 'registered' } },
      { id: 'sidecar', hotkey: { status: 'registered' } },
    ])
  })

  it('that works is not worth a word', () => {
    desktop.startHotkeys(KEYS)
    expect(notifications).toEqual([])
  })
})

describe('binding the hotkey', () => {
  it('tells the pages when it changed, and only then', () => {
    desktop.rebindHotkey('capture', 'Alt+Q')
    expect(events).toEqual([])
    desktop.rebindHotkey('capture', 'Alt+W')
    expect(events).toEqual([
      { kind: 'hotkey-changed', id: 'capture', hotkey: { status: 'registered', accelerator: 'Alt+W' } },
    ])
  })
})

describe('what the surroundings can do', () => {
  it('is all of it', () => {
    expect(desktop.capabilities()).toEqual({
      host: 'electron',
      hotkey: true,
      paste: true,
      tray: true,
      docking: true,
      openFolder: true,
    })
  })
})
