import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SinceKept } from '../../../electron/desk/search/messages.ts'
import {
  type KeptIndex,
  openPhraseSearch,
  type PhraseSearch,
} from '../../../electron/desk/search/phrase-search.ts'
import type { SearchDocument } from '../../../shared/search/index.ts'
import { NOW, phrase } from '../../unit/search/library-of.ts'

const LIBRARY = Array.from({ length: 800 }, (_, n) =>
  phrase(`面霜话术${n}`, { body: `${'亲亲这款面霜用着很放心，发货也快，'.repeat(3)}${n}`, uses: n % 7 }),
)
/** The file comes some time after the answers do. */
const PATIENCE = { timeout: 15_000 }
const CRASHING = new URL('./crashing.worker.ts', import.meta.url)

let folder = ''
let file = ''
const open: PhraseSearch[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'golden-six-kept-'))
  file = path.join(folder, 'search-index.bin')
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A library of one token, of which nothing has changed unless a test says so. */
function start({
  token = 'first',
  since = {} as Partial<SinceKept>,
  holds = LIBRARY,
  worker = undefined as URL | undefined,
  afterMs = 0,
}) {
  let readings = 0
  const kept: KeptIndex = {
    ...{ file, afterMs, leastPhrases: 100 },
    renew: () => token,
    sinceKept: () => ({ token, documents: [], removed: [], ...since }),
  }
  const search = openPhraseSearch({ kept, worker })
  open.push(search)
  const source = (): readonly SearchDocument[] => {
    readings++
    return holds
  }
  return { search, load: () => search.load(source), readings: () => readings }
}

const ask = async (search: PhraseSearch, text: string) =>
  (await search.search({ text, now: NOW, today: '2026-11-21', limit: 5 })).hits

let left: Buffer | null = null

/** What a start that found no index has left; the same bytes for all tests. */
async function keepOne(): Promise<void> {
  if (left) return writeFileSync(file, left)
  const { load, search } = start({})
  await load()
  await expect.poll(() => existsSync(file), PATIENCE).toBe(true)
  await search.close()
  left = readFileSync(file)
}

describe('an index that is kept from one start to the next', () => {
  it('answers the next start without a phrase being read, and in the same way', async () => {
    await keepOne()
    const next = start({})
    await next.load()
    const anew = start({ token: 'other' })
    await anew.load()
    for (const text of ['mshs12', '面霜 放心', '话术599', ''])
      expect(await ask(next.search, text)).toEqual(await ask(anew.search, text))
    expect(next.readings()).toBe(0)
    expect(anew.readings()).toBe(1)
  })

  it('is kept by a program that asks one thing and ends, long before it would be quiet', async () => {
    const brief = start({ afterMs: 3_600_000 })
    await brief.load()
    await brief.search.close()
    const next = start({})
    await next.load()
    expect(next.readings()).toBe(0)
    expect((await ask(next.search, '面霜话术77'))[0]?.id).toBe('面霜话术77')
  })

  it('is kept at the close by the thread that comes after one that was lost', async () => {
    const brief = start({ afterMs: 3_600_000, worker: CRASHING })
    await brief.load()
    brief.search.remove(['crash'])
    expect((await ask(brief.search, '面霜话术77'))[0]?.id).toBe('面霜话术77')
    await brief.search.close()
    const next = start({})
    await next.load()
    expect(next.readings()).toBe(0)
  })

  it('leaves nothing half-written where it could not be written in time', async () => {
    writeFileSync(`${file}.partial`, 'begun')
    const slow = start({ afterMs: 3_600_000, worker: CRASHING })
    await slow.load()
    slow.search.remove(['stall'])
    await slow.search.close()
    expect(existsSync(`${file}.partial`)).toBe(false)
    expect(existsSync(file)).toBe(false)
  })

  it('is not waited for where the library is still being read at the end', async () => {
    // Another program's, which a close that waits in vain would take away.
    writeFileSync(`${file}.partial`, 'begun')
    const brief = start({ afterMs: 3_600_000, worker: CRASHING })
    brief.search.remove(['stall'])
    const loading = brief.load()
    await brief.search.close()
    await expect(loading).rejects.toThrow()
    expect(existsSync(`${file}.partial`)).toBe(true)
  })

  it('is brought up to what has changed meanwhile', async () => {
    await keepOne()
    const documents = [phrase('退货流程'), phrase('改名了', { id: '面霜话术7' })]
    const next = start({ since: { documents, removed: ['面霜话术12', 'never there'] } })
    await next.load()
    expect((await ask(next.search, 'thlc')).map(({ id }) => id)).toEqual(['退货流程'])
    expect((await ask(next.search, '改名了'))[0]?.id).toBe('面霜话术7')
    expect((await ask(next.search, '面霜话术12')).map(({ id }) => id)).not.toContain('面霜话术12')
    expect(next.readings()).toBe(0)
  })

  it('is read past when it belongs to another library, or to another time of this one', async () => {
    await keepOne()
    const next = start({ token: 'second', holds: [phrase('退货流程')] })
    await next.load()
    expect((await ask(next.search, '面霜')).length).toBe(0)
    expect((await ask(next.search, '退货'))[0]?.id).toBe('退货流程')
    expect(next.readings()).toBe(1)
  })

  const damages: Record<string, () => void> = {
    'was cut off half-way': () => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
    'lost its last byte': () => truncateSync(file, readFileSync(file).length - 1),
    'has a bit the other way round in its lists': () => flip(1000),
    'has a bit the other way round in its texts': () => flip(readFileSync(file).length - 40),
    'has a bit the other way round in its head': () => flip(9),
    'is empty': () => writeFileSync(file, ''),
    'is something else': () => writeFileSync(file, '话术'.repeat(1000)),
    'is not there': () => rmSync(file),
  }
  for (const [damage, inflict] of Object.entries(damages)) {
    it(`is made anew, without a word, when its file ${damage}`, async () => {
      await keepOne()
      const good = readFileSync(file)
      inflict()
      const next = start({})
      await next.load()
      expect((await ask(next.search, '面霜话术77'))[0]?.id).toBe('面霜话术77')
      expect(next.readings()).toBe(1)
      await expect.poll(() => existsSync(file) && readFileSync(file).length, PATIENCE).toBe(good.length)
    })
  }

  it('is not taken from a program that was killed while it wrote', async () => {
    await keepOne()
    writeFileSync(`${file}.partial`, readFileSync(file).subarray(0, 5000))
    const next = start({})
    await next.load()
    expect(next.readings()).toBe(0)
    expect((await ask(next.search, '面霜话术77'))[0]?.id).toBe('面霜话术77')
  })

  it('is not tried again by a thread that comes after one that was lost', async () => {
    await keepOne()
    const next = start({ worker: CRASHING })
    await next.load()
    next.search.remove(['crash'])
    expect((await ask(next.search, '面霜话术77'))[0]?.id).toBe('面霜话术77')
    expect(next.readings()).toBe(1)
  })

  it('is not kept of a library that is read as quickly', async () => {
    const next = start({ holds: LIBRARY.slice(0, 50) })
    await next.load()
    await ask(next.search, '面霜')
    await next.search.close()
    expect(existsSync(file)).toBe(false)
  })

  it('costs nothing but itself when it cannot be written', async () => {
    rmSync(folder, { recursive: true })
    const next = start({})
    await next.load()
    expect((await ask(next.search, '面霜话术77'))[0]?.id).toBe('面霜话术77')
  })
})

function flip(at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 4
  writeFileSync(file, bytes)
}
