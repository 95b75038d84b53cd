import koffi from 'koffi'

/** A window of another program and the text in it, looked at through Windows itself. */
export interface TextWindow {
  handle: number
  text(): string
  clear(): void
  /** Selects everything in it. */
  selectAll(): void
  minimise(): void
  /** Ends the program and waits until its window is gone. */
  close(): Promise<void>
}

const WM_SETTEXT = 0x000c
const WM_GETTEXT = 0x000d
const EM_SETSEL = 0x00b1
const SW_MINIMIZE = 6
const CAPACITY = 16_384

const user32 = koffi.load('user32.dll')
const FindWindowExW = user32.func(
  'intptr_t __stdcall FindWindowExW(intptr_t parent, intptr_t after, str16 className, str16 title)',
)
const IsWindowVisible = user32.func('int __stdcall IsWindowVisible(intptr_t window)')
const IsWindow = user32.func('int __stdcall IsWindow(intptr_t window)')
const ShowWindow = user32.func('int __stdcall ShowWindow(intptr_t window, int command)')
const PostMessageW = user32.func(
  'int __stdcall PostMessageW(intptr_t window, uint32_t message, size_t w, intptr_t l)',
)
const SendMessageW = user32.func(
  'intptr_t __stdcall SendMessageW(intptr_t window, uint32_t message, size_t w, intptr_t l)',
)
const GetPropW = user32.func('intptr_t __stdcall GetPropW(intptr_t window, str16 name)')
const readText = user32.func('SendMessageW', 'intptr_t', [
  'intptr_t',
  'uint32_t',
  'size_t',
  koffi.out(koffi.pointer('uint8_t')),
])
const writeText = user32.func('SendMessageW', 'intptr_t', ['intptr_t', 'uint32_t', 'size_t', 'str16'])

export const find = (parent: number, after: number, className: string | null, title: string | null): number =>
  FindWindowExW(parent, after, className, title)

/** Queues a message, as keys are queued. */
export const post = (window: number, message: number, value: number): void => {
  PostMessageW(window, message, value, 0)
}

export const numberOn = (window: number, name: string): number => Number(GetPropW(window, name))

/** @param edit the control that holds the text: the window itself, or a child of it */
export function textWindow(handle: number, edit: number, end: () => void): TextWindow {
  return {
    handle,
    text() {
      const buffer = Buffer.alloc(CAPACITY * 2)
      const length = Number(readText(edit, WM_GETTEXT, CAPACITY, buffer))
      return buffer.toString('utf16le', 0, length * 2)
    },
    clear: () => {
      writeText(edit, WM_SETTEXT, 0, '')
    },
    selectAll: () => {
      SendMessageW(edit, EM_SETSEL, 0, -1)
    },
    minimise: () => {
      ShowWindow(handle, SW_MINIMIZE)
    },
    async close() {
      end()
      await until(() => (IsWindow(handle) ? undefined : true))
    },
  }
}

/** A window that is not to be seen yet cannot be brought to the front, and comes there by itself when it is. */
export const shown = (handle: number): Promise<true> =>
  until(() => (IsWindowVisible(handle) ? true : undefined))

/** Asks again every 10 ms, for at most 30 s. */
export async function until<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 3_000; attempt++) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`waited 30 s for ${ask}`)
}
