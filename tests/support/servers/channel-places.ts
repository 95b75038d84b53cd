import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ChannelAddress } from '../../../shared/model/channel.ts'
import { startApache } from './apache.ts'
import { type S3Server, startConditionalS3, startOssLike, startS3 } from './s3.ts'

/** A store that runs, with room for as many channels as a test wants. */
export interface ChannelPlace {
  /** An address that nobody has used yet. */
  fresh(): ChannelAddress
  secret: string | null
  /** Of its server, for a fault proxy to stand before; null for a folder. */
  origin: string | null
  stop(): Promise<void>
}

let channels = 0
const nextName = () => `channel-${++channels}`

/** A folder, made when its address is. */
export async function folderPlace(): Promise<ChannelPlace> {
  const root = mkdtempSync(path.join(tmpdir(), 'golden-six-channels-'))
  return {
    fresh() {
      const folder = path.join(root, nextName())
      mkdirSync(folder)
      return { kind: 'folder', path: folder }
    },
    secret: null,
    origin: null,
    stop: async () => rmSync(root, { recursive: true, force: true }),
  }
}

/** Apache with mod_dav. */
export async function apachePlace(): Promise<ChannelPlace> {
  const { url, user, password, stop } = await startApache()
  return {
    fresh: () => ({ kind: 'webdav', url: `${url}${nextName()}/`, user }),
    secret: password,
    origin: new URL(url).origin,
    stop,
  }
}

/** s3rver as it is; what it does not cover is said there. */
export const s3Place = () => s3PlaceOf(startS3)
/** s3rver behind a handler of ours that takes conditions on PUT. */
export const conditionalS3Place = () => s3PlaceOf(startConditionalS3)
/** s3rver behind a handler of ours that refuses what Aliyun OSS refuses. */
export const ossLikePlace = () => s3PlaceOf(startOssLike)

async function s3PlaceOf(start: () => Promise<S3Server>): Promise<ChannelPlace> {
  const { origin, bucket, accessKeyId, secretAccessKey, stop } = await start()
  return {
    fresh: () => ({
      kind: 's3',
      endpoint: origin,
      region: 'cn-hangzhou',
      bucket,
      prefix: `${nextName()}/`,
      accessKeyId,
      isPathStyle: true,
    }),
    secret: secretAccessKey,
    origin,
    stop,
  }
}

/** The same address with a proxy before its server. */
export function through(address: ChannelAddress, origin: string): ChannelAddress {
  switch (address.kind) {
    case 'folder':
      return address
    case 's3':
      return { ...address, endpoint: origin }
    default:
      return { ...address, url: origin + new URL(address.url).pathname }
  }
}
