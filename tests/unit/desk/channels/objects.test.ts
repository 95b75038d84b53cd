import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  fetchObject,
  objectPath,
  packObject,
  sendObject,
  unpackObject,
} from '../../../../electron/desk/channels/objects.ts'
import { memoryStore } from '../../../support/channel-store.ts'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const { signal } = new AbortController()
const TEXT = Buffer.from('亲，在的。'.repeat(200))
const NOISE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])

describe('an object of a channel', () => {
  it('is packed where that is smaller, and comes back as it was', async () => {
    const packed = await packObject(TEXT)
    expect(packed.length).toBeLessThan(TEXT.length / 10)
    expect(await unpackObject(packed, hashOf(TEXT), TEXT.length)).toEqual(TEXT)
    expect(await packObject(NOISE)).toBe(NOISE)
    expect(await unpackObject(NOISE, hashOf(NOISE), NOISE.length)).toEqual(NOISE)
    const empty = Buffer.alloc(0)
    expect(await unpackObject(await packObject(empty), hashOf(empty), 0)).toEqual(empty)
  })

  it('that looks packed by itself is packed once more, so that it is not taken for packed', async () => {
    const gzip = await packObject(TEXT)
    const stored = await packObject(gzip)
    expect(await unpackObject(stored, hashOf(gzip), gzip.length)).toEqual(gzip)
  })

  it('is never unpacked to more than it may be, nor believed when it is something else', async () => {
    const packed = await packObject(Buffer.alloc(10_000_000))
    expect(await unpackObject(packed, hashOf(Buffer.alloc(10_000_000)), 1_000)).toBe(null)
    expect(await unpackObject(NOISE, hashOf(NOISE), 3)).toBe(null)
    expect(await unpackObject(await packObject(TEXT), hashOf(NOISE), TEXT.length)).toBe(null)
    expect(await unpackObject((await packObject(TEXT)).subarray(0, 40), hashOf(TEXT), TEXT.length)).toBe(null)
  })

  it('is sent once, and again where another program left it cut', async () => {
    const store = memoryStore()
    const hash = hashOf(TEXT)
    expect(await sendObject(store, hash, TEXT, signal)).toBeGreaterThan(0)
    expect(await sendObject(store, hash, TEXT, signal)).toBe(0)
    const whole = store.files.get(objectPath(hash))!
    store.files.set(objectPath(hash), whole.subarray(0, whole.length / 2))
    await expect(fetchObject(store, hash, TEXT.length, signal)).rejects.toMatchObject({ problem: 'wrong' })
    expect(await sendObject(store, hash, TEXT, signal)).toBe(whole.length)
    expect((await fetchObject(store, hash, TEXT.length, signal)).content).toEqual(TEXT)
  })
})
