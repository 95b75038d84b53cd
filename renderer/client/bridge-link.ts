import { TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { AppRouter } from '../../electron/rpc/router.ts'
import type { Bridge } from '../../shared/model/bridge.ts'

/** tRPC over a bridge: Electron's IPC as the preload script provides it, or a WebSocket. */
export function bridgeLink(bridge: Bridge): TRPCLink<AppRouter> {
  const receivers = new Map<number, (data: unknown) => void>()
  bridge.subscribe(({ id, data }) => receivers.get(id)?.(data))

  return () =>
    ({ op: { id, type, path, input } }) =>
      observable((observer) => {
        const fail = (cause: unknown) => observer.error(TRPCClientError.from(asError(cause)))

        if (type === 'subscription') {
          receivers.set(id, (data) => observer.next({ result: { type: 'data', data } }))
          bridge.request({ kind: 'subscribe', id, path, input }).then((answer) => {
            if (!answer.ok) fail({ error: answer.error })
          }, fail)
          return () => {
            receivers.delete(id)
            // Where it cannot be told, the other side is gone, and the subscription with it.
            bridge.request({ kind: 'stop', id }).catch(() => {})
          }
        }

        bridge.request({ kind: 'call', type, path, input }).then((answer) => {
          if (!answer.ok) return fail({ error: answer.error })
          observer.next({ result: { type: 'data', data: answer.data } })
          observer.complete()
        }, fail)
        return undefined
      })
}

/** tRPC takes an `Error`, or an object with the router's error shape under `error`. */
function asError(cause: unknown) {
  return cause instanceof Error ? cause : (cause as { error: { code: number; message: string; data: never } })
}
