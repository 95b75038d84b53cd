import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { KeyProtector } from '../customers/key-protector.ts'
import { writeWhole } from '../database/write-whole.ts'
import { DeskError } from '../desk-error.ts'
import { newPublisherKey, type PublisherKey, readPublisherKey, writePublisherKey } from './signing.ts'

const KEY_FILE = 'publisher-keys.json'
/** Read and written by its owner alone. Windows keeps that by the folder, which belongs to the account. */
const PRIVATE = 0o600

const KeyFile = z.object({
  format: z.literal(1),
  keys: z.record(
    z.string(),
    /** `system`: wrapped by the system's keyring. `file`: the key stands here as it is. */
    z.object({ protection: z.enum(['system', 'file']), secret: z.string() }),
  ),
})
type KeyFile = z.infer<typeof KeyFile>

export type PublisherKeys = ReturnType<typeof createPublisherKeys>

/**
 * The keys by which this machine publishes, by library. Who holds a library's key publishes it; nobody can make it
 * anew, so it can be written down for another machine or a drawer.
 */
export function createPublisherKeys(dataDir: string, openProtector: () => Promise<KeyProtector | null>) {
  const file = path.join(dataDir, KEY_FILE)

  function stored(): KeyFile {
    if (!existsSync(file)) return { format: 1, keys: {} }
    try {
      return KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch (cause) {
      throw new DeskError(
        'pack-untrusted',
        `发布密钥的文件已损坏，没有改动它：${file}。请用导出的密钥恢复`,
        cause,
      )
    }
  }

  async function keep(libraryId: string, key: PublisherKey): Promise<PublisherKey> {
    const protector = await openProtector()
    const pem = writePublisherKey(key)
    const entry = protector
      ? { protection: 'system' as const, secret: (await protector.protect(pem)).toString('base64') }
      : { protection: 'file' as const, secret: pem }
    mkdirSync(dataDir, { recursive: true })
    // Read only now: another key may have been kept while the keyring took its time.
    const content: KeyFile = { format: 1, keys: { ...stored().keys, [libraryId]: entry } }
    writeWhole(file, `${JSON.stringify(content, null, 2)}\n`, PRIVATE)
    // A file that was there before keeps its own mode through the replacement.
    chmodSync(file, PRIVATE)
    return key
  }

  /** @throws DeskError `pack-untrusted` when there is none, or the keyring does not open it */
  async function get(libraryId: string): Promise<PublisherKey> {
    const { keys } = stored()
    const entry = Object.hasOwn(keys, libraryId) ? keys[libraryId] : undefined
    if (!entry) throw new DeskError('pack-untrusted', '这台电脑没有这个话术库的发布密钥，不能发布')
    if (entry.protection === 'file') return readPublisherKey(entry.secret)
    const protector = await openProtector()
    try {
      if (protector) return readPublisherKey(await protector.reveal(Buffer.from(entry.secret, 'base64')))
    } catch (cause) {
      throw new DeskError('pack-untrusted', '发布密钥由另一个账号或系统钥匙串保管，这里打不开', cause)
    }
    throw new DeskError('pack-untrusted', '发布密钥由系统钥匙串保管，请在桌面版里发布')
  }

  return {
    make: (libraryId: string): Promise<PublisherKey> => keep(libraryId, newPublisherKey()),

    get,

    /** PEM for another machine; with a passphrase, nobody can use it who does not know that. */
    async write(libraryId: string, passphrase: string | undefined): Promise<string> {
      return writePublisherKey(await get(libraryId), passphrase)
    },

    /**
     * Keeps a library's key that was made elsewhere.
     *
     * @param publicKey the library's: another one's key would take the place of its own
     * @throws DeskError `pack-untrusted` when it is no key, another library's, or the passphrase is another
     */
    async take(
      { id, publicKey }: { id: string; publicKey: string },
      pem: string,
      passphrase: string | undefined,
    ): Promise<PublisherKey> {
      let key: PublisherKey
      try {
        key = readPublisherKey(pem, passphrase)
      } catch (cause) {
        throw new DeskError('pack-untrusted', '读不出密钥：文件不对，或口令不对', cause)
      }
      if (key.publicKey !== publicKey)
        throw new DeskError('pack-untrusted', '这把密钥属于另一个话术库，没有使用')
      return keep(id, key)
    },
  }
}
