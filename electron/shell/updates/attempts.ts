import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { NotInstalled } from '../../../shared/model/updates.ts'

/** The update that was fetched last, as it is remembered from one start to the next. */
const Fetched = z.object({
  version: z.string(),
  /** For the first time, ms since 1970. */
  fetchedAt: z.number(),
  /** How often its installation was begun. */
  attempts: z.int().min(0),
})
export type Fetched = z.infer<typeof Fetched>

export interface UpdateMemory {
  read(): Fetched | null
  write(fetched: Fetched): void
}

/** An installer that fails tells nobody, since the program has ended: once may be bad luck, twice is a reason. */
const MOST_ATTEMPTS = 2
/** By then a day's work is over: whoever ends the program by hand has done so. */
const OVERDUE_MS = 12 * 60 * 60_000

interface AttemptParts {
  memory: UpdateMemory
  /** The version that runs. */
  ours: string
  now(): number
}

export interface Attempts {
  /** What was tried before this start and is not what runs; null for nothing. */
  readonly notInstalled: NotInstalled | null
  fetched(version: string): void
  /**
   * Whether it has lain there for so long that the end of the program cannot be waited for. Never after a failure: an
   * installer that fails leaves the program ended, and nobody was there to see it go.
   */
  isOverdue(version: string): boolean
  isGivenUp(version: string): boolean
  /** Its installation is about to begin; whether it succeeded, the next start can tell. */
  begins(version: string): void
}

export function createAttempts({ memory, ours, now }: AttemptParts): Attempts {
  const about = (version: string): Fetched => {
    const known = memory.read()
    return known?.version === version ? known : { version, fetchedAt: now(), attempts: 0 }
  }
  const last = memory.read()
  return {
    notInstalled:
      last !== null && last.attempts > 0 && isNewer(last.version, ours)
        ? { version: last.version, isTriedAgain: last.attempts < MOST_ATTEMPTS }
        : null,
    fetched: (version) => memory.write(about(version)),
    isOverdue(version) {
      const { fetchedAt, attempts } = about(version)
      return attempts === 0 && now() - fetchedAt >= OVERDUE_MS
    },
    isGivenUp: (version) => about(version).attempts >= MOST_ATTEMPTS,
    begins(version) {
      const known = about(version)
      memory.write({ ...known, attempts: known.attempts + 1 })
    },
  }
}

/** Of versions such as `1.5.0`; one before its release, as `1.5.0-beta`, counts as the release itself. */
export function isNewer(version: string, than: string): boolean {
  const [release = version] = version.split('-')
  return release.localeCompare(than, 'en', { numeric: true }) > 0
}

/** In a small file. What cannot be read or kept is not remembered: the update is then tried like a new one. */
export function updateMemoryIn(file: string): UpdateMemory {
  return {
    read() {
      try {
        return Fetched.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        return null
      }
    },
    write(fetched) {
      try {
        writeFileSync(file, JSON.stringify(fetched))
      } catch {
        // Where not even this can be written, the library has said so already.
      }
    },
  }
}
