import { useMutation, useQuery } from '@tanstack/react-query'
import type { ChannelAddress } from '../../../../shared/model/channel.ts'
import { rpc } from '../../../client/index.ts'
import { KEYS } from '../../data/queries.ts'

/** All channels of this machine; the desk tells when one of them changes. */
export const useChannels = () =>
  useQuery({ queryKey: [KEYS.channels, 'list'], queryFn: () => rpc.channels.list.query() })

/** Apart from the channels' own: it may take thousands of files, and every check of a channel makes those stale. */
export const inboxKey = (libraryId: string) => ['inbox', libraryId]

export const useInbox = (libraryId: string) =>
  useQuery({
    queryKey: inboxKey(libraryId),
    queryFn: () => rpc.channels.inbox.query({ libraryId }),
    // What others sent meanwhile is to be seen when it is opened again.
    staleTime: 0,
  })

/** Where a channel is, and what opens it; null for the secret that is stored, or for none. */
export interface ChannelAccess {
  address: ChannelAddress
  secret: string | null
}

/** Looks at an address; nothing is stored. */
export const useMeeting = () =>
  useMutation({
    mutationFn: async (access: ChannelAccess) => ({
      access,
      meeting: await rpc.channels.meet.mutate(access),
    }),
  })
