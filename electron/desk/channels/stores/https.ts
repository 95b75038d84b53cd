import { type ChannelStore, ChannelStoreError } from '../channel-store.ts'
import { problemOfAnswer } from './answer-problems.ts'
import type { HttpAnswer, HttpRequest, SendHttp } from './http-client.ts'
import { basicAuthorization, folderAt, locate } from './web-address.ts'

const REDIRECTS = 5

/**
 * A channel on any web server or CDN, to read only. A name and password go to that server and to no other, and never over
 * a line that others can read.
 *
 * @param url the folder of the channel, or its `channel.json`
 * @param user `''` for what everybody may read
 * @param secret the user's password
 */
export function createHttpsStore(
  { url, user }: { url: string; user: string },
  secret: string | null,
  { send, now }: { send: SendHttp; now(): number },
): ChannelStore {
  const folder = folderAt(url)
  const { host } = folder
  const headers: Record<string, string> = user
    ? { Authorization: basicAuthorization(user, secret ?? '') }
    : {}

  const readOnly = () =>
    Promise.reject(
      new ChannelStoreError('denied', '这个频道只能读取。要发布，请改用文件夹、WebDAV 或对象存储的地址'),
    )

  return {
    isWritable: false,
    async read(path, { limit, etag, signal }) {
      if (user && folder.protocol !== 'https:')
        throw new ChannelStoreError('wrong', `${host} 的密码只能用 https:// 的地址来传，没有连接。请核对地址`)
      const answer = await sendFollowing(send, {
        method: 'GET',
        url: locate(folder, path),
        headers: { ...headers, ...(etag ? { 'If-None-Match': etag } : {}) },
        limit,
        signal,
      })
      return readingOf(answer, { host, now: now(), denied: deniedWords(answer.status, host, user) })
    },
    write: readOnly,
    list: readOnly,
    remove: readOnly,
  }
}

function deniedWords(status: number, host: string, user: string): string {
  if (status === 401)
    return user
      ? `${host} 不认这个账号或密码。请核对后重新填写`
      : `${host} 要账号和密码才能读取。请向管理员要来，再重新填写`
  return `${host} 不让读取。请向管理员要能读取的地址`
}

/** What a GET of a file says; the same for web servers and WebDAV. */
export function readingOf(
  answer: HttpAnswer,
  words: { host: string; denied: string; now: number },
): Awaited<ReturnType<ChannelStore['read']>> {
  if (answer.status === 304) return 'unchanged'
  if (answer.status === 404 || answer.status === 410) return null
  if (answer.status !== 200) throw problemOfAnswer(answer, words)
  if (/^text\/html\b/i.test(answer.headers['content-type'] ?? '')) {
    throw new ChannelStoreError(
      'wrong',
      `${words.host} 给的是网页，不是频道的文件。上网要先登录的话请先登录，否则请核对地址`,
    )
  }
  return { bytes: answer.bytes, etag: answer.headers.etag ?? null }
}

/**
 * Sends a request that only reads and goes where it is redirected, if that is the same place or a secure one. What says who
 * we are stays with the place it is for.
 *
 * @throws ChannelStoreError `wrong` for a redirect that is neither, and for the sixth
 */
export async function sendFollowing(send: SendHttp, request: HttpRequest): Promise<HttpAnswer> {
  let next = request
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const answer = await send(next)
    const { location } = answer.headers
    if (![301, 302, 303, 307, 308].includes(answer.status) || !location) return answer
    const url = URL.canParse(location, next.url) ? new URL(location, next.url) : null
    const isSame = url?.origin === next.url.origin
    if (!url || !(isSame || url.protocol === 'https:')) break
    const { Authorization: _, ...anonymous } = next.headers ?? {}
    next = { ...next, url, headers: isSame ? (next.headers ?? {}) : anonymous }
  }
  throw new ChannelStoreError(
    'wrong',
    `${request.url.host} 让我们去别的地址，没有跟去。请核对地址，上网要先登录的话请先登录`,
  )
}
