import { randomUUID } from 'node:crypto'
import { chmodSync, constants, copyFileSync, linkSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from '../database/folder.ts'
import { writeWhole } from '../database/write-whole.ts'

/** Read and written by its owner alone. Windows keeps that by the folder, which belongs to the account. */
const PRIVATE = 0o600

/**
 * Writes a small file for its owner's eyes, as JSON: whole or not at all, whatever happens meanwhile.
 *
 * @throws the system's error; the file is as it was then
 */
export function writePrivately(file: string, content: object): void {
  makeFolder(path.dirname(file))
  writeWhole(file, written(content), PRIVATE)
  // A file that was there before keeps its own mode through the replacement.
  chmodSync(file, PRIVATE)
}

/**
 * The same for a file that is written once: whoever of several programs comes first makes it, and nobody ever reads a
 * part of it.
 *
 * @returns false when there is one already; that stays as it is
 * @throws the system's error
 */
export function createPrivately(file: string, content: object): boolean {
  makeFolder(path.dirname(file))
  const passing = `${file}.${randomUUID()}`
  try {
    writeFileSync(passing, written(content), { mode: PRIVATE, flag: 'wx', flush: true })
    nameOnce(passing, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(passing, { force: true })
  }
}

function nameOnce(passing: string, file: string): void {
  try {
    linkSync(passing, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    // FAT and some network drives know no second name for a file.
    copyFileSync(passing, file, constants.COPYFILE_EXCL)
  }
}

const written = (content: object): string => `${JSON.stringify(content, null, 2)}\n`
