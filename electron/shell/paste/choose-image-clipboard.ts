import type { Clipboard, ClipboardItem, NativeImage } from 'electron'
import { electronImageClipboard, type ImageClipboard } from './image-clipboard.ts'
import type { Pixels } from './win32-image-clipboard.ts'

interface ElectronParts {
  clipboard: Pick<Clipboard, 'read' | 'write'>
  ClipboardItem: new (items: Record<string, Blob>) => ClipboardItem
  nativeImage: { createFromBuffer(content: Buffer): NativeImage }
}

/** How images are laid on this system's clipboard. The native library is loaded only where it is used. */
export async function imageClipboard(
  { clipboard, ClipboardItem: Item, nativeImage }: ElectronParts,
  platform: NodeJS.Platform = process.platform,
): Promise<ImageClipboard> {
  if (platform !== 'win32') return electronImageClipboard(clipboard, Item, platform)
  const { win32ImageClipboard } = await import('./win32-image-clipboard.ts')
  return win32ImageClipboard((content) => pixelsOf(nativeImage.createFromBuffer(Buffer.from(content))))
}

/** Electron decodes PNG and JPEG; anything else comes out empty. */
function pixelsOf(image: NativeImage): Pixels | null {
  if (image.isEmpty()) return null
  const { width, height } = image.getSize()
  return { width, height, bgra: image.toBitmap() }
}
