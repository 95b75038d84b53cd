import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { replaceLibrary } from '../../../electron/desk/backups/replace-library.ts'
import { type Database, openDatabase } from '../../../electron/desk/database/open-database.ts'
import { createPatientWriter } from '../../../electron/desk/database/patient-writer.ts'
import { createUsageLog } from '../../../electron/desk/figures/usage-log.ts'
import { createIndexLineage } from '../../../electron/desk/phrases/index-lineage.ts'
import {
  INDEX_FILE,
  type LibrarySearch,
  openLibrarySearch,
} from '../../../electron/desk/phrases/library-search.ts'
import { createPhraseBook, type PhraseBook } from '../../../electron/desk/phrases/phrase-book.ts'
import { createPhraseGroups } from '../../../electron/desk/phrases/phrase-groups.ts'
import { PhraseDraft } from '../../../shared/model/phrase.ts'
import { temporaryFolder } from '../../support/library.ts'

const NOW = Date.UTC(2026, 10, 11, 4)
/** The file comes some time after the answers do. */
const PATIENCE = { timeout: 15_000 }
const NOTHING_LEARNED = { all: () => [], keep: () => {} }
/** Every reading of the whole library makes them; an index that was kept needs none. */
const NOTHING_PREPARED = { all: () => new Map<string, Uint8Array>(), keep: () => {} }

interface Opened {
  database: Database
  book: PhraseBook
  groups: ReturnType<typeof createPhraseGroups>
  lineage: ReturnType<typeof createIndexLineage>
}

function opened(dataDir: string): Opened {
  const database = openDatabase(dataDir)
  onTestFinished(() => void database.close())
  let ids = database.prepare<[], number>('SELECT count(*) FROM phrases').pluck().get() ?? 0
  const newId = () => `id-${ids++}`
  const groups = createPhraseGroups(database, { newId })
  const book = createPhraseBook(database, groups, { now: () => NOW, newId })
  return { database, book, groups, lineage: createIndexLineage(database) }
}

const draft = (title: string, more = {}) =>
  PhraseDraft.parse({ title, body: `${title}，${'亲亲请放心，这一款用着很好，'.repeat(3)}`, ...more })

/** What the lineage tells has changed, in order. */
const noted = ({ lineage }: Opened) => lineage.changes(100)?.ids.sort() ?? null

describe('the lineage of a library', () => {
  it('notes every phrase that changes from its beginning on, once, whoever changes it', () => {
    const dataDir = temporaryFolder()
    const here = opened(dataDir)
    const [a, b, c, d] = ['包邮说明', '退货流程', '发票', '尺码'].map(
      (title) => here.book.create(draft(title)).id,
    )
    expect(noted(here)).toBeNull()
    here.lineage.renew(1)
    expect(noted(here)).toEqual([])
    here.book.setPinned(a ?? '', true)
    here.book.update(a ?? '', draft('包邮活动'))
    createUsageLog(here.database, createPatientWriter(here.database)).record({
      ...{ phraseId: b ?? '', outcome: 'pasted', step: null, queryLength: 2, tookMs: null, at: NOW },
    })
    here.book.remove([c ?? ''])
    const elsewhere = opened(dataDir)
    elsewhere.book.update(d ?? '', draft('尺码表'))
    const added = elsewhere.book.create(draft('顺丰')).id
    expect(noted(here)).toEqual([a, b, c, d, added].sort())
  })

  it('tells of no changes where there are too many, or where a group has changed', () => {
    const here = opened(temporaryFolder())
    here.book.create(draft('包邮说明'))
    here.lineage.renew(1)
    here.book.create(draft('退货流程'))
    here.book.create(draft('发票'))
    expect(here.lineage.changes(1)).toBeNull()
    expect(here.lineage.changes(2)?.ids).toHaveLength(2)
    here.groups.create('售前', null)
    expect(noted(here)).toBeNull()
    here.lineage.renew(1)
    expect(noted(here)).toEqual([])
  })

  it('is not begun in a small library, whose changes then cost nothing', () => {
    const here = opened(temporaryFolder())
    here.book.create(draft('包邮说明'))
    expect(here.lineage.renew(2)).toBeNull()
    here.book.create(draft('退货流程'))
    expect(here.database.prepare('SELECT count(*) FROM search_changes').pluck().get()).toBe(0)
  })

  it('goes back with a backup that is put in the place of the library', async () => {
    const dataDir = temporaryFolder()
    const here = opened(dataDir)
    const { id } = here.book.create(draft('包邮说明'))
    const first = here.lineage.renew(1)
    here.book.update(id, draft('包邮活动'))
    const backup = path.join(temporaryFolder(), 'backup.sqlite')
    await here.database.backup(backup)
    here.lineage.renew(1)
    here.book.create(draft('退货流程'))
    await replaceLibrary(here.database, dataDir, backup, () => null)
    expect(here.lineage.changes(100)).toEqual({ token: first, ids: [id] })
  })
})

describe('the search over a library that keeps its index', () => {
  /** Enough phrases for the index to have lists worth keeping. */
  const MANY = 1500

  function search(library: Opened, dataDir: string): { one: LibrarySearch; readings: () => number } {
    let readings = 0
    const all = () => {
      readings++
      return library.book.all()
    }
    const book: PhraseBook = { ...library.book, all }
    const one = openLibrarySearch(book, library.groups, {
      ...{ dataDir, lineage: library.lineage, prepared: NOTHING_PREPARED, picks: NOTHING_LEARNED },
      keeping: { afterMs: 0, leastPhrases: 100 },
    })
    onTestFinished(() => one.close())
    return { one, readings: () => readings }
  }

  const find = async (one: LibrarySearch, text: string) => {
    const { hits } = await one.search({ text, now: NOW, today: '2026-11-11', limit: 3 })
    return hits.map(({ id }) => id)
  }

  function filled(dataDir: string): Opened {
    const library = opened(dataDir)
    library.database.transaction(() => {
      for (let n = 0; n < MANY; n++) library.book.addChecked(draft(`面霜说明${n}`))
    })()
    return library
  }

  it('reads only what has changed since, and finds as if it had read all', async () => {
    const dataDir = temporaryFolder()
    const library = filled(dataDir)
    const before = search(library, dataDir)
    await before.one.ready()
    await expect.poll(() => existsSync(path.join(dataDir, INDEX_FILE)), PATIENCE).toBe(true)
    await before.one.close()
    // Behind the back of any search.
    const added = library.book.create(draft('退货流程')).id
    library.book.update('id-7', draft('发票怎么开'))
    library.book.remove(['id-12'])
    library.database.exec(`UPDATE phrases SET archived_at = 1 WHERE id = 'id-13'`)
    const after = search(library, dataDir)
    expect(await find(after.one, 'thlc')).toEqual([added])
    expect((await find(after.one, '发票'))[0]).toBe('id-7')
    expect(await find(after.one, '面霜说明12')).not.toContain('id-12')
    expect(await find(after.one, '面霜说明13')).not.toContain('id-13')
    expect((await find(after.one, '面霜说明14'))[0]).toBe('id-14')
    expect(after.readings()).toBe(0)
  })

  it('takes no index of what a restored backup has undone', async () => {
    const dataDir = temporaryFolder()
    const library = filled(dataDir)
    const backup = path.join(temporaryFolder(), 'backup.sqlite')
    await library.database.backup(backup)
    library.book.update('id-7', draft('退货流程'))
    const before = search(library, dataDir)
    await before.one.ready()
    await expect.poll(() => existsSync(path.join(dataDir, INDEX_FILE)), PATIENCE).toBe(true)
    await before.one.close()
    await replaceLibrary(library.database, dataDir, backup, () => null)
    const after = search(library, dataDir)
    expect(await find(after.one, 'thlc')).toEqual([])
    expect(after.readings()).toBe(1)
  })

  it('keeps the index for its owner alone', async () => {
    const dataDir = temporaryFolder()
    const { one } = search(filled(dataDir), dataDir)
    await one.ready()
    const file = path.join(dataDir, INDEX_FILE)
    await expect.poll(() => existsSync(file), PATIENCE).toBe(true)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
  })
})
