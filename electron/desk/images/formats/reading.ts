import type { ImageType } from '../../../../shared/model/image.ts'

/** What a file of images says of itself, and the same image without anything that is no part of it. */
export interface ImageReading {
  type: ImageType
  /** Left out where a picture does not move. */
  frames?: number
  width: number
  height: number
  /**
   * The image again, its pixels untouched: no place or camera (EXIF, XMP), no comments, nothing before or behind it
   * that another program could take for a page or a script.
   */
  content: Uint8Array
}

/** A reader of one format. Null when the bytes are not whole in that format; it never throws and decodes no pixels. */
export type ReadFormat = (bytes: Uint8Array) => ImageReading | null

export const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte)

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Four bytes as the letters they stand for in the formats' own descriptions. */
export const fourLetters = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4))
