import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { ChannelAddress } from '../../../shared/model/channel.ts'
import type { KeyProtector } from '../customers/key-protector.ts'
import { isAsideOf, setAside } from '../database/set-aside.ts'
import { DeskError } from '../desk-error.ts'
import { createSubscriberNumbers } from './channel-machine.ts'
import { ChannelStoreError } from './channel-store.ts'
import { writePrivately } from './private-file.ts'

const SECRETS_FILE = 'channel-secrets.json'

const SecretsFile = z.object({
  format: z.literal(1),
  secrets: z.record(
    z.string(),
    /** `system`: wrapped by the system's keyring. `file`: it stands here as it is. */
    z.object({ protection: z.enum(['system', 'file']), secret: z.string() }),
  ),
})
type Secrets = z.infer<typeof SecretsFile>['secrets']

export type ChannelSecrets = ReturnType<typeof createChannelSecrets>

/**
 * What opens the stores of channels, by library. It lies beside the library's file and never in it, so that no backup
 * and no archive has it: on another machine it is asked for again. A file that cannot be understood is set aside under a
 * dated name: nothing that is kept later takes its place.
 *
 * @param now ms since 1970
 */
export function createChannelSecrets(
  dataDir: string,
  openProtector: () => Promise<KeyProtector | null>,
  now: () => number,
) {
  const file = path.join(dataDir, SECRETS_FILE)

  /** @throws DeskError `channel-refused` when the file is there and can be neither read nor set aside: it stays as it is */
  function stored(): Secrets {
    try {
      return SecretsFile.parse(JSON.parse(readFileSync(file, 'utf8'))).secrets
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
      if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw unreadable(file, error)
    }
    try {
      setAside(file, now())
    } catch (error) {
      throw unreadable(file, error)
    }
    return {}
  }

  const write = (secrets: Secrets): void =>
    writePrivately(file, { format: 1, secrets } satisfies z.infer<typeof SecretsFile>)

  return {
    /** This machine's number in a channel. */
    subscriber: createSubscriberNumbers(dataDir, now),

    /**
     * @throws ChannelStoreError `denied` when it is there and the keyring does not open it, DeskError `channel-refused`
     *   when the file cannot be read
     */
    async get(libraryId: string): Promise<string | null> {
      const secrets = stored()
      const entry = Object.hasOwn(secrets, libraryId) ? secrets[libraryId] : undefined
      if (!entry) return null
      if (entry.protection === 'file') return entry.secret
      const protector = await openProtector()
      const opened = await protector?.reveal(Buffer.from(entry.secret, 'base64')).catch(() => null)
      if (opened) return opened
      throw new ChannelStoreError(
        'denied',
        protector
          ? '频道的密码由另一个账号或系统钥匙串保管，这里打不开，请重新填写'
          : '频道的密码由系统钥匙串保管，请在桌面版里使用，或重新填写',
      )
    },

    /** Why a channel has none, in the words of whoever has to type it again. `joinedAt`: ms since 1970 */
    whyMissing({ libraryId, joinedAt }: { libraryId: string; joinedAt: number }): string {
      const aside = namesIn(dataDir).findLast(
        (name) => isAsideOf(SECRETS_FILE, name, joinedAt) && mayHaveHeld(path.join(dataDir, name), libraryId),
      )
      return aside
        ? `请重新填写这个频道的密码：保存密码的文件已损坏，改名为 ${aside} 留在数据文件夹里`
        : '请重新填写这个频道的密码：它不在这台电脑上'
    },

    async keep(libraryId: string, secret: string): Promise<void> {
      const protector = await openProtector()
      const entry = protector
        ? { protection: 'system' as const, secret: (await protector.protect(secret)).toString('base64') }
        : { protection: 'file' as const, secret }
      // Read only now: another secret may have been kept while the keyring took its time.
      write({ ...stored(), [libraryId]: entry })
    },

    forget(libraryId: string): void {
      const { [libraryId]: forgotten, ...rest } = stored()
      if (forgotten) write(rest)
    },
  }
}

/** Whether a damaged file had a library's secret: it names it still, or names nobody any more. */
function mayHaveHeld(file: string, libraryId: string): boolean {
  try {
    const text = readFileSync(file, 'utf8')
    return text.includes(`"${libraryId}"`) || !text.includes('"protection"')
  } catch {
    return false
  }
}

const namesIn = (folder: string): string[] => readdirSync(folder).sort()

const unreadable = (file: string, cause: unknown) =>
  new DeskError('channel-refused', `保存频道密码的文件暂时读不了，没有改动它：${file}`, cause)

/** Whether a secret for one address may be sent to the other: never to another server, nor for another account. */
export function opensAlso(one: ChannelAddress, other: ChannelAddress): boolean {
  return accountOf(one) === accountOf(other)
}

/** Whether the store at this address asks for a secret. */
export const needsSecret = (address: ChannelAddress): boolean =>
  (address.kind === 's3' && address.accessKeyId !== '') || ('user' in address && address.user !== '')

function accountOf(address: ChannelAddress): string {
  switch (address.kind) {
    case 'folder':
      return 'folder'
    case 'https':
      return `https ${new URL(address.url).origin} ${address.user}`
    case 'webdav':
      return `webdav ${new URL(address.url).origin} ${address.user}`
    case 's3':
      return `s3 ${new URL(address.endpoint).origin} ${address.bucket} ${address.accessKeyId}`
  }
}
