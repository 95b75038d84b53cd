import type { Clipboard, ClipboardItem, NativeImage } from 'electron'
import { type ClipboardPort, electronClipboard } from './clipboard.ts'
import { electronImageClipboard, type ImageClipboard } from './image-clipboard.ts'
import type { Pixels } from './win32-image-clipboard.ts'

interface ElectronParts {
  clipboard: Clipboard
  ClipboardItem: typeof ClipboardItem
  nativeImage: { createFromBuffer(content: Buffer): NativeImage }
}

/** How this system's clipboard is written and read. The native library is loaded only where it is used. */
export async function chooseClipboard(
  { clipboard, ClipboardItem: Item, nativeImage }: ElectronParts,
  platform: NodeJS.Platform = process.platform,
): Promise<{ text: ClipboardPort; images: ImageClipboard }> {
  if (platform !== 'win32')
    return {
      text: electronClipboard(clipboard, Item),
      images: electronImageClipboard(clipboard, Item, platform),
    }
  const { win32Clipboards } = await import('./win32-clipboards.ts')
  return win32Clipboards((content) => pixelsOf(nativeImage.createFromBuffer(Buffer.from(content))))
}

/** Electron decodes PNG and JPEG; anything else comes out empty. */
function pixelsOf(image: NativeImage): Pixels | null {
  if (image.isEmpty()) return null
  const { width, height } = image.getSize()
  return { width, height, bgra: image.toBitmap() }
}
