import { strictModule } from '../strict.ts'

type WebRequest = Electron.WebRequest
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void
type HeadersReceived = (
  details: Electron.OnHeadersReceivedListenerDetails,
  callback: (response: Electron.HeadersReceivedResponse) => void,
) => void

interface Registered<Listener> {
  matches: (url: string) => boolean
  listener: Listener
}

let beforeRequest: Registered<BeforeRequest> | undefined
let receivedHeaders: Registered<HeadersReceived> | undefined

/** `<all_urls>`, or a match pattern such as `https://*.example.com/*`. */
function patternToRegExp(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /.*/s
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll('*', '.*')}$`, 's')
}

/** Electron's two forms: (listener), and (filter, listener). */
function register<Listener>(
  filterOrListener: Electron.WebRequestFilter | Listener | null,
  listener?: Listener | null,
): Registered<Listener> | undefined {
  const filter = listener !== undefined ? (filterOrListener as Electron.WebRequestFilter) : undefined
  const chosen = listener !== undefined ? listener : (filterOrListener as Listener | null)
  if (!chosen) return undefined
  const patterns = (filter?.urls ?? []).map(patternToRegExp)
  return {
    listener: chosen,
    matches: (url) => patterns.length === 0 || patterns.some((pattern) => pattern.test(url)),
  }
}

let lastId = 0
const resourceTypes: Record<string, string> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Fetch: 'xhr',
  XHR: 'xhr',
  Media: 'media',
  WebSocket: 'webSocket',
}
const detailsOf = (url: string, method: string, type: string) => ({
  id: ++lastId,
  url,
  method,
  resourceType: resourceTypes[type] ?? 'other',
  referrer: '',
  timestamp: Date.now(),
  uploadData: [],
})

/** Puts a request to the app's onBeforeRequest listener. */
export function onRequest(url: string, method: string, type: string): Promise<Electron.CallbackResponse> {
  const registered = beforeRequest
  if (!registered?.matches(url)) return Promise.resolve({})
  return new Promise((resolve) =>
    registered.listener(
      detailsOf(url, method, type) as unknown as Electron.OnBeforeRequestListenerDetails,
      resolve,
    ),
  )
}

export function isBlockedByApp(verdict: Electron.CallbackResponse): boolean {
  if (verdict.redirectURL)
    throw new Error('electron stand-in: redirectURL of webRequest.onBeforeRequest is not implemented')
  return verdict.cancel === true
}

/** Puts a response's headers to the app's onHeadersReceived listener; resolves with those that the page gets. */
export function headersReceived(
  url: string,
  method: string,
  type: string,
  statusCode: number,
  headers: [string, string][],
): Promise<[string, string][]> {
  const registered = receivedHeaders
  if (!registered?.matches(url)) return Promise.resolve(headers)
  const responseHeaders: Record<string, string[]> = {}
  for (const [name, value] of headers) responseHeaders[name] = [...(responseHeaders[name] ?? []), value]
  const details = {
    ...detailsOf(url, method, type),
    statusCode,
    statusLine: `HTTP/1.1 ${statusCode}`,
    responseHeaders,
  }
  return new Promise((resolve) =>
    registered.listener(details as unknown as Electron.OnHeadersReceivedListenerDetails, (response) => {
      const changed = response.responseHeaders ?? responseHeaders
      resolve(
        Object.entries(changed).flatMap(([name, values]) =>
          [values].flat().map((value): [string, string] => [name, value]),
        ),
      )
    }),
  )
}

export const webRequest = strictModule('webRequest', {
  onBeforeRequest(
    filterOrListener: Electron.WebRequestFilter | BeforeRequest | null,
    listener?: BeforeRequest | null,
  ): void {
    beforeRequest = register(filterOrListener, listener)
  },
  onHeadersReceived(
    filterOrListener: Electron.WebRequestFilter | HeadersReceived | null,
    listener?: HeadersReceived | null,
  ): void {
    receivedHeaders = register(filterOrListener, listener)
  },
} satisfies Pick<WebRequest, 'onBeforeRequest' | 'onHeadersReceived'>)
