import { isRunning } from '../runtime.ts'
import { strictModule } from '../strict.ts'

type Handler = Parameters<Electron.Protocol['handle']>[1]

const handlers = new Map<string, Handler>()
const privileges = new Map<string, Electron.Privileges>()

/*
 * Chromium itself knows no custom schemes, so a page of app://panel/index.html lives at
 * https://panel.app.standin.test/index.html and every address is translated on its way between page and app.
 * A scheme that was not declared `secure` lives at http, and is no secure context, as in Electron.
 */
const pageDomain = 'standin.test'

const schemeOf = (url: string) => /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? ''

/** The app's address → the address under which Chromium loads it. */
export function toPageUrl(url: string): string {
  const scheme = schemeOf(url)
  const rest = /^[^:]+:\/\/([^/?#]*)(.*)$/s.exec(url)
  if (!handlers.has(scheme) || !rest || isBuiltIn(scheme)) return url
  const web = privileges.get(scheme)?.secure ? 'https' : 'http'
  return `${web}://${rest[1]}.${scheme}.${pageDomain}${rest[2]?.startsWith('/') ? '' : '/'}${rest[2]}`
}

/** The reverse; other addresses stay as they are, and the empty page of a new window has none. */
export function fromPageUrl(url: string): string {
  const match = new RegExp(`^https?://(.*)\\.([a-z0-9+-]+)\\.${pageDomain}(?::\\d+)?(.*)$`, 's').exec(url)
  if (match) return `${match[2]}://${match[1]}${match[3]}`
  return url.startsWith('data:text/html,<title>bw-') ? '' : url
}

const isBuiltIn = (scheme: string) => scheme === 'file' || scheme === 'http' || scheme === 'https'

/**
 * A window may load what Chromium can load by itself, and schemes that are handled and were declared standard.
 * @throws where Electron's window would show an error page, or a page without an origin whose relative links are dead
 */
export function checkSchemeCanLoad(url: string): void {
  const scheme = schemeOf(url)
  if (isBuiltIn(scheme) || ['about', 'data', 'blob', 'chrome', 'devtools'].includes(scheme)) return
  if (!handlers.has(scheme)) {
    throw Object.assign(new Error(`ERR_UNKNOWN_URL_SCHEME (-302) loading '${url}'`), {
      code: 'ERR_UNKNOWN_URL_SCHEME',
      errno: -302,
      url,
    })
  }
  if (!privileges.get(scheme)?.standard) {
    throw new Error(
      `electron stand-in: '${scheme}' was not registered by protocol.registerSchemesAsPrivileged({ standard: true }) before the app was ready; in Electron its pages have no origin, and their relative addresses lead nowhere`,
    )
  }
}

export interface SchemeRequest {
  method: string
  headers: Record<string, string>
  body: string | undefined
  /** Asked for by fetch() or XMLHttpRequest in a page. */
  isScriptFetch: boolean
}

/** Puts a request to the app's handler, if its scheme has one. */
export async function answerScheme(
  url: string,
  request: SchemeRequest,
): Promise<Response | 'not-handled' | 'refused'> {
  const scheme = schemeOf(url)
  const handler = handlers.get(scheme)
  if (!handler) return 'not-handled'
  if (request.isScriptFetch && !privileges.get(scheme)?.supportFetchAPI) return 'refused'
  try {
    const body = request.method === 'GET' || request.method === 'HEAD' ? null : (request.body ?? null)
    return await handler(new Request(url, { method: request.method, headers: request.headers, body }))
  } catch (error) {
    console.error(`Error in the handler of ${url}:`, error)
    return 'refused'
  }
}

export const protocol = strictModule('protocol', {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (isRunning())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    privileges.clear()
    for (const { scheme, privileges: granted } of schemes) privileges.set(scheme, granted ?? {})
  },
  handle(scheme: string, handler: Handler): void {
    if (!isRunning()) throw new Error('protocol.handle cannot be used before the app is ready')
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    handlers.set(scheme, handler)
  },
  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme) || isBuiltIn(scheme),
} satisfies Pick<
  Electron.Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
>)
