import { type ChannelStore, ChannelStoreError } from '../channel-store.ts'
import type { HttpAnswer, SendHttp } from './http-client.ts'
import { codeOf, problemOfS3 } from './s3-problems.ts'
import { createS3Requests, type S3Address } from './s3-requests.ts'
import { childOf, readXml, type XmlElement } from './xml.ts'

const MOST_PAGES = 10_000

/**
 * A channel in a bucket. An object is there whole or not at all; that is the store's own promise.
 *
 * Two programs that write at once are told apart by the store itself where it takes `If-None-Match` and `If-Match` on PUT (S3,
 * MinIO). Others refuse the headers (Aliyun OSS, with 501) or pass over them in silence, so what is there is looked at before,
 * too: then a gap of one request remains, in which two could publish at once. For new objects OSS has a header that closes it.
 */
export function createS3Store(
  address: S3Address,
  secret: string | null,
  { send, now }: { send: SendHttp; now(): number },
): ChannelStore {
  const { ask, host } = createS3Requests(address, secret, { send, now })
  const { prefix } = address
  let takesConditions = true

  const problemOf = (answer: HttpAnswer) => problemOfS3(answer, host, now())

  const head = (path: string, signal: AbortSignal) => ask({ method: 'HEAD', path, signal })

  /** Without conditions if the store refuses to know them. */
  async function put(
    path: string,
    bytes: Uint8Array,
    condition: Record<string, string>,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    const putting = (headers: Record<string, string>) =>
      ask({ method: 'PUT', path, body: bytes, headers: { ...headers, ...OCTETS }, signal })
    const isConditional = Object.keys(condition).length > 0
    if (takesConditions || !isConditional) {
      const answer = await putting(condition)
      if (answer.status !== 501 || !isConditional) return answer
      takesConditions = false
    }
    return putting('If-None-Match' in condition ? { 'x-oss-forbid-overwrite': 'true' } : {})
  }

  async function writeNew(path: string, bytes: Uint8Array, signal: AbortSignal) {
    // Also saves sending what is there. A key that may not list is told 403 of what is missing.
    const found = await head(path, signal)
    if (found.status === 200) return { etag: found.headers.etag ?? null, isNew: false }
    if (found.status !== 404 && found.status !== 403) throw problemOf(found)
    const answer = await put(path, bytes, { 'If-None-Match': '*' }, signal)
    const isThere = answer.status === 412 || (answer.status === 409 && codeOf(answer) === 'FileAlreadyExists')
    if (isThere) return { etag: null, isNew: false }
    return written(answer)
  }

  async function writeOver(path: string, bytes: Uint8Array, etag: string, signal: AbortSignal) {
    const found = await head(path, signal)
    if (found.status === 404 || (found.status === 200 && found.headers.etag !== etag)) throw conflict()
    if (found.status !== 200) throw problemOf(found)
    const answer = await put(path, bytes, { 'If-Match': etag }, signal)
    if (answer.status === 404 && codeOf(answer) === 'NoSuchKey') throw conflict()
    return written(answer)
  }

  function written(answer: HttpAnswer) {
    if (answer.status !== 200) throw problemOf(answer)
    return { etag: answer.headers.etag ?? null, isNew: true }
  }

  function listingOf(answer: HttpAnswer): XmlElement {
    try {
      const root = readXml(new TextDecoder().decode(answer.bytes))
      if (root.name === 'ListBucketResult') return root
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
    throw new ChannelStoreError('wrong', `${host} 列出的文件读不懂。请核对 Endpoint`)
  }

  return {
    isWritable: true,

    async read(path, { limit, etag, signal }) {
      const headers: Record<string, string> = etag ? { 'If-None-Match': etag } : {}
      const answer = await ask({ method: 'GET', path, headers, limit, signal })
      if (answer.status === 304) return 'unchanged'
      if (answer.status === 404 && codeOf(answer) === 'NoSuchKey') return null
      if (answer.status !== 200) throw problemOf(answer)
      return { bytes: answer.bytes, etag: answer.headers.etag ?? null }
    },

    async write(path, bytes, { only, signal }) {
      if (only === 'new') return writeNew(path, bytes, signal)
      if (only !== null) return writeOver(path, bytes, only.etag, signal)
      return written(await put(path, bytes, {}, signal))
    },

    async list(folder, { signal, enough = Infinity }) {
      const paths: string[] = []
      let token: string | undefined
      for (let page = 0; page < MOST_PAGES && paths.length < enough; page++) {
        const query: Record<string, string> = { 'list-type': '2', prefix: prefix + folder }
        if (token) query['continuation-token'] = token
        const answer = await ask({ method: 'GET', path: '', query, signal })
        if (answer.status !== 200) throw problemOf(answer)
        const listing = listingOf(answer)
        for (const element of listing.children) {
          const key = element.name === 'Contents' ? childOf(element, 'Key')?.text : undefined
          // Some consoles keep an empty object for each folder they show.
          if (key && !key.endsWith('/')) paths.push(key.slice(prefix.length))
        }
        token = childOf(listing, 'NextContinuationToken')?.text
        if (childOf(listing, 'IsTruncated')?.text !== 'true' || !token) break
      }
      return paths
    },

    async remove(path, { signal }) {
      const answer = await ask({ method: 'DELETE', path, signal })
      const isGone = answer.status === 404 && codeOf(answer) !== 'NoSuchBucket'
      if (answer.status >= 300 && !isGone) throw problemOf(answer)
    },
  }
}

const OCTETS = { 'Content-Type': 'application/octet-stream' }

const conflict = () => new ChannelStoreError('conflict', '别人刚刚也写了这个频道，没有覆盖。请再试一次')
