import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'
import { MAX_IMPORT_BYTES } from '../../shared/model/transfer.ts'
import { appRouter } from './router.ts'
import type { RpcContext } from './trpc.ts'

export const RPC_PATH = '/rpc'

/** The largest file an import takes, in base64 inside one JSON message. */
const MAX_MESSAGE_BYTES = Math.ceil((MAX_IMPORT_BYTES * 4) / 3) + 64 * 1024

/** A page has one connection; this many pages are a fault, or somebody who tries to exhaust us. */
const MAX_CONNECTIONS = 32

export interface RpcServer {
  /** How many pages are connected now. */
  pages(): number
  onPagesChanged(listener: (pages: number) => void): void
  close(): void
}

/**
 * Serves the router on `/rpc` of an HTTP server, to the connections that `isAllowed` lets in.
 *
 * @param isAllowed the status to refuse with, or null
 */
export function serveRpc(
  server: Server,
  context: RpcContext,
  isAllowed: (request: IncomingMessage) => number | null,
): RpcServer {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  })
  const listeners = new Set<(pages: number) => void>()
  const tell = () => {
    for (const listener of listeners) listener(sockets.clients.size)
  }

  applyWSSHandler({ wss: sockets, router: appRouter, createContext: () => context, maxBatchSize: 50 })
  sockets.on('connection', (socket) => {
    // A message that is too large or no WebSocket message closes its connection; that is all the answer it gets.
    socket.on('error', () => socket.terminate())
    socket.on('close', () => setImmediate(tell))
    tell()
  })

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const refusal = refusalOf(request)
    if (refusal) return void socket.end(`HTTP/1.1 ${refusal} Refused\r\nConnection: close\r\n\r\n`)
    sockets.handleUpgrade(request, socket, head, (accepted) => sockets.emit('connection', accepted, request))
  })

  function refusalOf(request: IncomingMessage): number | null {
    if (request.url?.split('?')[0] !== RPC_PATH) return 404
    return isAllowed(request) ?? (sockets.clients.size >= MAX_CONNECTIONS ? 503 : null)
  }

  return {
    pages: () => sockets.clients.size,
    onPagesChanged: (listener) => void listeners.add(listener),
    close() {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
    },
  }
}
