import { randomBytes } from 'node:crypto'
import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createClient } from 'webdav'
import type { ChannelStore } from '../../../../electron/desk/channels/channel-store.ts'
import { openChannelStore } from '../../../../electron/desk/channels/stores/open-store.ts'
import type { ChannelAddress } from '../../../../shared/model/channel.ts'
import { problemOf } from '../../../support/channel-store.ts'
import { APACHE, startApache } from '../../../support/servers/apache.ts'
import {
  apachePlace,
  type ChannelPlace,
  conditionalS3Place,
  folderPlace,
  ossLikePlace,
  s3Place,
} from '../../../support/servers/channel-places.ts'
import { hasPrograms } from '../../shell/needs.ts'

const { signal } = new AbortController()
const bytesOf = (text: string) => new TextEncoder().encode(text)
const SOME = { limit: 1_000_000, signal }
const HASH = 'a'.repeat(64)

/** Content, or what was said instead of it. */
async function contentOf(store: ChannelStore, path: string): Promise<string | null> {
  const file = await store.read(path, SOME)
  return file === null || file === 'unchanged' ? file : Buffer.from(file.bytes).toString()
}

async function etagOf(store: ChannelStore, path: string): Promise<string> {
  const file = await store.read(path, SOME)
  if (file === null || file === 'unchanged' || file.etag === null) throw new Error(`no ETag of ${path}`)
  return file.etag
}

const places = [
  { name: 'a folder', start: folderPlace },
  { name: 'Apache', start: apachePlace, needs: APACHE },
  { name: 's3rver', start: s3Place },
  { name: 'a bucket that takes conditions', start: conditionalS3Place },
  { name: 'a bucket that refuses conditions', start: ossLikePlace },
].filter(({ needs }) => !needs || hasPrograms([needs], 'apache2-bin'))

describe.each(places)('a channel in $name', ({ start }) => {
  let place: ChannelPlace
  let address: ChannelAddress
  const opened = (at = place.fresh(), secret = place.secret) => {
    address = at
    return openChannelStore(at, secret)
  }
  beforeAll(async () => {
    place = await start()
  })
  afterAll(() => place.stop())

  it('gives back what was put there: nothing, much, and names at every level', async () => {
    const store = opened()
    const much = randomBytes(5_000_000)
    expect(await store.write(`objects/aa/${HASH}`, much, { only: 'new', signal })).toMatchObject({
      isNew: true,
    })
    await store.write('objects/bb/nothing', new Uint8Array(), { only: 'new', signal })
    await store.write('channel.json', bytesOf('头'), { only: 'new', signal })

    const back = await openChannelStore(address, place.secret).read(`objects/aa/${HASH}`, {
      limit: 5_000_000,
      signal,
    })
    expect(back !== null && back !== 'unchanged' && much.equals(back.bytes)).toBe(true)
    expect(await contentOf(store, 'objects/bb/nothing')).toBe('')
    expect(await contentOf(store, 'channel.json')).toBe('头')
    expect(await contentOf(store, 'objects/cc/missing')).toBeNull()
  })

  it('sends nothing twice to those who have it', async () => {
    const store = opened()
    await store.write('channel.json', bytesOf('1'), { only: null, signal })
    const etag = await etagOf(store, 'channel.json')
    expect(await store.read('channel.json', { ...SOME, etag })).toBe('unchanged')

    await store.write('channel.json', bytesOf('22'), { only: null, signal })
    expect(await store.read('channel.json', { ...SOME, etag })).toMatchObject({ bytes: Buffer.from('22') })
  })

  it('leaves an object as it is', async () => {
    const store = opened()
    await store.write('objects/aa/one', bytesOf('first'), { only: 'new', signal })
    expect(await store.write('objects/aa/one', bytesOf('second'), { only: 'new', signal })).toMatchObject({
      isNew: false,
    })
    expect(await contentOf(store, 'objects/aa/one')).toBe('first')
  })

  it('lets one of two replace a version, and tells the other', async () => {
    const [mine, theirs] = [opened(), openChannelStore(address, place.secret)]
    await mine.write('channel.json', bytesOf('1'), { only: 'new', signal })
    const etag = await etagOf(mine, 'channel.json')
    const { etag: next } = await theirs.write('channel.json', bytesOf('theirs'), { only: { etag }, signal })

    const told = await problemOf(mine.write('channel.json', bytesOf('mine'), { only: { etag }, signal }))
    expect(told.problem).toBe('conflict')
    expect(await contentOf(mine, 'channel.json')).toBe('theirs')

    expect(next).not.toBeNull()
    await theirs.write('channel.json', bytesOf('once more'), { only: { etag: next ?? '' }, signal })
    await theirs.remove('channel.json', { signal })
    expect(
      (await problemOf(mine.write('channel.json', bytesOf('mine'), { only: { etag }, signal }))).problem,
    ).toBe('conflict')
  })

  it('tells what is there, and takes it away', async () => {
    const store = opened()
    for (const path of ['channel.json', 'objects/aa/one', 'objects/bb/two', 'inbox/agent-1.json']) {
      await store.write(path, bytesOf(path), { only: null, signal })
    }
    expect((await store.list('', { signal })).sort()).toEqual([
      'channel.json',
      'inbox/agent-1.json',
      'objects/aa/one',
      'objects/bb/two',
    ])
    await store.remove('inbox/agent-1.json', { signal })
    await store.remove('inbox/agent-1.json', { signal })
    expect(await store.list('inbox/', { signal })).toEqual([])
    expect(await store.list('nowhere/', { signal })).toEqual([])
    expect(await store.list('objects/', { signal })).toHaveLength(2)
  })

  it('takes the first objects from many hands at once, before there is a folder for any', async () => {
    const stores = [opened(), openChannelStore(address, place.secret)]
    const paths = Array.from({ length: 8 }, (_, n) => `objects/${n}${n}/object-${n}`)
    const writes = stores.flatMap((store) =>
      paths.map((path) => store.write(path, bytesOf(path), { only: 'new', signal })),
    )
    await Promise.all(writes)
    expect((await opened(address).list('objects/', { signal })).sort()).toEqual(paths)
  })

  it('is not read beyond what a channel may hold', async () => {
    const store = opened()
    await store.write('channel.json', randomBytes(100_000), { only: null, signal })
    const told = await problemOf(store.read('channel.json', { limit: 99_999, signal }))
    expect(told.problem).toBe('wrong')
    expect(await store.read('channel.json', { limit: 100_000, signal })).not.toBeNull()
  })

  it('stops when it is told to', async () => {
    const store = opened()
    const stopped = AbortSignal.abort()
    await expect(store.read('channel.json', { limit: 10, signal: stopped })).rejects.toBe(stopped.reason)
    await expect(store.list('', { signal: stopped })).rejects.toBe(stopped.reason)
  })
})

describe('an address or key that is wrong', () => {
  const SECRET = 'wrong-password-7731'
  let running: ChannelPlace[]
  beforeAll(async () => {
    running = await Promise.all([
      ...(hasPrograms([APACHE], 'apache2-bin') ? [apachePlace()] : []),
      conditionalS3Place(),
    ])
  })
  afterAll(() => Promise.all(running.map((place) => place.stop())))

  it('is told as such, without the key', async () => {
    for (const place of running) {
      const store = openChannelStore(place.fresh(), SECRET)
      const attempts = [
        store.read('channel.json', SOME),
        store.write('objects/aa/one', randomBytes(3_000_000), { only: 'new', signal }),
        store.write('inbox/one.json', bytesOf('1'), { only: null, signal }),
        store.list('', { signal }),
        store.remove('inbox/one.json', { signal }),
      ]
      for (const told of await Promise.all(attempts.map(problemOf))) {
        expect(told.problem).toBe('denied')
        const everything = inspect([told, store], { depth: 20, showHidden: true }) + String(told.stack)
        expect(everything).not.toContain(SECRET)
        expect(everything).not.toContain(Buffer.from(`publisher:${SECRET}`).toString('base64'))
      }
    }
  })

  it('says when there is no bucket, no WebDAV, no folder to put it', async () => {
    for (const place of running) {
      const address = place.fresh()
      const elsewhere: ChannelAddress[] =
        address.kind === 's3'
          ? [{ ...address, bucket: 'nobodys' }]
          : address.kind === 'webdav'
            ? [
                { ...address, url: `${place.origin}/` },
                { ...address, url: `${address.url}deep/deeper/` },
              ]
            : []
      for (const at of elsewhere) {
        const store = openChannelStore(at, place.secret)
        const told = await problemOf(store.write('objects/aa/one', bytesOf('1'), { only: 'new', signal }))
        expect([told.problem, told.message]).toEqual(['wrong', expect.stringContaining('请')])
      }
    }
  })
})

it.runIf(hasPrograms([APACHE], 'apache2-bin'))(
  'what is put on a WebDAV server is there for other programs, and nothing else is',
  async () => {
    const place = await apachePlace()
    onTestFinished(place.stop)
    const address = place.fresh()
    if (address.kind !== 'webdav') throw new Error('no WebDAV')
    const store = openChannelStore(address, place.secret)
    await store.write('objects/aa/one', bytesOf('1'), { only: 'new', signal })
    await store.write('objects/aa/one', bytesOf('2'), { only: 'new', signal })
    await store.write('channel.json', bytesOf('head'), { only: null, signal })

    // The package cannot say a password beyond Latin letters.
    const authorization = `Basic ${Buffer.from(`${address.user}:${place.secret}`).toString('base64')}`
    const other = createClient(address.url, { headers: { Authorization: authorization } })
    const found = await other.getDirectoryContents('/')
    expect(
      [found]
        .flat()
        .map((entry) => 'basename' in entry && entry.basename)
        .sort(),
    ).toEqual(['channel.json', 'objects'])
    expect(await other.getFileContents('/objects/aa/one', { format: 'text' })).toBe('1')
  },
)

it.runIf(hasPrograms([APACHE], 'apache2-bin'))(
  'what a publisher left on a WebDAV server who was ended long ago goes, and nothing else does',
  async () => {
    const { url, user, password, files, stop } = await startApache()
    onTestFinished(stop)
    const store = openChannelStore({ kind: 'webdav', url: `${url}one/`, user }, password)
    await store.write('objects/aa/one', bytesOf('1'), { only: 'new', signal })
    await store.write('channel.json', bytesOf('head'), { only: null, signal })
    const folder = path.join(files, 'team', 'one')
    const passing = (name: string) => `${name}.0f8fad5b-d9cb-469f-a165-70867728950e.part`
    const left = ['channel.json', 'objects/aa/two'].map(passing)
    const stays = [passing('channel.json.new'), 'holiday.part', 'objects/aa/one']
    const longAgo = new Date(Date.now() - 3 * 24 * 60 * 60_000)
    for (const name of [...left, 'holiday.part']) {
      writeFileSync(path.join(folder, name), '…')
      utimesSync(path.join(folder, name), longAgo, longAgo)
    }
    writeFileSync(path.join(folder, passing('channel.json.new')), '…')
    await store.sweep?.('channel.json')
    expect(left.filter((name) => existsSync(path.join(folder, name)))).toEqual([])
    expect(stays.filter((name) => !existsSync(path.join(folder, name)))).toEqual([])
  },
)
