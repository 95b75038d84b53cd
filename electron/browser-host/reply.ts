import type { IncomingMessage } from 'node:http'
import type { Doorkeeper } from './doorkeeper.ts'
import type { PageFiles } from './page-files.ts'
import { securityHeaders } from './security-headers.ts'

interface Surroundings {
  origin: string
  door: Doorkeeper
  /** Asked at each request, so that a developer's rebuilt page is seen by reloading. */
  pages: () => PageFiles
}

export interface Reply {
  status: number
  headers: Record<string, string>
  body: string | Buffer
}

/** What a plain HTTP request gets: the ticket's exchange for a cookie, or one of the pages' files. */
export function replyTo(
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  { origin, door, pages }: Surroundings,
): Reply {
  const address = readAddress(request.url, origin)
  const path = address?.pathname ?? ''

  const reply = (
    status: number,
    body: string | Buffer = '',
    headers: Record<string, string> = {},
  ): Reply => ({
    status,
    body,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...securityHeaders(origin, path), ...headers },
  })

  const refusal = door.refuseStranger(request)
  if (refusal) return reply(refusal.status, refusal.message)
  if (request.method !== 'GET' && request.method !== 'HEAD') return reply(405, '', { Allow: 'GET, HEAD' })
  if (!address) return reply(400)

  const ticket = address.searchParams.get('ticket')
  if (ticket !== null) {
    const admitted = door.admit(ticket)
    if (admitted) return reply(303, '', { Location: path, 'Set-Cookie': admitted.setCookie })
    // Whoever was let in before may open the same link again: it just has nothing more to give.
    if (door.isKnown(request)) return reply(303, '', { Location: path })
    return reply(403, '这个地址只能打开一次，已经用过了。请重新启动黄金六秒，用新的地址打开。')
  }
  if (!door.isKnown(request)) return reply(401, '请用启动时给出的完整地址打开黄金六秒。')

  const file = pages().get(path)
  return file ? reply(200, file.content, { 'Content-Type': file.type }) : reply(404, '没有这个页面')
}

/** The address as a browser reads it, `..` resolved; null for what is none, or would lead to another host. */
function readAddress(url: string | undefined, origin: string): URL | null {
  if (!url?.startsWith('/') || !URL.canParse(url, origin)) return null
  const address = new URL(url, origin)
  // `//elsewhere/` is another host at once; `/..//elsewhere/` becomes it when its path is sent as a redirect.
  return address.origin === origin && !address.pathname.startsWith('//') ? address : null
}
