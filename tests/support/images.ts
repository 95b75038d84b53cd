import { crc32, deflateSync } from 'node:zlib'

/** 8 × 6 pixels each, as Chromium writes them. */
export const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8yb' +
    'qmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAG' +
    'AAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAaEAACAgMAAAAAAAAAAAAAAAAAAwERAiEx/8QAFQEBAQAAAAAAAAAAAAAAAA' +
    'AABAX/xAAXEQEBAQEAAAAAAAAAAAAAAAABAgAR/9oADAMBAAIRAxEAPwCrXC8ai+3sAEqqaeuYAHDf/9k=',
  'base64',
)
export const WEBP = Buffer.from(
  'UklGRkgAAABXRUJQVlA4IDwAAACwAQCdASoIAAYAAsBMJbACdLoAAAAAAP5Jcj4O9Rqxha5/8ir4Cn+MkcB96Px76A/Mo4P9lps67SowAAA=',
  'base64',
)
export const LOSSLESS_WEBP = Buffer.from(
  'UklGRiQAAABXRUJQVlA4TBcAAAAvB0ABAA9wEbNhPg3z/EcLjv8f0f/AAQA=',
  'base64',
)
/** One pixel, looped. */
export const GIF = Buffer.concat([
  Buffer.from('GIF89a'),
  Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0xff, 0xff, 0xff, 0, 0, 0]),
  Buffer.from([0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0'), 3, 1, 0, 0, 0]),
  Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
])

/** One chunk of a PNG, with its checksum. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(12 + data.length)
  chunk.writeUInt32BE(data.length)
  chunk.write(type, 4, 'latin1')
  chunk.set(data, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4)
  return chunk
}

/** A PNG of one colour; `extra` chunks stand between its head and its pixels. */
export function png(
  width = 8,
  height = 6,
  [red, green, blue]: readonly [number, number, number] = [200, 130, 0],
  extra: readonly Buffer[] = [],
): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, Buffer.of(red, green, blue))])
  const pixels = Buffer.concat(Array.from({ length: height }, () => row))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', head),
    ...extra,
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PNG that says it is so large, with next to nothing in it. */
export function pngBomb(width: number, height: number): Buffer {
  const bomb = png(1, 1)
  bomb.writeUInt32BE(width, 16)
  bomb.writeUInt32BE(height, 20)
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
  return bomb
}

/** The JPEG as a phone's camera would write it: where it was taken, and which way up it is held (EXIF, 1–8). */
export function photograph(orientation: number): Buffer {
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0II'),
    Buffer.from([0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.from('GPSLatitude 30.2741 浙江省杭州市'),
  ])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  const comment = Buffer.from([0xff, 0xfe, 0, 10, ...Buffer.from('<script>')])
  return Buffer.concat([JPEG.subarray(0, 2), head, exif, comment, JPEG.subarray(2)])
}
