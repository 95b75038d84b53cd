/** What chat programs take and browsers show. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
export type ImageType = (typeof IMAGE_TYPES)[number]

/**
 * Bytes, and pixels along one side and in all: what a chat program sends without refusing or shrinking it. Frames: a
 * few bytes each may move, and whoever shows them draws the whole picture for every one.
 */
export const IMAGE_LIMITS = {
  ...{ bytes: 5 * 1024 * 1024, side: 10_000, pixels: 40_000_000, frames: 1_000 },
  name: 120,
} as const

/** A thumbnail fits into a square of this side; a page makes it, the library only keeps it. */
export const THUMBNAIL_LIMITS = { side: 320, bytes: 64 * 1024 } as const
