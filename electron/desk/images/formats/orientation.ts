import { startsWith, viewOf } from './reading.ts'

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0]
const INTEL = 0x4949
const ORIENTATION = 0x0112
const UPRIGHT = 1
/** Marker, length and "Exif" before the block that the places in it are counted from. */
const HEAD = 10

/** Which way up a photograph is (1–8, EXIF 2.3), from an APP1 segment of a JPEG; null when it does not say. */
export function orientationOf(segment: Uint8Array): number | null {
  if (!startsWith(segment, EXIF, 4) || segment.length < HEAD + 8) return null
  const view = viewOf(segment.subarray(HEAD))
  const isLittle = view.getUint16(0) === INTEL
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > view.byteLength) return null
  const entries = view.getUint16(directory, isLittle)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12
    if (at + 12 > view.byteLength) return null
    if (view.getUint16(at, isLittle) !== ORIENTATION) continue
    const value = view.getUint16(at + 8, isLittle)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

/** A JPEG with a segment behind its first marker that says which way up it is, and nothing else. */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  if (orientation === UPRIGHT) return jpeg
  const segment = Buffer.from([
    ...[0xff, 0xe1, 0, 34, ...EXIF],
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8], // big-endian, the directory at 8
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0], // one entry: orientation, one short
    ...[0, 0, 0, 0], // no further directory
  ])
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)])
}
