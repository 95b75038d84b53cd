import { type ReadFormat, startsWith, viewOf } from './reading.ts'

const VERSIONS = [
  [0x47, 0x49, 0x46, 0x38, 0x37, 0x61],
  [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
]
const [EXTENSION, FRAME, TRAILER] = [0x21, 0x2c, 0x3b]
const [GRAPHIC_CONTROL, APPLICATION] = [0xf9, 0xff]
const LOOPING = ['NETSCAPE2.0', 'ANIMEXTS1.0']

/** Bytes of the colour table that a packed field announces. */
const tableBytes = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0)

/** GIF (CompuServe, 89a): frames and how they are timed and looped; comments and other programs' blocks are left out. */
export const readGif: ReadFormat = (bytes) => {
  if (!VERSIONS.some((version) => startsWith(bytes, version)) || bytes.length < 14) return null
  const view = viewOf(bytes)
  let width = view.getUint16(6, true)
  let height = view.getUint16(8, true)
  let at = 13 + tableBytes(bytes[10] ?? 0)
  const kept: Uint8Array[] = [bytes.subarray(0, at)]
  let frames = 0
  while (at < bytes.length) {
    const start = at
    if (bytes[at] === TRAILER) {
      kept.push(bytes.subarray(at, at + 1))
      return frames > 0 ? { type: 'image/gif', width, height, frames, content: Buffer.concat(kept) } : null
    }
    if (bytes[at] === FRAME) {
      if (at + 11 > bytes.length) return null
      // A frame may stand out over the screen, and browsers then show more than that.
      width = Math.max(width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true))
      height = Math.max(height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true))
      frames++
      at = endOfBlocks(bytes, at + 11 + tableBytes(bytes[at + 9] ?? 0))
    } else if (bytes[at] === EXTENSION) {
      at = endOfBlocks(bytes, at + 2)
    } else return null
    if (at > bytes.length) return null
    const block = bytes.subarray(start, at)
    if (block[0] === FRAME || isKept(block)) kept.push(block)
  }
  return null
}

function isKept(extension: Uint8Array): boolean {
  if (extension[1] === GRAPHIC_CONTROL) return true
  return (
    extension[1] === APPLICATION &&
    LOOPING.includes(Buffer.from(extension.subarray(3, 14)).toString('latin1'))
  )
}

/** Behind the blocks that begin at `at`, each with its length before it and an empty one last. */
function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0)
  return at + 1
}
