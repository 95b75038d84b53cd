import { crc32 } from 'node:zlib'
import { fourLetters, type ReadFormat, startsWith, viewOf } from './reading.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Length, type and checksum around a chunk's data. */
const FRAME = 12

/** What pixels, colours and animation need. Texts, times and EXIF are left out, and so is what nobody knows. */
const KEPT = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'bKGD', 'pHYs'],
  ...['cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'acTL', 'fcTL', 'fdAT'],
])

/** PNG (W3C Recommendation, third edition): chunks, each with its checksum, from IHDR to IEND. */
export const readPng: ReadFormat = (bytes) => {
  if (!startsWith(bytes, SIGNATURE)) return null
  const view = viewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE.length)]
  let size: { width: number; height: number } | null = null
  let hasPixels = false
  for (let at = SIGNATURE.length; at + FRAME <= bytes.length; ) {
    const length = view.getUint32(at)
    const end = at + FRAME + length
    if (end > bytes.length) return null
    const type = fourLetters(bytes, at + 4)
    if (view.getUint32(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) return null
    if ((type === 'IHDR') !== (size === null)) return null
    if (type === 'IHDR') {
      if (length !== 13) return null
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    }
    hasPixels ||= type === 'IDAT'
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') {
      return size && hasPixels ? { type: 'image/png', ...size, content: Buffer.concat(kept) } : null
    }
    at = end
  }
  return null
}
