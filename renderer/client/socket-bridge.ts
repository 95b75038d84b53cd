import type { Bridge, BridgeAnswer, BridgePush, BridgeRequest } from '../../shared/model/bridge.ts'

/** What is needed of a WebSocket. */
export type Socket = Pick<WebSocket, 'readyState' | 'send' | 'addEventListener'>

/** A message of the router's, in tRPC's WebSocket protocol: https://trpc.io/docs/rpc#websocket-connections-and-subscriptions */
interface Message {
  id: number | null
  result?: { type?: 'data' | 'started' | 'stopped'; data?: unknown }
  error?: Extract<BridgeAnswer, { ok: false }>['error']
}

interface Waiting {
  resolve: (answer: BridgeAnswer) => void
  reject: (error: Error) => void
}

type Subscribe = Extract<BridgeRequest, { kind: 'subscribe' }>

/** A page without events is deaf: it keeps trying, and not so often that a stopped host is a load. */
const RECONNECT_MS = 1_000

/**
 * The bridge over a WebSocket, for a page in a browser: what the preload gives under Electron, so that both hosts share
 * one link. tRPC's own WebSocket client does more, and would be a twentieth of the panel's script.
 *
 * Calls under way when the connection is lost are rejected, since nobody knows whether they were done; subscriptions are
 * taken up again.
 */
export function socketBridge(open: () => Socket): Bridge {
  const listeners = new Set<(push: BridgePush) => void>()
  const waiting = new Map<number, Waiting>()
  /** By their number on the wire. */
  const subscriptions = new Map<number, Subscribe>()
  let lastNumber = 0
  let socket = connect()

  function connect(): Socket {
    const fresh = open()
    fresh.addEventListener('message', (event) => hear(JSON.parse(String(event.data)) as Message))
    fresh.addEventListener('open', () => {
      for (const [number, { path, input }] of subscriptions) send(number, 'subscription', { path, input })
    })
    fresh.addEventListener('close', () => lost(fresh))
    return fresh
  }

  function lost(old: Socket): void {
    if (old !== socket) return
    for (const { reject } of waiting.values()) reject(new Error('the connection was lost'))
    waiting.clear()
    setTimeout(() => {
      socket = connect()
    }, RECONNECT_MS)
  }

  function hear({ id, result, error }: Message): void {
    if (id === null) return
    const subscription = subscriptions.get(id)
    if (subscription && result?.type === 'data') {
      for (const listener of listeners) listener({ id: subscription.id, data: result.data })
      return
    }
    if (error || result?.type === 'stopped') subscriptions.delete(id)
    waiting.get(id)?.resolve(error ? { ok: false, error } : { ok: true, data: result?.data ?? null })
    waiting.delete(id)
  }

  function send(id: number, method: string, params?: { path: string; input: unknown }): void {
    const message = JSON.stringify({ id, method, params })
    if (socket.readyState === WebSocket.OPEN) {
      socket.send(message)
    } else if (socket.readyState === WebSocket.CONNECTING) {
      // Subscriptions are taken up by the connection itself when it opens.
      if (waiting.has(id) && !subscriptions.has(id)) {
        socket.addEventListener('open', () => socket.send(message), { once: true })
      }
    } else {
      waiting.get(id)?.reject(new Error('not connected'))
      waiting.delete(id)
    }
  }

  function ask(id: number, method: string, params: { path: string; input: unknown }): Promise<BridgeAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<BridgeAnswer>()
    waiting.set(id, { resolve, reject })
    send(id, method, params)
    return promise
  }

  return {
    request(request) {
      const number = ++lastNumber
      switch (request.kind) {
        case 'call':
          return ask(number, request.type, { path: request.path, input: request.input })
        case 'subscribe':
          subscriptions.set(number, request)
          return ask(number, 'subscription', { path: request.path, input: request.input })
        case 'stop': {
          const [stopped] = [...subscriptions].find(([, { id }]) => id === request.id) ?? []
          if (stopped !== undefined) {
            subscriptions.delete(stopped)
            send(stopped, 'subscription.stop')
          }
          return Promise.resolve({ ok: true, data: null })
        }
      }
    },

    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
