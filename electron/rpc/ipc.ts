import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server'
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { z } from 'zod'
import {
  BRIDGE_PUSH_CHANNEL,
  BRIDGE_REQUEST_CHANNEL,
  type BridgeAnswer,
  type BridgeError,
  type BridgePush,
} from '../../shared/model/bridge.ts'
import { appRouter } from './router.ts'
import type { RpcContext } from './trpc.ts'

const Request = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    type: z.enum(['query', 'mutation']),
    path: z.string().max(100),
    input: z.unknown(),
  }),
  z.object({ kind: z.literal('subscribe'), id: z.int(), path: z.string().max(100), input: z.unknown() }),
  z.object({ kind: z.literal('stop'), id: z.int() }),
])

interface IpcOptions {
  ipcMain: Pick<IpcMain, 'handle'>
  context: RpcContext
  /** Whether a message comes from the main frame of one of our own windows showing one of our own pages. */
  isTrusted(event: IpcMainInvokeEvent): boolean
}

/** A page subscribes once or twice; far more is a page that has lost its way. */
const MAX_SUBSCRIPTIONS_PER_PAGE = 16

/** Serves the router to Electron's windows. Messages that are malformed or not from our pages are refused. */
export function serveIpc({ ipcMain, context, isTrusted }: IpcOptions): void {
  const subscriptions = new WeakMap<WebContents, Map<number, AbortController>>()

  ipcMain.handle(BRIDGE_REQUEST_CHANNEL, async (event, message: unknown): Promise<BridgeAnswer> => {
    if (!isTrusted(event)) throw new Error('refused: not one of our pages')
    const parsed = Request.safeParse(message)
    if (!parsed.success) throw new Error('refused: malformed message')
    const request = parsed.data
    switch (request.kind) {
      case 'call':
        return answer(request.path, request.type, request.input)
      case 'subscribe':
        return subscribe(event.sender, request.id, request.path, request.input)
      case 'stop':
        subscriptions.get(event.sender)?.get(request.id)?.abort()
        return { ok: true, data: null }
    }
  })

  function call(
    path: string,
    type: 'query' | 'mutation' | 'subscription',
    input: unknown,
    signal?: AbortSignal,
  ) {
    const getRawInput = async () => input
    return callTRPCProcedure({
      router: appRouter,
      path,
      type,
      getRawInput,
      ctx: context,
      signal,
      batchIndex: 0,
    })
  }

  async function answer(path: string, type: 'query' | 'mutation', input: unknown): Promise<BridgeAnswer> {
    try {
      return { ok: true, data: await call(path, type, input) }
    } catch (cause) {
      return { ok: false, error: shapeOf(cause, path, type) }
    }
  }

  async function subscribe(
    page: WebContents,
    id: number,
    path: string,
    input: unknown,
  ): Promise<BridgeAnswer> {
    const running = runningOf(page)
    if (running.size >= MAX_SUBSCRIPTIONS_PER_PAGE) running.values().next().value?.abort()
    const controller = new AbortController()
    running.set(id, controller)
    try {
      const stream = (await call(path, 'subscription', input, controller.signal)) as AsyncIterable<unknown>
      void pump(stream, page, id)
        .catch((cause: unknown) => console.error('A window can be sent nothing any more:', cause))
        .finally(() => running.delete(id))
      return { ok: true, data: null }
    } catch (cause) {
      running.delete(id)
      return { ok: false, error: shapeOf(cause, path, 'subscription') }
    }
  }

  function runningOf(page: WebContents): Map<number, AbortController> {
    const known = subscriptions.get(page)
    if (known) return known
    const running = new Map<number, AbortController>()
    subscriptions.set(page, running)
    const endAll = () => {
      for (const controller of running.values()) controller.abort()
    }
    page.on('did-navigate', endAll)
    page.on('destroyed', endAll)
    return running
  }

  async function pump(stream: AsyncIterable<unknown>, page: WebContents, id: number): Promise<void> {
    for await (const data of stream) {
      if (page.isDestroyed()) return
      page.send(BRIDGE_PUSH_CHANNEL, { id, data } satisfies BridgePush)
    }
  }

  function shapeOf(cause: unknown, path: string, type: 'query' | 'mutation' | 'subscription'): BridgeError {
    const error = getTRPCErrorFromUnknown(cause)
    return getTRPCErrorShape({
      config: appRouter._def._config,
      error,
      type,
      path,
      input: undefined,
      ctx: context,
    })
  }
}
