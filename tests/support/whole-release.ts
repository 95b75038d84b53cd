import { readCachedRelease } from '../../electron/desk/channels/cached-release.ts'
import { type Fetching, type OnProgress, withRelease } from '../../electron/desk/channels/fetch-release.ts'
import type { Pack } from '../../electron/desk/packs/signed-release.ts'
import type { ChannelHead, ChannelRelease } from '../../shared/model/channel.ts'

/** A whole release, fetched and checked by the program's own steps; nothing of it is written into a library. */
export const fetchRelease = (
  fetching: Fetching,
  head: ChannelHead,
  release: ChannelRelease,
  onProgress?: OnProgress,
): Promise<Pack> =>
  withRelease(
    fetching,
    head,
    release,
    (signed) => readCachedRelease(fetching.cache, signed, null),
    onProgress,
  )
