import type { Database } from './open-database.ts'
import { storageTrouble } from './storage-trouble.ts'

/** An undo or an import of thousands of rows holds the write lock for seconds; the windows are not to wait for it. */
const WAITS_MS = 100
const TRIES_AGAIN_AFTER_MS = 500
/** How often the end of a program tries: ten seconds, as long as the largest import was seen to write. */
const LAST_TRIES = 20

/** Writes what nobody asked for and nobody waits for: that a phrase was used, for whom, what the search learns of it. */
export interface PatientWriter {
  /**
   * It is in the library when this returns, or waits here for whoever is writing.
   *
   * @param what names it in the program's log, should it fail later
   * @param write may be called again after a lock stopped it half-way
   * @throws what SQLite says else, unless it had to wait
   */
  write(what: string, write: () => void): void
  /** Resolves when nothing waits any more, or the lock has been held for ten seconds: what waits then is given up. */
  settled(): Promise<void>
}

/** Writes in the order of the calls, what met a lock a little later. */
export function createPatientWriter(database: Database): PatientWriter {
  let waiting: { what: string; write: () => void }[] = []
  let timer: NodeJS.Timeout | null = null

  /** @returns whether it is in the library; false when another connection is writing */
  function isWritten(write: () => void): boolean {
    const usual = database.pragma('busy_timeout', { simple: true })
    database.pragma(`busy_timeout = ${WAITS_MS}`)
    try {
      write()
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
    for (const [at, { what, write }] of left.entries()) {
      try {
        if (isWritten(write)) continue
        waiting = left.slice(at)
        break
      } catch (error) {
        // Its phrase is gone by now, or the disk is full: those behind it may still be written.
        console.error(`${what} was not noted:`, error instanceof Error ? error.message : error)
      }
    }
    tryLater()
  }

  function tryLater(): void {
    if (waiting.length > 0) timer ??= setTimeout(catchUp, TRIES_AGAIN_AFTER_MS).unref()
  }

  return {
    write(what, write) {
      if (waiting.length === 0 && isWritten(write)) return
      waiting.push({ what, write })
      tryLater()
    },

    async settled() {
      for (let tries = 0; waiting.length > 0 && tries < LAST_TRIES; tries++) {
        await new Promise((resolve) => setTimeout(resolve, tries === 0 ? 0 : TRIES_AGAIN_AFTER_MS))
        clearTimeout(timer ?? undefined)
        catchUp()
      }
      clearTimeout(timer ?? undefined)
      for (const { what } of waiting)
        console.error(`${what} was not noted: the library was locked to the end`)
    },
  }
}
