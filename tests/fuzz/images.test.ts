import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readImage } from '../../electron/desk/images/read-image.ts'
import { IMAGE_LIMITS } from '../../shared/model/image.ts'
import { GIF, JPEG, LOSSLESS_WEBP, photograph, png, WEBP } from '../support/images.ts'
import { mangled } from './mangled.ts'
import { FUZZ_LIMIT_MS, fuzzing } from './runs.ts'

const RUNS = 600
const WHOLE = { PNG: png(), JPEG, GIF, WebP: WEBP, lossless: LOSSLESS_WEBP, photograph: photograph(3) }

/** Whatever the bytes are: a verdict; and what is taken is within the limits and, read again, the same. */
function hold(bytes: Uint8Array): void {
  const reading = readImage(bytes)
  if (!reading.ok) {
    expect(reading.reason).toMatch(/\p{Script=Han}/u)
    return
  }
  const { width, height, content } = reading.image
  expect(Math.min(width, height)).toBeGreaterThan(0)
  expect(Math.max(width, height)).toBeLessThanOrEqual(IMAGE_LIMITS.side)
  expect(width * height).toBeLessThanOrEqual(IMAGE_LIMITS.pixels)
  expect(content.length).toBeLessThanOrEqual(bytes.length + 36)
  expect(readImage(content)).toEqual({
    ok: true,
    image: { ...reading.image, content: Buffer.from(content) },
  })
}

describe('the reader of images', () => {
  it.each(Object.entries(WHOLE))(
    'takes %s with anything changed in it, or says why not',
    { timeout: FUZZ_LIMIT_MS },
    (_, whole) => {
      fc.assert(
        fc.property(mangled([{ name: '', bytes: whole }]), ({ bytes }) => hold(bytes)),
        fuzzing(RUNS),
      )
    },
  )

  it('says of any bytes what they are not', { timeout: FUZZ_LIMIT_MS }, () => {
    const heads = Object.values(WHOLE).map((whole) => whole.subarray(0, 12))
    const bytes = fc
      .tuple(fc.constantFrom(new Uint8Array(), ...heads), fc.uint8Array({ maxLength: 400 }))
      .map((parts) => Buffer.concat(parts))
    fc.assert(fc.property(bytes, hold), fuzzing(RUNS))
  })
})
