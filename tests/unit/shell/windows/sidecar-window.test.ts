import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'
import { createSidecarWindow, type SidecarWindow } from '../../../../electron/shell/windows/sidecar-window.ts'
import type { Point, Rect } from '../../../../shared/placing/panel-place.ts'

const BESIDE: Rect = { x: 1000, y: 50, width: 360, height: 700 }
const HANDLE = 42

/** A window that keeps what is done to it. */
class PretendWindow extends EventEmitter {
  readonly done: string[] = []
  bounds: Rect = { x: 0, y: 0, width: 1, height: 1 }
  isShown = false
  hasFocus = false
  isFloating = false
  loaded = Promise.withResolvers<void>()

  readonly webContents = new EventEmitter()
  timesLoaded = 0
  loadURL = () => {
    this.timesLoaded += 1
    return this.loaded.promise
  }
  isDestroyed = () => false
  isVisible = () => this.isShown
  isFocused = () => this.hasFocus
  isAlwaysOnTop = () => this.isFloating
  getBounds = () => this.bounds
  getNativeWindowHandle = () => Buffer.from(Uint32Array.of(HANDLE, 0).buffer)
  /** How often it comes out as large as the display that it leaves would have it. */
  wrongScales = 0
  timesPlaced = 0
  setBounds = (bounds: Rect) => {
    this.timesPlaced += 1
    this.wrongScales -= 1
    this.bounds = this.wrongScales >= 0 ? { ...bounds, width: bounds.width * 1.5 } : bounds
    this.emit('move')
  }
  setAlwaysOnTop = (isFloating: boolean) => {
    this.isFloating = isFloating
    this.done.push(isFloating ? 'above all' : 'among others')
  }
  setSkipTaskbar = (skips: boolean) => this.done.push(skips ? 'not in taskbar' : 'in taskbar')
  setFocusable = (may: boolean) => this.done.push(may ? 'focusable' : 'not focusable')
  showInactive = () => {
    this.isShown = true
    this.done.push('shown inactive')
  }
  hide = () => {
    this.isShown = false
    this.done.push('hidden')
  }
  focus = () => this.done.push('focused')
}

let pretend: PretendWindow
let options: BrowserWindowConstructorOptions[]
let dragged: Point[]
let closed: number
let told: string[]
/** Whether another program has the front. */
let isElsewhere: boolean

function sidecarOn(platform: 'win32' | 'linux'): SidecarWindow {
  return createSidecarWindow({
    makeWindow: (wanted) => {
      options.push(wanted)
      return pretend as unknown as BrowserWindow
    },
    url: 'app://golden-six/panel/index.html#sidecar',
    looks: {
      raise: (window) => told.push(`raised ${window}`),
      letTakeFocus:
        platform === 'linux' ? (window, may) => told.push(`${window} ${may ? 'may' : 'may not'}`) : null,
    },
    isElsewhere: () => isElsewhere,
    onDragged: (corner) => dragged.push(corner),
    onLeft: () => told.push('left'),
    onClosed: () => {
      closed += 1
    },
    platform,
  })
}

const aMomentLater = () => new Promise((resolve) => setImmediate(resolve))
const loaded = () => {
  pretend.loaded.resolve()
  return aMomentLater()
}

beforeEach(() => {
  pretend = new PretendWindow()
  options = []
  dragged = []
  closed = 0
  told = []
  isElsewhere = true
})

describe('the window of the sidecar', () => {
  it('is made when there is a place for it, once, and shown when there is something to see', async () => {
    const sidecar = sidecarOn('win32')
    sidecar.hide()
    expect(options).toEqual([])
    sidecar.stand(BESIDE, false)
    expect(pretend.isShown).toBe(false)
    await loaded()
    expect(pretend.done).toEqual(['shown inactive'])
    expect(sidecar.bounds()).toEqual(BESIDE)
    sidecar.hide()
    sidecar.stand(BESIDE, false)
    expect(options).toHaveLength(1)
  })

  it('that was taken away before it was loaded stays away', async () => {
    const sidecar = sidecarOn('win32')
    sidecar.stand(BESIDE, false)
    sidecar.hide()
    await loaded()
    expect(pretend.isShown).toBe(false)
    expect(sidecar.bounds()).toBe(null)
  })

  it('on Windows takes the keyboard only while it is asked to', async () => {
    const sidecar = sidecarOn('win32')
    sidecar.takeKeyboard()
    sidecar.stand(BESIDE, false)
    await loaded()
    expect(options[0]?.focusable).toBe(false)
    pretend.done.length = 0
    sidecar.takeKeyboard()
    sidecar.takeKeyboard()
    pretend.emit('blur')
    await aMomentLater()
    // What lies under it now is whatever program the agent went to, or the one behind that.
    expect(pretend.done).toEqual(['focusable', 'not in taskbar', 'focused', 'focused'])
    pretend.done.length = 0
    sidecar.raise()
    sidecar.raise()
    expect(pretend.done).toEqual(['not focusable', 'not in taskbar'])
  })

  it('on Windows keeps the front with our own window that has it, and with itself', async () => {
    const sidecar = sidecarOn('win32')
    sidecar.stand(BESIDE, false)
    await loaded()
    sidecar.takeKeyboard()
    isElsewhere = false
    sidecar.raise()
    expect(pretend.done).not.toContain('not focusable')
    sidecar.hide()
    sidecar.stand(BESIDE, false)
    expect(pretend.done.slice(-3)).toEqual(['not focusable', 'not in taskbar', 'shown inactive'])
  })

  it('on Windows lets go of the keyboard right above the window in front, then floats again', async () => {
    const sidecar = sidecarOn('win32')
    sidecar.stand(BESIDE, true)
    await loaded()
    sidecar.takeKeyboard()
    pretend.done.length = 0
    pretend.emit('blur')
    expect(pretend.done).toEqual([])
    await aMomentLater()
    expect(pretend.done).toEqual(['among others', 'not focusable', 'above all', 'not in taskbar'])
  })

  it('under X11 agrees on that with the window manager, never by taking itself out of its hands', async () => {
    const sidecar = sidecarOn('linux')
    sidecar.stand(BESIDE, false)
    await loaded()
    expect(options[0]).not.toHaveProperty('focusable')
    sidecar.takeKeyboard()
    pretend.emit('blur')
    expect(told).toEqual([`${HANDLE} may not`, `${HANDLE} may`, `${HANDLE} may not`, 'left'])
  })

  it('tells of a drag only while it belongs to no chat, and not of being placed', async () => {
    const sidecar = sidecarOn('win32')
    sidecar.stand(BESIDE, false)
    await loaded()
    pretend.setBounds({ ...BESIDE, x: 700 })
    expect(dragged).toEqual([])
    sidecar.stand({ ...BESIDE, x: 500 }, true)
    expect(pretend.isFloating).toBe(true)
    expect(dragged).toEqual([])
    pretend.setBounds({ ...BESIDE, x: 300, y: 90 })
    expect(dragged).toEqual([{ x: 300, y: 90 }])
  })

  it('taken onto a display of another scale, is placed once more, and is not dragged by that', async () => {
    const sidecar = sidecarOn('win32')
    sidecar.stand(BESIDE, true)
    await loaded()
    const there = { ...BESIDE, x: 2500 }
    pretend.wrongScales = 1
    sidecar.stand(there, true)
    await aMomentLater()
    expect(pretend.bounds).toEqual(there)
    expect(dragged).toEqual([])
  })

  it('that the system will not have there is not fought over', async () => {
    const sidecar = sidecarOn('win32')
    pretend.wrongScales = Number.POSITIVE_INFINITY
    sidecar.stand(BESIDE, false)
    await loaded()
    for (let moments = 0; moments < 5; moments += 1) await aMomentLater()
    expect(pretend.timesPlaced).toBe(2)
  })

  it('whose page has crashed shows it again', async () => {
    const sidecar = sidecarOn('win32')
    sidecar.stand(BESIDE, false)
    await loaded()
    pretend.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    await aMomentLater()
    expect(pretend.timesLoaded).toBe(2)
  })

  it('closed by Alt+F4 is not gone, but switched off', async () => {
    const sidecar = sidecarOn('win32')
    sidecar.stand(BESIDE, false)
    await loaded()
    let isPrevented = false
    pretend.emit('close', {
      preventDefault: () => {
        isPrevented = true
      },
    })
    expect({ isPrevented, closed }).toEqual({ isPrevented: true, closed: 1 })
  })
})
