import { describe, expect, it } from 'vitest'
import { type StoredHead, writeHead } from '../../../../electron/desk/channels/head.ts'
import { followDelta, writeDelta } from '../../../../electron/desk/channels/manifest-delta.ts'
import { openObjectCache } from '../../../../electron/desk/channels/object-cache.ts'
import { objectPath } from '../../../../electron/desk/channels/objects.ts'
import { headWith, sendRelease } from '../../../../electron/desk/channels/publisher.ts'
import { type SignedRelease, signRelease } from '../../../../electron/desk/packs/signed-release.ts'
import { newPublisherKey } from '../../../../electron/desk/packs/signing.ts'
import { PhraseDraft } from '../../../../shared/model/phrase.ts'
import { memoryStore } from '../../../support/channel-store.ts'
import { temporaryFolder } from '../../../support/library.ts'
import { fetchRelease } from '../../../support/whole-release.ts'

const KEY = newPublisherKey()
const { signal } = new AbortController()
const PHRASES = 3_000

/** A phrase of some length, unlike the others: real ones do not pack as well as one said again and again. */
const bodyOf = (n: number, edited = false) =>
  `亲，关于第${n}款（${Math.imul(n, 2_654_435_761) >>> 0}），${edited ? '今天的说法是' : '一直的说法是'}：${[...'现货当天发质量放心满减包邮退换无忧尺码标准面料亲肤'].sort((a, b) => ((a.charCodeAt(0) * (n + 7)) % 89) - ((b.charCodeAt(0) * (n + 7)) % 89)).join('')}。`

function release(version: number, isEdited: (n: number) => boolean, count = PHRASES): SignedRelease {
  const phrases = Array.from({ length: count }, (_, n) => ({
    id: `phrase-${n}`,
    draft: PhraseDraft.parse({ title: `第${n}款怎么说`, body: bodyOf(n, isEdited(n)) }),
  }))
  const said = {
    publishedAt: 1,
    message: null,
    mustUpdateBy: null,
    allowsEdits: false,
    publisherName: '安然',
  }
  const library = { id: 'lib', name: '屿禾团队' }
  return signRelease({ groups: [], phrases }, [], { library, version, ...said }, KEY)
}

function counting(store: ReturnType<typeof memoryStore>) {
  const counts = { bytes: 0, reads: 0 }
  const counted: typeof store = {
    ...store,
    async read(...args) {
      const file = await store.read(...args)
      counts.reads++
      if (file && file !== 'unchanged') counts.bytes += file.bytes.length
      return file
    },
  }
  return { counts, store: counted }
}

/** A channel in memory, and how a publisher puts a release on top of it. */
function channel() {
  const memory = memoryStore()
  const publisher = { store: memory, cache: openObjectCache(temporaryFolder()), signal }
  return {
    memory,
    async publish(signed: SignedRelease, read: StoredHead | null) {
      const contentOf = async ({ path }: { path: string }) => signed.files.get(path) ?? null
      const { release: listed, sent } = await sendRelease(publisher, read, signed, { contentOf, share: 100 })
      const head = headWith(read, listed, signed.manifest, read?.head.sequence ?? 0)
      return { listed, sent, written: await writeHead(memory, read, head, KEY, signal) }
    },
  }
}

describe('a release in which 2 of 1,000 phrases are changed', () => {
  it('moves at most 5 % of the library to a subscriber, and to the store little more than the list of its parts', {
    timeout: 60_000,
  }, async () => {
    const { memory, publish } = channel()
    const { counts, store } = counting(memory)
    const subscriber = { store, cache: openObjectCache(temporaryFolder()), signal }
    const first = await publish(
      release(1, () => false),
      null,
    )
    const library = first.sent.bytes
    await fetchRelease(subscriber, first.written.head, first.listed)
    expect(counts.bytes).toBeLessThanOrEqual(library)

    const second = await publish(
      release(2, (n) => n % 500 === 0),
      first.written,
    )
    Object.assign(counts, { bytes: 0, reads: 0 })
    const pack = await fetchRelease(subscriber, second.written.head, second.listed)
    expect(pack.contents.phrases.filter(({ draft }) => draft.body.includes('今天'))).toHaveLength(6)
    expect((second.sent.bytes - second.listed.manifestBytes) / library).toBeLessThan(0.05)
    expect(second.sent.bytes / library).toBeLessThan(0.1)
    expect(counts.bytes / library).toBeLessThan(0.05)
  })
})

describe('a subscriber that is two versions behind', () => {
  it('takes two small steps instead of the whole list, and the list where a step is broken', async () => {
    const { memory, publish } = channel()
    const of = (version: number, edited: number) => release(version, (n) => n < edited, 500)
    const first = await publish(of(1, 0), null)
    const [late, later] = [0, 1].map(() => ({
      store: memory,
      cache: openObjectCache(temporaryFolder()),
      signal,
    }))
    for (const one of [late!, later!]) await fetchRelease(one, first.written.head, first.listed)
    const second = await publish(of(2, 1), first.written)
    const { listed, written } = await publish(of(3, 2), second.written)
    const manifest = memory.files.get(objectPath(listed.manifest))!
    memory.files.delete(objectPath(listed.manifest))
    expect((await fetchRelease(late!, written.head, listed)).manifest.version).toBe(3)
    memory.files.set(objectPath(listed.manifest), manifest)
    memory.files.delete(objectPath(second.listed.delta!.object))
    expect((await fetchRelease(later!, written.head, listed)).manifest.version).toBe(3)
  })
})

describe('what leads from one manifest to the next', () => {
  const from = release(1, () => false, 2_000)
  const to = release(2, (n) => n === 7, 2_000)

  it('leads there and nowhere else', () => {
    const delta = writeDelta(from.manifest, from.manifestHash, to.manifest)
    expect(delta.length).toBeLessThan(to.manifestBytes.length / 10)
    expect(followDelta(from.manifestBytes, delta, to.manifestHash)).toEqual(to.manifestBytes)
    expect(followDelta(to.manifestBytes, delta, to.manifestHash)).toBe(null)
    expect(followDelta(from.manifestBytes, delta, from.manifestHash)).toBe(null)
    expect(followDelta(from.manifestBytes, Buffer.from('{}'), to.manifestHash)).toBe(null)
    expect(followDelta(from.manifestBytes, Buffer.from([0xff]), to.manifestHash)).toBe(null)
  })
})
