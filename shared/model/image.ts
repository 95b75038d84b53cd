import { z } from 'zod'

/** SHA-256 of an image's bytes, in hex: what a phrase or a product names it by. */
export const ImageHash = z.string().regex(/^[0-9a-f]{64}$/, '这不是一张图片的编号')

/** What chat programs take and browsers show. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
export type ImageType = (typeof IMAGE_TYPES)[number]

/** Bytes, and pixels along one side and in all: what a chat program sends without refusing or shrinking it. */
export const IMAGE_LIMITS = { bytes: 5 * 1024 * 1024, side: 10_000, pixels: 40_000_000 } as const

/** An image that the library holds; its bytes are kept once, however many phrases show it. */
export interface ImageInfo {
  hash: string
  type: ImageType
  bytes: number
  width: number
  height: number
}
