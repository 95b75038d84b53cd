import Fuse from 'fuse.js'
import type { BenchLibrary } from './library.ts'

/** Each prefix of each query looked up by Fuse.js in this process, over the same phrases, with nothing painted. ms. */
export function fuseKeystrokes({ phrases }: BenchLibrary, queries: readonly string[]): number[] {
  const fuse = new Fuse([...phrases], {
    keys: ['code', 'title', 'questions', 'body'],
    threshold: 0.4,
    ignoreLocation: true,
  })
  return queries.flatMap((query) =>
    Array.from(query, (_, end) => {
      const startedAt = performance.now()
      fuse.search(query.slice(0, end + 1), { limit: 50 })
      return performance.now() - startedAt
    }),
  )
}
