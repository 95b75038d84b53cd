import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pagesAt } from './pages.ts'

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/**
 * Answers `app://golden-six/…` from the folder of the built pages and from nowhere else. Other hosts, other methods
 * and paths that lead out of the folder are refused.
 */
export function serveApp(folder: string): (request: Request) => Promise<Response> {
  const root = path.resolve(folder)
  const pages = pagesAt()
  return async (request) => {
    if (request.method !== 'GET') return refusal(405)
    if (!pages.isOurs(request.url)) return refusal(404)
    const { pathname } = new URL(request.url)
    const file = fileBelow(root, pathname)
    const contentType = file === null ? undefined : CONTENT_TYPES[path.extname(file).toLowerCase()]
    if (file === null || contentType === undefined) return refusal(404)
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: headersFor(pathname, contentType),
      })
    } catch {
      return refusal(404)
    }
  }
}

/** Null for a path that does not stay below `root`, however it is encoded. */
export function fileBelow(root: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0') || decoded.includes('\\') || decoded.includes(':')) return null
  const file = path.resolve(root, `.${path.posix.normalize(`/${decoded}`)}`)
  return file.startsWith(root + path.sep) ? file : null
}

function headersFor(pathname: string, contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy(pathname),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    // The files change with the program, and are local anyway.
    'cache-control': 'no-store',
  }
}

/** Nothing from outside, no inline script, no frames. Only the workbench may inject styles: its component library does. */
export function contentSecurityPolicy(pathname: string): string {
  const styles = pathname.startsWith('/workbench/') ? "'self' 'unsafe-inline'" : "'self'"
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status })
}
