import { createHash } from 'node:crypto'
import type { ChannelHead, ChannelRelease } from '../../../shared/model/channel.ts'

/**
 * Whether a release that goes to `share` percent reaches this subscriber. Each version has its own order of subscribers,
 * so that it is not always the same ones who go first; a larger share has all of a smaller one in it.
 */
export function isReached(
  subscriber: string,
  { version, share }: Pick<ChannelRelease, 'version' | 'share'>,
): boolean {
  const digest = createHash('sha256').update(`${subscriber}/${version}`).digest()
  return digest.readUInt32BE(0) < (share / 100) * 2 ** 32
}

/** The newest release for this subscriber; null when there is none. */
export const releaseFor = (head: ChannelHead, subscriber: string): ChannelRelease | null =>
  head.releases.find((release) => isReached(subscriber, release)) ?? null
