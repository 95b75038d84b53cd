import type { ImageClipboard } from './image-clipboard.ts'
import { marksOf } from './win32-clipboard.ts'
import { CF_DIB, CF_HDROP, type ClipboardContent, type Win32Clipboard } from './win32-clipboard-library.ts'

/** By shlobj_core.h and wingdi.h. */
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
 * laid down at once.
 *
 * @param decode null for an image that cannot be decoded; it then goes by its file, and PNG as PNG
 */
export function win32ImageClipboard(
  clipboard: Win32Clipboard,
  decode: (content: Uint8Array) => Pixels | null,
): ImageClipboard {
  /** What we laid down last, and the clipboard's number then: nobody else has written since while it is the same. */
  let written: { file: string; version: number } | null = null

  return {
    async write({ file, type, content }, stay) {
      const pixels = decode(content)
      const formats: ClipboardContent = [
        [CF_HDROP, listOfFiles(file)],
        [clipboard.formatNamed('Preferred DropEffect'), Uint8Array.of(DROPEFFECT_COPY, 0, 0, 0)],
        ...(type === 'image/png' ? [[clipboard.formatNamed('PNG'), content] as const] : []),
        ...(pixels && pixels.width * pixels.height <= MOST_PIXELS
          ? [[CF_DIB, deviceIndependent(pixels)] as const]
          : []),
        ...marksOf(stay, clipboard),
      ]
      clipboard.write(formats)
      written = { file, version: clipboard.version() }
    },

    holds: async ({ file }) =>
      written !== null && written.file === file && clipboard.version() === written.version,
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
