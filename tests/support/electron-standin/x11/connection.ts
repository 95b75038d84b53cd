import x11, { type XClient, type XDisplay, type XEvent, type XProperty } from 'x11'

/** One connection to the X server, with promises for callbacks and names for atoms. */
export interface XConnection {
  X: XClient
  root: number
  screen: { width: number; height: number }
  /** Keycode that types the keysym on the present layout, or undefined. */
  keycodeOf(keysym: number): number | undefined
  atom(name: string): Promise<number>
  atomName(atom: number): Promise<string>
  property(window: number, name: string): Promise<XProperty>
  /** Resolves when the server has done everything sent so far. */
  settled(): Promise<void>
  onEvent(listener: (event: XEvent) => void): void
  close(): void
}

const promised = <T>(request: (done: (error: Error | null, value: T) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => request((error, value) => (error ? reject(error) : resolve(value))))

/** Connects to an X server; rejects with a message that says so when there is none. */
export async function connectX(name = process.env.DISPLAY ?? ''): Promise<XConnection> {
  const display = await promised<XDisplay>((done) => x11.createClient({ display: name }, done)).catch(
    (error: Error) => {
      throw new Error(`electron stand-in: Unable to open X display ${name || '(unset)'}: ${error.message}`)
    },
  )
  const X = display.client
  const screen = display.screen[0]
  if (!screen) throw new Error('electron stand-in: the X server has no screen')
  // Windows of other programs come and go between a request and its execution: a BadWindow is no fault of ours.
  X.on('error', () => {})

  const atoms = new Map<string, Promise<number>>()
  const names = new Map<number, Promise<string>>()
  const remember = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
    const known = map.get(key) ?? make()
    map.set(key, known)
    return known
  }
  const keysyms = await promised<number[][]>((done) =>
    X.GetKeyboardMapping(display.min_keycode, display.max_keycode - display.min_keycode + 1, done),
  )
  const connection: XConnection = {
    X,
    root: screen.root,
    screen: { width: screen.pixel_width, height: screen.pixel_height },
    keycodeOf: (keysym) => {
      const row = keysyms.findIndex((symbols) => symbols.includes(keysym))
      return row < 0 ? undefined : row + display.min_keycode
    },
    atom: (name) => remember(atoms, name, () => promised((done) => X.InternAtom(false, name, done))),
    atomName: (atom) => remember(names, atom, () => promised((done) => X.GetAtomName(atom, done))),
    property: async (window, name) => {
      const atom = await connection.atom(name)
      return promised((done) => X.GetProperty(0, window, atom, 0, 0, 0x3fffffff, done))
    },
    settled: async () => {
      await promised((done) => X.GetInputFocus(done))
    },
    onEvent: (listener) => X.on('event', listener),
    close: () => X.terminate(),
  }
  return connection
}

/** A format-32 property as numbers. */
export function words(data: Buffer): number[] {
  return Array.from({ length: Math.floor(data.length / 4) }, (_, index) => data.readUInt32LE(index * 4))
}
