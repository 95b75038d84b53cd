import { randomBytes } from 'node:crypto'
import { createServer } from 'node:https'
import net, { type AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { ChannelStore, ChannelStoreError } from '../../../../electron/desk/channels/channel-store.ts'
import { openChannelStore } from '../../../../electron/desk/channels/stores/open-store.ts'
import type { ChannelAddress } from '../../../../shared/model/channel.ts'
import { problemOf } from '../../../support/channel-store.ts'
import { APACHE } from '../../../support/servers/apache.ts'
import {
  apachePlace,
  type ChannelPlace,
  conditionalS3Place,
  through,
} from '../../../support/servers/channel-places.ts'
import { type Fault, type FaultProxy, startFaultProxy } from '../../../support/servers/fault-proxy.ts'
import { SELF_SIGNED } from '../../../support/servers/self-signed.ts'
import { hasPrograms } from '../../shell/needs.ts'

const { signal } = new AbortController()
const SOME = { limit: 1_000_000, signal }
const HEAD = Buffer.from('the head as it was')
const OBJECT = randomBytes(200_000)

/** So short that nobody waits for a test; what works in spite of it is asked with the usual patience. */
const IMPATIENT = { timeouts: { connect: 5_000, answer: 400, stall: 400 } }

const places = [
  { name: 'Apache', start: apachePlace, needs: APACHE },
  { name: 'a bucket', start: conditionalS3Place },
].filter(({ needs }) => !needs || hasPrograms([needs], 'apache2-bin'))

describe.each(places)('when something goes wrong on the way to $name', ({ start }) => {
  let place: ChannelPlace
  let proxy: FaultProxy
  let address: ChannelAddress
  let store: ChannelStore
  let impatient: ChannelStore
  const always = (fault: Fault, method?: string) => {
    proxy.faultFor = (request) => (!method || request.method === method ? fault : null)
  }

  beforeAll(async () => {
    place = await start()
    proxy = await startFaultProxy(place.origin ?? '')
    address = through(place.fresh(), proxy.origin)
    store = openChannelStore(address, place.secret)
    impatient = openChannelStore(address, place.secret, IMPATIENT)
    await store.write('channel.json', HEAD, { only: 'new', signal })
    await store.write('objects/aa/one', OBJECT, { only: 'new', signal })
  })
  afterEach(() => {
    proxy.faultFor = () => null
  })
  afterAll(async () => {
    await proxy.stop()
    await place.stop()
  })

  it.each<[string, Fault]>([
    ['the line is cut in the middle', { kind: 'cut', after: 100_000 }],
    ['the line is cut before the first byte', { kind: 'cut', after: 0 }],
    ['the body stands still', { kind: 'stalled', after: 100_000 }],
    ['a byte comes now and then', { kind: 'slow' }],
    ['nobody answers', { kind: 'silent' }],
    ['nobody even listens', { kind: 'deaf' }],
  ])('%s: nothing is taken for the whole, and it is worth another try', async (_, fault) => {
    always(fault)
    const told = await problemOf(impatient.read('objects/aa/one', SOME))
    expect(told.problem).toBe('unreachable')

    proxy.faultFor = () => null
    expect(await store.read('objects/aa/one', SOME)).toMatchObject({ bytes: OBJECT })
  })

  it.each<[number, Record<string, string>, Partial<ChannelStoreError>]>([
    [401, {}, { problem: 'denied' }],
    [403, {}, { problem: 'denied' }],
    [429, { 'Retry-After': '120' }, { problem: 'unreachable', retryAfter: 120_000 }],
    [500, {}, { problem: 'unreachable', retryAfter: null }],
    [502, {}, { problem: 'unreachable' }],
    [503, { 'Retry-After': 'Wed, 21 Oct 2015 07:28:00 GMT' }, { problem: 'unreachable', retryAfter: 0 }],
    [507, {}, { problem: 'full' }],
  ])('%i is told as what it is', async (status, headers, expected) => {
    always({ kind: 'status', status, headers })
    const attempts = [
      store.read('channel.json', SOME),
      store.write('objects/aa/two', OBJECT, { only: 'new', signal }),
      store.list('', { signal }),
    ]
    for (const told of await Promise.all(attempts.map(problemOf))) expect(told).toMatchObject(expected)
  })

  it('an upload that is cut leaves nothing that could be taken for the file', async () => {
    always({ kind: 'cut-upload', after: 70_000 }, 'PUT')
    const told = await problemOf(store.write('objects/bb/two', OBJECT, { only: 'new', signal }))
    expect(told.problem).toBe('unreachable')
    proxy.faultFor = () => null
    expect(await store.read('objects/bb/two', SOME)).toBeNull()
    expect(await store.list('objects/bb/', { signal })).toEqual([])

    await store.write('objects/bb/two', OBJECT, { only: 'new', signal })
    expect(await store.read('objects/bb/two', SOME)).toMatchObject({ bytes: OBJECT })
  })

  it('an upload that nobody takes ends, too', async () => {
    proxy.faultFor = ({ method }) => (method === 'PUT' ? { kind: 'deaf' } : null)
    const much = randomBytes(20_000_000)
    expect((await problemOf(impatient.write('objects/cc/much', much, { only: 'new', signal }))).problem).toBe(
      'unreachable',
    )
  })

  it('a head whose answer got lost is there once, and the second try is told', async () => {
    const path = 'other.json'
    await store.write(path, HEAD, { only: 'new', signal })
    const before = await store.read(path, SOME)
    if (before === null || before === 'unchanged' || !before.etag) throw new Error('no ETag')
    const only = { etag: before.etag }
    proxy.faultFor = ({ method }) =>
      method === 'MOVE' || (method === 'PUT' && address.kind === 's3') ? { kind: 'lost-answer' } : null

    const told = await problemOf(store.write(path, Buffer.from('new'), { only, signal }))
    expect(told.problem).toBe('unreachable')
    proxy.faultFor = () => null
    expect(await store.read(path, SOME)).toMatchObject({ bytes: Buffer.from('new') })
    expect((await problemOf(store.write(path, Buffer.from('new'), { only, signal }))).problem).toBe(
      'conflict',
    )
  })

  it('a login page of the network is not taken for the channel', async () => {
    always({ kind: 'redirect', to: 'http://portal.invalid/login?next=channel' })
    const told = await problemOf(store.read('channel.json', SOME))
    expect(told.problem).toBe('wrong')
    expect(told.message).not.toContain('portal.invalid')
  })

  it('a reader who leaves is not kept', async () => {
    always({ kind: 'stalled', after: 10 })
    const leaving = new AbortController()
    const reading = store.read('objects/aa/one', { limit: 1_000_000, signal: leaving.signal })
    leaving.abort()
    await expect(reading).rejects.toBe(leaving.signal.reason)
  })

  it('a body without a length is not read beyond the limit', async () => {
    const chunked = { 'Transfer-Encoding': 'chunked', ETag: '"1"' }
    always({ kind: 'status', status: 200, headers: chunked, body: 'x'.repeat(500_000) })
    expect((await problemOf(store.read('channel.json', { limit: 1_000, signal }))).problem).toBe('wrong')
  })
})

it('a store whose clock is right is written to by a computer whose clock is not', async () => {
  const place = await conditionalS3Place()
  onTestFinished(place.stop)
  const store = openChannelStore(place.fresh(), place.secret, { now: () => Date.now() - 3 * 60 * 60_000 })
  await store.write('channel.json', HEAD, { only: null, signal })
  expect(await store.read('channel.json', SOME)).toMatchObject({ bytes: HEAD })
})

describe('an address that nobody answers at', () => {
  const open = (url: string) => openChannelStore({ kind: 'https', url, user: '' }, null, IMPATIENT)

  it('is told as such: no such name, no such port', async () => {
    expect(await problemOf(open('https://nowhere.invalid/').read('channel.json', SOME))).toMatchObject({
      problem: 'unreachable',
      message: expect.stringContaining('nowhere.invalid'),
    })
    const server = net.createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    expect(await problemOf(open(`http://127.0.0.1:${port}/`).read('channel.json', SOME))).toMatchObject({
      problem: 'unreachable',
      message: expect.stringContaining('拒绝连接'),
    })
  })

  it('is not believed without a certificate that this computer trusts', async () => {
    const server = createServer(SELF_SIGNED, (_, response) => response.end('{}')).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const address = { kind: 'webdav', url: `https://127.0.0.1:${port}/`, user: 'publisher' } as const
    const told = await problemOf(openChannelStore(address, 'secret').read('channel.json', SOME))
    expect(told).toMatchObject({ problem: 'wrong', message: expect.stringContaining('根证书') })
    const plain = await problemOf(open(`http://127.0.0.1:${port}/`).read('channel.json', SOME))
    expect(['wrong', 'unreachable']).toContain(plain.problem)
    server.close()
    server.closeAllConnections()
  })
})
