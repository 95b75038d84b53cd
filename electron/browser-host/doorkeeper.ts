import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why a request is turned away; `null` lets it in. The numbers are HTTP's. */
export type Refusal = { status: 401 | 403 | 421; message: string }

/** Lets in the one browser that was given the ticket, and nothing that another web page sends through it. */
export interface Doorkeeper {
  /** To be appended to the first address as `?ticket=`. It opens the door once. */
  readonly ticket: string
  /** The host name a request must have been sent to, against DNS rebinding, and the page it must come from, if any. */
  refuseStranger(request: Pick<IncomingMessage, 'headers'>): Refusal | null
  /** The session cookie to set, when `ticket` is the unused one. */
  admit(ticket: string): { setCookie: string } | null
  /** Whether the request carries the session cookie. */
  isKnown(request: Pick<IncomingMessage, 'headers'>): boolean
}

const TOKEN_BYTES = 32

/** @param origin where the host is served, such as `http://127.0.0.1:41234` */
export function createDoorkeeper(origin: string): Doorkeeper {
  const { host, port } = new URL(origin)
  // Browsers share cookies between the ports of one host, so the name tells two of our hosts apart.
  const cookieName = `golden_six_${port}`
  const ticket = newToken()
  const session = newToken()
  let ticketIsUsed = false

  return {
    ticket,
    refuseStranger({ headers }) {
      if (headers.host !== host) return { status: 421, message: `这个地址不能用，请打开 ${origin}` }
      if (headers.origin !== undefined && headers.origin !== origin) {
        return { status: 403, message: '别的网页不能访问黄金六秒' }
      }
      return null
    },
    admit(offered) {
      if (ticketIsUsed || !isSame(offered, ticket)) return null
      ticketIsUsed = true
      return { setCookie: `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/` }
    },
    isKnown: ({ headers }) => isSame(cookieOf(headers.cookie, cookieName), session),
  }
}

const newToken = () => randomBytes(TOKEN_BYTES).toString('base64url')

function isSame(offered: string, secret: string): boolean {
  const [a, b] = [Buffer.from(offered), Buffer.from(secret)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function cookieOf(header: string | undefined, name: string): string {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name) return value ?? ''
  }
  return ''
}
