import type { PackOutcome, PackPreview } from '../../../shared/model/team.ts'
import { DeskError } from '../desk-error.ts'
import { createGivenPacks } from './given-packs.ts'
import type { PackSource } from './pack-messages.ts'
import { createPackThreads } from './pack-threads.ts'
import type { Consent } from './team-desk.ts'

/** Whether a person brings a release in, or it comes by itself. */
export type Occasion = 'by-hand' | 'by-itself'

interface PackDeskParts {
  dataDir: string
  /** Whose step it is in the journal; empty where nothing is recorded. */
  session: string
  /** Whether windows are served meanwhile. */
  hasWindows: boolean
  now: () => number
  newId: () => string
  /** What must stand before anything is written. */
  beforeWriting: (occasion: Occasion) => Promise<unknown>
  /** The library was written to. */
  onWritten: () => void
}

/** Releases for those who have them, in the cache of channels. */
export type ReleaseDesk = Pick<ReturnType<typeof createPackDesk>, 'look' | 'bringIn' | 'check' | 'note'>

/** Packs that windows open, and releases that channels bring: looked at and brought in on a thread of their own. */
export function createPackDesk(parts: PackDeskParts) {
  const { newId, beforeWriting, onWritten } = parts
  const given = createGivenPacks(newId)
  const threads = createPackThreads(parts)
  const fileOf = (id: string): PackSource => ({ kind: 'file', bytes: given.bytesOf(id) })

  async function bringIn(
    source: PackSource,
    consent: Consent,
    occasion: Occasion,
  ): Promise<PackOutcome | null> {
    const outcome = await threads.bringIn(source, consent, () => beforeWriting(occasion))
    if (outcome) onWritten()
    return outcome
  }

  return {
    open: given.open,
    give: given.give,
    openFile: given.openFile,
    close: given.close,

    /** What `add` would do. @throws DeskError `not-found`, `pack-refused`, `pack-untrusted`, `import-failed` */
    async preview(id: string): Promise<PackPreview> {
      return whole(await threads.look(fileOf(id)))
    },

    /**
     * Brings a pack in, in one transaction and one step to undo.
     *
     * @throws DeskError as `preview`, and `undecided`, `release-changed`
     */
    async add(id: string, consent: Consent): Promise<PackOutcome> {
      return whole(await bringIn(fileOf(id), consent, 'by-hand'))
    },

    /** What `bringIn` would do; null when objects lack in the cache. @throws as `preview` */
    look: threads.look,

    /** As `add`; null when objects lack in the cache. @throws as `add` */
    bringIn,

    check: threads.check,

    async note(...args: Parameters<typeof threads.note>): Promise<true | null> {
      const isNoted = await threads.note(...args)
      if (isNoted) onWritten()
      return isNoted
    },

    closeAll: threads.closeAll,
  }
}

function whole<Result>(result: Result | null): Result {
  if (result === null) throw new DeskError('pack-refused', '话术包不完整，没有导入。本机的话术没有改动')
  return result
}
