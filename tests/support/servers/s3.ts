import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import { isSignedWith } from './signature-v4.ts'

export interface S3Server {
  /** Such as `http://127.0.0.1:41234`. */
  origin: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  stop(): Promise<void>
}

const BUCKET = 'golden-six'

/**
 * s3rver: an S3-compatible server over files, on a free port of 127.0.0.1.
 *
 * It knows access keys, clocks, path style and virtual hosts (`bucket.s3.localhost`), ETags with `If-None-Match` on GET, and
 * ListObjectsV2 with its continuation tokens. It does not cover: signatures of version 4 (it takes any), conditions on PUT
 * (it passes over `If-None-Match` and `If-Match` without a word, so it shows what we do where a store does that), rights of
 * different keys, quotas, regions; and of an upload that is cut it keeps what came, which no object store does. {@link startConditionalS3} and {@link startOssLike} check signatures and add the two
 * manners of conditions; the rest is only shown by unit tests of what each answer means.
 */
export async function startS3(): Promise<S3Server> {
  const directory = mkdtempSync(path.join(tmpdir(), 'golden-six-s3-'))
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    serviceEndpoint: 'localhost',
    configureBuckets: [{ name: BUCKET }],
  })
  const { port } = await server.run()
  return {
    origin: `http://127.0.0.1:${port}`,
    bucket: BUCKET,
    // The one account that s3rver has.
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    stop: async () => {
      const closed = server.close()
      server.httpServer.closeAllConnections()
      await closed
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/**
 * A handler of ours before s3rver, not a server that anybody runs: it takes `If-None-Match: *` and `If-Match` on PUT as S3
 * and MinIO document it, one request at a time. What it shows is that we send them and understand the answers.
 */
export const startConditionalS3 = () =>
  startBefore(async (request, etagOf) => {
    if (request.method !== 'PUT') return null
    const present = await etagOf()
    if (request.headers['if-none-match'] === '*' && present)
      return refusal(412, 'PreconditionFailed', 'exists')
    const wanted = request.headers['if-match']
    if (wanted && !present) return refusal(404, 'NoSuchKey', 'gone')
    if (wanted && wanted !== present) return refusal(412, 'PreconditionFailed', 'another')
    return null
  })

/**
 * A handler of ours before s3rver that refuses what Aliyun OSS refuses by its documentation and its users' reports: conditions
 * on PUT with 501 and, where `x-oss-forbid-overwrite` says so, a file that is there with 409.
 */
export const startOssLike = () =>
  startBefore(async (request, etagOf) => {
    if (request.method !== 'PUT') return null
    if (request.headers['if-none-match'] || request.headers['if-match']) {
      return refusal(501, 'NotImplemented', 'A header you provided implies functionality that is not known')
    }
    const mayNotReplace = request.headers['x-oss-forbid-overwrite'] === 'true'
    return mayNotReplace && (await etagOf()) ? refusal(409, 'FileAlreadyExists', 'exists') : null
  })

interface Refusal {
  status: number
  body: string
}

const refusal = (status: number, code: string, message: string): Refusal => ({
  status,
  body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
})

async function startBefore(
  judge: (request: IncomingMessage, etagOf: () => Promise<string | null>) => Promise<Refusal | null>,
): Promise<S3Server> {
  const inner = await startS3()
  let turn: Promise<unknown> = Promise.resolve()
  const server = http.createServer((request, response) => {
    turn = turn.then(() => handle(request, response)).catch(() => response.destroy())
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = inner.origin + (request.url ?? '')
    const body = Buffer.concat(await request.toArray())
    // Without a signature s3rver gives anybody anything.
    const etagOf = async () => (await fetch(url, { method: 'HEAD' })).headers.get('etag')
    const refused = isSignedWith(inner.secretAccessKey, request, body)
      ? await judge(request, etagOf)
      : refusal(403, 'SignatureDoesNotMatch', 'another secret')
    if (refused) {
      response.writeHead(refused.status, { 'Content-Type': 'application/xml' }).end(refused.body)
      return
    }
    const onward = http.request(url, { method: request.method, headers: request.headers })
    response.once('close', () => onward.destroy())
    onward.end(body)
    const [answer] = (await once(onward, 'response')) as [IncomingMessage]
    response.writeHead(answer.statusCode ?? 0, answer.headers)
    answer.pipe(response)
    if (!response.closed) await once(response, 'close')
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    ...inner,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await inner.stop()
    },
  }
}
