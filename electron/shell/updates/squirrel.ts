import type { AutoUpdater } from 'electron'
import { UpdateFault } from './update-fault.ts'

/** It unpacks some 100 MB and looks at every file's signature. */
const LIMIT_MS = 60_000

/**
 * Has macOS' own updater, Squirrel, take the file that electron-updater keeps ready for it. What it has taken it puts in place
 * when the program has ended, and nothing calls that back: hence not a moment before.
 *
 * @throws UpdateFault when it refuses the file, or says nothing for a minute
 */
export async function handToSquirrel(
  squirrel: Pick<AutoUpdater, 'on' | 'off' | 'checkForUpdates'>,
  limitMs = LIMIT_MS,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const taken = () => resolve()
  const refused = (cause: Error) => reject(new UpdateFault('other', cause))
  const silence = setTimeout(() => reject(new UpdateFault('other')), limitMs)
  squirrel.on('update-downloaded', taken)
  squirrel.on('error', refused)
  try {
    squirrel.checkForUpdates()
    await promise
  } finally {
    clearTimeout(silence)
    squirrel.off('update-downloaded', taken)
    squirrel.off('error', refused)
  }
}
