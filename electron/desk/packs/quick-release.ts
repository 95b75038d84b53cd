import type { Database } from '../database/open-database.ts'

/** So many phrases, and so many bytes of images, are read, packed and signed within some 50 ms. */
const FEW = { phrases: 500, imageBytes: 5_000_000 }

/** Tells whether a release of this library is made so quickly that no thread is begun for it. */
export function createQuickRelease(database: Database): () => boolean {
  const isSmall = database
    .prepare<typeof FEW, 0 | 1>(`
      SELECT (SELECT count(*) FROM (SELECT 1 FROM phrases WHERE deleted_at IS NULL LIMIT :phrases)) < :phrases
        AND (SELECT ifnull(sum(bytes), 0) FROM images) < :imageBytes`)
    .pluck()
  return () => isSmall.get(FEW) === 1
}
