import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'

/** Ed25519 in SubjectPublicKeyInfo: these bytes, then the 32 of the key (RFC 8410, 4). */
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
/** Signed before what is signed, so that no signature for something else can stand for this one. */
const PURPOSES = {
  pack: Buffer.from('golden-six-pack\n'),
  channel: Buffer.from('golden-six-channel\n'),
  update: Buffer.from('golden-six-update\n'),
} as const
type Purpose = keyof typeof PURPOSES

export interface PublisherKey {
  privateKey: KeyObject
  /** 32 bytes, Base64. */
  publicKey: string
}

export function newPublisherKey(): PublisherKey {
  const { privateKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: publicKeyOf(privateKey) }
}

/**
 * A key that was written by `writePublisherKey`.
 *
 * @throws when it is none, or the passphrase is another
 */
export function readPublisherKey(pem: string, passphrase?: string): PublisherKey {
  const privateKey = createPrivateKey({ key: pem, format: 'pem', ...(passphrase && { passphrase }) })
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key')
  return { privateKey, publicKey: publicKeyOf(privateKey) }
}

/** PKCS#8 as PEM; with a passphrase nobody can use it who does not know that. */
export function writePublisherKey({ privateKey }: PublisherKey, passphrase?: string): string {
  const shape = { type: 'pkcs8', format: 'pem' } as const
  return privateKey.export(passphrase ? { ...shape, cipher: 'aes-256-cbc', passphrase } : shape).toString()
}

/** 64 bytes. `purpose`: what the bytes are, a pack's manifest, a channel's head or a release of the program. */
export const signBytes = (purpose: Purpose, bytes: Uint8Array, { privateKey }: PublisherKey): Buffer =>
  sign(null, Buffer.concat([PURPOSES[purpose], bytes]), privateKey)

/** Whether the holder of `publicKey` (Base64) signed exactly these bytes for that purpose. */
export function isSignedBy(
  publicKey: string,
  purpose: Purpose,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  const raw = Buffer.from(publicKey, 'base64')
  if (raw.length !== 32 || signature.length !== 64) return false
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' })
  return verify(null, Buffer.concat([PURPOSES[purpose], bytes]), key, signature)
}

/** What two people compare over the telephone: 80 bits of the key's SHA-256, e.g. `3F2A-91C0-77DE-0B14-E5A9`. */
export function fingerprintOf(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')
  return (digest.slice(0, 20).toUpperCase().match(/.{4}/g) ?? []).join('-')
}

function publicKeyOf(privateKey: KeyObject): string {
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return der.subarray(PUBLIC_PREFIX.length).toString('base64')
}
