import type { ImageGlance } from '../../shared/model/image.ts'
import { THUMBNAIL_LIMITS } from '../../shared/model/image-limits.ts'
import { rpc } from './index.ts'

/**
 * What is known of images, each with a small picture. One that has none yet is read and shrunk, here and once: the
 * library keeps it. An image that this page cannot decode stays without.
 */
export async function glancesOf(hashes: readonly string[]): Promise<ImageGlance[]> {
  const glances = await rpc.images.glances.query([...hashes])
  const complete: ImageGlance[] = []
  // One after the other: several large images decoded at once would take hundreds of megabytes.
  for (const glance of glances) {
    const isWanting = glance.info !== null && glance.thumbnail === null
    complete.push(isWanting ? { ...glance, thumbnail: await makeThumbnail(glance.hash) } : glance)
  }
  return complete
}

/** The whole image, as the browser takes it. */
export async function imageBlob(hash: string): Promise<Blob> {
  const { content, type } = await rpc.images.read.query(hash)
  return new Blob([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], { type })
}

async function makeThumbnail(hash: string): Promise<string | null> {
  try {
    const thumbnail = await shrunk(await imageBlob(hash))
    if (thumbnail) await rpc.images.keepThumbnail.mutate({ hash, content: thumbnail.split(',')[1] ?? '' })
    return thumbnail
  } catch {
    return null
  }
}

/** A `data:` address of the image in a square of the thumbnail's side, or null when it stays too large in bytes. */
async function shrunk(image: Blob): Promise<string | null> {
  const { side, bytes } = THUMBNAIL_LIMITS
  const bitmap = await createImageBitmap(image)
  const canvas = canvasWith(bitmap, Math.min(1, side / Math.max(bitmap.width, bitmap.height)))
  const addresses = [0.8, 0.3].map((quality) => canvas.toDataURL('image/webp', quality))
  return addresses.find((address) => address.length * 0.75 < bytes) ?? null
}

/**
 * Puts an image on the clipboard from the page itself. Browsers take nothing but PNG there, so it is drawn anew.
 *
 * @throws when the browser does not allow it, or cannot draw the image
 */
export async function copyImageInPage(hash: string): Promise<void> {
  // As a promise, so that the key that asked for it still counts when the image is there.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': imageBlob(hash).then(asPng) })])
}

async function asPng(image: Blob): Promise<Blob> {
  if (image.type === 'image/png') return image
  const canvas = canvasWith(await createImageBitmap(image), 1)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the image cannot be drawn')))),
  )
}

function canvasWith(bitmap: ImageBitmap, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (context) context.imageSmoothingQuality = 'high'
  context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return canvas
}
