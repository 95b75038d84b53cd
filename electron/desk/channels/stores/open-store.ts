import { randomUUID } from 'node:crypto'
import type { ChannelAddress } from '../../../../shared/model/channel.ts'
import type { ChannelStore } from '../channel-store.ts'
import { createFolderStore } from './folder.ts'
import { createHttpClient, STORE_TIMEOUTS, type StoreTimeouts } from './http-client.ts'
import { createHttpsStore } from './https.ts'
import { createS3Store } from './s3.ts'
import { createWebDavStore } from './webdav.ts'

export interface StoreSurroundings {
  timeouts: StoreTimeouts
  /** ms since 1970. */
  now(): number
  /** A random name, of `[a-z0-9-]`. */
  newId(): string
}

const AROUND_US: StoreSurroundings = { timeouts: STORE_TIMEOUTS, now: Date.now, newId: randomUUID }

/**
 * The store at an address. Nothing is asked of it yet, so a wrong address or secret shows at the first reading or writing.
 * A store keeps connections for a while; keep it as long as the channel is used.
 *
 * @param secret password or secret access key; null for a place that asks for none
 */
export function openChannelStore(
  address: ChannelAddress,
  secret: string | null,
  surroundings: Partial<StoreSurroundings> = {},
): ChannelStore {
  if (address.kind === 'folder') return createFolderStore(address.path)
  const { timeouts, now, newId } = { ...AROUND_US, ...surroundings }
  const send = createHttpClient(timeouts)
  switch (address.kind) {
    case 'https':
      return createHttpsStore(address, secret, { send, now })
    case 'webdav':
      return createWebDavStore(address, secret, { send, now, newId })
    case 's3':
      return createS3Store(address, secret, { send, now })
  }
}
