import type { Database } from '../database/open-database.ts'
import { storageTrouble } from '../database/storage-trouble.ts'

/** An undo or an import of thousands of rows holds the write lock for seconds; the windows are not to wait for it. */
const WAITS_MS = 100
const TRIES_AGAIN_AFTER_MS = 500
/** How often the end of a program tries: ten seconds, as long as the largest import was seen to write. */
const LAST_TRIES = 20

export interface PatientRecord<Use> {
  /** The use is in the library when this returns, or waits here for whoever is writing. @throws what SQLite says else */
  record(use: Use): void
  /** Resolves when no use waits any more, or the lock has been held for longer than anything holds it. */
  settled(): Promise<void>
}

/** Records uses in their order, those that met a lock a little later. */
export function recordPatiently<Use>(database: Database, write: (use: Use) => void): PatientRecord<Use> {
  let waiting: Use[] = []
  let timer: NodeJS.Timeout | null = null

  /** @returns whether it is in the library; false when another connection is writing */
  function isRecorded(use: Use): boolean {
    const usual = database.pragma('busy_timeout', { simple: true })
    database.pragma(`busy_timeout = ${WAITS_MS}`)
    try {
      write(use)
      return true
    } catch (error) {
      if (storageTrouble(error) === 'busy') return false
      throw error
    } finally {
      database.pragma(`busy_timeout = ${usual}`)
    }
  }

  function catchUp(): void {
    timer = null
    const left = waiting
    waiting = []
    for (const [at, use] of left.entries()) {
      try {
        if (isRecorded(use)) continue
        waiting = left.slice(at)
        break
      } catch (error) {
        // Its phrase is gone by now, or the disk is full: those behind it may still be recorded.
        console.error('A use was not recorded:', error instanceof Error ? error.message : error)
      }
    }
    if (waiting.length > 0) timer = setTimeout(catchUp, TRIES_AGAIN_AFTER_MS).unref()
  }

  return {
    record(use) {
      if (waiting.length === 0 && isRecorded(use)) return
      waiting.push(use)
      timer ??= setTimeout(catchUp, TRIES_AGAIN_AFTER_MS).unref()
    },

    async settled() {
      for (let tries = 0; waiting.length > 0 && tries < LAST_TRIES; tries++) {
        await new Promise((resolve) => setTimeout(resolve, tries === 0 ? 0 : TRIES_AGAIN_AFTER_MS))
        clearTimeout(timer ?? undefined)
        catchUp()
      }
      clearTimeout(timer ?? undefined)
    },
  }
}
