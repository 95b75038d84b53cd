import { pathToFileURL } from 'node:url'
import type { Clipboard, ClipboardItem } from 'electron'
import type { ImageType } from '../../../shared/model/image-limits.ts'
import type { Stay } from './clipboard.ts'

/** An image as it is pasted: the file that holds it, which never changes, and its bytes. */
export interface ClipboardImage {
  file: string
  type: ImageType
  content: Uint8Array
}

/**
 * Puts images on the clipboard: first as a reference to their file, which chat programs take in half the time and keep
 * as it is, animation and all; as pixels for programs that take no files.
 */
export interface ImageClipboard {
  write(image: ClipboardImage, stay: Stay): Promise<void>
  /** Whether what lies on the clipboard is that very image, as `write` put it there. */
  holds(image: ClipboardImage): Promise<boolean>
}

type ClipboardItemClass = new (items: Record<string, Blob>) => ClipboardItem

/** A format by the name that the window system knows it by. */
const raw = (format: string): string => `electron application/osclipboard;format="${format}"`

/** X11: freedesktop's list of files, GNOME's and KDE's of files that were copied rather than cut. */
const FILES_ON_X11 = 'text/uri-list'
const FILES_ON_MACOS = 'public.file-url'

/** Through Electron's clipboard, on X11 and macOS. Windows knows files by a format that Electron cannot write. */
export function electronImageClipboard(
  clipboard: Pick<Clipboard, 'read' | 'write'>,
  Item: ClipboardItemClass,
  platform: NodeJS.Platform = process.platform,
): ImageClipboard {
  const reference = platform === 'darwin' ? FILES_ON_MACOS : FILES_ON_X11
  const addressOf = ({ file }: ClipboardImage): string => pathToFileURL(file).href

  return {
    async write(image) {
      const address = addressOf(image)
      const files =
        platform === 'darwin'
          ? { [raw(FILES_ON_MACOS)]: new Blob([address]) }
          : {
              [raw(FILES_ON_X11)]: new Blob([`${address}\r\n`]),
              [raw('x-special/gnome-copied-files')]: new Blob([`copy\n${address}`]),
            }
      // PNG is what every system takes for pixels; the others go by their file alone.
      const pixels: Record<string, Blob> =
        image.type === 'image/png'
          ? { 'image/png': new Blob([new Uint8Array(image.content)], { type: image.type }) }
          : {}
      await clipboard.write([new Item({ ...files, ...pixels })])
    },

    async holds(image) {
      const items = await clipboard.read()
      for (const item of items) {
        const type = item.types.find((one) => one === reference || one === raw(reference))
        const payload = type === undefined ? null : await item.getType(type)
        if (payload instanceof Blob && (await payload.text()).trim() === addressOf(image)) return true
      }
      return false
    },
  }
}
