import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'
import { createPanelWindow, type PanelWindow } from '../../../../electron/shell/windows/panel-window.ts'
import { type PanelPlace, Settings } from '../../../../shared/model/settings.ts'

const workArea = { x: 0, y: 0, width: 1920, height: 1040 }
const size = { width: 760, height: 480 }

class FakeWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions
  bounds: Electron.Rectangle | null = null
  log: string[] = []
  #isVisible = false

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
  }

  readonly webContents = new EventEmitter()
  timesLoaded = 0
  loadURL = async () => {
    this.timesLoaded += 1
  }
  isDestroyed = () => false
  isVisible = () => this.#isVisible
  isFocused = () => this.#isVisible
  focus = () => this.log.push('focus')
  getBounds = () => this.bounds ?? { x: 0, y: 0, ...size }
  setBounds(bounds: Electron.Rectangle) {
    this.bounds = bounds
    this.log.push('bounds')
  }
  show() {
    this.#isVisible = true
    this.log.push('show')
  }
  hide() {
    this.#isVisible = false
    // As in Electron: hiding a window takes the keyboard from it.
    this.emit('blur')
  }
}

let window: FakeWindow
let panel: PanelWindow
let hidden: number
let resized: object[]
let dragged: object[]
let displays: EventEmitter
let place: PanelPlace
let display: typeof workArea

beforeEach(() => {
  hidden = 0
  resized = []
  dragged = []
  displays = new EventEmitter()
  display = workArea
  place = Settings.parse({}).panelPlace
  panel = panelOn('linux')
})

function panelOn(platform: NodeJS.Platform): PanelWindow {
  return createPanelWindow({
    makeWindow: (options) => {
      window = new FakeWindow(options)
      return window as never
    },
    url: 'app://golden-six/panel/index.html',
    screen: {
      getDisplayMatching: () => ({ workArea: display }) as never,
      getDisplayNearestPoint: () => ({ workArea: { ...workArea, x: 1920 } }) as never,
      getCursorScreenPoint: () => ({ x: 2000, y: 10 }),
      on: ((event: string, listener: () => void) => displays.on(event, listener)) as never,
      // A display at 150 %.
      screenToDipRect: (_window, { x, y, width, height }) => ({
        x: x / 1.5,
        y: y / 1.5,
        width: width / 1.5,
        height: height / 1.5,
      }),
    },
    size: () => size,
    place: () => place,
    onHidden: () => {
      hidden += 1
    },
    onResized: (newSize) => resized.push(newSize),
    onDragged: (corner) => dragged.push(corner),
    platform,
  })
}

describe('the panel window', () => {
  it('is made out of sight, without a frame, above all others and not in the taskbar', () => {
    expect(window.options).toMatchObject({
      show: false,
      frame: false,
      alwaysOnTop: true,
      skipTaskbar: true,
      ...size,
    })
    expect(window.isVisible()).toBe(false)
  })

  it('can only be drawn to sizes that the settings can hold', () => {
    const { minWidth, minHeight, maxWidth, maxHeight } = window.options
    for (const panel of [
      { width: minWidth, height: minHeight },
      { width: maxWidth, height: maxHeight },
    ]) {
      expect(Settings.safeParse({ panel }).success).toBe(true)
    }
  })

  it('is in its place before it is seen', () => {
    panel.show({ x: 100, y: 60, width: 900, height: 700 })
    expect(window.log).toEqual(['bounds', 'show', 'focus'])
    expect(window.bounds).toEqual({ x: 1008, y: 60, ...size })
  })

  it('reads device pixels of Windows as what they are', () => {
    panel = panelOn('win32')
    panel.show({ x: 150, y: 90, width: 1350, height: 1050 })
    expect(window.bounds).toEqual({ x: 1008, y: 60, ...size })
  })

  it("opens on the pointer's display when no window is in front", () => {
    panel.show(null)
    expect(window.bounds).toMatchObject({ x: 1920 + 580 })
  })

  it('goes away when it loses the keyboard, and says so once', () => {
    panel.show(null)
    window.emit('blur')
    window.emit('blur')
    expect(panel.isVisible()).toBe(false)
    expect(hidden).toBe(1)
  })

  it('keeps the size that the agent drew, and only that', () => {
    panel.show(null)
    panel.hide()
    // A pixel off is rounding at a fractional scale.
    panel.show(null)
    window.bounds = { x: 10, y: 10, width: 761, height: 480 }
    panel.hide()
    expect(resized).toEqual([])
    panel.show(null)
    window.bounds = { x: 10, y: 10, width: 900, height: 520 }
    panel.hide()
    expect(resized).toEqual([{ width: 900, height: 520 }])
  })

  it('remembers where it was dragged to, for an agent who wants that', () => {
    panel.show(null)
    window.bounds = { ...window.getBounds(), x: 40, y: 60 }
    panel.hide()
    expect(dragged).toEqual([])
    place = { ...place, mode: 'as-dragged' }
    panel.show(null)
    window.bounds = { ...window.getBounds(), x: 40, y: 60 }
    panel.hide()
    expect(dragged).toEqual([{ x: 40, y: 60 }])
  })

  it('comes back onto the screen when its monitor is unplugged, and that is no dragging', () => {
    place = { mode: 'as-dragged', spot: 'top-right', dragged: { x: 1_100, y: 500 } }
    panel.show(null)
    display = { x: 0, y: 0, width: 1280, height: 720 }
    displays.emit('display-removed')
    expect(window.bounds).toEqual({ x: 520, y: 240, ...size })
    panel.hide()
    expect(dragged).toEqual([])
  })

  it('is put away, not ended, by Alt+F4', () => {
    panel.show(null)
    let isEnded = true
    window.emit('close', {
      preventDefault: () => {
        isEnded = false
      },
    })
    expect(isEnded).toBe(false)
    expect(panel.isVisible()).toBe(false)
  })

  it('knows whether the agent has done something in it since it was shown', () => {
    const happens = (type: string) => window.webContents.emit('input-event', {}, { type })
    panel.show(null)
    // The hotkey's own keys come up, and the pointer lies over it.
    happens('keyUp')
    happens('mouseMove')
    expect(panel.isTouched()).toBe(false)
    happens('rawKeyDown')
    expect(panel.isTouched()).toBe(true)
    panel.hide()
    panel.show(null)
    expect(panel.isTouched()).toBe(false)
  })

  it('counts the keys that may copy: those that are pressed with Ctrl or Cmd', () => {
    const happens = (type: string, ...modifiers: string[]) =>
      window.webContents.emit('input-event', {}, { type, modifiers })
    happens('rawKeyDown')
    happens('keyUp', 'control')
    expect(panel.chords()).toBe(0)
    happens('rawKeyDown', 'control')
    happens('rawKeyDown', 'shift', 'meta')
    expect(panel.chords()).toBe(2)
  })

  it('whose page has crashed loads it again, for the next time it is opened', async () => {
    await panel.load()
    window.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 })
    await new Promise((resolve) => setImmediate(resolve))
    expect(window.timesLoaded).toBe(2)
  })

  it('takes the keyboard on macOS without taking the front', () => {
    panelOn('darwin')
    expect(window.options.type).toBe('panel')
  })
})
