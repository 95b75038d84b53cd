import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import tls from 'node:tls'
import { ChannelStoreError } from '../channel-store.ts'
import { isOfUnknownAuthority, problemOfConnection } from './connection-problems.ts'

/** How long a store may let us wait, in ms. Tests make it short. */
export interface StoreTimeouts {
  /** Until the connection stands, TLS included. */
  connect: number
  /** From the last byte asked to the first byte answered. */
  answer: number
  /** Within which {@link LEAST_PROGRESS} bytes must come or go while a body is on its way. */
  stall: number
}

export const STORE_TIMEOUTS: StoreTimeouts = { connect: 10_000, answer: 30_000, stall: 20_000 }

export interface HttpRequest {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE' | 'MKCOL' | 'MOVE' | 'PROPFIND'
  url: URL
  headers?: Record<string, string>
  body?: Uint8Array
  /** Bytes of a good answer's body; one that is longer is an error of kind `wrong`, noticed before it is all here. */
  limit: number
  signal: AbortSignal
}

export interface HttpAnswer {
  status: number
  headers: IncomingHttpHeaders
  /** Of an answer that is not 2xx only what {@link EXPLANATION_BYTES} hold. */
  bytes: Uint8Array
}

export type SendHttp = (request: HttpRequest) => Promise<HttpAnswer>

/** Fewer in the time of a stall, and a body that never stands still would keep us for days. */
const LEAST_PROGRESS = 1024

/** Enough for the code that a store puts into the body of a refusal. */
const EXPLANATION_BYTES = 16 * 1024

/** Small, so that each that leaves shows that the line still carries something. */
const SENT_AT_ONCE = 64 * 1024

/** Few to one store at once; small providers count connections, too. */
const CONNECTIONS = { keepAlive: true, maxSockets: 6 }

/**
 * Requests over HTTP/1.1 by Node's own client rather than by `fetch`, which cannot tell a slow upload from one that stands
 * still, decodes bodies on its own and puts its reasons where we do not see them. Redirects are the caller's.
 *
 * @returns a function that throws ChannelStoreError, or what the signal was aborted with
 */
export function createHttpClient(timeouts: StoreTimeouts): SendHttp {
  const plain = new http.Agent(CONNECTIONS)
  let secure = new https.Agent(CONNECTIONS)
  let trustsSystem = false
  const agentFor = (url: URL) => (url.protocol === 'https:' ? secure : plain)

  return async (request) => {
    try {
      return await exchange(request, agentFor(request.url), timeouts)
    } catch (error) {
      if (!(error instanceof PassingFault)) throw error
      if (error.fault === 'unknown authority' && !trustsSystem) {
        trustsSystem = true
        secure = new https.Agent({ ...CONNECTIONS, secureContext: trustOfSystem() })
      }
      return exchange(request, agentFor(request.url), timeouts)
    }
  }
}

/**
 * What a second try may not meet again: a kept connection that the other side closed just when we used it, or a company's
 * own authority, which is installed in the system and not in Node.
 */
class PassingFault extends ChannelStoreError {
  readonly fault: 'stale connection' | 'unknown authority'

  constructor(fault: PassingFault['fault'], { problem, message, cause }: ChannelStoreError) {
    super(problem, message, { cause })
    this.fault = fault
  }
}

/** One request and its answer, whole; see {@link HttpRequest}. */
function exchange(
  { method, url, headers, body, limit, signal }: HttpRequest,
  agent: http.Agent,
  timeouts: StoreTimeouts,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const isSecure = url.protocol === 'https:'
    const outgoing = (isSecure ? https : http).request(url, {
      method,
      agent,
      headers: {
        'User-Agent': 'golden-six',
        // What a proxy packs gets another ETag, and another length than the limit is about.
        'Accept-Encoding': 'identity',
        ...headers,
        ...(body ? { 'Content-Length': String(body.length) } : {}),
      },
    })
    let patience: NodeJS.Timeout | undefined
    let isAnswered = false
    let isSettled = false

    const settle = (how: () => void) => {
      isSettled = true
      clearTimeout(patience)
      signal.removeEventListener('abort', stop)
      how()
    }
    const fail = (reason: unknown) => {
      settle(() => reject(reason))
      outgoing.destroy()
    }
    const stop = () => fail(signal.reason)
    const waitAtMost = (ms: number) => {
      clearTimeout(patience)
      if (!isSettled) patience = setTimeout(() => fail(tooSlow(url)), ms)
    }

    signal.addEventListener('abort', stop, { once: true })
    outgoing.once('socket', (socket) => {
      const send = () => {
        waitAtMost(timeouts.answer)
        // A piece is asked for when the one before has gone.
        const pieces = piecesOf(body ?? new Uint8Array(), () => waitAtMost(timeouts.stall))
        Readable.from(pieces, { highWaterMark: 1 }).pipe(outgoing)
        outgoing.once('finish', () => {
          if (!isAnswered) waitAtMost(timeouts.answer)
        })
      }
      if (!socket.connecting) return send()
      waitAtMost(timeouts.connect)
      socket.once(isSecure ? 'secureConnect' : 'connect', send)
    })
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const problem = problemOfConnection(error, url)
      if (outgoing.reusedSocket && !isAnswered && error.code === 'ECONNRESET') {
        return fail(new PassingFault('stale connection', problem))
      }
      fail(isOfUnknownAuthority(error) ? new PassingFault('unknown authority', problem) : problem)
    })
    outgoing.once('response', (incoming) => {
      isAnswered = true
      waitAtMost(timeouts.stall)
      const status = incoming.statusCode ?? 0
      const isGood = status >= 200 && status < 300
      readBody(incoming, {
        limit: isGood ? limit : EXPLANATION_BYTES,
        isCut: !isGood || method === 'HEAD',
        onProgress: () => waitAtMost(timeouts.stall),
        onEnd: (bytes) => {
          settle(() => resolve({ status, headers: incoming.headers, bytes }))
          // A refusal may come before all was sent; the rest need not go.
          if (!outgoing.writableFinished || !incoming.complete) outgoing.destroy()
        },
        onTooLong: () => fail(tooLong(url)),
        onBroken: () => fail(cutOff(url)),
      })
    })
  })
}

function readBody(
  incoming: IncomingMessage,
  {
    limit,
    isCut,
    onProgress,
    onEnd,
    onTooLong,
    onBroken,
  }: {
    limit: number
    /** Whether a body that is longer, or said to be, is cut at the limit rather than refused. */
    isCut: boolean
    onProgress(): void
    onEnd(bytes: Uint8Array): void
    onTooLong(): void
    onBroken(): void
  },
): void {
  const pieces: Buffer[] = []
  let length = 0
  let unseen = 0
  const announced = Number(incoming.headers['content-length'] ?? 0)
  if (!isCut && announced > limit) {
    onTooLong()
    return
  }
  incoming.on('data', (piece: Buffer) => {
    pieces.push(piece)
    length += piece.length
    unseen += piece.length
    if (length > limit) {
      if (!isCut) return onTooLong()
      incoming.removeAllListeners('data')
      return onEnd(Buffer.concat(pieces).subarray(0, limit))
    }
    if (unseen < LEAST_PROGRESS) return
    unseen = 0
    onProgress()
  })
  incoming.once('end', () => (incoming.complete ? onEnd(Buffer.concat(pieces)) : onBroken()))
  incoming.once('error', onBroken)
}

function* piecesOf(body: Uint8Array, onNext: () => void): Generator<Uint8Array> {
  for (let at = 0; at < body.length; at += SENT_AT_ONCE) {
    onNext()
    yield body.subarray(at, at + SENT_AT_ONCE)
  }
}

/** Whom Node trusts and whom this computer trusts. Reading the latter takes a quarter of a second: only when it is needed. */
function trustOfSystem(): tls.SecureContext {
  return tls.createSecureContext({
    ca: [...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])],
  })
}

const tooSlow = (url: URL) =>
  new ChannelStoreError('unreachable', `${url.host} 太久没有反应，先停下了。网络通畅后会再试`)

const cutOff = (url: URL) =>
  new ChannelStoreError('unreachable', `和 ${url.host} 的连接中途断了，没有取完。会再试`)

const tooLong = (url: URL) =>
  new ChannelStoreError('wrong', `${url.host} 给的文件比频道里该有的大，没有读。请核对地址`)
