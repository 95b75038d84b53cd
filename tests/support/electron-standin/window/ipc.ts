import { EventEmitter } from 'node:events'
import { createCodec, type Encoded } from '../page/codec.ts'
import type { AppMessage, PageMessage } from '../page/preload-runtime.ts'
import { asElectron } from '../strict.ts'
import type { WebContents } from './web-contents.ts'

type Handler = Parameters<Electron.IpcMain['handle']>[1]

const codec = createCodec()
const handlers = new Map<string, Handler>()

class IpcMain
  extends EventEmitter
  implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...values) => {
      handlers.delete(channel)
      return handler(event, ...values)
    })
  }

  removeHandler(channel: string): void {
    handlers.delete(channel)
  }
}

export const ipcMain = new IpcMain()

/** Encodes a message's values. @throws Electron's "An object could not be cloned." */
export function encodeValues(values: unknown[]): Encoded {
  return codec.encode(values)
}

function eventFrom(contents: WebContents) {
  return {
    type: 'frame' as const,
    sender: contents,
    senderFrame: contents.mainFrame,
    frameId: contents.mainFrame.routingId,
    processId: contents.mainFrame.processId,
    ports: [],
    returnValue: undefined,
    reply: (channel: string, ...values: unknown[]) => contents.send(channel, ...values),
  }
}

/** Delivers a page's message to the app; `answer` carries the outcome of an invoke back to the page it came from. */
export async function deliver(
  contents: WebContents,
  message: Extract<PageMessage, { channel: string }>,
  answer: (message: AppMessage) => void,
): Promise<void> {
  const values = codec.decode(message.values) as unknown[]
  const event = eventFrom(contents)
  if (message.kind === 'send') {
    ipcMain.emit(message.channel, event, ...values)
    return
  }
  const { id, channel } = message
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    answer({
      kind: 'reply',
      id,
      value: codec.encode(await handler(asElectron<Electron.IpcMainInvokeEvent>(event), ...values)),
    })
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error)
    answer({ kind: 'failure', id, message: `Error invoking remote method '${channel}': ${error}` })
  }
}
