import { describe, expect, it } from 'vitest'
import { readImage } from '../../../../electron/desk/images/read-image.ts'
import {
  GIF,
  JPEG,
  LOSSLESS_WEBP,
  photograph,
  png,
  pngBomb,
  pngChunk,
  WEBP,
} from '../../../support/images.ts'

function taken(bytes: Uint8Array) {
  const reading = readImage(bytes)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.image
}

const whyNot = (bytes: Uint8Array) => {
  const reading = readImage(bytes)
  return reading.ok ? null : reading.reason
}

describe('what an image is', () => {
  it.each([
    ['PNG', png(8, 6), 'image/png', 8, 6],
    ['JPEG', JPEG, 'image/jpeg', 8, 6],
    ['GIF', GIF, 'image/gif', 1, 1],
    ['WebP', WEBP, 'image/webp', 8, 6],
    ['lossless WebP', LOSSLESS_WEBP, 'image/webp', 8, 6],
  ])('%s is told by its content, with its size, and kept as it is', (_, bytes, type, width, height) => {
    expect(taken(bytes)).toMatchObject({ type, width, height, content: bytes })
  })

  it('is not what a name or a first byte say', () => {
    expect(whyNot(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toContain('SVG')
    expect(whyNot(Buffer.from('<!doctype html><script>1</script>'))).toContain('网页')
    expect(whyNot(Buffer.from('\0\0\0\x18ftypheic'))).toContain('HEIC')
    expect(whyNot(Buffer.from('GIF89a=1;alert(1)'))).toContain('不是完好的图片')
    expect(whyNot(Buffer.alloc(0))).toContain('空的')
  })

  it.each([
    ['PNG', png()],
    ['JPEG', JPEG],
    ['GIF', GIF],
    ['WebP', WEBP],
  ])('%s that was cut off anywhere is refused', (_, bytes) => {
    for (let length = 0; length < bytes.length; length++)
      expect(whyNot(bytes.subarray(0, length))).not.toBeNull()
  })

  it('a PNG with a changed byte is refused: its checksums tell', () => {
    const damaged = png()
    damaged[damaged.length - 20] = (damaged.at(-20) ?? 0) ^ 1
    expect(whyNot(damaged)).toContain('不是完好的图片')
  })
})

describe('limits', () => {
  it.each([
    [10_001, 1],
    [1, 10_001],
    [9_000, 9_000],
    [0xffff_ffff, 0xffff_ffff],
  ])('%i × %i pixels are refused before anything is decoded', (width, height) => {
    expect(whyNot(pngBomb(width, height))).toContain(`${width}×${height}`)
  })

  it('so is what has no pixels, or more than 5 MB', () => {
    expect(whyNot(pngBomb(0, 10))).toContain('没有尺寸')
    expect(whyNot(Buffer.concat([png(), Buffer.alloc(5 * 1024 * 1024)]))).toContain('最多 5 MB')
  })

  it('a GIF counts as large as the frame that stands out of its screen', () => {
    const wide = Buffer.from(GIF)
    wide.writeUInt16LE(60_000, wide.indexOf(0x2c, 32) + 5)
    expect(whyNot(wide)).toContain('60000×1')
  })

  it('a WebP whose canvas is smaller than its pixels is refused', () => {
    const canvas = Buffer.alloc(18)
    canvas.write('VP8X')
    canvas.writeUInt32LE(10, 4)
    const body = Buffer.concat([Buffer.from('WEBP'), canvas, WEBP.subarray(12)])
    const head = Buffer.alloc(8)
    head.write('RIFF')
    head.writeUInt32LE(body.length, 4)
    expect(whyNot(Buffer.concat([head, body]))).not.toBeNull()
  })
})

it.each([1_000, 1_001])('a picture that moves may do so for a thousand frames, not more: %i', (frames) => {
  const [head, frame, end] = [GIF.subarray(0, 38), GIF.subarray(38, -1), GIF.subarray(-1)]
  const moving = readImage(Buffer.concat([head, ...Array.from({ length: frames }, () => frame), end]))
  expect(moving).toMatchObject(
    frames > 1_000 ? { ok: false, reason: '动图有 1001 帧，最多 1000 帧，请换一张短一些的' } : { ok: true },
  )
})

describe('what does not belong to a picture is left out', () => {
  it('place and comments of a photograph, but not which way up it is', () => {
    const { content } = taken(photograph(6))
    expect(Buffer.from(content).includes('GPS')).toBe(false)
    expect(Buffer.from(content).includes('script')).toBe(false)
    // Read again, nothing changes any more: the orientation is in a segment of its own.
    expect(taken(content).content).toEqual(content)
    expect(content.length).toBe(JPEG.length + 36)
  })

  it('a photograph that stands upright has nothing left of its metadata', () => {
    expect(taken(photograph(1)).content).toEqual(JPEG)
  })

  it('texts and places in a PNG', () => {
    const withText = png(
      8,
      6,
      [1, 2, 3],
      [
        pngChunk('tEXt', Buffer.from('Comment\0<script>alert(1)</script>')),
        pngChunk('eXIf', Buffer.from('II*\0 GPS')),
        pngChunk('zZzZ', Buffer.from('unknown')),
      ],
    )
    expect(taken(withText).content).toEqual(png(8, 6, [1, 2, 3]))
  })

  it('comments in a GIF, EXIF and XMP in a WebP', () => {
    const comment = Buffer.from([0x21, 0xfe, 4, ...Buffer.from('<a>!'), 0])
    const commented = Buffer.concat([GIF.subarray(0, -1), comment, GIF.subarray(-1)])
    expect(taken(commented).content).toEqual(GIF)

    const exif = Buffer.concat([Buffer.from('EXIF\x06\0\0\0GPS30N')])
    const extended = Buffer.concat([WEBP, exif])
    extended.writeUInt32LE(extended.length - 8, 4)
    expect(taken(extended).content).toEqual(WEBP)
  })

  it.each([
    ['PNG', png()],
    ['JPEG', JPEG],
    ['GIF', GIF],
    ['WebP', WEBP],
  ])('a page appended to a %s, so that it is a picture and nothing else', (_, bytes) => {
    const polyglot = Buffer.concat([bytes, Buffer.from('<html><script>alert(1)</script></html>PK\x03\x04')])
    expect(taken(polyglot).content).toEqual(bytes)
  })
})
