import { fourLetters, type ImageReading, type ReadFormat, viewOf } from './reading.ts'

interface Size {
  width: number
  height: number
}

const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP', 'ANIM', 'ANMF'])
/** Bits of VP8X that announce EXIF and XMP. */
const ANNOUNCES_METADATA = 0x0c
const FRAME_HEAD = 16

/** WebP (Google's container specification): RIFF chunks; EXIF, XMP and unknown ones are left out. */
export const readWebp: ReadFormat = (bytes) => {
  if (bytes.length < 20 || fourLetters(bytes, 0) !== 'RIFF' || fourLetters(bytes, 8) !== 'WEBP') return null
  const end = 8 + viewOf(bytes).getUint32(4, true)
  const chunks = end <= bytes.length ? chunksIn(bytes.subarray(0, end), 12) : null
  const [first] = chunks ?? []
  if (!chunks || !first) return null
  const canvas = first.name === 'VP8X' ? canvasOf(first.data) : null
  const sizes = chunks.flatMap((chunk) => sizesOf(chunk) ?? [])
  const [largest] = sizes
  const size = canvas ?? largest
  // A small canvas may be put before huge pixels, which is what a decoder would make room for.
  if (!largest || !size || sizes.some((one) => one.width > size.width || one.height > size.height))
    return null
  if (!canvas && (sizes.length > 1 || first.name === 'ANMF')) return null
  const frames = chunks.filter(({ name }) => name === 'ANMF').length
  return { type: 'image/webp', ...size, frames, content: rebuilt(chunks) } satisfies ImageReading
}

interface Chunk {
  name: string
  data: Uint8Array
}

/** Null when one of them reaches over the end. */
function chunksIn(bytes: Uint8Array, from: number): Chunk[] | null {
  const view = viewOf(bytes)
  const chunks: Chunk[] = []
  for (let at = from; at < bytes.length; ) {
    if (at + 8 > bytes.length) return null
    const length = view.getUint32(at + 4, true)
    if (at + 8 + length > bytes.length) return null
    chunks.push({ name: fourLetters(bytes, at), data: bytes.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

/** The sizes of the pixels in a chunk; null for one without. A frame that cannot be read has an endless one. */
function sizesOf({ name, data }: Chunk): Size[] | null {
  if (name === 'VP8 ') return [lossySize(data)]
  if (name === 'VP8L') return [losslessSize(data)]
  if (name !== 'ANMF') return null
  const inside = data.length > FRAME_HEAD ? chunksIn(data, FRAME_HEAD) : null
  const sizes = inside?.flatMap((chunk) => (chunk.name === 'ANMF' ? [ENDLESS] : (sizesOf(chunk) ?? [])))
  return sizes?.length ? sizes : [ENDLESS]
}

const ENDLESS: Size = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY }

function canvasOf(data: Uint8Array): Size | null {
  if (data.length < 10) return null
  const three = (at: number) => viewOf(data).getUint16(at, true) + ((data[at + 2] ?? 0) << 16) + 1
  return { width: three(4), height: three(7) }
}

/** RFC 6386: a key frame says its size behind the start code. */
function lossySize(data: Uint8Array): Size {
  if (data.length < 10 || data[3] !== 0x9d || data[4] !== 0x01 || data[5] !== 0x2a) return ENDLESS
  const view = viewOf(data)
  return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff }
}

/** Behind the signature byte, twice fourteen bits. */
function losslessSize(data: Uint8Array): Size {
  if (data.length < 5 || data[0] !== 0x2f) return ENDLESS
  const bits = viewOf(data).getUint32(1, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

function rebuilt(chunks: readonly Chunk[]): Buffer {
  const parts = chunks
    .filter(({ name }) => KEPT.has(name))
    .flatMap(({ name, data }) => {
      const head = Buffer.alloc(8)
      head.write(name, 'latin1')
      head.writeUInt32LE(data.length, 4)
      const content = Buffer.from(data)
      if (name === 'VP8X') content[0] = (content[0] ?? 0) & ~ANNOUNCES_METADATA
      return [head, content, Buffer.alloc(data.length % 2)]
    })
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts])
  const riff = Buffer.alloc(8)
  riff.write('RIFF')
  riff.writeUInt32LE(body.length, 4)
  return Buffer.concat([riff, body])
}
