import koffi from 'koffi'

/** The parts of winuser.h, winnt.h and processthreadsapi.h that the adapter uses, by their own names. */
export const SW_RESTORE = 9
export const KEYEVENTF_EXTENDEDKEY = 0x1
export const KEYEVENTF_KEYUP = 0x2
const INPUT_KEYBOARD = 1
const MAPVK_VK_TO_VSC = 0
const PROCESS_QUERY_LIMITED_INFORMATION = 0x1000
const TOKEN_QUERY = 0x8
const TOKEN_ELEVATION = 20
const WM_NULL = 0
/** Returns at once for a window that Windows already calls hung. */
const SMTO_ABORTIFHUNG = 0x2
/** Longest path that Windows hands out, in UTF-16 units; titles are far shorter. */
const MAX_TEXT = 1_024
/** The stack may change under the eyes of who walks down it. */
const MOST_WINDOWS = 1_000

export interface KeyStroke {
  virtualKey: number
  flags: number
}

/** user32, kernel32 and advapi32 by koffi; a handle is a plain number. Throws when not on Windows. */
export function openWin32() {
  const user32 = koffi.load('user32.dll')
  const kernel32 = koffi.load('kernel32.dll')
  const advapi32 = koffi.load('advapi32.dll')

  const GetForegroundWindow = user32.func('intptr_t __stdcall GetForegroundWindow()')
  const SetForegroundWindow = user32.func('int __stdcall SetForegroundWindow(intptr_t window)')
  const IsWindow = user32.func('int __stdcall IsWindow(intptr_t window)')
  const IsIconic = user32.func('int __stdcall IsIconic(intptr_t window)')
  const ShowWindow = user32.func('int __stdcall ShowWindow(intptr_t window, int command)')
  const GetWindowTextW = user32.func(
    'int __stdcall GetWindowTextW(intptr_t window, _Out_ uint8_t *text, int capacity)',
  )
  const GetWindowThreadProcessId = user32.func(
    'uint32_t __stdcall GetWindowThreadProcessId(intptr_t window, _Out_ uint32_t *processId)',
  )
  const GetWindowRect = user32.func('int __stdcall GetWindowRect(intptr_t window, _Out_ int32_t *rect)')
  const GetAsyncKeyState = user32.func('int16_t __stdcall GetAsyncKeyState(int virtualKey)')
  const IsWindowEnabled = user32.func('int __stdcall IsWindowEnabled(intptr_t window)')
  const IsWindowVisible = user32.func('int __stdcall IsWindowVisible(intptr_t window)')
  const FindWindowExW = user32.func(
    'intptr_t __stdcall FindWindowExW(intptr_t parent, intptr_t after, str16 className, str16 title)',
  )
  const SendMessageTimeoutW = user32.func(
    'intptr_t __stdcall SendMessageTimeoutW(intptr_t window, uint32_t message, size_t w, intptr_t l, uint32_t flags,' +
      ' uint32_t timeoutMs, _Out_ size_t *answer)',
  )
  const GetClipboardSequenceNumber = user32.func('uint32_t __stdcall GetClipboardSequenceNumber()')
  const GetClipboardOwner = user32.func('intptr_t __stdcall GetClipboardOwner()')
  const MapVirtualKeyW = user32.func('uint32_t __stdcall MapVirtualKeyW(uint32_t code, uint32_t mapType)')

  // INPUT holds a union as large as MOUSEINPUT, which is 8 bytes longer than KEYBDINPUT; SendInput checks the size.
  const Input = koffi.struct({
    type: 'uint32_t',
    ki: koffi.struct({
      wVk: 'uint16_t',
      wScan: 'uint16_t',
      dwFlags: 'uint32_t',
      time: 'uint32_t',
      dwExtraInfo: 'uintptr_t',
    }),
    rest: koffi.array('uint8_t', 8),
  })
  const SendInput = user32.func('__stdcall', 'SendInput', 'uint32_t', [
    'uint32_t',
    koffi.pointer(Input),
    'int',
  ])

  const OpenProcess = kernel32.func(
    'intptr_t __stdcall OpenProcess(uint32_t access, int inherit, uint32_t processId)',
  )
  const GetCurrentProcess = kernel32.func('intptr_t __stdcall GetCurrentProcess()')
  const CloseHandle = kernel32.func('int __stdcall CloseHandle(intptr_t handle)')
  const QueryFullProcessImageNameW = kernel32.func(
    'int __stdcall QueryFullProcessImageNameW(intptr_t process, uint32_t flags, _Out_ uint8_t *name,' +
      ' _Inout_ uint32_t *size)',
  )
  const OpenProcessToken = advapi32.func(
    'int __stdcall OpenProcessToken(intptr_t process, uint32_t access, _Out_ intptr_t *token)',
  )
  const GetTokenInformation = advapi32.func(
    'int __stdcall GetTokenInformation(intptr_t token, int kind, _Out_ uint32_t *value, uint32_t size,' +
      ' _Out_ uint32_t *needed)',
  )

  /** Opens a process for as long as `read` takes; null when it is gone or Windows refuses. */
  function withProcess<T>(processId: number, read: (process: number) => T): T | null {
    const process: number = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, 0, processId)
    if (!process) return null
    try {
      return read(process)
    } finally {
      CloseHandle(process)
    }
  }

  /** Null when Windows refuses to tell, as it does to a program of lower rank. */
  function readElevation(process: number): boolean | null {
    const token = [0]
    if (!OpenProcessToken(process, TOKEN_QUERY, token)) return null
    const elevation = [0]
    GetTokenInformation(token[0], TOKEN_ELEVATION, elevation, 4, [0])
    CloseHandle(token[0])
    return elevation[0] !== 0
  }

  return {
    foregroundWindow: (): number => GetForegroundWindow(),
    setForegroundWindow: (window: number): boolean => SetForegroundWindow(window) !== 0,
    isWindow: (window: number): boolean => IsWindow(window) !== 0,
    isMinimised: (window: number): boolean => IsIconic(window) !== 0,
    showWindow: (window: number, command: number): void => {
      ShowWindow(window, command)
    },

    /** Read from what the system keeps, so a program that hangs does not hold us up. */
    title(window: number): string {
      const text = Buffer.alloc(MAX_TEXT * 2)
      const length: number = GetWindowTextW(window, text, MAX_TEXT)
      return text.toString('utf16le', 0, length * 2)
    },

    processOf(window: number): number {
      const processId = [0]
      GetWindowThreadProcessId(window, processId)
      return processId[0] ?? 0
    },

    bounds(window: number): { x: number; y: number; width: number; height: number } | null {
      const rect = new Int32Array(4)
      if (!GetWindowRect(window, rect)) return null
      const [left = 0, top = 0, right = 0, bottom = 0] = rect
      return { x: left, y: top, width: right - left, height: bottom - top }
    },

    /** False while a modal dialog of its own keeps it from taking keys. */
    isEnabled: (window: number): boolean => IsWindowEnabled(window) !== 0,

    /** Sends the message that does nothing, off this thread: whoever hangs holds up nobody. */
    answers: (window: number, limitMs: number): Promise<boolean> =>
      new Promise((resolve) => {
        const ask = [window, WM_NULL, 0, 0, SMTO_ABORTIFHUNG, limitMs, [0]] as const
        SendMessageTimeoutW.async(...ask, (error: Error | null, answer: number) =>
          resolve(error === null && answer !== 0),
        )
      }),

    clipboardVersion: (): number => GetClipboardSequenceNumber(),

    /** The window by which the clipboard was written; 0 when that is gone. */
    clipboardOwner: (): number => GetClipboardOwner(),

    /** From the top of the stack down. */
    visibleWindows(): number[] {
      const windows: number[] = []
      let window: number = FindWindowExW(0, 0, null, null)
      for (; window && windows.length < MOST_WINDOWS; window = FindWindowExW(0, window, null, null)) {
        if (IsWindowVisible(window)) windows.push(window)
      }
      return windows
    },

    isKeyDown: (virtualKey: number): boolean => (GetAsyncKeyState(virtualKey) & 0x8000) !== 0,

    /** All strokes or none: they go in as one block that the user's own typing cannot interleave. */
    sendInput(strokes: readonly KeyStroke[]): boolean {
      const inputs = strokes.map(({ virtualKey, flags }) => ({
        type: INPUT_KEYBOARD,
        // Some programs, remote desktops above all, look at the scan code only.
        ki: {
          wVk: virtualKey,
          wScan: MapVirtualKeyW(virtualKey, MAPVK_VK_TO_VSC),
          dwFlags: flags,
          time: 0,
          dwExtraInfo: 0,
        },
        rest: new Uint8Array(8),
      }))
      return SendInput(inputs.length, inputs, koffi.sizeof(Input)) === inputs.length
    },

    /** Full path of the program, or empty. */
    programPath(processId: number): string {
      const path = withProcess(processId, (process) => {
        const name = Buffer.alloc(MAX_TEXT * 2)
        const size = [MAX_TEXT]
        return QueryFullProcessImageNameW(process, 0, name, size)
          ? name.toString('utf16le', 0, (size[0] ?? 0) * 2)
          : ''
      })
      return path ?? ''
    },

    /** Null when Windows refuses to tell. */
    isElevated: (processId: number): boolean | null => withProcess(processId, readElevation),
    areWeElevated: (): boolean => readElevation(GetCurrentProcess()) === true,
  }
}

export type Win32 = ReturnType<typeof openWin32>
