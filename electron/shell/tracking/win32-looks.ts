import koffi, { type LibraryHandle } from 'koffi'
import type { Bounds, WindowHandle } from '../paste/window-port.ts'
import type { WindowLook, WindowLooks } from './window-look.ts'

/** dwmapi.h, winuser.h */
const DWMWA_EXTENDED_FRAME_BOUNDS = 9
const DWMWA_CLOAKED = 14
const GWL_STYLE = -16
const WS_MINIMIZE = 0x20000000
const WS_VISIBLE = 0x10000000
const HWND_TOPMOST = -1
const HWND_NOTOPMOST = -2
const SWP_NOSIZE = 0x1
const SWP_NOMOVE = 0x2
const SWP_NOACTIVATE = 0x10
const SWP_NOOWNERZORDER = 0x200
const IN_PLACE = SWP_NOSIZE | SWP_NOMOVE | SWP_NOACTIVATE | SWP_NOOWNERZORDER
const USUAL_DPI = 96
/** Bytes of a RECT and of a DWORD. */
const RECT_SIZE = 16
const DWORD_SIZE = 4

/** Windows by direct calls: a look costs a few microseconds. Throws when not on Windows. */
export function win32Looks(): WindowLooks {
  const user32 = koffi.load('user32.dll')
  const dwmapi = koffi.load('dwmapi.dll')
  const IsWindow = user32.func('int __stdcall IsWindow(intptr_t window)')
  const GetWindowLongW = user32.func('int32_t __stdcall GetWindowLongW(intptr_t window, int index)')
  const GetWindowRect = user32.func('int __stdcall GetWindowRect(intptr_t window, _Out_ int32_t *rect)')
  const SetWindowPos = user32.func(
    'int __stdcall SetWindowPos(intptr_t window, intptr_t after, int x, int y, int width, int height, uint32_t flags)',
  )
  const DwmGetWindowAttribute = dwmapi.func(
    'int32_t __stdcall DwmGetWindowAttribute(intptr_t window, uint32_t attribute, _Out_ int32_t *value, uint32_t size)',
  )
  const dpiOf = dpiReader(user32)

  /** `GetWindowRect` counts the invisible margin that windows are resized by, seven pixels on three sides. */
  function bounds(window: WindowHandle): Bounds {
    const rect = new Int32Array(4)
    const isKnown = DwmGetWindowAttribute(window, DWMWA_EXTENDED_FRAME_BOUNDS, rect, RECT_SIZE) === 0
    if (!isKnown) GetWindowRect(window, rect)
    const [left = 0, top = 0, right = 0, bottom = 0] = rect
    return { x: left, y: top, width: right - left, height: bottom - top }
  }

  /** A window on another virtual desktop, or of a suspended app, counts as visible and is not to be seen. */
  function isCloaked(window: WindowHandle): boolean {
    const cloaked = new Int32Array(1)
    return DwmGetWindowAttribute(window, DWMWA_CLOAKED, cloaked, DWORD_SIZE) === 0 && cloaked[0] !== 0
  }

  function stateOf(window: WindowHandle, style: number): WindowLook['state'] {
    if ((style & WS_MINIMIZE) !== 0) return 'minimised'
    return (style & WS_VISIBLE) !== 0 && !isCloaked(window) ? 'shown' : 'hidden'
  }

  return {
    look(window) {
      // One call tells whether it is there, to be seen, and minimised: each goes to another process and back.
      const style: number = GetWindowLongW(window, GWL_STYLE)
      if (style === 0 && !IsWindow(window)) return null
      return { state: stateOf(window, style), bounds: bounds(window), dpi: dpiOf(window) }
    },
    hasNews: () => true,
    raise(window) {
      // To the top alone, a program that is not in front is refused: by way of the topmost windows it is let.
      SetWindowPos(window, HWND_TOPMOST, 0, 0, 0, 0, IN_PLACE)
      SetWindowPos(window, HWND_NOTOPMOST, 0, 0, 0, 0, IN_PLACE)
    },
    letTakeFocus: null,
    close() {},
  }
}

/** `GetDpiForWindow` is there from Windows 10 1607 on. */
function dpiReader(user32: LibraryHandle): (window: WindowHandle) => number {
  try {
    const GetDpiForWindow = user32.func('uint32_t __stdcall GetDpiForWindow(intptr_t window)')
    return (window) => GetDpiForWindow(window) || USUAL_DPI
  } catch {
    return () => USUAL_DPI
  }
}
