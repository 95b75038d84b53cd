import path from 'node:path'
import type { ClipboardPort } from './clipboard.ts'
import type { ImageClipboard } from './image-clipboard.ts'
import { win32ClipboardPort } from './win32-clipboard.ts'
import { openWin32Clipboard } from './win32-clipboard-library.ts'
import { type Pixels, win32ImageClipboard } from './win32-image-clipboard.ts'
import { openWin32 } from './win32-library.ts'

/**
 * The Windows clipboard for texts and for images. Throws when not on Windows.
 *
 * @param decode as `win32ImageClipboard` takes it
 */
export function win32Clipboards(decode: (content: Uint8Array) => Pixels | null): {
  text: ClipboardPort
  images: ImageClipboard
} {
  const win32 = openWin32()
  const clipboard = openWin32Clipboard()
  const programOf = (window: number) => path.win32.basename(win32.programPath(win32.processOf(window)))
  return {
    text: win32ClipboardPort(clipboard, programOf),
    images: win32ImageClipboard(clipboard, decode),
  }
}
