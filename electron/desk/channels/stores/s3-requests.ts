import { createHash } from 'node:crypto'
import { AwsV4Signer } from 'aws4fetch'
import type { ChannelAddress } from '../../../../shared/model/channel.ts'
import { ChannelStoreError } from '../channel-store.ts'
import type { HttpAnswer, HttpRequest, SendHttp } from './http-client.ts'

export type S3Address = Extract<ChannelAddress, { kind: 's3' }>

export type AskS3 = (
  request: Pick<HttpRequest, 'method' | 'headers' | 'body' | 'signal'> & {
    /** Of the object in the channel; `''` asks the bucket. */
    path: string
    query?: Record<string, string>
    limit?: number
  },
) => Promise<HttpAnswer>

const LISTING_BYTES = 4 * 1024 * 1024

/** Stores refuse a signature that is a quarter of an hour off. */
const NOTABLE_SKEW_MS = 5 * 60_000

/**
 * Signed requests (AWS Signature Version 4) to one bucket, as S3, MinIO and Aliyun OSS take them: the body in one piece,
 * since OSS knows no chunked signatures. Without an access key nothing is signed, for what everybody may read.
 *
 * A computer whose clock is wrong signs with the store's time once it was told.
 */
export function createS3Requests(
  { endpoint, region, bucket, prefix, accessKeyId, isPathStyle }: S3Address,
  secret: string | null,
  { send, now }: { send: SendHttp; now(): number },
): { ask: AskS3; host: string } {
  const base = new URL(endpoint)
  base.search = ''
  base.hash = ''
  base.username = ''
  base.password = ''
  if (!base.pathname.endsWith('/')) base.pathname += '/'
  if (isPathStyle) base.pathname += `${bucket}/`
  else base.host = `${bucket}.${base.host}`
  const misfit = misfitOf({
    accessKeyId,
    region,
    isAtHost: isPathStyle || base.host.startsWith(`${bucket}.`),
  })
  const keys = new Map<string, ArrayBuffer>()
  let skewMs = 0

  async function signed(request: HttpRequest): Promise<HttpRequest> {
    if (accessKeyId === '') return request
    const signer = new AwsV4Signer({
      method: request.method,
      url: request.url.href,
      headers: {
        ...request.headers,
        'X-Amz-Content-Sha256': createHash('sha256')
          .update(request.body ?? '')
          .digest('hex'),
      },
      accessKeyId,
      secretAccessKey: secret ?? '',
      region,
      service: 's3',
      cache: keys,
      datetime: new Date(now() + skewMs).toISOString().replace(/[:-]|\.\d{3}/g, ''),
    })
    const { headers } = await signer.sign()
    return { ...request, headers: Object.fromEntries(headers) }
  }

  return {
    host: base.host,
    async ask({ path, query = {}, limit = LISTING_BYTES, headers = {}, ...rest }) {
      if (misfit) throw new ChannelStoreError('wrong', misfit)
      const url = new URL(base)
      if (path !== '') url.pathname += prefix + path
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
      const request: HttpRequest = { ...rest, url, headers, limit }
      const answer = await send(await signed(request))
      const difference = Date.parse(answer.headers.date ?? '') - (now() + skewMs)
      if (answer.status !== 403 || !(Math.abs(difference) > NOTABLE_SKEW_MS)) return answer
      skewMs += difference
      return send(await signed(request))
    },
  }
}

/** What cannot be sent at all, in the person's words; null when it can. */
function misfitOf({
  accessKeyId,
  region,
  isAtHost,
}: {
  accessKeyId: string
  region: string
  isAtHost: boolean
}): string | null {
  if (!isAtHost) return 'Endpoint 是 IP 地址时要用路径方式。请打开“路径方式”再试'
  if (!/^[!-~]*$/.test(accessKeyId)) return 'AccessKey ID 里有不该有的字符。请核对后重新填写'
  if (!/^[!-~]+$/.test(region)) return '区域要用英文写，比如 cn-hangzhou。请核对'
  return null
}
