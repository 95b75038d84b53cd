import { z } from 'zod'
import { IMAGE_LIMITS, type ImageType } from './image-limits.ts'
import { plainName } from './text.ts'

export { IMAGE_LIMITS, type ImageType, THUMBNAIL_LIMITS } from './image-limits.ts'

/** SHA-256 of an image's bytes, in hex: what a phrase or a product names it by. */
export const ImageHash = z.string().regex(/^[0-9a-f]{64}$/, '这不是一张图片的编号')

/** What people call an image: the name of the file it came from, empty for one that was pasted. */
export const ImageName = z.string().overwrite(plainName).trim().max(IMAGE_LIMITS.name, '图片名太长')

/** An image that the library holds; its bytes are kept once, however many phrases show it. */
export interface ImageInfo {
  hash: string
  type: ImageType
  bytes: number
  width: number
  height: number
  name: string
}

/** What a list shows of an image: what is known of it, and a small picture of it as a `data:` address. */
export interface ImageGlance {
  hash: string
  /** Null when the library knows nothing of it, or its file is gone. */
  info: ImageInfo | null
  /** Null until a page has made it. */
  thumbnail: string | null
}
