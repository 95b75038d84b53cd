import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** AES-256-GCM with a random nonce for every record. NIST SP 800-38D allows 2³² records for one key so. */
const ALGORITHM = 'aes-256-gcm'
export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts `plain` for one place: `place` (the row it belongs to) is authenticated, so that a record moved to another
 * row does not open there. The result is nonce, tag and ciphertext, in that order.
 */
export function seal(plain: string, key: Buffer, place: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** @throws when the key is another, the record was changed, or it was sealed for another place. */
export function unseal(record: Buffer, key: Buffer, place: string): string {
  const decipher = createDecipheriv(ALGORITHM, key, record.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(place))
    .setAuthTag(record.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const plain = decipher.update(record.subarray(NONCE_BYTES + TAG_BYTES))
  return Buffer.concat([plain, decipher.final()]).toString('utf8')
}

/** The same mark for the same text under the same key: what is looked up by it cannot be read from it. */
export function markOf(text: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
