import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sync as writeFileAtomic } from 'write-file-atomic'
import { z } from 'zod'
import type { ChannelAddress } from '../../../shared/model/channel.ts'
import type { KeyProtector } from '../customers/key-protector.ts'
import { DeskError } from '../desk-error.ts'

const SECRETS_FILE = 'channel-secrets.json'
/** Read and written by its owner alone. Windows keeps that by the folder, which belongs to the account. */
const PRIVATE = 0o600
const MACHINE_BYTES = 32

const SecretsFile = z.object({
  format: z.literal(1),
  /** Random, of this data folder: what its numbers in channels are made of. Base64. */
  machine: z.base64(),
  secrets: z.record(
    z.string(),
    /** `system`: wrapped by the system's keyring. `file`: it stands here as it is. */
    z.object({ protection: z.enum(['system', 'file']), secret: z.string() }),
  ),
})
type SecretsFile = z.infer<typeof SecretsFile>

export type ChannelSecrets = ReturnType<typeof createChannelSecrets>

/**
 * What opens the stores of channels, by library. It lies beside the library's file and never in it, so that no backup
 * and no archive has it: on another machine it is asked for again.
 */
export function createChannelSecrets(dataDir: string, openProtector: () => Promise<KeyProtector | null>) {
  const file = path.join(dataDir, SECRETS_FILE)

  function stored(): SecretsFile {
    if (!existsSync(file)) return fresh()
    try {
      return SecretsFile.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      // Nothing is lost that a person cannot type again.
      return fresh()
    }
  }

  function write(content: SecretsFile): void {
    mkdirSync(dataDir, { recursive: true })
    writeFileAtomic(file, `${JSON.stringify(content, null, 2)}\n`, { mode: PRIVATE })
    // A file that was there before keeps its own mode through the replacement.
    chmodSync(file, PRIVATE)
  }

  return {
    /** This machine's number in a channel: it says nothing of the person, and two channels cannot be brought together by it. */
    subscriber(libraryId: string): string {
      const content = stored()
      if (!existsSync(file)) write(content)
      return createHmac('sha256', Buffer.from(content.machine, 'base64'))
        .update(libraryId)
        .digest('hex')
        .slice(0, 32)
    },

    /** @throws DeskError `channel-refused` when it is there and the keyring does not open it */
    async get(libraryId: string): Promise<string | null> {
      const { secrets } = stored()
      const entry = Object.hasOwn(secrets, libraryId) ? secrets[libraryId] : undefined
      if (!entry) return null
      if (entry.protection === 'file') return entry.secret
      const protector = await openProtector()
      const opened = await protector?.reveal(Buffer.from(entry.secret, 'base64')).catch(() => null)
      if (opened) return opened
      throw new DeskError(
        'channel-refused',
        protector
          ? '频道的密码由另一个账号或系统钥匙串保管，这里打不开，请重新填写'
          : '频道的密码由系统钥匙串保管，请在桌面版里使用，或重新填写',
      )
    },

    async keep(libraryId: string, secret: string): Promise<void> {
      const protector = await openProtector()
      const entry = protector
        ? { protection: 'system' as const, secret: (await protector.protect(secret)).toString('base64') }
        : { protection: 'file' as const, secret }
      const content = stored()
      write({ ...content, secrets: { ...content.secrets, [libraryId]: entry } })
    },

    forget(libraryId: string): void {
      const content = stored()
      if (!Object.hasOwn(content.secrets, libraryId)) return
      const { [libraryId]: _, ...secrets } = content.secrets
      write({ ...content, secrets })
    },
  }
}

const fresh = (): SecretsFile => ({
  format: 1,
  machine: randomBytes(MACHINE_BYTES).toString('base64'),
  secrets: {},
})

/** Whether a secret for one address may be sent to the other: never to another server, nor for another account. */
export function opensAlso(one: ChannelAddress, other: ChannelAddress): boolean {
  return accountOf(one) === accountOf(other)
}

/** Whether the store at this address asks for a secret. */
export const needsSecret = (address: ChannelAddress): boolean =>
  (address.kind === 'webdav' && address.user !== '') || (address.kind === 's3' && address.accessKeyId !== '')

function accountOf(address: ChannelAddress): string {
  switch (address.kind) {
    case 'folder':
      return 'folder'
    case 'https':
      return `https ${new URL(address.url).origin}`
    case 'webdav':
      return `webdav ${new URL(address.url).origin} ${address.user}`
    case 's3':
      return `s3 ${new URL(address.endpoint).origin} ${address.bucket} ${address.accessKeyId}`
  }
}
