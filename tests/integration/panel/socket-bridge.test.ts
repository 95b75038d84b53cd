import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browserDesktop } from '../../../electron/browser-host/browser-desktop.ts'
import { type Desk, openDesk } from '../../../electron/desk/open-desk.ts'
import { type RpcServer, serveRpc } from '../../../electron/rpc/websocket.ts'
import { socketBridge } from '../../../renderer/client/socket-bridge.ts'
import type { Bridge, BridgePush } from '../../../shared/model/bridge.ts'

// A page's side of the browser host, against the real router on a real socket.

let dataDir: string
let desk: Desk
let host: { server: Server; rpc: RpcServer; port: number }
let bridge: Bridge
let pushes: BridgePush[]

async function openHost(port = 0) {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const rpc = serveRpc(server, { desk, desktop: browserDesktop, appVersion: '0.0.0' }, () => null)
  return { server, rpc, port: (server.address() as AddressInfo).port }
}

async function closeHost(): Promise<void> {
  host.rpc.close()
  await new Promise((resolve) => host.server.close(resolve))
}

const call = (type: 'query' | 'mutation', name: string, input?: unknown) =>
  bridge.request({ kind: 'call', type, path: name, input })

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'golden-six-bridge-'))
  desk = openDesk({ dataDir, empty: true })
  host = await openHost()
  const { port } = host
  bridge = socketBridge(() => new WebSocket(`ws://127.0.0.1:${port}/rpc`))
  pushes = []
  bridge.subscribe((push) => pushes.push(push))
})

afterEach(async () => {
  await closeHost()
  await desk.close()
  rmSync(dataDir, { recursive: true })
})

describe('a page in a browser', () => {
  it('asks before the connection stands, and each answer finds its question', async () => {
    const [state, groups] = await Promise.all([call('query', 'app.state'), call('query', 'groups.list')])
    expect(state).toMatchObject({ ok: true, data: { capabilities: { host: 'browser' } } })
    expect(groups).toEqual({ ok: true, data: [] })
  })

  it('learns of a refusal in words, with the code to tell it by', async () => {
    const answer = await call('query', 'phrases.get', 'nowhere')
    expect(answer).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/./), data: { deskCode: 'not-found' } },
    })
  })

  it('hears events under its own number, until it stops listening', async () => {
    await bridge.request({ kind: 'subscribe', id: 77, path: 'app.events', input: undefined })
    await call('mutation', 'groups.create', { name: '售后', parentId: null })
    await vi.waitFor(() => expect(pushes).toEqual([{ id: 77, data: { kind: 'library-changed' } }]))

    await bridge.request({ kind: 'stop', id: 77 })
    await call('mutation', 'groups.create', { name: '物流', parentId: null })
    await call('query', 'groups.list')
    expect(pushes).toHaveLength(1)
  })

  it('is told when the host goes away, and hears events again when it is back', async () => {
    await bridge.request({ kind: 'subscribe', id: 77, path: 'app.events', input: undefined })
    const { port } = host
    await closeHost()
    await expect(call('query', 'groups.list')).rejects.toThrow(/connect/)

    host = await openHost(port)
    await vi.waitFor(
      async () => expect(await call('query', 'groups.list')).toMatchObject({ ok: true }),
      5_000,
    )
    await call('mutation', 'groups.create', { name: '售后', parentId: null })
    await vi.waitFor(() => expect(pushes).toHaveLength(1))
  })
})
