import { orientationOf, withOrientation } from './orientation.ts'
import { type ReadFormat, startsWith, viewOf } from './reading.ts'

const SIGNATURE = [0xff, 0xd8, 0xff]
const MARKER = 0xff
const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda
const COMMENT = 0xfe
const [APP0, APP1, APP2, APP14, APP15] = [0xe0, 0xe1, 0xe2, 0xee, 0xef]
const ICC_PROFILE = [...'ICC_PROFILE\0'].map((letter) => letter.charCodeAt(0))

/** Start of frame: which coding, and how large. C4, C8 and CC are of other meanings. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Markers that stand alone inside the coded pixels: a stuffed FF and the restarts. */
const isInsideScan = (code: number | undefined): boolean =>
  code === 0 || code === MARKER || (code !== undefined && code >= 0xd0 && code <= 0xd7)

/**
 * JPEG (ITU-T T.81): segments up to the end of the first image. The application segments go but for JFIF, colour
 * profile and Adobe's colour transform; which way up the picture is (EXIF's orientation) stays, in a segment of its own.
 */
export const readJpeg: ReadFormat = (bytes) => {
  if (!startsWith(bytes, SIGNATURE)) return null
  const view = viewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | null = null
  let orientation = 1
  let hasScan = false
  for (let at = 2; at + 2 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== MARKER) return null
    if (marker === MARKER) {
      at += 1 // any number of them may stand before a marker
      continue
    }
    if (marker === END_OF_IMAGE) {
      kept.push(bytes.subarray(at, at + 2))
      const content = withOrientation(Buffer.concat(kept), orientation)
      return size && hasScan ? { type: 'image/jpeg', ...size, content } : null
    }
    if (at + 4 > bytes.length) return null
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length || end < at + 4) return null
    const segment = bytes.subarray(at, end)
    if (isFrame(marker)) {
      if (size || segment.length < 9) return null
      size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    }
    if (marker === APP1) orientation = orientationOf(segment) ?? orientation
    if (isKept(marker, segment)) kept.push(segment)
    at = end
    if (marker === START_OF_SCAN) {
      hasScan = true
      at = endOfScan(bytes, end)
      kept.push(bytes.subarray(end, at))
    }
  }
  return null
}

function isKept(marker: number, segment: Uint8Array): boolean {
  if (marker === COMMENT) return false
  if (marker < APP0 || marker > APP15) return true
  return marker === APP0 || marker === APP14 || (marker === APP2 && startsWith(segment, ICC_PROFILE, 4))
}

/** Where the coded pixels end: at the next marker that is none of their own. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(MARKER, at)
    if (at === -1) return bytes.length
    if (!isInsideScan(bytes[at + 1])) return at
    at += bytes[at + 1] === MARKER ? 1 : 2
  }
}
