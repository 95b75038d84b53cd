import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What goes wrong between a program and a store, for one request. Counts are of the body's bytes. */
export type Fault =
  /** The connection ends when that much of the answer is here. */
  | { kind: 'cut'; after: number }
  /** The connection ends, for both, when that much has been sent. */
  | { kind: 'cut-upload'; after: number }
  /** The store does what it was asked; nobody hears of it. */
  | { kind: 'lost-answer' }
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  /** A byte every 5 ms. */
  | { kind: 'slow' }
  /** That much of the answer, then nothing for ever. */
  | { kind: 'stalled'; after: number }
  /** Takes the request and never answers. */
  | { kind: 'silent' }
  /** Takes the connection and reads nothing that is sent. */
  | { kind: 'deaf' }
  /** Right length, wrong content. */
  | { kind: 'wrong-bytes' }
  | { kind: 'redirect'; to: string }

export interface SeenRequest {
  method: string
  path: string
  headers: IncomingMessage['headers']
  /** Of the answer; 0 for none. */
  status: number
  /** Of the answer's body as the store gave it. */
  bytes: number
}

export interface FaultProxy {
  /** Such as `http://127.0.0.1:41234`. */
  origin: string
  /** All that came in, in order. */
  requests: SeenRequest[]
  /** What goes wrong from now on; null for nothing. */
  faultFor: (request: { method: string; path: string }) => Fault | null
  stop(): Promise<void>
}

/** Stands before a server and passes everything on as it is, the Host too (signatures are over it), but for the faults. */
export async function startFaultProxy(upstream: string): Promise<FaultProxy> {
  const target = new URL(upstream)
  const requests: SeenRequest[] = []
  const agent = new http.Agent({ keepAlive: true })

  const server = http.createServer((incoming, outgoing) => {
    const { method = '', url: path = '', headers } = incoming
    const seen: SeenRequest = { method, path, headers, status: 0, bytes: 0 }
    requests.push(seen)
    const fault = proxy.faultFor({ method, path })
    if (fault?.kind === 'deaf') return
    if (fault?.kind === 'silent') return void incoming.resume()
    if (fault?.kind === 'status' || fault?.kind === 'redirect') {
      const isRedirect = fault.kind === 'redirect'
      seen.status = isRedirect ? 302 : fault.status
      const extra = isRedirect ? { Location: fault.to } : (fault.headers ?? {})
      incoming.resume()
      incoming.once('end', () =>
        outgoing.writeHead(seen.status, extra).end(isRedirect ? '' : (fault.body ?? '')),
      )
      return
    }
    const onward = http.request({ host: target.hostname, port: target.port, method, path, headers, agent })
    onward.once('error', () => incoming.socket.destroy())
    if (fault?.kind === 'cut-upload') cutUpload(incoming, onward, fault.after)
    else incoming.pipe(onward)
    onward.once('response', (answer) => {
      seen.status = answer.statusCode ?? 0
      answer.on('data', (piece: Buffer) => {
        seen.bytes += piece.length
      })
      if (fault?.kind === 'lost-answer') {
        answer.resume().once('end', () => incoming.socket.destroy())
        return
      }
      outgoing.writeHead(seen.status, answer.headers)
      relay(answer, outgoing, fault)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const proxy: FaultProxy = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    faultFor: () => null,
    stop: async () => {
      server.close()
      server.closeAllConnections()
      agent.destroy()
    },
  }
  return proxy
}

function cutUpload(incoming: IncomingMessage, onward: http.ClientRequest, after: number): void {
  let sent = 0
  incoming.on('data', (piece: Buffer) => {
    const part = piece.subarray(0, Math.max(0, after - sent))
    sent += part.length
    onward.write(part)
    if (sent < after) return
    incoming.removeAllListeners('data')
    onward.destroy()
    incoming.socket.destroy()
  })
}

function relay(answer: IncomingMessage, outgoing: ServerResponse, fault: Fault | null): void {
  if (fault?.kind === 'wrong-bytes') {
    answer.on('data', (piece: Buffer) => outgoing.write(piece.map((byte) => byte ^ 1)))
    answer.once('end', () => outgoing.end())
  } else if (fault?.kind === 'slow') {
    drip(answer, outgoing)
  } else if (fault?.kind === 'cut' || fault?.kind === 'stalled') {
    let passed = 0
    const passOn = (piece: Buffer) => {
      const part = piece.subarray(0, fault.after - passed)
      passed += part.length
      outgoing.write(part)
    }
    answer.on('data', passOn)
    if (fault.kind === 'cut') answer.once('end', () => outgoing.socket?.destroySoon())
  } else {
    answer.pipe(outgoing)
  }
}

function drip(answer: IncomingMessage, outgoing: ServerResponse): void {
  const waiting: number[] = []
  answer.on('data', (piece: Buffer) => waiting.push(...piece.subarray(0, 10_000)))
  const tap = setInterval(() => {
    const byte = waiting.shift()
    if (byte !== undefined) outgoing.write(Buffer.of(byte))
  }, 5)
  outgoing.once('close', () => clearInterval(tap))
}
