import { type ChildProcess, spawn } from 'node:child_process'
import koffi from 'koffi'

/** A Notepad window and the text in it, looked at through Windows itself. */
export interface Notepad {
  handle: number
  text(): string
  clear(): void
  minimise(): void
  /** Ends the program and waits until its window is gone. */
  close(): Promise<void>
}

const WM_SETTEXT = 0x000c
const WM_GETTEXT = 0x000d
const SW_MINIMIZE = 6
const CAPACITY = 16_384

const user32 = koffi.load('user32.dll')
const FindWindowExW = user32.func(
  'intptr_t __stdcall FindWindowExW(intptr_t parent, intptr_t after, str16 className, str16 title)',
)
const IsWindowVisible = user32.func('int __stdcall IsWindowVisible(intptr_t window)')
const IsWindow = user32.func('int __stdcall IsWindow(intptr_t window)')
const ShowWindow = user32.func('int __stdcall ShowWindow(intptr_t window, int command)')
const readText = user32.func('SendMessageW', 'intptr_t', [
  'intptr_t',
  'uint32_t',
  'size_t',
  koffi.out(koffi.pointer('uint8_t')),
])
const writeText = user32.func('SendMessageW', 'intptr_t', ['intptr_t', 'uint32_t', 'size_t', 'str16'])

export async function openNotepad(): Promise<Notepad> {
  const already = new Set(notepadWindows())
  const program = spawn('notepad.exe', [], { stdio: 'ignore' })
  const handle = await until(() => notepadWindows().find((window) => !already.has(window)))
  const edit: number = await until(() => FindWindowExW(handle, 0, 'Edit', null) || undefined)
  // A window that is not to be seen yet cannot be brought to the front, and comes there by itself when it is.
  await until(() => (IsWindowVisible(handle) ? true : undefined))
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
    minimise: () => {
      ShowWindow(handle, SW_MINIMIZE)
    },
    close: () => closed(program, handle),
  }
}

async function closed(program: ChildProcess, handle: number): Promise<void> {
  program.kill()
  await until(() => (IsWindow(handle) ? undefined : true))
}

function notepadWindows(): number[] {
  const windows: number[] = []
  for (let window = next(0); window; window = next(window)) windows.push(window)
  return windows
}

const next = (after: number): number => FindWindowExW(0, after, 'Notepad', null)

/** Asks again every 10 ms, for at most 30 s. */
export async function until<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 3_000; attempt++) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`waited 30 s for ${ask}`)
}
