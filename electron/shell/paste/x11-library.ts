import koffi from 'koffi'

/** X11's own numbers (X.h, Xatom.h, keysymdef.h). */
export const XA_ATOM = 4
export const XA_CARDINAL = 6
export const XA_WINDOW = 33
export const ANY_PROPERTY_TYPE = 0
export const CLIENT_MESSAGE = 33
export const SUBSTRUCTURE_NOTIFY = 0x80000
export const STRUCTURE_NOTIFY = 0x20000
export const PROPERTY_CHANGE = 0x400000
const XA_WM_HINTS = 35
/** Nine items; Xlib hands out 8 bytes for each. */
const WM_HINTS_SIZE = 72
const INPUT_HINT = 1n
const PROP_MODE_REPLACE = 0
const NO_EVENT = 0
const SUBSTRUCTURE_REDIRECT_AND_NOTIFY = 0x180000
/** Size of the XEvent union on 64-bit systems, bytes. */
const X_EVENT_SIZE = 192

/** Of `resource_mask` in `_XPrivDisplay` (Xlib.h), bytes: which bits of an id number what is one client's. */
const RESOURCE_MASK_AT = 48

/** An open connection to the X server, as Xlib calls it. */
export type Display = unknown

/**
 * Xlib and XTest by koffi: no process is started, a call takes about 0.1 ms. Throws when a library or the display is
 * missing.
 */
export function openX11(displayName: string | null = null) {
  const xlib = koffi.load('libX11.so.6')
  const xtst = koffi.load('libXtst.so.6')

  const XOpenDisplay = xlib.func('void *XOpenDisplay(const char *name)')
  const XCloseDisplay = xlib.func('int XCloseDisplay(void *display)')
  const XDefaultRootWindow = xlib.func('unsigned long XDefaultRootWindow(void *display)')
  const XInternAtom = xlib.func(
    'unsigned long XInternAtom(void *display, const char *name, int onlyIfExists)',
  )
  const XGetWindowProperty = xlib.func(
    'int XGetWindowProperty(void *display, unsigned long window, unsigned long property, long offset, long length,' +
      ' int remove, unsigned long type, _Out_ unsigned long *actualType, _Out_ int *actualFormat,' +
      ' _Out_ unsigned long *count, _Out_ unsigned long *bytesLeft, _Out_ void **data)',
  )
  const XGetGeometry = xlib.func(
    'int XGetGeometry(void *display, unsigned long drawable, _Out_ unsigned long *root, _Out_ int *x, _Out_ int *y,' +
      ' _Out_ unsigned int *width, _Out_ unsigned int *height, _Out_ unsigned int *border, _Out_ unsigned int *depth)',
  )
  const XTranslateCoordinates = xlib.func(
    'int XTranslateCoordinates(void *display, unsigned long from, unsigned long to, int x, int y,' +
      ' _Out_ int *toX, _Out_ int *toY, _Out_ unsigned long *child)',
  )
  const XGetInputFocus = xlib.func(
    'int XGetInputFocus(void *display, _Out_ unsigned long *focus, _Out_ int *revertTo)',
  )
  const XQueryTree = xlib.func(
    'int XQueryTree(void *display, unsigned long window, _Out_ unsigned long *root, _Out_ unsigned long *parent,' +
      ' _Out_ void **children, _Out_ unsigned int *count)',
  )
  const XGetSelectionOwner = xlib.func(
    'unsigned long XGetSelectionOwner(void *display, unsigned long selection)',
  )
  const XFree = xlib.func('int XFree(void *data)')
  const XSync = xlib.func('int XSync(void *display, int discard)')
  const XSendEvent = xlib.func(
    'int XSendEvent(void *display, unsigned long window, int propagate, long mask, void *event)',
  )
  const XSelectInput = xlib.func('int XSelectInput(void *display, unsigned long window, long mask)')
  const XCheckTypedEvent = xlib.func('int XCheckTypedEvent(void *display, int type, _Out_ uint8_t *event)')
  const XCheckMaskEvent = xlib.func('int XCheckMaskEvent(void *display, long mask, _Out_ uint8_t *event)')
  const XChangeProperty = xlib.func(
    'int XChangeProperty(void *display, unsigned long window, unsigned long property, unsigned long type, int format,' +
      ' int mode, const uint8_t *data, int count)',
  )
  const XQueryKeymap = xlib.func('int XQueryKeymap(void *display, _Out_ uint8_t *keys)')
  const XKeysymToKeycode = xlib.func('uint8_t XKeysymToKeycode(void *display, unsigned long keysym)')
  const XSetErrorHandler = xlib.func('void *XSetErrorHandler(void *handler)')
  const XTestFakeKeyEvent = xtst.func(
    'int XTestFakeKeyEvent(void *display, unsigned int keycode, int isPress, unsigned long delayMs)',
  )

  const display: Display = XOpenDisplay(displayName)
  if (!display) throw new Error('no X display can be opened')
  const root: number = XDefaultRootWindow(display)
  const ErrorHandler = koffi.pointer(koffi.proto('int', ['void *', 'void *']))
  let failed = false
  const noteError = koffi.register(() => {
    failed = true
    return 0
  }, ErrorHandler)

  /**
   * Runs a request on a window that may be gone by now and returns null when the server says so. Xlib's own handler
   * would end the whole program; the previous one is put back at once, for it may belong to the toolkit.
   */
  function attempt<T>(request: () => T): T | null {
    XSync(display, 0)
    failed = false
    const previous = XSetErrorHandler(noteError)
    try {
      const answer = request()
      XSync(display, 0)
      return failed ? null : answer
    } finally {
      XSetErrorHandler(previous)
    }
  }

  /** Bytes of a property (32-bit items take 8 bytes each, as Xlib hands them out), or null. At most 4 kB are read. */
  function property(window: number, atom: number, type: number): Uint8Array | null {
    const [actualType, format, count, left, data] = [[0], [0], [0], [0], [null]]
    const status = attempt(() =>
      XGetWindowProperty(display, window, atom, 0, 1024, 0, type, actualType, format, count, left, data),
    )
    if (!data[0]) return null
    const itemSize = format[0] === 32 ? 8 : (format[0] ?? 0) / 8
    const bytes = Uint8Array.from(koffi.decode(data[0], 'uint8_t', itemSize * Number(count[0])) as number[])
    XFree(data[0])
    return status === 0 && bytes.length > 0 ? bytes : null
  }

  function parentOf(window: number): number | null {
    const [top, parent, children, count] = [[0], [0], [null], [0]]
    const isThere = attempt(() => XQueryTree(display, window, top, parent, children, count))
    if (children[0]) XFree(children[0])
    return isThere ? Number(parent[0]) : null
  }

  /** Up to five numbers in a message about `window`, to whoever listens at `to`. */
  function sendMessage(to: number, mask: number, window: number, message: number, data: readonly number[]) {
    const event = Buffer.alloc(X_EVENT_SIZE)
    event.writeInt32LE(CLIENT_MESSAGE, 0)
    event.writeInt32LE(1, 16)
    event.writeBigUInt64LE(BigInt(window), 32)
    event.writeBigUInt64LE(BigInt(message), 40)
    event.writeInt32LE(32, 48)
    data.forEach((value, index) => {
      event.writeBigInt64LE(BigInt(value), 56 + index * 8)
    })
    return attempt(() => XSendEvent(display, to, 0, mask, event)) !== null
  }

  return {
    display,
    root,
    atom: (name: string): number => XInternAtom(display, name, 0),
    property,

    /** First item of a 32-bit property, or null. */
    numberProperty(window: number, atom: number, type: number): number | null {
      const bytes = property(window, atom, type)
      return bytes && bytes.length >= 8 ? Number(Buffer.from(bytes).readBigUInt64LE(0)) : null
    },

    bounds(window: number): { x: number; y: number; width: number; height: number } | null {
      const [parent, x, y, width, height, border, depth, child] = [[0], [0], [0], [0], [0], [0], [0], [0]]
      const isThere = attempt(
        () =>
          XGetGeometry(display, window, parent, x, y, width, height, border, depth) &&
          XTranslateCoordinates(display, window, root, 0, 0, x, y, child),
      )
      if (!isThere) return null
      return { x: x[0] ?? 0, y: y[0] ?? 0, width: width[0] ?? 0, height: height[0] ?? 0 }
    },

    /** The window that has a selection; 0 when none has. */
    selectionOwner: (selection: number): number => XGetSelectionOwner(display, selection),

    /** Whether two windows were made over the same connection. */
    haveOneClient(window: number, other: number): boolean {
      const mask = BigInt(koffi.decode(display, RESOURCE_MASK_AT, 'unsigned long'))
      return (BigInt(window) | mask) === (BigInt(other) | mask)
    },

    exists: (window: number): boolean =>
      Boolean(attempt(() => XGetGeometry(display, window, [0], [0], [0], [0], [0], [0], [0]))),

    /** True when keys go to the window or to a child of it: where they go, not where the window manager means to. */
    hasInputFocus(window: number): boolean {
      const focus = [0]
      XGetInputFocus(display, focus, [0])
      let holder: number | null = Number(focus[0])
      while (holder && holder !== window && holder !== root) holder = parentOf(holder)
      return holder === window
    },

    /** All items of a 32-bit property, as many as fit into 4 kB. */
    numberList(window: number, atom: number, type: number): number[] {
      const bytes = property(window, atom, type)
      if (!bytes) return []
      const view = Buffer.from(bytes)
      return Array.from({ length: bytes.length >> 3 }, (_, at) => Number(view.readBigUInt64LE(at * 8)))
    },

    /** Asks the window manager by a message to the root window (EWMH); `data` holds up to five numbers. */
    askWindowManager(window: number, message: number, data: readonly number[]): void {
      sendMessage(root, SUBSTRUCTURE_REDIRECT_AND_NOTIFY, window, message, data)
    },

    /** A message to the program whose window it is. False when the window is gone. */
    tellClient: (window: number, message: number, data: readonly number[]): boolean =>
      sendMessage(window, NO_EVENT, window, message, data),

    /** What is listened for at a window, by X.h's masks; 0 for nothing any more. */
    listen(window: number, mask: number): void {
      attempt(() => XSelectInput(display, window, mask))
    },

    /** The oldest event of a type that has come, or null. */
    takeEvent(type: number): Buffer | null {
      const event = Buffer.alloc(X_EVENT_SIZE)
      return XCheckTypedEvent(display, type, event) ? event : null
    },

    /** Lets go of events that have come by one of X.h's masks; those without a mask, as messages, stay. False for none. */
    dropEvents(mask: number): boolean {
      const event = Buffer.alloc(X_EVENT_SIZE)
      let hadAny = false
      while (XCheckMaskEvent(display, mask, event)) hadAny = true
      return hadAny
    },

    /**
     * Whether the window manager gives the keyboard to a window of ours when it is clicked (ICCCM 4.1.2.4, the `input`
     * field of WM_HINTS). All else that stands there stays.
     */
    setInputHint(window: number, input: boolean): void {
      const hints = Buffer.from(property(window, XA_WM_HINTS, XA_WM_HINTS) ?? new Uint8Array(WM_HINTS_SIZE))
      hints.writeBigInt64LE(hints.readBigInt64LE(0) | INPUT_HINT, 0)
      hints.writeBigInt64LE(input ? 1n : 0n, 8)
      attempt(() =>
        XChangeProperty(
          display,
          window,
          XA_WM_HINTS,
          XA_WM_HINTS,
          32,
          PROP_MODE_REPLACE,
          hints,
          hints.length >> 3,
        ),
      )
    },

    /** 0 when no key of the keyboard has this symbol. */
    keycode: (keysym: number): number => XKeysymToKeycode(display, keysym),

    pressedKeys(): (keycode: number) => boolean {
      const keys = Buffer.alloc(32)
      XQueryKeymap(display, keys)
      return (keycode) => (((keys[keycode >> 3] ?? 0) >> (keycode & 7)) & 1) === 1
    },

    /** Queues a press or a release; `flush` sends what is queued. False when XTest is not there. */
    fakeKey: (keycode: number, isPress: boolean): boolean =>
      XTestFakeKeyEvent(display, keycode, isPress ? 1 : 0, 0) !== 0,

    flush: (): void => {
      XSync(display, 0)
    },

    close(): void {
      XCloseDisplay(display)
      koffi.unregister(noteError)
    },
  }
}

export type X11 = ReturnType<typeof openX11>
