import { describe, expect, it } from 'vitest'
import { ChannelStoreError } from '../../../../../electron/desk/channels/channel-store.ts'
import { problemOfConnection } from '../../../../../electron/desk/channels/stores/connection-problems.ts'
import type { HttpAnswer, HttpRequest } from '../../../../../electron/desk/channels/stores/http-client.ts'
import { createHttpsStore } from '../../../../../electron/desk/channels/stores/https.ts'
import { problemOfS3 } from '../../../../../electron/desk/channels/stores/s3-problems.ts'
import { createWebDavStore } from '../../../../../electron/desk/channels/stores/webdav.ts'

const { signal } = new AbortController()
const HERE = { now: () => 0, newId: () => 'passing' }
const bytesOf = (text: string) => new TextEncoder().encode(text)

type Reply = Partial<Omit<HttpAnswer, 'bytes'>> & { body?: string }

/** A server that answers by the method and address, and what it was asked. */
function server(answer: (request: HttpRequest) => Reply) {
  const asked: HttpRequest[] = []
  const send = async (request: HttpRequest): Promise<HttpAnswer> => {
    asked.push(request)
    const { body = '', ...rest } = answer(request)
    return { status: 200, headers: {}, bytes: bytesOf(body), ...rest }
  }
  return { asked, send }
}

describe('a channel that everybody may read', () => {
  it('is read from its folder or its head alike, and written by nobody', async () => {
    const { send, asked } = server(() => ({ body: '{}', headers: { etag: '"1"' } }))
    for (const url of ['https://cdn.example/team', 'https://cdn.example/team/channel.json?x=1']) {
      const store = createHttpsStore({ url, user: '' }, null, { send, ...HERE })
      expect(await store.read('channel.json', { limit: 10, signal })).toMatchObject({ etag: '"1"' })
      await expect(store.write('channel.json', bytesOf(''), { only: null, signal })).rejects.toMatchObject({
        problem: 'denied',
      })
      expect(store.isWritable).toBe(false)
    }
    expect(asked.map(({ url }) => url.href)).toEqual([
      'https://cdn.example/team/channel.json',
      'https://cdn.example/team/channel.json',
    ])
  })

  it('takes a name and password to its own server and to no other', async () => {
    const { send, asked } = server(({ url }) =>
      url.host === 'own.example'
        ? { status: 302, headers: { location: url.pathname === '/a' ? '/b' : 'https://cdn.example/c' } }
        : { body: '{}' },
    )
    const store = createHttpsStore({ url: 'https://own.example/', user: 'me' }, 'key', { send, ...HERE })
    await store.read('a', { limit: 10, signal })
    expect(asked.map(({ url, headers }) => [url.href, headers?.Authorization])).toEqual([
      ['https://own.example/a', `Basic ${btoa('me:key')}`],
      ['https://own.example/b', `Basic ${btoa('me:key')}`],
      ['https://cdn.example/c', undefined],
    ])
  })

  it('sends no password over a line that others can read, and none of an address', async () => {
    const { send, asked } = server(() => ({ body: '{}' }))
    const plain = createHttpsStore({ url: 'http://own.example/', user: 'me' }, 'key', { send, ...HERE })
    await expect(plain.read('a', { limit: 10, signal })).rejects.toMatchObject({ problem: 'wrong' })
    expect(asked).toEqual([])
    const open = createHttpsStore({ url: 'https://a:b@own.example/', user: '' }, null, { send, ...HERE })
    await open.read('a', { limit: 10, signal })
    expect(asked.map(({ url, headers }) => [url.href, headers?.Authorization])).toEqual([
      ['https://own.example/a', undefined],
    ])
  })

  it.each([
    ['', 401, '要账号和密码'],
    ['me', 401, '不认这个账号或密码'],
    ['me', 403, '不让读取'],
  ])('says what to do when it is not read by “%s”: %i', async (user, status, words) => {
    const { send } = server(() => ({ status }))
    const store = createHttpsStore({ url: 'https://own.example/', user }, 'key-7731', { send, ...HERE })
    const told = await store.read('a', { limit: 10, signal }).catch((error: ChannelStoreError) => error)
    expect(told).toMatchObject({ problem: 'denied', message: expect.stringContaining(words) })
    expect(JSON.stringify(told)).not.toContain('7731')
  })

  it.each([
    ['a place that is not secure', 'http://elsewhere.example/'],
    ['itself, round and round', '/channel.json'],
    ['no address at all', 'http://'],
  ])('does not follow to %s', async (_, location) => {
    const { send, asked } = server(() => ({ status: 301, headers: { location } }))
    const store = createHttpsStore({ url: 'https://own.example/', user: '' }, null, { send, ...HERE })
    await expect(store.read('channel.json', { limit: 10, signal })).rejects.toMatchObject({
      problem: 'wrong',
    })
    expect(asked.length).toBeLessThanOrEqual(6)
  })

  it("does not take a login page for the channel's head", async () => {
    const { send } = server(() => ({
      body: '<html>',
      headers: { 'content-type': 'text/html; charset=utf-8' },
    }))
    const store = createHttpsStore({ url: 'https://own.example/', user: '' }, null, { send, ...HERE })
    await expect(store.read('channel.json', { limit: 10, signal })).rejects.toMatchObject({
      problem: 'wrong',
    })
  })
})

describe('坚果云, by what it documents and its users report', () => {
  const ADDRESS = { url: 'https://dav.jianguoyun.com/dav/%E9%BB%84%E9%87%91/', user: 'lead@example.com' }
  const entry = (path: string, type = '') =>
    `<d:response><d:href>/dav/%e9%bb%84%e9%87%91/${path}</d:href><d:propstat><d:prop><d:resourcetype>${type}</d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`
  const listing = (...entries: string[]) =>
    `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:s="http://ns.jianguoyun.com">${entries.join('')}</d:multistatus>`

  it('tells a long folder in parts, and all of them are read', async () => {
    const { send } = server(({ url }) => {
      if (url.search === '?mk=2') return { status: 207, body: listing(entry('inbox/b.json')) }
      const link = `<${url.href}?mk=2>; rel="next"`
      const itself = entry('inbox/', '<d:collection/>')
      return {
        status: 207,
        headers: { link },
        body: listing(itself, entry('inbox/a.json'), entry('inbox/A B')),
      }
    })
    const store = createWebDavStore(ADDRESS, 'key', { send, ...HERE })
    expect(await store.list('inbox/', { signal })).toEqual(['inbox/a.json', 'inbox/b.json'])
  })

  it('sends the password to no other server that it names for the next part', async () => {
    const { send, asked } = server(() => ({
      status: 207,
      headers: { link: '<https://elsewhere.example/>; rel="next"' },
      body: listing(entry('inbox/a.json')),
    }))
    await createWebDavStore(ADDRESS, 'key', { send, ...HERE }).list('inbox/', { signal })
    expect(asked.map(({ url }) => url.host)).toEqual(['dav.jianguoyun.com'])
  })

  it('asks for a pause with whatever status, and is given one', async () => {
    const body =
      '<d:error xmlns:d="DAV:"><s:exception>BlockedTemporarily</s:exception><s:message>Too many</s:message></d:error>'
    const { send } = server(() => ({ status: 401, body }))
    const store = createWebDavStore(ADDRESS, 'key', { send, ...HERE })
    for (const attempt of [
      () => store.read('channel.json', { limit: 10, signal }),
      () => store.list('', { signal }),
      () => store.write('channel.json', bytesOf('1'), { only: null, signal }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ problem: 'unreachable', retryAfter: 600_000 })
    }
  })

  it('wants the password of an application, and that is said', async () => {
    const { send } = server(() => ({ status: 401 }))
    const told = await createWebDavStore(ADDRESS, 'key', { send, ...HERE })
      .read('channel.json', { limit: 10, signal })
      .catch((error: ChannelStoreError) => error)
    expect(told).toMatchObject({ problem: 'denied', message: expect.stringContaining('应用密码') })
  })

  it('a server that shows itself among its own files is not listed for ever', async () => {
    const { send, asked } = server(({ url }) => ({
      status: 207,
      body: `<multistatus xmlns="DAV:"><response><href>${url.pathname}again/</href><propstat><prop><resourcetype><collection/></resourcetype></prop></propstat></response></multistatus>`,
    }))
    expect(await createWebDavStore(ADDRESS, 'key', { send, ...HERE }).list('', { signal })).toEqual([])
    expect(asked.length).toBeLessThan(10)
  })

  it.each(['', 'no xml', '<html></html>', '<multistatus>', '<!DOCTYPE a [<!ENTITY b "c">]><multistatus/>'])(
    'a listing that is none is told: %s',
    async (body) => {
      const { send } = server(() => ({ status: 207, body }))
      await expect(
        createWebDavStore(ADDRESS, 'key', { send, ...HERE }).list('', { signal }),
      ).rejects.toMatchObject({ problem: 'wrong' })
    },
  )

  it('a proxy that speaks https for the server makes it take its own address for another', async () => {
    const { send, asked } = server(({ method, headers }) =>
      method === 'MOVE' && headers?.Destination?.startsWith('https:') ? { status: 502 } : { status: 201 },
    )
    const store = createWebDavStore(ADDRESS, 'key', { send, ...HERE })
    expect(await store.write('objects/aa/1', bytesOf('1'), { only: 'new', signal })).toMatchObject({
      isNew: true,
    })
    expect(asked.at(-1)?.headers?.Destination).toMatch(/^http:\/\/dav\.jianguoyun\.com\/dav\//)
  })
})

it.each([
  [403, 'InvalidAccessKeyId', 'denied', 'AccessKey ID'],
  [403, 'AccessDenied', 'denied', '授权'],
  [403, 'UserDisable', 'denied', '欠费'],
  [403, 'SecondLevelDomainForbidden', 'wrong', '路径方式'],
  [403, 'QuotaExceeded', 'full', '清理'],
  [301, 'PermanentRedirect', 'wrong', '区域'],
  [400, 'AuthorizationHeaderMalformed', 'wrong', '区域'],
  [404, 'NoSuchBucket', 'wrong', '存储桶'],
  [503, 'SlowDown', 'unreachable', '再试'],
  [412, 'PreconditionFailed', 'conflict', '再试'],
])('an object store says %i %s: %s', (status, code, problem, words) => {
  const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>the request said KEY-7731</Message></Error>`
  const told = problemOfS3({ status, headers: {}, bytes: bytesOf(body) }, 'oss.example', 0)
  expect(told).toMatchObject({ problem, message: expect.stringContaining(words) })
  expect(told.message + String((told.cause as Error).message)).not.toContain('7731')
})

it.each([
  ['ENOTFOUND', 'unreachable', '网络'],
  ['ECONNREFUSED', 'unreachable', '端口'],
  ['ETIMEDOUT', 'unreachable', '内网'],
  ['ECONNRESET', 'unreachable', '再试'],
  ['CERT_HAS_EXPIRED', 'wrong', '日期'],
  ['CERT_NOT_YET_VALID', 'wrong', '日期'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrong', '地址'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'wrong', '根证书'],
  ['EPROTO', 'wrong', 'http'],
  ['HPE_INVALID_CONSTANT', 'wrong', '端口'],
])('a connection that fails with %s is %s, and says what to do', (code, problem, words) => {
  const error = Object.assign(new Error(`at ${code} with Basic c2VjcmV0`), { code })
  const told = problemOfConnection(error, new URL('https://store.example/team/'))
  expect(told).toBeInstanceOf(ChannelStoreError)
  expect(told).toMatchObject({ problem, message: expect.stringContaining(words) })
  expect(JSON.stringify([told.message, (told.cause as Error).message])).not.toContain('c2VjcmV0')
})
