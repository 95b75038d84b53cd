import { watch } from 'node:fs'
import path from 'node:path'

/** Editors write a file in several steps, and a branch switch writes many. */
const QUIET_MS = 300

/**
 * Calls `onChange` some time after sources changed, and never while its last call still runs. Watches as long as the
 * program lives for another reason.
 *
 * @param {string} root
 * @param {() => Promise<void>} onChange
 */
export function watchSources(root, onChange) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  let isRunning = false
  const schedule = () => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      if (isRunning) return schedule()
      isRunning = true
      await onChange()
      isRunning = false
    }, QUIET_MS).unref()
  }
  for (const folder of ['electron', 'renderer', 'shared', 'assets']) {
    watch(path.join(root, folder), { recursive: true }, schedule).unref()
  }
}
