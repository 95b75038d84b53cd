import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isRunning, runtime } from '../runtime.ts'
import { strictModule } from '../strict.ts'
import { getPath } from './paths.ts'

const nonceBytes = 12
const tagBytes = 16

/** The key lies in a file of the user's data; it plays the keyring of an ordinary desktop and protects nothing. */
function key(): Buffer {
  const file = path.join(getPath('userData'), 'standin-keyring')
  try {
    return readFileSync(file)
  } catch {
    const fresh = randomBytes(32)
    writeFileSync(file, fresh, { mode: 0o600 })
    return fresh
  }
}

function encrypt(text: string): Buffer {
  runtime('safeStorage')
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

function decrypt(sealed: Buffer): string {
  runtime('safeStorage')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(0, nonceBytes))
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
    return decipher.update(sealed.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
  }
}

export const safeStorage = strictModule('safeStorage', {
  isEncryptionAvailable: () => isRunning(),
  isAsyncEncryptionAvailable: async () => isRunning(),
  getSelectedStorageBackend: () => (isRunning() ? 'gnome_libsecret' : 'unknown'),
  setUsePlainTextEncryption: () => {},
  encryptString: encrypt,
  decryptString: decrypt,
  encryptStringAsync: async (text) => encrypt(text),
  decryptStringAsync: async (sealed) => ({ result: decrypt(sealed), shouldReEncrypt: false }),
} satisfies Electron.SafeStorage)
