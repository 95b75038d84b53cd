import { randomUUID } from 'node:crypto'
import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

/**
 * Writes a file whole or not at all: its content is on the disk before it takes the name, and the place, of what was
 * there. A file that is there keeps its mode, and a link goes on leading to it.
 *
 * Not `write-file-atomic`: its synchronous form takes a write that a full disk cut short for a whole one.
 *
 * @param mode of a new file, as `chmod` takes it; less what the account leaves out
 * @throws the system's error; what was there is as it was then, and nothing lies beside it
 */
export function writeWhole(file: string, content: Uint8Array | string, mode = 0o666): void {
  const present = statSync(file, { throwIfNoEntry: false })
  const target = present ? realpathSync(file) : file
  const passing = `${target}.${randomUUID()}`
  try {
    writeFileSync(passing, content, { mode, flag: 'wx', flush: true })
    if (present) chmodSync(passing, present.mode & 0o777)
    renameSync(passing, target)
  } catch (error) {
    rmSync(passing, { force: true })
    throw error
  }
}
