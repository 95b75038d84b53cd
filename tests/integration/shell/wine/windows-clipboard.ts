import koffi from 'koffi'
import type { ClipboardPort } from '../../../../electron/shell/paste/clipboard.ts'

const CF_DIB = 8
const CF_UNICODETEXT = 13
const CF_HDROP = 15
const GMEM_MOVEABLE = 2

const user32 = koffi.load('user32.dll')
const kernel32 = koffi.load('kernel32.dll')
const OpenClipboard = user32.func('int __stdcall OpenClipboard(intptr_t owner)')
const EmptyClipboard = user32.func('int __stdcall EmptyClipboard()')
const CloseClipboard = user32.func('int __stdcall CloseClipboard()')
const GetClipboardData = user32.func('intptr_t __stdcall GetClipboardData(uint32_t format)')
const SetClipboardData = user32.func('intptr_t __stdcall SetClipboardData(uint32_t format, intptr_t memory)')
const GlobalAlloc = kernel32.func('intptr_t __stdcall GlobalAlloc(uint32_t flags, size_t size)')
const GlobalLock = kernel32.func('void *__stdcall GlobalLock(intptr_t memory)')
const GlobalUnlock = kernel32.func('int __stdcall GlobalUnlock(intptr_t memory)')
const IsClipboardFormatAvailable = user32.func('int __stdcall IsClipboardFormatAvailable(uint32_t format)')
const DragQueryFileW = koffi
  .load('shell32.dll')
  .func(
    'uint32_t __stdcall DragQueryFileW(intptr_t drop, uint32_t index, _Out_ uint8_t *name, uint32_t capacity)',
  )
const copyInto = kernel32.func('RtlMoveMemory', 'void', ['void *', koffi.pointer('uint8_t'), 'size_t'])

/** The Windows clipboard's text, where there is no Electron to ask. */
export const windowsClipboard: ClipboardPort = {
  snapshot: async () => [{ 'text/plain': new Blob([readText()]) }],
  async restore(snapshot) {
    const text = snapshot[0]?.['text/plain']
    writeText(text instanceof Blob ? await text.text() : '')
  },
  readText: async () => readText(),
  writeText: async (text) => writeText(text),
}

/** The files that a program would be given, as the shell reads the list. */
export function copiedFiles(): string[] {
  return withClipboard(() => {
    const drop: number = GetClipboardData(CF_HDROP)
    if (!drop) return []
    const count: number = DragQueryFileW(drop, 0xffffffff, null, 0)
    return Array.from({ length: count }, (_, index) => {
      const name = Buffer.alloc(1_024)
      const length: number = DragQueryFileW(drop, index, name, name.length / 2)
      return name.toString('utf16le', 0, length * 2)
    })
  })
}

export const hasPixels = (): boolean => IsClipboardFormatAvailable(CF_DIB) !== 0

function readText(): string {
  return withClipboard(() => {
    const memory: number = GetClipboardData(CF_UNICODETEXT)
    if (!memory) return ''
    const text = koffi.decode.string16(GlobalLock(memory))
    GlobalUnlock(memory)
    return text
  })
}

function writeText(text: string): void {
  const bytes = Buffer.from(`${text}\0`, 'utf16le')
  withClipboard(() => {
    EmptyClipboard()
    const memory: number = GlobalAlloc(GMEM_MOVEABLE, bytes.length)
    copyInto(GlobalLock(memory), bytes, bytes.length)
    GlobalUnlock(memory)
    SetClipboardData(CF_UNICODETEXT, memory)
  })
}

function withClipboard<T>(use: () => T): T {
  if (!OpenClipboard(0)) throw new Error('the clipboard is open elsewhere')
  try {
    return use()
  } finally {
    CloseClipboard()
  }
}
