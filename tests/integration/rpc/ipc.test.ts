import { EventEmitter } from 'node:events'
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { browserDesktop } from '../../../electron/browser-host/browser-desktop.ts'
import { serveIpc } from '../../../electron/rpc/ipc.ts'
import type { BridgeAnswer, BridgePush, BridgeRequest } from '../../../shared/model/bridge.ts'
import { openTestDesk } from '../../support/library.ts'

/** A window's page before the real router, in which sending does what `send` does. */
function openPage(send: (push: BridgePush) => void) {
  const desk = openTestDesk()
  const page = Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    send: (_channel: string, push: BridgePush) => send(push),
  }) as unknown as WebContents
  let handle: ((event: IpcMainInvokeEvent, message: unknown) => Promise<BridgeAnswer>) | null = null
  serveIpc({
    ipcMain: {
      handle: (_channel, listener) => {
        handle = listener
      },
    },
    context: { desk, desktop: browserDesktop, appVersion: '0.0.0' },
    isTrusted: () => true,
  })
  const ask = (request: BridgeRequest) => handle?.({ sender: page } as IpcMainInvokeEvent, request)
  return { desk, ask }
}

describe('a window that follows what happens', () => {
  it('and can be sent nothing any more loses its subscription, and the program goes on', async () => {
    const unhandled: unknown[] = []
    const note = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', note)
    onTestFinished(() => void process.off('unhandledRejection', note))
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => logged.mockRestore())

    let attempts = 0
    const { desk, ask } = openPage(() => {
      attempts++
      throw new Error('Render frame was disposed')
    })
    await ask({ kind: 'subscribe', id: 1, path: 'app.events', input: undefined })
    desk.groups.create('迎接', null)
    await vi.waitFor(() => expect(attempts).toBe(1))
    desk.groups.create('告别', null)
    // Node tells of unhandled rejections once the microtasks are done.
    await new Promise((resolve) => setImmediate(resolve))

    expect(unhandled).toEqual([])
    expect(attempts).toBe(1)
    expect(logged).toHaveBeenCalledOnce()
    expect(await ask({ kind: 'call', type: 'query', path: 'groups.list', input: undefined })).toMatchObject({
      ok: true,
    })
  })
})
