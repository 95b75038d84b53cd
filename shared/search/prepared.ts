/**
 * What is worth keeping beside a phrase: the buckets of its features, so that a start need not convert the text again.
 * Layout: version (1 byte), fingerprint of the text (4 bytes, little endian), then the sorted buckets as differences,
 * each in base 128 with the lowest digit first and the high bit set on all but the last.
 */

/** To be raised whenever the same text would give other buckets: features, readings, notions, hashing. */
export const PREPARED_VERSION = 7
const HEADER = 5

/** @param buckets of one phrase, without duplicates */
export function pack(fingerprint: number, buckets: readonly number[]): Uint8Array {
  const bytes = [PREPARED_VERSION]
  for (let shift = 0; shift < 32; shift += 8) bytes.push((fingerprint >>> shift) & 0xff)
  let before = 0
  for (const bucket of buckets.toSorted((a, b) => a - b)) {
    let difference = bucket - before
    before = bucket
    for (; difference > 0x7f; difference >>>= 7) bytes.push((difference & 0x7f) | 0x80)
    bytes.push(difference)
  }
  return Uint8Array.from(bytes)
}

/** Whether what was kept is of this version and of the very text with this fingerprint. */
export function isFresh(prepared: Uint8Array, fingerprint: number): boolean {
  if (prepared.length < HEADER || prepared[0] !== PREPARED_VERSION) return false
  let kept = 0
  for (let i = 0; i < 4; i++) kept |= (prepared[1 + i] as number) << (8 * i)
  return kept >>> 0 === fingerprint >>> 0
}

/** Tells the buckets of what `isFresh`. Those beyond `below`, which only damage can bring, are left out. */
export function unpack(prepared: Uint8Array, below: number, visit: (bucket: number) => void): void {
  let bucket = 0
  for (let at = HEADER; at < prepared.length; ) {
    let difference = 0
    for (let shift = 0, byte = 0x80; byte & 0x80 && at < prepared.length; shift += 7) {
      byte = prepared[at++] as number
      difference |= (byte & 0x7f) << shift
    }
    bucket += difference
    if (bucket >= 0 && bucket < below) visit(bucket)
  }
}
