import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { asElectron, strictModule } from '../strict.ts'
import { ClientRequest } from './net-request.ts'
import { answerScheme } from './protocol.ts'

const mimeTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
}

/** Files, the app's own schemes and the web, as Electron's net.fetch. */
async function fetchAny(
  input: string | Request,
  init?: RequestInit & { bypassCustomProtocolHandlers?: boolean },
): Promise<Response> {
  const request = new Request(input, init)
  if (request.url.startsWith('file:')) return fetchFile(request.url)
  if (!init?.bypassCustomProtocolHandlers) {
    const answer = await answerScheme(request.url, {
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body: request.body ? await request.clone().text() : undefined,
      isScriptFetch: false,
    })
    if (answer === 'refused') throw new Error('net::ERR_FAILED')
    if (answer !== 'not-handled') return answer
  }
  return fetch(request)
}

async function fetchFile(url: string): Promise<Response> {
  const file = fileURLToPath(url)
  const type = mimeTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
  const bytes = await readFile(file).catch(() => {
    throw new Error('net::ERR_FILE_NOT_FOUND')
  })
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
}

export const net = strictModule('net', {
  fetch: fetchAny,
  request: (options) => asElectron<Electron.ClientRequest>(new ClientRequest(options)),
  isOnline: () => true,
  online: true,
} satisfies Pick<Electron.Net, 'fetch' | 'request' | 'isOnline' | 'online'>)
