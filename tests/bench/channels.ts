import { parseArgs } from 'node:util'
import { HEAD_FILE, type StoredHead, writeHead } from '../../electron/desk/channels/head.ts'
import { objectPath } from '../../electron/desk/channels/objects.ts'
import { headWith, headWithShare, sendRelease } from '../../electron/desk/channels/publisher.ts'
import { signRelease } from '../../electron/desk/packs/signed-release.ts'
import { newPublisherKey } from '../../electron/desk/packs/signing.ts'
import type { PackContents } from '../../shared/model/pack.ts'
import { pseudoRandom } from '../soak/library/pseudo-random.ts'
import { fetchRelease } from '../support/whole-release.ts'
import { createCountingStore, emptyTally, type Tally } from './channels/counting-store.ts'
import { edited, largeLibrary } from './channels/large-library.ts'
import { check, memoryCache, type Subscriber } from './channels/subscriber.ts'

// npm run bench:channels -- [--phrases N] [--subscribers N] [--edits N] [--hours N] [--json]: a day of a channel by the
// program's own steps, on a clock that is simulated and a store that counts. At ten a release goes to a tenth, at eleven to
// all; everybody asks each minute. What the subscribers fetch is checked against its hashes; that its phrases are such
// as a person could have typed is checked for one of them, since it is the same for all. docs/scale.md has the figures.

const number = (value: string) => ({ type: 'string', default: value }) as const
const { values } = parseArgs({
  options: {
    ...{ phrases: number('100000'), subscribers: number('1000'), edits: number('200'), hours: number('24') },
    json: { type: 'boolean', default: false },
  },
})
const [phrases, subscribers, edits, hours] = [
  ...[Number(values.phrases), Number(values.subscribers), Number(values.edits), Number(values.hours)],
] as [number, number, number, number]

const HOUR = 3_600_000
const MOST = 2 ** 31 - 1
const below = pseudoRandom(20261122)
const random = () => below(MOST) / MOST
const key = newPublisherKey()
const library = { id: '019ac000-0000-7000-8000-000000000000', name: '大团队' }
const known = { libraryId: library.id, publicKey: key.publicKey }
const { signal } = new AbortController()
const { openedBy, sizeOf } = createCountingStore()
const publisherTally = emptyTally()
const publisher = { store: openedBy(publisherTally), cache: memoryCache(new Map()), signal }

async function publish(contents: PackContents, read: StoredHead | null, share: number) {
  const version = (read?.head.releases[0]?.version ?? 0) + 1
  const said = { library, version, publishedAt: version, message: null, mustUpdateBy: null }
  const signed = signRelease(contents, [], { ...said, allowsEdits: false, publisherName: '安然' }, key)
  const { release } = await sendRelease(publisher, read, signed, {
    share,
    contentOf: async ({ path }) => signed.files.get(path) ?? null,
  })
  const head = headWith(read, release, signed.manifest, read?.head.sequence ?? 0)
  return { signed, release, head: await writeHead(publisher.store, read, head, key, signal) }
}

const before = largeLibrary(20261122, phrases)
const first = await publish(before, null, 100)
const wholeBytes = publisherTally.bytesWritten

/** The first subscriber of all: everything has to come. */
const newcomer = emptyTally()
const everything = memoryCache(new Map())
const fetched = await fetchRelease(
  { store: openedBy(newcomer), cache: everything, signal },
  first.head.head,
  first.release,
)
if (fetched.contents.phrases.length !== phrases) throw new Error('the newcomer lacks phrases')

const tallies = Array.from({ length: subscribers }, emptyTally)
const machines: Subscriber[] = tallies.map((tally, at) => ({
  ...{ id: `machine ${at}`, store: openedBy(tally), cache: memoryCache(everything.own) },
  ...{ read: first.head, sequence: first.head.head.sequence, version: 1, nextCheckAt: random() * 60_000 },
}))

let release: Awaited<ReturnType<typeof publish>> | null = null
let updated = 0
async function untilTime(end: number): Promise<void> {
  for (const machine of machines)
    while (machine.nextCheckAt < end) if (await check(machine, known, random())) updated++
}

await untilTime(Math.min(hours, 10) * HOUR)
const sentBefore = publisherTally.bytesWritten
release = await publish(edited(before, edits, below, 1), first.head, 10)
const updateWritten = publisherTally.bytesWritten - sentBefore
await untilTime(Math.min(hours, 11) * HOUR)
const updatedByTenth = updated
const wider = headWithShare(release.head, 2, 100, release.head.head.sequence)
if (!wider) throw new Error('the release is not listed')
await writeHead(publisher.store, release.head, wider, key, signal)
await untilTime(hours * HOUR)

/** One of them as the program does it to the end, every phrase checked. */
const agent = emptyTally()
const agentStore = openedBy(agent)
const agentCache = memoryCache(everything.own)
const whole = await fetchRelease({ store: agentStore, cache: agentCache, signal }, wider, release.release)
if (whole.contents.phrases.filter(({ draft }) => draft.body.includes('天改过')).length !== edits)
  throw new Error('the update is not what was edited')

const sum = (of: (tally: Tally) => number) => tallies.reduce((all, tally) => all + of(tally), 0)
const each = (of: (tally: Tally) => number) => Math.round(sum(of) / subscribers)
const result = {
  library: {
    phrases,
    files: first.signed.manifest.files.length,
    contentBytes: first.signed.manifest.files.reduce((all, { bytes }) => all + bytes, 0),
    storedBytes: wholeBytes,
    manifestBytes: sizeOf(objectPath(first.release.manifest)),
    newcomer: { requests: newcomer.files, bytes: newcomer.bytes },
  },
  update: {
    edits,
    requests: agent.files,
    bytes: agent.bytes,
    shareOfLibrary: `${((agent.bytes / wholeBytes) * 100).toFixed(2)} %`,
    deltaBytes: release.release.delta?.bytes ?? null,
    writtenByPublisher: updateWritten,
  },
  day: {
    ...{ subscribers, hours, headBytes: sizeOf(HEAD_FILE), updated, updatedByTenth },
    perSubscriber: {
      unchanged: each(({ unchanged }) => unchanged),
      files: each(({ files }) => files),
      bytes: each(({ bytes }) => bytes),
    },
    inAll: { requests: sum(({ files, unchanged }) => files + unchanged), bytes: sum(({ bytes }) => bytes) },
  },
}
if (updated !== subscribers && hours > 12) throw new Error(`${updated} of ${subscribers} have the update`)
console.log(values.json ? JSON.stringify(result, null, 2) : result)
