import { existsSync } from 'node:fs'

/** The name that electron.vite.config.ts gives the bundled worker. */
const BUNDLED = 'phrase-search-worker.js'

/** Where the worker's program is: its source beside this file, or, once bundled, beside the program or one folder up. */
export function workerFile(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./phrase-search.worker.ts', import.meta.url)
  const beside = new URL(`./${BUNDLED}`, import.meta.url)
  return existsSync(beside) ? beside : new URL(`../${BUNDLED}`, import.meta.url)
}
