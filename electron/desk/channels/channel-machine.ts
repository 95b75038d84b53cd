import { createHmac, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { setAside } from '../database/set-aside.ts'
import { createPrivately } from './private-file.ts'

const MACHINE_FILE = 'channel-machine.json'
const MACHINE_BYTES = 32

const MachineFile = z.object({
  format: z.literal(1),
  /** Random, of this data folder: what its numbers in channels are made of. Base64. */
  machine: z.base64().length(44),
})

/**
 * This machine's numbers in channels. What they are made of is written once, in a file of its own that no password ever
 * touches, and never into the library: a library that was copied to another machine gets other numbers there, or both
 * would write one file in the inbox.
 *
 * @param now ms since 1970
 * @returns the number in a library's channel: it says nothing of the person, and two channels cannot be brought together
 *   by it. Throws the system's error when the file is there and cannot be read just now
 */
export function createSubscriberNumbers(dataDir: string, now: () => number): (libraryId: string) => string {
  const file = path.join(dataDir, MACHINE_FILE)
  let machine: Buffer | null = null

  function begun(): Buffer {
    const fresh = { format: 1, machine: randomBytes(MACHINE_BYTES).toString('base64') }
    // Two programs may begin at once: what the first of them wrote holds for both.
    const isOurs = createPrivately(file, fresh)
    return (isOurs ? null : stored()) ?? Buffer.from(fresh.machine, 'base64')
  }

  function stored(): Buffer | null {
    try {
      return Buffer.from(MachineFile.parse(JSON.parse(readFileSync(file, 'utf8'))).machine, 'base64')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error
      setAside(file, now())
      return null
    }
  }

  return (libraryId) => {
    machine ??= stored() ?? begun()
    return createHmac('sha256', machine).update(libraryId).digest('hex').slice(0, 32)
  }
}
