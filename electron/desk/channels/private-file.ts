import { chmodSync } from 'node:fs'
import path from 'node:path'
import { sync as writeFileAtomic } from 'write-file-atomic'
import { makeFolder } from '../database/folder.ts'

/** Read and written by its owner alone. Windows keeps that by the folder, which belongs to the account. */
const PRIVATE = 0o600

/**
 * Writes a small file for its owner's eyes, as JSON: whole or not at all, whatever happens meanwhile.
 *
 * @throws the system's error; the file is as it was then
 */
export function writePrivately(file: string, content: object): void {
  makeFolder(path.dirname(file))
  writeFileAtomic(file, `${JSON.stringify(content, null, 2)}\n`, { mode: PRIVATE })
  // A file that was there before keeps its own mode through the replacement.
  chmodSync(file, PRIVATE)
}
