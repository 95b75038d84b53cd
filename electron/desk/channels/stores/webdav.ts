import { CHANNEL_LIMITS } from '../../../../shared/model/channel.ts'
import { type ChannelStore, ChannelStoreError } from '../channel-store.ts'
import { problemOfAnswer } from './answer-problems.ts'
import type { HttpAnswer, HttpRequest, SendHttp } from './http-client.ts'
import { readingOf, sendFollowing } from './https.ts'
import { basicAuthorization, folderAt, locate } from './web-address.ts'
import { type DavEntry, nextPage, PROPFIND_BODY, readMultistatus } from './webdav-listing.ts'
import { PART, sweepParts } from './webdav-sweep.ts'

const NAME = /^[a-z0-9._-]+$/

const LISTING_BYTES = 16 * 1024 * 1024
const MOST_PAGES = 1_000
/** A channel has two levels; a server that shows more shows itself again and again. */
const DEEPEST_FOLDER = 5

/** Tidying is worth no longer wait to whoever has published. */
const SWEEP_MS = 10_000

/** For a provider that says it is too busy for us but not how long: 坚果云 counts requests by half-hours. */
const THROTTLED_FOR_MS = 10 * 60_000

/**
 * A channel on a WebDAV server (RFC 4918) with a name and password; made for 坚果云, Apache, nginx and NAS boxes alike.
 *
 * A file is put under a passing name and then moved to its own: not every server hides one that is half here. Where a
 * write must replace just one version, the ETag is compared before, and the server is asked to compare once more as it
 * moves (`If`, 10.4); one that does not know the header leaves a gap of one request, in which two could publish at once.
 */
export function createWebDavStore(
  { url, user }: { url: string; user: string },
  secret: string | null,
  { send, now, newId }: { send: SendHttp; now(): number; newId(): string },
): ChannelStore {
  const folder = folderAt(url)
  const { host } = folder
  const authorization: Record<string, string> = user
    ? { Authorization: basicAuthorization(user, secret ?? '') }
    : {}

  const ask = (request: Omit<HttpRequest, 'limit'> & { limit?: number }) =>
    send({ limit: LISTING_BYTES, ...request, headers: { ...authorization, ...request.headers } })

  function problemOf(answer: HttpAnswer): ChannelStoreError {
    if (saysTooMany(answer)) {
      return new ChannelStoreError('unreachable', `${host} 说请求太频繁，过一会儿会再试`, {
        cause: new Error(`HTTP ${answer.status}, throttled`),
        retryAfter: THROTTLED_FOR_MS,
      })
    }
    if ([404, 405, 501].includes(answer.status)) {
      return new ChannelStoreError('wrong', `${host} 的这个地址不是 WebDAV 文件夹。请核对地址`, {
        cause: new Error(`HTTP ${answer.status}`),
      })
    }
    return problemOfAnswer(answer, { host, now: now(), denied: deniedWords(answer.status, host) })
  }

  /**
   * Makes a folder (`''` for that of the channel itself), and those between it and the channel's where they lack. Others may
   * be making the same just now, so what the answer says of a folder that is there counts for little.
   */
  async function makeFolder(path: string, signal: AbortSignal): Promise<HttpAnswer> {
    const make = () => ask({ method: 'MKCOL', url: locate(folder, path), signal })
    const answer = await make()
    if (!isMissing(answer) || path === '') return answer
    await makeFolder(folderOf(path.slice(0, -1)), signal)
    return make()
  }

  async function upload(path: string, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    const put = () => ask({ method: 'PUT', url: locate(folder, path), body: bytes, signal, headers: OCTETS })
    let answer = await put()
    if (isMissing(answer)) {
      const made = await makeFolder(folderOf(path), signal)
      answer = await put()
      if (isMissing(answer)) throw made.status < 300 || isMissing(made) ? noFolder(host) : problemOf(made)
    }
    if (answer.status >= 300) throw problemOf(answer)
  }

  /** @returns the answer: 412 for a file that is there (`F`) or is another than `If` says */
  async function move(
    from: string,
    to: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    const target = locate(folder, to)
    const url = locate(folder, from)
    // Behind a proxy that speaks https for it, a server takes its own address for another's, and names it 502 or 400.
    const spellings = new Set([target.href, target.href.replace(/^https:/, 'http:'), target.pathname])
    let answer: HttpAnswer | undefined
    for (const destination of spellings) {
      answer = await ask({ method: 'MOVE', url, headers: { ...headers, Destination: destination }, signal })
      if (answer.status !== 502 && answer.status !== 400) break
    }
    return answer as HttpAnswer
  }

  async function etagOf(path: string, signal: AbortSignal): Promise<string | null> {
    const answer = await ask({ method: 'HEAD', url: locate(folder, path), signal })
    if (isMissing(answer)) return null
    if (answer.status !== 200) throw problemOf(answer)
    return answer.headers.etag ?? null
  }

  const discard = (path: string) =>
    ask({ method: 'DELETE', url: locate(folder, path), signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    )

  async function entriesOf(path: string, signal: AbortSignal, enough: number): Promise<DavEntry[]> {
    const asked = locate(folder, path)
    const found: DavEntry[] = []
    let next: URL | null = asked
    for (let page = 0; next && page < MOST_PAGES && found.length < enough; page++) {
      const answer: HttpAnswer = await ask({
        method: 'PROPFIND',
        url: next,
        headers: { Depth: '1', 'Content-Type': 'application/xml; charset=utf-8' },
        body: PROPFIND_BODY,
        signal,
      })
      if (isMissing(answer)) return found
      if (answer.status !== 207) throw problemOf(answer)
      found.push(...understood(answer, asked))
      next = nextPage(answer.headers.link, next)
    }
    return found
  }

  function understood(answer: HttpAnswer, asked: URL): DavEntry[] {
    try {
      return readMultistatus(new TextDecoder().decode(answer.bytes), asked)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      throw new ChannelStoreError('wrong', `${host} 列出的文件读不懂。请核对地址`)
    }
  }

  async function filesBelow(
    path: string,
    depth: number,
    signal: AbortSignal,
    enough: number,
  ): Promise<string[]> {
    const entries = await entriesOf(path, signal, enough)
    const files = entries
      .filter((entry) => !entry.isFolder && NAME.test(entry.name) && !entry.name.endsWith(PART))
      .map((entry) => path + entry.name)
    if (depth === DEEPEST_FOLDER) return files
    for (const inner of entries.filter((entry) => entry.isFolder && NAME.test(entry.name))) {
      if (files.length >= enough) break
      files.push(...(await filesBelow(`${path}${inner.name}/`, depth + 1, signal, enough)))
    }
    return files
  }

  return {
    isWritable: true,

    async read(path, { limit, etag, signal }) {
      const answer = await sendFollowing(send, {
        method: 'GET',
        url: locate(folder, path),
        headers: { ...authorization, ...(etag ? { 'If-None-Match': etag } : {}) },
        limit,
        signal,
      })
      if (isMissing(answer)) return null
      if (saysTooMany(answer)) throw problemOf(answer)
      return readingOf(answer, { host, now: now(), denied: deniedWords(answer.status, host) })
    },

    async write(path, bytes, { only, signal }) {
      const expected = only !== null && only !== 'new' ? only.etag : null
      if (expected !== null && !isSame(await etagOf(path, signal), expected)) throw conflict()
      const passing = `${path}.${newId()}${PART}`
      try {
        await upload(passing, bytes, signal)
        const answer = await move(passing, path, conditionsOf(only, locate(folder, path)), signal)
        if (answer.status < 300) {
          const isKnown = only === 'new' || bytes.length > CHANNEL_LIMITS.headBytes
          return { etag: isKnown ? null : await etagIfStill(path, bytes, signal), isNew: true }
        }
        await discard(passing)
        if (answer.status === 412 && only === 'new') return { etag: null, isNew: false }
        throw isMissing(answer) ? lost(host) : problemOf(answer)
      } catch (error) {
        if (error instanceof ChannelStoreError && error.problem === 'unreachable') await discard(passing)
        throw error
      }
    },

    list: (path, { signal, enough = Infinity }) => filesBelow(path, 0, signal, enough),

    async remove(path, { signal }) {
      const answer = await ask({ method: 'DELETE', url: locate(folder, path), signal })
      if (answer.status >= 300 && !isMissing(answer)) throw problemOf(answer)
    },

    async sweep(present) {
      const signal = AbortSignal.timeout(SWEEP_MS)
      const entries = (path: string, enough: number) => entriesOf(path, signal, enough)
      await sweepParts(present, { entriesOf: entries, remove: discard, random: Math.random }).catch(
        () => undefined,
      )
    },
  }

  /** Servers name no ETag when they move a file. Its own, unless somebody has replaced it since. */
  async function etagIfStill(path: string, bytes: Uint8Array, signal: AbortSignal): Promise<string | null> {
    const answer = await ask({
      method: 'GET',
      url: locate(folder, path),
      limit: CHANNEL_LIMITS.headBytes,
      signal,
    })
    const isOurs = answer.status === 200 && Buffer.compare(answer.bytes, bytes) === 0
    return isOurs ? (answer.headers.etag ?? null) : null
  }
}

const OCTETS = { 'Content-Type': 'application/octet-stream' }

/** 坚果云 says 409 of a file whose folder is not there either. */
const isMissing = ({ status }: HttpAnswer): boolean => status === 404 || status === 409 || status === 410

function conditionsOf(only: 'new' | { etag: string } | null, target: URL): Record<string, string> {
  if (only === 'new') return { Overwrite: 'F' }
  return only === null ? { Overwrite: 'T' } : { Overwrite: 'T', If: `<${target.href}> ([${only.etag}])` }
}

/** 坚果云 answers so with a status that elsewhere means a wrong password. */
const saysTooMany = ({ status, bytes }: HttpAnswer): boolean =>
  status >= 400 && Buffer.from(bytes).includes('BlockedTemporarily')

/** Weakly, as a server compares for a moment after it wrote: Apache calls an ETag weak that is younger than a second. */
const isSame = (one: string | null, other: string): boolean =>
  one !== null && one.replace(/^W\//, '') === other.replace(/^W\//, '')

/** With its slash; `''` for a file at the top. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

const noFolder = (host: string) =>
  new ChannelStoreError('wrong', `${host} 上没有要放频道的文件夹。请先在网盘里建好，再核对地址`)

const conflict = () => new ChannelStoreError('conflict', '别人刚刚也写了这个频道，没有覆盖。请再试一次')

const lost = (host: string) =>
  new ChannelStoreError('unreachable', `${host} 没有收好刚才传的文件，过一会儿会再试`)

function deniedWords(status: number, host: string): string {
  if (host.endsWith('jianguoyun.com')) {
    return '坚果云不认这个账号和密码，或者没有权限。密码要用“应用密码”，在坚果云网页的“账户信息 → 安全选项”里生成'
  }
  return status === 401
    ? `${host} 不认用户名或密码。请核对后重新填写`
    : `${host} 不让这个用户读写这里。请管理员开通权限`
}
