import x11, { type XEvent } from 'x11'
import type { XConnection } from './connection.ts'

export type SelectionName = 'CLIPBOARD' | 'PRIMARY'

/** How long another program may take to hand over what it copied. Chromium itself gives up after the same time. */
const answerWithinMs = 2000
/** The largest request an X server takes (BIG-REQUESTS, 4 Mi words), less room for its header. */
const largestPropertyBytes = 16 * 1024 * 1024 - 4096

/**
 * The X11 clipboard as its owner and as its reader (ICCCM 2): what is written here other programs can paste, and
 * what they copied can be read in every format they offer, however large.
 */
export class Selections {
  readonly #connection: XConnection
  readonly #window: number
  readonly #owned = new Map<number, Map<string, Buffer>>()
  #reading: Promise<unknown> = Promise.resolve()

  constructor(connection: XConnection) {
    this.#connection = connection
    this.#window = connection.X.AllocID()
    connection.X.CreateWindow(this.#window, connection.root, 0, 0, 1, 1)
    connection.X.ChangeWindowAttributes(this.#window, { eventMask: x11.eventMask.PropertyChange })
    connection.onEvent((event) => {
      if (event.name === 'SelectionRequest') void this.#serve(event)
      if (event.name === 'SelectionClear') this.#owned.delete(event.selection)
    })
  }

  /** Offers the data to all programs, one entry for each X target; an empty map empties the clipboard. */
  async own(selection: SelectionName, data: Map<string, Buffer>): Promise<void> {
    for (const [target, bytes] of data) {
      if (bytes.length > largestPropertyBytes)
        throw new Error(`electron stand-in: ${target} of ${bytes.length} bytes is too large to offer`)
    }
    const name = await this.#connection.atom(selection)
    await Promise.all([...data.keys()].map((target) => this.#connection.atom(target)))
    this.#owned.set(name, data)
    this.#connection.X.SetSelectionOwner(this.#window, name)
    await this.#connection.settled()
  }

  /** The targets that the present owner offers; empty when nobody owns the selection. Our own are data alone. */
  async targets(selection: SelectionName): Promise<string[]> {
    const own = this.#owned.get(await this.#connection.atom(selection))
    if (own) return [...own.keys()]
    const answer = await this.read(selection, 'TARGETS')
    if (!answer) return []
    const atoms = Array.from({ length: Math.floor(answer.length / 4) }, (_, index) =>
      answer.readUInt32LE(index * 4),
    )
    return Promise.all(atoms.filter((atom) => atom !== 0).map((atom) => this.#connection.atomName(atom)))
  }

  /** The bytes of one target, or undefined when the owner does not have it or does not answer. */
  read(selection: SelectionName, target: string): Promise<Buffer | undefined> {
    // One at a time: the answers arrive in one property of one window.
    const result = this.#reading.then(() => this.#convert(selection, target))
    this.#reading = result.catch(() => undefined)
    return result
  }

  async #convert(selection: SelectionName, target: string): Promise<Buffer | undefined> {
    const [from, what, into] = await Promise.all([
      this.#connection.atom(selection),
      this.#connection.atom(target),
      this.#connection.atom('ELECTRON_STANDIN_SELECTION'),
    ])
    const notified = this.#next(
      (event) => event.name === 'SelectionNotify' && event.requestor === this.#window,
    )
    this.#connection.X.ConvertSelection(this.#window, from, what, into)
    const notice = await notified
    if (!notice || notice.property === 0) return undefined
    const incremental = await this.#connection.atom('INCR')
    const first = await this.#connection.property(this.#window, 'ELECTRON_STANDIN_SELECTION')
    if (first.type !== incremental) {
      this.#connection.X.DeleteProperty(this.#window, into)
      return first.data
    }
    return this.#collect(into)
  }

  /** A large answer comes in pieces; each is fetched by deleting the one before, and an empty one ends it. */
  async #collect(into: number): Promise<Buffer | undefined> {
    const pieces: Buffer[] = []
    for (;;) {
      const arrived = this.#next(
        (event) =>
          event.name === 'PropertyNotify' &&
          event.wid === this.#window &&
          event.atom === into &&
          event.state === 0,
      )
      this.#connection.X.DeleteProperty(this.#window, into)
      if (!(await arrived)) return undefined
      const piece = await this.#connection.property(this.#window, 'ELECTRON_STANDIN_SELECTION')
      if (piece.data.length === 0) break
      pieces.push(Buffer.from(piece.data))
    }
    this.#connection.X.DeleteProperty(this.#window, into)
    return Buffer.concat(pieces)
  }

  #next(matches: (event: XEvent) => boolean): Promise<XEvent | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(undefined), answerWithinMs)
      const settle = (event: XEvent | undefined) => {
        clearTimeout(timer)
        this.#waiting.delete(listener)
        resolve(event)
      }
      const listener = (event: XEvent) => {
        if (matches(event)) settle(event)
      }
      if (this.#waiting.size === 0 && !this.#listening) {
        this.#listening = true
        this.#connection.onEvent((event) => {
          for (const waiting of [...this.#waiting]) waiting(event)
        })
      }
      this.#waiting.add(listener)
    })
  }
  readonly #waiting = new Set<(event: XEvent) => void>()
  #listening = false

  async #serve(request: XEvent): Promise<void> {
    const { X } = this.#connection
    const data = this.#owned.get(request.selection) ?? new Map<string, Buffer>()
    const target = await this.#connection.atomName(request.target)
    // Obsolete clients name no property and mean the target's own name (ICCCM 2.2).
    const property = request.property || request.target
    let answered = property
    if (target === 'TARGETS') {
      const atoms = await Promise.all(
        ['TARGETS', 'TIMESTAMP', ...data.keys()].map((name) => this.#connection.atom(name)),
      )
      X.ChangeProperty(0, request.requestor, property, await this.#connection.atom('ATOM'), 32, atoms)
    } else {
      const bytes = data.get(target)
      if (bytes) X.ChangeProperty(0, request.requestor, property, request.target, 8, bytes)
      else answered = 0
    }
    X.SendEvent(request.requestor, 0, 0, {
      name: 'SelectionNotify',
      time: request.time,
      requestor: request.requestor,
      selection: request.selection,
      target: request.target,
      property: answered,
    })
  }
}
