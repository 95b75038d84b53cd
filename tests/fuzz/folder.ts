import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A folder for a whole file of tests. */
export function makeFolder(): { path: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-six-fuzz-'))
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
