import { createTRPCClient, createWSClient, wsLink } from '@trpc/client'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { AppRouter } from '../../../electron/rpc/router.ts'
import type { DeskEvent } from '../../../shared/model/desktop.ts'
import { MAX_IMPORT_BYTES } from '../../../shared/model/transfer.ts'
import { answerTo, closing, openPage, openTestHost } from './open-host.ts'

/** The client that the pages use, with the cookie a browser would send. */
async function openClient(host: Awaited<ReturnType<typeof openTestHost>>) {
  const headers = { ...(await host.enter()), origin: host.origin }
  class BrowserSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers })
    }
  }
  const socket = createWSClient({
    url: `${host.origin.replace('http', 'ws')}/rpc`,
    WebSocket: BrowserSocket as unknown as typeof globalThis.WebSocket,
  })
  onTestFinished(() => socket.close())
  return createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] })
}

const greeting = { code: 'zh01', title: '欢迎', body: '亲,欢迎光临~', step: 'greet' } as const

describe('the page in a browser window', () => {
  it('finds what was just written, and is told that the library changed', async () => {
    const host = await openTestHost()
    const client = await openClient(host)
    const heard: DeskEvent[] = []
    const events = client.app.events.subscribe(undefined, { onData: (event) => heard.push(event) })
    await vi.waitFor(() => expect(host.host.rpc.pages()).toBe(1))

    const created = await client.phrases.create.mutate(greeting)
    const found = await client.phrases.search.query({ text: 'huanying' })

    expect(JSON.stringify(found)).toContain(created.id)
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'library-changed' }))
    events.unsubscribe()
  })

  it('is told that nothing here pastes or has hotkeys, and gets the text to copy by itself', async () => {
    const host = await openTestHost()
    const client = await openClient(host)
    const { id } = await client.phrases.create.mutate(greeting)

    const { capabilities, hotkeys } = await client.app.state.query()
    expect(capabilities).toEqual({
      ...{ host: 'browser', hotkey: false, paste: false, docking: false, tray: false, openFolder: false },
    })
    expect(Object.values(hotkeys).map(({ status }) => status)).toEqual(Array(4).fill('unavailable'))
    expect(
      await client.settings.rebindHotkey.mutate({ id: 'panel', accelerator: 'Control+Alt+K' }),
    ).toMatchObject({
      status: 'unavailable',
    })

    const used = await client.scripts.use.mutate({
      phraseId: id,
      productId: null,
      buyer: null,
      mode: 'paste',
      query: 'by',
    })
    expect(used).toMatchObject({ status: 'copied', why: 'no-desktop' })
  })

  it('hands over the largest product file an import takes, in one message', async () => {
    const client = await openClient(await openTestHost())
    const fileOf = (bytes: number) => ({
      file: { name: '商品.csv', content: Buffer.alloc(bytes).toString('base64') },
    })

    expect(await client.products.importPreview.mutate(fileOf(MAX_IMPORT_BYTES))).toMatchObject({ ok: false })
    await expect(client.products.importPreview.mutate(fileOf(MAX_IMPORT_BYTES + 4))).rejects.toThrow(
      '文件太大',
    )
  })

  it('hands over a phrase file piece by piece, and hears how far its import is', async () => {
    const client = await openClient(await openTestHost())
    const heard: string[] = []
    const subscription = client.app.events.subscribe(undefined, { onData: ({ kind }) => heard.push(kind) })
    const id = await client.imports.open.mutate()
    const give = (text: string, isLast: boolean) =>
      client.imports.give.mutate({
        id,
        path: '话术.csv',
        content: Buffer.from(text).toString('base64'),
        isLast,
      })
    await give('快捷短语编码,快捷短语\nby01,亲，包', false)
    await give('邮的哦\n', true)

    expect(await client.imports.look.mutate({ id })).toMatchObject({ ok: true, added: 1 })
    expect(await client.imports.add.mutate({ id })).toMatchObject({ ok: true, added: 1 })
    expect(await client.imports.report.query(id)).toContain('行')
    await client.imports.close.mutate(id)
    await expect(client.imports.look.mutate({ id })).rejects.toThrow('请重新选择文件')
    await expect(give('x'.repeat(1024 * 1024 + 4), true)).rejects.toThrow()
    await vi.waitUntil(() => heard.includes('import-progress') && heard.includes('library-changed'))
    subscription.unsubscribe()
  })

  it('learns of a mistake in words, without a stack or a path', async () => {
    const client = await openClient(await openTestHost())
    const error = await client.phrases.get.query('no-such-phrase').catch((cause) => cause)
    expect(error.data).toEqual({ code: expect.any(String), deskCode: 'not-found' })
    expect(JSON.stringify(error.shape)).not.toMatch(/\.ts|\bat /)
  })
})

describe('a connection that sends what no page sends', () => {
  it.each(['', 'not json', '[]', 'null', '42', '{}', '{"id":1}', '{"id":1,"method":"query"}', '[[[[]]]]'])(
    'gets an error for %j, and the host goes on',
    async (frame) => {
      const host = await openTestHost()
      const socket = await openPage(host)
      socket.send(frame)
      socket.send(JSON.stringify({ id: 7, method: 'query', params: { path: 'groups.list' } }))
      expect(await answerTo(socket, 7)).toMatchObject({ result: { type: 'data' } })
    },
  )

  it.each(['__proto__.x', 'constructor', 'phrases.toString', 'no.such.path', ''])(
    'finds no procedure called %j',
    async (path) => {
      const socket = await openPage(await openTestHost())
      socket.send(JSON.stringify({ id: 1, method: 'query', params: { path } }))
      expect(await answerTo(socket, 1)).toMatchObject({ error: { data: { code: 'NOT_FOUND' } } })
    },
  )

  it('is cut off when a message is larger than any import', async () => {
    const host = await openTestHost()
    const socket = await openPage(host)
    const closed = closing(socket)
    socket.on('error', () => {})
    socket.send(Buffer.alloc(48 * 1024 * 1024, 'x'), { binary: false })
    expect([1006, 1009]).toContain(await closed)
    expect((await host.ask('/')).status).toBe(401)
  })

  it('is cut off when it breaks the protocol of WebSockets', async () => {
    const host = await openTestHost()
    const socket = await openPage(host)
    const closed = closing(socket)
    socket.on('error', () => {})
    // A frame with all reserved bits set.
    ;(socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(
      Buffer.from([0xff, 0xff, 0xff]),
    )
    expect([1002, 1006]).toContain(await closed)
    expect((await host.ask('/')).status).toBe(401)
  })

  it('cannot open connections without end', async () => {
    const host = await openTestHost()
    const headers = { ...(await host.enter()), origin: host.origin }
    const opened = await Promise.all(Array.from({ length: 40 }, () => host.connect(headers)))
    expect(opened.filter((socket) => socket === 503)).toHaveLength(8)
  })
})
