import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RpcContext } from '../rpc/trpc.ts'
import { type RpcServer, serveRpc } from '../rpc/websocket.ts'
import { browserDesktop } from './browser-desktop.ts'
import { createDoorkeeper } from './doorkeeper.ts'
import type { PageFiles } from './page-files.ts'
import { replyTo } from './reply.ts'

export interface BrowserHost {
  /** The address that lets one browser in, once. */
  entry: string
  rpc: RpcServer
  close(): Promise<void>
}

/**
 * Serves pages and router on loopback, to the one browser that gets `entry`.
 *
 * @param port 0 for a free one
 * @throws the system's error when the port cannot be had (`EADDRINUSE`, `EACCES`)
 */
export async function openBrowserHost(
  { desk, appVersion }: Omit<RpcContext, 'desktop'>,
  { port, pages }: { port: number; pages: () => PageFiles },
): Promise<BrowserHost> {
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 30_000 })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const door = createDoorkeeper(origin)

  server.on('request', (request, response) => {
    const { status, headers, body } = replyTo(request, { origin, door, pages })
    response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  server.on('clientError', (_error, socket) => socket.destroy())
  const rpc = serveRpc(server, { desk, appVersion, desktop: browserDesktop }, (request) => {
    const refusal = door.refuseStranger(request)
    if (refusal) return refusal.status
    // Every browser names the page that opens a WebSocket; what does not is no browser.
    if (request.headers.origin === undefined) return 403
    return door.isKnown(request) ? null : 401
  })

  return {
    entry: `${origin}/?ticket=${door.ticket}`,
    rpc,
    close() {
      rpc.close()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
