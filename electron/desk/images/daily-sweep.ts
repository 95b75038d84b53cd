import type { Database } from '../database/open-database.ts'
import type { Images } from './images.ts'

const TASK = 'images'
const DAY_MS = 24 * 3_600_000

/**
 * The day's look for images that nothing needs any more, to be asked as often as one likes.
 *
 * @param oldestBackup see `Images.sweep`; null while that cannot be known, and then nothing is taken away
 */
export function createDailySweep(
  database: Database,
  images: Pick<Images, 'sweep'>,
  { oldestBackup, now }: { oldestBackup: () => number | null; now: () => number },
): () => Promise<void> {
  const last = database.prepare<[string], number>('SELECT done_at FROM upkeep WHERE task = ?').pluck()
  const note = database.prepare('INSERT OR REPLACE INTO upkeep (task, done_at) VALUES (?, ?)')

  return async () => {
    // A clock that was put back since is no reason to wait for years.
    if (Math.abs(now() - (last.get(TASK) ?? Number.NEGATIVE_INFINITY)) < DAY_MS) return
    const oldest = oldestBackup()
    if (oldest === null) return
    images.sweep(oldest)
    note.run(TASK, now())
  }
}
