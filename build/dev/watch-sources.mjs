import { watch } from 'node:fs'
import path from 'node:path'

/** Editors write a file in several steps, and a branch switch writes many. */
const QUIET_MS = 300

/**
 * Calls `onChange` some time after sources changed, and never while its last call still runs.
 *
 * @param {string} root
 * @param {() => Promise<void>} onChange
 * @returns {() => void} stops watching
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
    }, QUIET_MS)
  }
  const watchers = ['electron', 'renderer', 'shared', 'assets'].map((folder) =>
    watch(path.join(root, folder), { recursive: true }, schedule),
  )
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
