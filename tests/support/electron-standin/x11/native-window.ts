import { EventEmitter } from 'node:events'
import x11, { type XEvent } from 'x11'
import { words, type XConnection } from './connection.ts'

export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

const toRoot = x11.eventMask.SubstructureNotify | x11.eventMask.SubstructureRedirect

/** Finds a managed top-level window by its exact title. */
export async function findWindow(connection: XConnection, title: string): Promise<number | undefined> {
  for (const window of words((await connection.property(connection.root, '_NET_CLIENT_LIST')).data)) {
    const name = await connection.property(window, '_NET_WM_NAME').catch(() => undefined)
    if (name?.data.toString() === title) return window
  }
  return undefined
}

/** X11's FocusIn and FocusOut: a grab passes, and a focus that only the pointer's place gives, change nothing for us. */
const modesOfGrabs = new Set([1, 2])
const detailsOfOthers = new Set([2, 5, 6, 7])

/**
 * One Chromium window on the desktop, moved and mapped over a connection of our own, so that it can be hidden while
 * its page stays alive. Emits `bounds` (Bounds), `title` (string), `active` and `iconified` (boolean) when they change.
 */
export class NativeWindow extends EventEmitter {
  readonly id: number
  readonly #connection: XConnection

  constructor(connection: XConnection, id: number) {
    super()
    this.#connection = connection
    this.id = id
    connection.X.ChangeWindowAttributes(id, {
      eventMask: x11.eventMask.StructureNotify | x11.eventMask.PropertyChange | x11.eventMask.FocusChange,
    })
    connection.onEvent((event) => {
      if (event.wid !== id) return
      if (event.name === 'ConfigureNotify') void this.#reportBounds(event.width, event.height)
      if (event.name === 'FocusIn' || event.name === 'FocusOut') this.#reportFocus(event)
      if (event.name === 'PropertyNotify') void this.#reportProperty(event.atom)
    })
  }

  async show(
    bounds: Bounds,
    options: { activate: boolean; alwaysOnTop: boolean; skipTaskbar: boolean },
  ): Promise<void> {
    const { X } = this.#connection
    const [userTime, cardinal] = await Promise.all([
      this.#connection.atom('_NET_WM_USER_TIME'),
      this.#connection.atom('CARDINAL'),
    ])
    // Zero asks the window manager to leave the keyboard where it is (EWMH 1.5, _NET_WM_USER_TIME).
    if (options.activate) X.DeleteProperty(this.id, userTime)
    else X.ChangeProperty(0, this.id, userTime, cardinal, 32, [0])
    X.ConfigureWindow(this.id, bounds)
    X.MapWindow(this.id)
    if (options.alwaysOnTop) await this.setState('_NET_WM_STATE_ABOVE', true)
    if (options.skipTaskbar) await this.setState('_NET_WM_STATE_SKIP_TASKBAR', true)
    if (options.activate) await this.activate()
    await this.#connection.settled()
  }

  async hide(): Promise<void> {
    this.#connection.X.UnmapWindow(this.id)
    await this.#connection.settled()
  }

  async activate(): Promise<void> {
    // Source 2: a pager asks, on the user's behalf; a window manager grants that without focus-stealing prevention.
    await this.#tellWindowManager('_NET_ACTIVE_WINDOW', [2, 0, 0, 0, 0])
  }

  /** Leaves the keyboard to nobody; the window stays where it is. */
  async giveUpFocus(): Promise<void> {
    this.#connection.X.SetInputFocus(this.#connection.root, 1)
    await this.#connection.settled()
  }

  async iconify(): Promise<void> {
    await this.#tellWindowManager('WM_CHANGE_STATE', [3, 0, 0, 0, 0])
  }

  async setState(name: string, on: boolean): Promise<void> {
    await this.#tellWindowManager('_NET_WM_STATE', [on ? 1 : 0, await this.#connection.atom(name), 0, 2, 0])
  }

  async setTitle(title: string): Promise<void> {
    const [name, utf8] = await Promise.all([
      this.#connection.atom('_NET_WM_NAME'),
      this.#connection.atom('UTF8_STRING'),
    ])
    this.#connection.X.ChangeProperty(0, this.id, name, utf8, 8, Buffer.from(title))
  }

  async removeFrame(): Promise<void> {
    const hints = await this.#connection.atom('_MOTIF_WM_HINTS')
    this.#connection.X.ChangeProperty(0, this.id, hints, hints, 32, [2, 0, 0, 0, 0])
  }

  async place(bounds: Bounds): Promise<void> {
    this.#connection.X.ConfigureWindow(this.id, bounds)
    await this.#connection.settled()
  }

  async raise(): Promise<void> {
    this.#connection.X.ConfigureWindow(this.id, { stackMode: 0 })
    await this.#connection.settled()
  }

  async #tellWindowManager(message: string, data: number[]): Promise<void> {
    const { X, root } = this.#connection
    X.SendClientMessage(root, this.id, await this.#connection.atom(message), 32, data, toRoot)
  }

  async #reportBounds(width: number, height: number): Promise<void> {
    const { X, root } = this.#connection
    // The event's own x and y are relative to the frame unless the window manager sent it: ask the server instead.
    const origin = await new Promise<{ destX: number; destY: number } | undefined>((resolve) =>
      X.TranslateCoordinates(this.id, root, 0, 0, (error, place) => resolve(error ? undefined : place)),
    )
    if (origin) this.emit('bounds', { x: origin.destX, y: origin.destY, width, height } satisfies Bounds)
  }

  #reportFocus(event: XEvent): void {
    if (modesOfGrabs.has(event.mode) || detailsOfOthers.has(event.detail)) return
    this.emit('active', event.name === 'FocusIn')
  }

  async #reportProperty(atom: number): Promise<void> {
    const name = await this.#connection.atomName(atom).catch(() => '')
    if (name === '_NET_WM_NAME') {
      const title = await this.#connection.property(this.id, '_NET_WM_NAME').catch(() => undefined)
      if (title) this.emit('title', title.data.toString())
    }
    if (name === 'WM_STATE') {
      const state = await this.#connection.property(this.id, 'WM_STATE').catch(() => undefined)
      if (state && state.data.length >= 4) this.emit('iconified', state.data.readUInt32LE(0) === 3)
    }
  }
}
