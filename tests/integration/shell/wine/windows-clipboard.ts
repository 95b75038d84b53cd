import koffi from 'koffi'
import { ClipboardHeld } from '../../../../electron/shell/paste/clipboard.ts'
import {
  CF_DIB,
  CF_HDROP,
  CF_UNICODETEXT,
  type ClipboardContent,
  openWin32Clipboard,
} from '../../../../electron/shell/paste/win32-clipboard-library.ts'

const user32 = koffi.load('user32.dll')
const OpenClipboard = user32.func('int __stdcall OpenClipboard(intptr_t owner)')
const CloseClipboard = user32.func('int __stdcall CloseClipboard()')
const GetClipboardData = user32.func('intptr_t __stdcall GetClipboardData(uint32_t format)')
const IsClipboardFormatAvailable = user32.func('int __stdcall IsClipboardFormatAvailable(uint32_t format)')
const DragQueryFileW = koffi
  .load('shell32.dll')
  .func(
    'uint32_t __stdcall DragQueryFileW(intptr_t drop, uint32_t index, _Out_ uint8_t *name, uint32_t capacity)',
  )

const direct = openWin32Clipboard()
/** Programs that have just pasted may still have the clipboard open: what is looked at here waits for them. */
const clipboard = {
  formatNamed: direct.formatNamed,
  readOne: (format: number) => whenFree(() => direct.readOne(format)),
  write: (content: ClipboardContent) => whenFree(() => direct.write(content)),
}

/** For at most 2 s. */
function whenFree<T>(use: () => T): T {
  for (let attempt = 1; ; attempt++) {
    try {
      return use()
    } catch (error) {
      if (!(error instanceof ClipboardHeld) || attempt === 200) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

export function isHeld(): boolean {
  try {
    direct.readOne(CF_UNICODETEXT)
    return false
  } catch {
    return true
  }
}

/** A DIB of one red pixel. */
const PIXEL = Buffer.from(
  '280000000100000001000000010020000000000004000000000000000000000000000000000000000000ff00',
  'hex',
)

const utf16 = (text: string) => Buffer.from(`${text}\0`, 'utf16le')

/** The agent copies a text, as any program would. */
export const copyText = (text: string): void => clipboard.write([[CF_UNICODETEXT, utf16(text)]])

export function copiedText(): string {
  const bytes = clipboard.readOne(CF_UNICODETEXT)
  return bytes ? (Buffer.from(bytes).toString('utf16le').split('\0')[0] ?? '') : ''
}

/** What a browser or an office program copies: the same thing in several formats, two files among them. */
export function copyManyFormats(): void {
  clipboard.write([
    [clipboard.formatNamed('HTML Format'), Buffer.from('Version:0.9\r\n<b>满198减20</b>\0')],
    [clipboard.formatNamed('Rich Text Format'), Buffer.from('{\\rtf1 198}\0')],
    [CF_UNICODETEXT, utf16('满198减20')],
    [CF_DIB, PIXEL],
    [CF_HDROP, Buffer.concat([dropFiles(), utf16('C:\\数据\\a.png'), utf16('C:\\数据\\b.png'), utf16('')])],
  ])
}

function dropFiles(): Buffer {
  const head = Buffer.alloc(20)
  head.writeUInt32LE(20)
  head.writeUInt32LE(1, 16)
  return head
}

/** Every format of those above that is there now, by its name, as far as its bytes go. */
export function manyFormats(): Record<string, string> {
  const formats: [string, number][] = [
    ['html', clipboard.formatNamed('HTML Format')],
    ['rtf', clipboard.formatNamed('Rich Text Format')],
    ['text', CF_UNICODETEXT],
    ['dib', CF_DIB],
    ['files', CF_HDROP],
  ]
  return Object.fromEntries(
    formats.map(([name, format]) => [name, Buffer.from(clipboard.readOne(format) ?? []).toString('hex')]),
  )
}

/** Whether what is there now is kept out of the history, out of other devices and away from whoever watches. */
export function isMarkedAsPassing(): boolean {
  const isZero = (name: string) =>
    Buffer.from(clipboard.readOne(clipboard.formatNamed(name)) ?? [1])
      .subarray(0, 4)
      .every((byte) => byte === 0)
  return (
    isZero('CanIncludeInClipboardHistory') &&
    isZero('CanUploadToCloudClipboard') &&
    IsClipboardFormatAvailable(clipboard.formatNamed('ExcludeClipboardContentFromMonitorProcessing')) !== 0
  )
}

/** The files that a program would be given, as the shell reads the list. */
export function copiedFiles(): string[] {
  whenFree(() => {
    if (!OpenClipboard(0)) throw new ClipboardHeld()
  })
  try {
    const drop: number = GetClipboardData(CF_HDROP)
    if (!drop) return []
    const count: number = DragQueryFileW(drop, 0xffffffff, null, 0)
    return Array.from({ length: count }, (_, index) => {
      const name = Buffer.alloc(1_024)
      const length: number = DragQueryFileW(drop, index, name, name.length / 2)
      return name.toString('utf16le', 0, length * 2)
    })
  } finally {
    CloseClipboard()
  }
}

export const hasPixels = (): boolean => IsClipboardFormatAvailable(CF_DIB) !== 0
