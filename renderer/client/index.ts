import { createTRPCClient, type TRPCClient, TRPCClientError } from '@trpc/client'
import type { AppRouter } from '../../electron/rpc/router.ts'
import type { Bridge } from '../../shared/model/bridge.ts'
import type { DeskEvent } from '../../shared/model/desktop.ts'
import { bridgeLink } from './bridge-link.ts'
import { socketBridge } from './socket-bridge.ts'

declare global {
  interface Window {
    /** Present under Electron; in the browser host the page talks over a WebSocket instead. */
    goldenSix?: Bridge
  }
}

export const rpc: TRPCClient<AppRouter> = createTRPCClient<AppRouter>({
  links: [bridgeLink(window.goldenSix ?? socketBridge(() => new WebSocket(socketUrl())))],
})

function socketUrl(): string {
  const url = new URL('/rpc', window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}

/** Hears what the desk and the shell tell without being asked. Returns the function that stops listening. */
export function onDeskEvent(listener: (event: DeskEvent) => void): () => void {
  const subscription = rpc.app.events.subscribe(undefined, { onData: listener })
  return () => subscription.unsubscribe()
}

/** An error of any call in words for the person; the router has already said it in Chinese where it could. */
export function messageOf(error: unknown): string {
  if (error instanceof TRPCClientError && error.data) return error.message
  return '和程序的连接断开了，请稍等片刻再试'
}

/** The desk's own code of an expected refusal (e.g. `code-taken`), to show it where it belongs. */
export function deskCodeOf(error: unknown): string | null {
  return error instanceof TRPCClientError
    ? ((error.data as { deskCode?: string } | null)?.deskCode ?? null)
    : null
}
