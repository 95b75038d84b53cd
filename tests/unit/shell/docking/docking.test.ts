import { beforeEach, describe, expect, it } from 'vitest'
import { createDocking, type Docking } from '../../../../electron/shell/docking/docking.ts'
import type { TrackedWindow } from '../../../../electron/shell/tracking/window-tracker.ts'
import { type SidecarSettings, USUAL_SIDECAR } from '../../../../shared/model/sidecar.ts'
import type { SidecarState } from '../../../../shared/model/sidecar-state.ts'
import type { Rect } from '../../../../shared/placing/panel-place.ts'

const ZHANG: TrackedWindow = {
  window: 7,
  title: '张三-接待中心',
  profile: { id: 'qianniu-reception', name: '千牛接待中心', chatInput: { height: 220, left: 0, right: 0 } },
  state: 'shown',
  bounds: { x: 100, y: 50, width: 900, height: 700 },
  dpi: 96,
  isInFront: true,
}
const LI: TrackedWindow = { ...ZHANG, window: 8, title: '李四-接待中心' }
const MAXIMISED: TrackedWindow = { ...ZHANG, bounds: { x: 0, y: 0, width: 1920, height: 1040 } }

let settings: SidecarSettings
let docking: Docking
/** The chat window moves, goes, or is another one. */
let chat: (tracked: TrackedWindow | null) => void
let follows: boolean
let stands: { at: Rect; isFloating: boolean } | null
let hasKeyboard: boolean
let done: string[]
let states: SidecarState[]
let workArea: Rect
let displayChanged: () => void
let later: (() => void) | null
const givenTo: number[] = []

function dockOn(platform: NodeJS.Platform): Docking {
  return createDocking({
    window: {
      stand: (at, isFloating) => {
        stands = { at, isFloating }
      },
      hide: () => {
        stands = null
      },
      raise: () => done.push('raised'),
      takeKeyboard: () => done.push('keyboard taken'),
      hasKeyboard: () => hasKeyboard,
      bounds: () => stands?.at ?? null,
      handle: () => 1,
    },
    screen: {
      getDisplayMatching: () => ({ workArea }) as never,
      screenToDipRect: (_window: unknown, { x, y, width, height }: Rect) => ({
        x: x / 2,
        y: y / 2,
        width: width / 2,
        height: height / 2,
      }),
      on: ((event: string, act: () => void) => {
        if (event === 'display-metrics-changed') displayChanged = act
      }) as never,
    },
    settings: {
      read: () => settings,
      update: (next) => {
        settings = next
      },
    },
    follow(onChange) {
      follows = true
      chat = onChange
      return () => {
        follows = false
      }
    },
    giveKeyboardTo: (window) => givenTo.push(window),
    onState: (state) => states.push(state),
    platform,
    later: (_ms, act) => {
      later = act
      return () => {
        later = null
      }
    },
  })
}

beforeEach(() => {
  settings = { ...USUAL_SIDECAR, isOn: true }
  follows = false
  stands = null
  hasKeyboard = false
  done = []
  states = []
  givenTo.length = 0
  later = null
  workArea = { x: 0, y: 0, width: 1920, height: 1040 }
  docking = dockOn('linux')
  docking.settingsChanged()
})

describe('beside the chat', () => {
  it('stands there while the chat is to be seen, follows it, and is away while it is not', () => {
    expect(stands).toBe(null)
    chat(ZHANG)
    expect(stands).toEqual({ at: { x: 1000, y: 50, width: 360, height: 700 }, isFloating: false })
    chat({ ...ZHANG, bounds: { x: 200, y: 80, width: 900, height: 600 } })
    expect(stands?.at).toEqual({ x: 1100, y: 80, width: 360, height: 600 })
    for (const gone of [
      { ...ZHANG, state: 'minimised' as const },
      { ...ZHANG, state: 'hidden' as const },
      null,
    ]) {
      chat(gone)
      expect(stands).toBe(null)
      expect(docking.state().form).toBe('away')
      chat(ZHANG)
      expect(docking.state().form).toBe('beside')
    }
  })

  it('tells whose chat it is, and only when that or its form has changed', () => {
    chat(ZHANG)
    chat({ ...ZHANG, bounds: { ...ZHANG.bounds, x: 120 } })
    chat(LI)
    expect(states.map(({ form, target }) => `${form} ${target?.title}`)).toEqual([
      'beside 张三-接待中心',
      'beside 李四-接待中心',
    ])
    expect(docking.target()).toBe(LI.window)
  })

  it('comes to the top with the chat, which keeps the keyboard', () => {
    chat({ ...ZHANG, isInFront: false })
    expect(done).toEqual([])
    chat(ZHANG)
    chat({ ...ZHANG, bounds: { ...ZHANG.bounds, x: 120 } })
    expect(done).toEqual(['raised'])
  })

  it('comes to the top with another chat that is clicked, both being in front one after the other', () => {
    chat(ZHANG)
    done = []
    chat(LI)
    expect(done).toEqual(['raised'])
  })

  it('leaves a chat that is not to be seen, as one that was closed to the tray', () => {
    chat({ ...ZHANG, state: 'hidden' })
    expect({ target: docking.target(), told: docking.state().target }).toEqual({ target: null, told: null })
    chat({ ...ZHANG, state: 'minimised' })
    expect(docking.target()).toBe(ZHANG.window)
  })

  it('on Windows counts in the display’s own pixels', () => {
    docking = dockOn('win32')
    docking.settingsChanged()
    chat({ ...ZHANG, bounds: { x: 200, y: 100, width: 1800, height: 1400 }, dpi: 192 })
    expect(stands?.at).toEqual({ x: 1000, y: 50, width: 360, height: 700 })
  })

  it('is placed anew when the display has changed, or what the agent wants', () => {
    chat(ZHANG)
    workArea = { x: 0, y: 0, width: 1280, height: 700 }
    displayChanged()
    expect(docking.state().form).toBe('rib')
    workArea = { x: 0, y: 0, width: 1920, height: 1040 }
    settings = { ...settings, width: 420 }
    docking.settingsChanged()
    expect(stands?.at.width).toBe(420)
  })

  it('switched off, nothing is followed any more', () => {
    chat(ZHANG)
    settings = { ...settings, isOn: false }
    docking.settingsChanged()
    expect({ follows, stands, target: docking.target() }).toEqual({
      follows: false,
      stands: null,
      target: null,
    })
  })
})

describe('at the end of the program', () => {
  it('nothing is followed again, whatever changes', () => {
    chat(ZHANG)
    docking.stop()
    settings = { ...settings, width: 420 }
    docking.settingsChanged()
    displayChanged()
    expect(follows).toBe(false)
    expect(stands?.at.width).toBe(360)
  })
})

describe('a rib', () => {
  beforeEach(() => chat(MAXIMISED))

  it('lies on top of the chat that is maximised while it is in front, and under any other program', () => {
    chat(ZHANG)
    done = []
    chat(MAXIMISED)
    expect(done).toEqual(['raised'])
    chat({ ...ZHANG, isInFront: false })
    done = []
    chat({ ...MAXIMISED, isInFront: false })
    expect(done).toEqual([])
  })

  it('is drawn out, on top, and goes back by itself after a paste', () => {
    expect(docking.state().form).toBe('rib')
    done = []
    docking.drawOut(true)
    expect(docking.state().form).toBe('over')
    expect(done).toEqual(['raised'])
    docking.pasted()
    expect(docking.state().form).toBe('rib')
  })

  it('stays out while the agent types in it, and goes back with the keyboard', () => {
    docking.takeKeyboard()
    expect(docking.state().form).toBe('over')
    expect(done).toContain('keyboard taken')
    hasKeyboard = true
    docking.drawOut(false)
    expect(docking.state().form).toBe('over')
    docking.giveKeyboardBack()
    expect(docking.state().form).toBe('rib')
    expect(givenTo).toEqual([ZHANG.window])
  })

  it('goes back when the agent clicks into the chat again', () => {
    docking.takeKeyboard()
    docking.left()
    expect(docking.state().form).toBe('rib')
  })

  it('goes back when another chat is used', () => {
    docking.drawOut(true)
    chat({ ...MAXIMISED, window: LI.window })
    expect(docking.state().form).toBe('rib')
  })
})

describe('detached', () => {
  beforeEach(() => {
    chat(ZHANG)
    docking.detach()
  })

  it('stays where it stood, above other windows, whatever the chat does, and goes on pasting there', () => {
    expect(settings.detachedAt).toEqual({ x: 1000, y: 50 })
    expect(stands).toMatchObject({ at: { x: 1000, y: 50, width: 360 }, isFloating: true })
    chat({ ...ZHANG, state: 'minimised' })
    expect(docking.state().form).toBe('detached')
    expect(docking.target()).toBe(ZHANG.window)
  })

  it('is above other windows already: brought to the top again it would be above them no more', () => {
    done = []
    chat({ ...ZHANG, isInFront: false })
    chat(ZHANG)
    chat(LI)
    expect(done).toEqual([])
  })

  it('pastes into no chat that is not to be seen', () => {
    chat({ ...ZHANG, state: 'hidden' })
    expect(docking.state()).toMatchObject({ form: 'detached', target: null })
    expect(docking.target()).toBe(null)
    docking.giveKeyboardBack()
    expect(givenTo).toEqual([])
  })

  it('is where the agent dragged it, once they let go', () => {
    docking.dragged({ x: 300, y: 90 })
    chat(LI)
    expect(stands?.at).toMatchObject({ x: 300, y: 90 })
    docking.dragged({ x: 320, y: 95 })
    expect(settings.detachedAt).toEqual({ x: 1000, y: 50 })
    later?.()
    expect(settings.detachedAt).toEqual({ x: 320, y: 95 })
  })

  it('comes back onto a display that has become smaller', () => {
    workArea = { x: 0, y: 0, width: 1024, height: 700 }
    displayChanged()
    expect(stands?.at).toEqual({ x: 664, y: 50, width: 360, height: 640 })
  })

  it('docked again, it is beside the chat', () => {
    docking.dock()
    expect(settings.detachedAt).toBe(null)
    expect(stands).toEqual({ at: { x: 1000, y: 50, width: 360, height: 700 }, isFloating: false })
  })
})
