import koffi from 'koffi'
import type { ImageClipboard } from './image-clipboard.ts'

/** By winuser.h, shlobj_core.h and wingdi.h. */
const CF_DIB = 8
const CF_HDROP = 15
const GMEM_MOVEABLE = 2
const DROPFILES_BYTES = 20
const BITMAPINFOHEADER_BYTES = 40
const DROPEFFECT_COPY = 1

/** Pixels as Windows orders them: blue, green, red, alpha, rows from the top. */
export interface Pixels {
  width: number
  height: number
  bgra: Uint8Array
}

/** Uncompressed, more than this takes longer to hand over than an agent waits; the file is there in any case. */
const MOST_PIXELS = 8_000_000

/**
 * Images on the Windows clipboard: a list of files (CF_HDROP), and pixels (PNG as it is, CF_DIB where `decode` can), all
 * laid down at once. Throws when user32 is not there.
 *
 * @param decode null for an image that cannot be decoded; it then goes by its file, and PNG as PNG
 */
export function win32ImageClipboard(decode: (content: Uint8Array) => Pixels | null): ImageClipboard {
  const user32 = koffi.load('user32.dll')
  const kernel32 = koffi.load('kernel32.dll')
  const OpenClipboard = user32.func('int __stdcall OpenClipboard(intptr_t owner)')
  const EmptyClipboard = user32.func('int __stdcall EmptyClipboard()')
  const CloseClipboard = user32.func('int __stdcall CloseClipboard()')
  const SetClipboardData = user32.func(
    'intptr_t __stdcall SetClipboardData(uint32_t format, intptr_t memory)',
  )
  const GetClipboardSequenceNumber = user32.func('uint32_t __stdcall GetClipboardSequenceNumber()')
  const RegisterClipboardFormatW = user32.func('uint32_t __stdcall RegisterClipboardFormatW(str16 name)')
  const GlobalAlloc = kernel32.func('intptr_t __stdcall GlobalAlloc(uint32_t flags, size_t size)')
  const GlobalLock = kernel32.func('void *__stdcall GlobalLock(intptr_t memory)')
  const GlobalUnlock = kernel32.func('int __stdcall GlobalUnlock(intptr_t memory)')
  const GlobalFree = kernel32.func('intptr_t __stdcall GlobalFree(intptr_t memory)')
  const copyInto = kernel32.func('RtlMoveMemory', 'void', ['void *', koffi.pointer('uint8_t'), 'size_t'])

  /** What we laid down last, and the clipboard's number then: nobody else has written since while it is the same. */
  let written: { file: string; sequence: number } | null = null

  function put(format: number, bytes: Uint8Array): void {
    const memory: number = GlobalAlloc(GMEM_MOVEABLE, bytes.length)
    if (!memory) throw new Error('no memory for the clipboard')
    copyInto(GlobalLock(memory), bytes, bytes.length)
    GlobalUnlock(memory)
    // Taken, the memory is the system's; refused, it is still ours.
    if (SetClipboardData(format, memory)) return
    GlobalFree(memory)
    throw new Error(`the clipboard refused format ${format}`)
  }

  return {
    async write({ file, type, content }) {
      const pixels = decode(content)
      if (!OpenClipboard(0)) throw new Error('the clipboard is open elsewhere')
      try {
        EmptyClipboard()
        put(CF_HDROP, listOfFiles(file))
        put(RegisterClipboardFormatW('Preferred DropEffect'), Buffer.from([DROPEFFECT_COPY, 0, 0, 0]))
        if (type === 'image/png') put(RegisterClipboardFormatW('PNG'), content)
        if (pixels && pixels.width * pixels.height <= MOST_PIXELS) put(CF_DIB, deviceIndependent(pixels))
      } finally {
        CloseClipboard()
      }
      written = { file, sequence: GetClipboardSequenceNumber() }
    },

    holds: async ({ file }) =>
      written !== null && written.file === file && GetClipboardSequenceNumber() === written.sequence,
  }
}

/** DROPFILES with one path in UTF-16, and the empty one that ends the list. */
export function listOfFiles(file: string): Buffer {
  const head = Buffer.alloc(DROPFILES_BYTES)
  head.writeUInt32LE(DROPFILES_BYTES)
  head.writeUInt32LE(1, 16) // fWide
  return Buffer.concat([head, Buffer.from(`${file}\0\0`, 'utf16le')])
}

/** BITMAPINFOHEADER and its rows, which a DIB has from the bottom. */
export function deviceIndependent({ width, height, bgra }: Pixels): Buffer {
  const head = Buffer.alloc(BITMAPINFOHEADER_BYTES)
  head.writeUInt32LE(BITMAPINFOHEADER_BYTES)
  head.writeInt32LE(width, 4)
  head.writeInt32LE(height, 8)
  head.writeUInt16LE(1, 12) // planes
  head.writeUInt16LE(32, 14) // bits a pixel
  head.writeUInt32LE(bgra.length, 20)
  const row = width * 4
  const rows = Array.from({ length: height }, (_, at) => bgra.subarray(at * row, (at + 1) * row))
  return Buffer.concat([head, ...rows.reverse()])
}
