import { ignoreGone, type Session } from '../chromium/cdp.ts'
import { answerScheme, fromPageUrl } from '../modules/protocol.ts'
import { headersReceived, isBlockedByApp, onRequest } from '../modules/web-request.ts'

interface Paused {
  requestId: string
  url: string
  method: string
  headers: Record<string, string>
  body: string | undefined
  /** Chromium's name for what asked: Document, Script, Fetch and so on. */
  type: string
  frameId: string
  /** Set when the response has come and waits. */
  response: { status: number; headers: [string, string][] } | undefined
}

/**
 * Every request of one page passes here, as it passes Electron's network stack: navigations are put to
 * `will-navigate`, then to `webRequest`, and custom schemes are answered by the app's `protocol.handle`.
 */
export class RequestGate {
  readonly #session: Session
  readonly #mainFrameId: string
  readonly #mayNavigate: (url: string) => boolean
  /** The address that the app itself asked for; going there is not put to will-navigate. */
  expectedUrl = ''

  constructor(session: Session, mainFrameId: string, mayNavigate: (url: string) => boolean) {
    this.#session = session
    this.#mainFrameId = mainFrameId
    this.#mayNavigate = mayNavigate
    session.on('Fetch.requestPaused', (event) => {
      const { requestId, request, frameId, resourceType, responseStatusCode: status } = event
      const headers = (event.responseHeaders ?? []).map(({ name, value }): [string, string] => [name, value])
      void this.#decide({
        requestId,
        url: request.url,
        method: request.method,
        headers: request.headers,
        body: request.postData,
        type: resourceType,
        frameId,
        response: status === undefined ? undefined : { status, headers },
      })
    })
  }

  async open(): Promise<void> {
    await this.#session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  }

  async #decide(paused: Paused): Promise<void> {
    const { requestId, method, type, response } = paused
    if (response) return this.#continueResponse(paused, response)
    const url = fromPageUrl(paused.url)
    const isNavigation = type === 'Document' && paused.frameId === this.#mainFrameId
    if (
      isNavigation &&
      withoutHash(paused.url) !== withoutHash(this.expectedUrl) &&
      !this.#mayNavigate(url)
    ) {
      return this.#fail(requestId, 'Aborted')
    }
    if (isBlockedByApp(await onRequest(url, method, type))) return this.#fail(requestId, 'BlockedByClient')
    const isScriptFetch = type === 'Fetch' || type === 'XHR'
    const answer = await answerScheme(url, {
      method,
      headers: paused.headers,
      body: paused.body,
      isScriptFetch,
    })
    if (answer === 'refused') return this.#fail(requestId, 'Failed')
    if (answer === 'not-handled') {
      const interceptResponse = /^https?:/.test(url)
      return ignoreGone(this.#session.send('Fetch.continueRequest', { requestId, interceptResponse }))
    }
    const headers = await headersReceived(url, method, type, answer.status, [...answer.headers])
    const body = Buffer.from(await answer.arrayBuffer()).toString('base64')
    const responseHeaders = headers.map(([name, value]) => ({ name, value }))
    ignoreGone(
      this.#session.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: answer.status,
        responseHeaders,
        body,
      }),
    )
  }

  async #continueResponse(
    paused: Paused,
    response: { status: number; headers: [string, string][] },
  ): Promise<void> {
    const { requestId, url, method, type } = paused
    const headers = await headersReceived(url, method, type, response.status, response.headers)
    const responseHeaders = headers.map(([name, value]) => ({ name, value }))
    const responseCode = response.status
    ignoreGone(this.#session.send('Fetch.continueResponse', { requestId, responseCode, responseHeaders }))
  }

  #fail(requestId: string, errorReason: 'Aborted' | 'BlockedByClient' | 'Failed'): void {
    ignoreGone(this.#session.send('Fetch.failRequest', { requestId, errorReason }))
  }
}

const withoutHash = (url: string) => url.split('#')[0]
