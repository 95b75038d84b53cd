import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes `folder` and what is missing above it. Step by step, because Node's own recursive `mkdir` never returns where
 * the system says of a new folder that it does not exist (below `/proc`, on some network drives).
 *
 * @throws the system's error of the first folder that could not be made
 */
export function makeFolder(folder: string): void {
  const missing: string[] = []
  let above = path.resolve(folder)
  while (statSync(above, { throwIfNoEntry: false }) === undefined) {
    missing.push(above)
    const next = path.dirname(above)
    if (next === above) break // a drive that is not there
    above = next
  }
  for (const step of missing.reverse()) makeOne(step)
  if (!statSync(folder).isDirectory()) {
    throw Object.assign(new Error(`not a folder: ${folder}`), { code: 'ENOTDIR', path: folder })
  }
}

/** For its owner alone: other users of the machine have no business with a shop's library. Windows goes by the folder above. */
const PRIVATE = 0o700

function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: PRIVATE })
  } catch (error) {
    // Two programs may start at once.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Waits until what `file` holds is on the disk and not only on its way there. */
export function flushFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Waits until the names in `folder` are on the disk. Windows writes them through by itself and cannot be asked. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Takes away a database that is not needed any more, with what SQLite keeps beside it: the journal of a program that was
 * killed would be played back into the next file of that name.
 */
export function removeDatabase(file: string): void {
  for (const suffix of ['-journal', '-wal', '-shm', '']) rmSync(`${file}${suffix}`, { force: true })
}

/** The longest path that Windows' plain functions take is 260; SQLite and Node both take longer ones in this form. */
export function reachable(file: string): string {
  return file.length >= 240 ? path.toNamespacedPath(file) : file
}
