import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { writePrivately } from './private-file.ts'

const CHECKS_FILE = 'channel-checks.json'

const Moment = z.int().min(0).nullable()
const CheckTime = z.object({ triedAt: Moment, workedAt: Moment })

/** When a channel was last asked, however that ended, and when it last went well; ms since 1970, null for never. */
export type CheckTime = z.infer<typeof CheckTime>

const NEVER: CheckTime = { triedAt: null, workedAt: null }

const ChecksFile = z.object({ format: z.literal(1), channels: z.record(z.string(), CheckTime) })

/**
 * When this machine's channels were asked, over the program's end. In a file beside the library: a minute's news is no
 * change of the library, which other programs would read again for it. Nothing depends on the file: one that cannot be
 * read or written says that nothing is known.
 */
export function createCheckTimes(dataDir: string) {
  const file = path.join(dataDir, CHECKS_FILE)

  function stored(): Record<string, CheckTime> {
    try {
      return ChecksFile.parse(JSON.parse(readFileSync(file, 'utf8'))).channels
    } catch {
      return {}
    }
  }

  function store(channels: Record<string, CheckTime>): void {
    try {
      writePrivately(file, { format: 1, channels })
    } catch {
      // A full disk, a folder without leave: the card shows what this program knows.
    }
  }

  return {
    of: (libraryId: string): CheckTime => stored()[libraryId] ?? NEVER,

    keep(libraryId: string, { triedAt, workedAt }: CheckTime): void {
      store({ ...stored(), [libraryId]: { triedAt, workedAt } })
    },

    forget(libraryId: string): void {
      const { [libraryId]: known, ...others } = stored()
      if (known) store(others)
    },
  }
}

export type CheckTimes = ReturnType<typeof createCheckTimes>
