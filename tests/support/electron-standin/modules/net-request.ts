import http from 'node:http'
import https from 'node:https'
import { asElectron, notImplemented, StrictEmitter } from '../strict.ts'

type Implemented =
  | 'setHeader'
  | 'getHeader'
  | 'removeHeader'
  | 'write'
  | 'end'
  | 'abort'
  | 'followRedirect'
  | 'chunkedEncoding'

/** Chromium's names for what Node says. */
const NET_ERRORS: Record<string, string> = {
  ECONNREFUSED: 'ERR_CONNECTION_REFUSED',
  ECONNRESET: 'ERR_CONNECTION_RESET',
  ENOTFOUND: 'ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'ERR_NAME_NOT_RESOLVED',
  ETIMEDOUT: 'ERR_CONNECTION_TIMED_OUT',
}

/** Electron's net.request over Node's HTTP: as in a session that keeps neither a cache nor cookies. */
export class ClientRequest extends StrictEmitter implements Pick<Electron.ClientRequest, Implemented> {
  chunkedEncoding = false
  readonly #options: Electron.ClientRequestConstructorOptions
  readonly #headers = new Map<string, string>()
  readonly #body: Buffer[] = []
  #sent: http.ClientRequest | null = null
  #isOver = false
  #isFollowed = false

  constructor(given: Electron.ClientRequestConstructorOptions | string) {
    // Electron's request is a stream that any event may be listened for on; what is asked of sockets never comes.
    super('ClientRequest', [
      ...['response', 'redirect', 'error', 'abort', 'close', 'finish', 'login'],
      ...['socket', 'aborted'],
    ])
    this.#options = typeof given === 'string' ? { url: given } : given
    for (const [name, value] of Object.entries(this.#options.headers ?? {})) {
      if (value !== undefined) this.setHeader(name, String(value))
    }
  }

  setHeader(name: string, value: string): void {
    this.#headers.set(name.toLowerCase(), value)
  }
  getHeader(name: string): string {
    return this.#headers.get(name.toLowerCase()) ?? ''
  }
  removeHeader(name: string): void {
    this.#headers.delete(name.toLowerCase())
  }
  write(chunk: string | Buffer): void {
    this.#body.push(Buffer.from(chunk))
  }
  end(chunk?: string | Buffer): Electron.ClientRequest {
    if (chunk !== undefined) this.write(chunk)
    this.#send(urlOf(this.#options), this.#options.method ?? 'GET')
    return asElectron<Electron.ClientRequest>(this)
  }
  abort(): void {
    if (this.#isOver) return
    this.emit('abort')
    this.#finish()
  }
  followRedirect(): void {
    this.#isFollowed = true
  }

  #send(url: URL, method: string): void {
    const { request } = url.protocol === 'https:' ? https : http
    const sent = request(url, { method, headers: Object.fromEntries(this.#headers), agent: false })
    this.#sent = sent
    sent.on('response', (response) => {
      const { statusCode = 0, headers } = response
      if (statusCode >= 300 && statusCode < 400 && headers.location) this.#redirected(url, method, response)
      else {
        response.on('close', () => this.#finish())
        this.emit('response', response)
      }
    })
    sent.on('error', (cause: NodeJS.ErrnoException) => {
      if (!this.#isOver) this.#fail(new Error(`net::${NET_ERRORS[cause.code ?? ''] ?? 'ERR_FAILED'}`))
    })
    sent.on('finish', () => this.emit('finish'))
    sent.end(Buffer.concat(this.#body))
  }

  #redirected(from: URL, method: string, response: http.IncomingMessage): void {
    const { redirect = 'follow' } = this.#options
    response.resume()
    if (redirect === 'error') {
      this.#fail(new Error("Attempted to redirect, but redirect policy was 'error'"))
      return
    }
    const to = new URL(response.headers.location ?? '', from)
    this.#isFollowed = redirect === 'follow'
    this.emit('redirect', response.statusCode, method, to.href, response.headers)
    if (this.#isOver) return
    if (this.#isFollowed) this.#send(to, method)
    else this.#fail(new Error('Redirect was cancelled'))
  }

  #fail(error: Error): void {
    this.emit('error', error)
    this.#finish()
  }

  #finish(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#sent?.destroy()
    this.emit('close')
  }
}

function urlOf(options: Electron.ClientRequestConstructorOptions): URL {
  const { url, protocol = 'http:', hostname, port, path = '/' } = options
  if (url !== undefined) return new URL(url)
  if (hostname === undefined) return notImplemented('net.request without a url or a hostname')
  return new URL(path, `${protocol}//${hostname}${port ? `:${port}` : ''}`)
}
