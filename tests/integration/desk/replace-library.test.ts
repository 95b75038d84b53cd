import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { replaceLibrary } from '../../../electron/desk/backups/replace-library.ts'
import { openDatabase } from '../../../electron/desk/database/open-database.ts'
import { temporaryFolder } from '../../support/library.ts'

const MINUTE = 60_000

afterEach(() => void vi.restoreAllMocks())

/** A library with a group that its backup has not. */
async function changedSinceItsBackup() {
  const dataDir = temporaryFolder()
  const database = openDatabase(dataDir)
  onTestFinished(() => void database.close())
  const backup = path.join(temporaryFolder(), 'backup.sqlite')
  await database.backup(backup)
  const add = (id: string) =>
    database.prepare('INSERT INTO phrase_groups (id, name, position) VALUES (?, ?, 0)').run(id, id)
  add('later')
  const groups = () => database.prepare('SELECT name FROM phrase_groups').pluck().all()
  return { dataDir, database, backup, add, groups }
}

/** Lets time go by as far as the program sees. */
function clock() {
  const { now } = Date
  let ahead = 0
  vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead)
  return {
    pass(ms: number) {
      ahead += ms
    },
  }
}

describe('a library put in the place of another', () => {
  it('takes its time to keep what was there, however large that is', async () => {
    const { dataDir, database, backup, groups } = await changedSinceItsBackup()
    const time = clock()
    await replaceLibrary(database, dataDir, backup, () => time.pass(5 * MINUTE))
    expect(groups()).toEqual([])
  })

  it('gives up where others write again and again, and leaves the library as it is', async () => {
    const { dataDir, database, backup, groups } = await changedSinceItsBackup()
    const other = new Database(path.join(dataDir, 'golden-six.sqlite'))
    onTestFinished(() => void other.close())
    const time = clock()
    let kept = 0
    const overtaken = replaceLibrary(database, dataDir, backup, () => {
      time.pass(MINUTE)
      kept++
      queueMicrotask(() =>
        other
          .prepare('INSERT INTO phrase_groups (id, name, position) VALUES (?, ?, 0)')
          .run(`${kept}`, `${kept}`),
      )
    })
    await expect(overtaken).rejects.toMatchObject({ code: 'file-busy' })
    expect(kept).toBeLessThan(10)
    expect(groups()).toContain('later')
  })
})
