import { describe, expect, it } from 'vitest'
import { readCachedRelease } from '../../../../electron/desk/channels/cached-release.ts'
import { openObjectCache } from '../../../../electron/desk/channels/object-cache.ts'
import {
  type PackImage,
  type PresentRelease,
  type SignedRelease,
  sha256,
  signRelease,
} from '../../../../electron/desk/packs/signed-release.ts'
import { newPublisherKey } from '../../../../electron/desk/packs/signing.ts'
import type { PackGroup, PackPhrase } from '../../../../shared/model/pack.ts'
import { PhraseDraft } from '../../../../shared/model/phrase.ts'
import { GIF } from '../../../support/images.ts'
import { temporaryFolder } from '../../../support/library.ts'

const COUNT = 400
const KEY = newPublisherKey()
const IMAGE: PackImage = { hash: sha256(GIF), type: 'image/gif', bytes: GIF }
const GROUPS: PackGroup[] = ['售前', '售后'].map((name, position) => ({
  ...{ id: `group-${position}`, parentId: null, name, position },
}))

const phrase = (n: number, said: Partial<PhraseDraft> = {}): PackPhrase => ({
  id: `phrase-${n}`,
  draft: PhraseDraft.parse({ title: `第${n}条`, body: '亲，在的。', groupId: `group-${n % 2}`, ...said }),
})
const PHRASES = Array.from({ length: COUNT }, (_, n) => phrase(n, n === 0 ? { images: [IMAGE.hash] } : {}))

const releaseOf = (version: number, phrases: PackPhrase[], groups = GROUPS): SignedRelease =>
  signRelease(
    { groups, phrases },
    [IMAGE],
    {
      ...{ library: { id: 'team', name: '屿禾团队' }, version, publishedAt: 1, publisherName: '安然' },
      ...{ message: null, mustUpdateBy: null, allowsEdits: true },
    },
    KEY,
  )

const FIRST = releaseOf(1, PHRASES)

/** A machine that has the first release, and the next one's objects in its cache. */
async function machine(next: SignedRelease) {
  const cache = openObjectCache(temporaryFolder())
  for (const { manifestHash, manifestBytes, files } of [FIRST, next]) {
    await cache.keep(manifestHash, manifestBytes)
    for (const bytes of files.values()) await cache.keep(sha256(bytes), bytes)
  }
  const present: PresentRelease = {
    manifestHash: FIRST.manifestHash,
    phraseIds: () => new Set(PHRASES.map(({ id }) => id)),
    groupsOf: (ids) =>
      new Set(PHRASES.flatMap(({ id, draft }) => (ids.has(id) ? (draft.groupId ?? []) : []))),
    hasImage: (hash) => hash === IMAGE.hash,
  }
  const read: string[] = []
  const counted = {
    ...cache,
    read: (hash: string, limit: number) => {
      read.push(hash)
      return cache.read(hash, limit)
    },
  }
  return {
    cache,
    present,
    read,
    look: (known: PresentRelease | null = present) => readCachedRelease(counted, next, known),
  }
}

describe('a release of which most is here already', () => {
  it('is read as far as it differs, and its images that are here are not', async () => {
    const edited = PHRASES.map((one, n) => (n === 7 ? phrase(7, { body: '亲，改了。' }) : one)).slice(1)
    const { look, read } = await machine(releaseOf(2, [...edited, phrase(COUNT)]))
    const pack = await look()
    expect(pack?.contents.phrases.find(({ id }) => id === 'phrase-7')?.draft.body).toBe('亲，改了。')
    expect(pack?.images.size).toBe(0)
    expect(read).not.toContain(IMAGE.hash)
    // Two manifests, the groups, and a part before and after for each of three phrases.
    expect(read.length).toBeLessThanOrEqual(9)
    const said = pack?.contents.phrases.map(({ id }) => id) ?? []
    expect([...said, ...(pack?.unchanged ?? [])].sort()).toEqual(
      [...edited.map(({ id }) => id), `phrase-${COUNT}`].sort(),
    )
  })

  it('is read whole where it cannot be told what is here, and says the same', async () => {
    const next = releaseOf(2, [...PHRASES.slice(3), phrase(COUNT)])
    const { look, cache, present } = await machine(next)
    const whole = await look(null)
    expect(whole?.unchanged.size).toBe(0)
    expect(whole?.contents.phrases).toHaveLength(COUNT - 2)
    expect(await look({ ...present, manifestHash: '' })).toMatchObject({ contents: whole?.contents })
    const fewer = { ...present, phraseIds: () => new Set(['phrase-1']) }
    expect((await look(fewer))?.contents).toEqual(whole?.contents)
    await cache.prune(new Set([next.manifestHash, ...next.manifest.files.map((file) => file.sha256)]))
    expect((await look())?.contents).toEqual(whole?.contents)
  })

  it('is fetched again where an object lacks, and refused where it does not fit what is here', async () => {
    const next = releaseOf(2, PHRASES.slice(1))
    const { look, cache } = await machine(next)
    await cache.prune(new Set([FIRST.manifestHash, next.manifestHash]))
    expect(await look()).toBeNull()

    const withoutGroup = releaseOf(
      2,
      [phrase(0, { groupId: 'group-1' }), ...PHRASES.slice(1)],
      GROUPS.slice(1),
    )
    await expect((await machine(withoutGroup)).look()).rejects.toThrow('分组不在文件里')
  })
})
