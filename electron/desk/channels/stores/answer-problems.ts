import { ChannelStoreError } from '../channel-store.ts'
import type { HttpAnswer } from './http-client.ts'

/** A store that asks for more does not know what it asks. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000

/**
 * What an answer other than the one hoped for means, by its status alone.
 *
 * @param denied what to do about 401 and 403, in the person's words
 * @param now ms since 1970, for a Retry-After that names a time
 */
export function problemOfAnswer(
  answer: HttpAnswer,
  { host, denied, now }: { host: string; denied: string; now: number },
): ChannelStoreError {
  const { status } = answer
  const cause = new Error(`HTTP ${status}`)
  const retryAfter = retryAfterOf(answer.headers['retry-after'], now)
  const options = retryAfter === null ? { cause } : { cause, retryAfter }

  if (status === 401 || status === 403) return new ChannelStoreError('denied', denied, options)
  if (status === 507 || status === 413) {
    return new ChannelStoreError(
      'full',
      `${host} 没有空间了，或者不收这么大的文件。请清理空间后再发布`,
      options,
    )
  }
  if (status === 409 || status === 412 || status === 423) {
    return new ChannelStoreError('conflict', '别人刚刚也写了这个频道，没有覆盖。请再试一次', options)
  }
  if (status === 429) {
    return new ChannelStoreError('unreachable', `${host} 说请求太频繁，过一会儿会再试`, options)
  }
  if (status === 408 || status >= 500) {
    return new ChannelStoreError('unreachable', `${host} 暂时出了问题（${status}），过一会儿会再试`, options)
  }
  if (status >= 300 && status < 400) {
    return new ChannelStoreError('wrong', `${host} 让我们去别的地址，没有跟去。请核对地址`, options)
  }
  return new ChannelStoreError('wrong', `${host} 没有照频道的方式回答（${status}）。请核对地址`, options)
}

/** @returns ms; null when the header is missing or says nothing */
function retryAfterOf(header: string | undefined, now: number): number | null {
  if (!header) return null
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_WAIT_MS) : null
}
