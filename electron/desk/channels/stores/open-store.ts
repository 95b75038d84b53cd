import type { ChannelAddress } from '../../../../shared/model/channel.ts'
import { type ChannelStore, ChannelStoreError } from '../channel-store.ts'
import { createFolderStore } from './folder.ts'

/** Opens the store at an address; nothing is asked of it yet. `secret`: password or secret key, null for none. */
export function openChannelStore(address: ChannelAddress, _secret: string | null): ChannelStore {
  switch (address.kind) {
    case 'folder':
      return createFolderStore(address.path)
    default:
      throw new ChannelStoreError('wrong', '不认识这种频道的地址')
  }
}
