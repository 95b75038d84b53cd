import type { PackOutcome, PackPreview } from '../../../shared/model/team.ts'
import type { RevisionSpan } from '../database/revision.ts'
import { DeskError } from '../desk-error.ts'
import { createTurns } from '../turns.ts'
import { createGivenPacks } from './given-packs.ts'
import { createIncomingReleases } from './incoming-releases.ts'
import { createOutgoingReleases } from './outgoing-releases.ts'
import type { PackSource, PublishedRelease } from './pack-messages.ts'
import { createPackThreads } from './pack-threads.ts'
import type { PreparedRelease } from './prepared-release.ts'
import type { PublisherKeys } from './publisher-keys.ts'
import type { Consent } from './team-desk.ts'
import type { PublishedPack, ReleaseNotes } from './team-releases.ts'

/** Whether a person brings a release in, or it comes by itself. */
export type Occasion = 'by-hand' | 'by-itself'

interface PackDeskParts {
  dataDir: string
  /** Whose step it is in the journal; empty where nothing is recorded. */
  session: string
  /** Whether windows are served meanwhile. */
  hasWindows: boolean
  /** As `createQuickRelease` has it. */
  isQuick: () => boolean
  now: () => number
  newId: () => string
  keys: Pick<PublisherKeys, 'get'>
  /** What must stand before anything is written. */
  beforeWriting: (occasion: Occasion) => Promise<unknown>
  /** The library was written to. */
  onWritten: () => void
  /** A release counts as published from here; no phrase is another than before. */
  onPublished: (counted: RevisionSpan) => void
}

/** Releases for those who have them, in the cache of channels, and those that channels send. */
export type ReleaseDesk = Pick<
  ReturnType<typeof createPackDesk>,
  'look' | 'bringIn' | 'check' | 'note' | 'prepare' | 'notePrepared' | 'releasing'
>

/** Packs that windows open, releases that channels bring, and those that go out: what takes long on a thread of its own. */
export function createPackDesk(parts: PackDeskParts) {
  const { newId, keys, beforeWriting, onWritten, onPublished } = parts
  const given = createGivenPacks(newId)
  const threads = createPackThreads(parts)
  const incoming = createIncomingReleases(threads)
  const outgoing = createOutgoingReleases(threads, keys)
  const releasing = createTurns()
  const fileOf = (id: string): PackSource => ({ kind: 'file', bytes: given.bytesOf(id) })

  async function bringIn(
    source: PackSource,
    consent: Consent,
    occasion: Occasion,
  ): Promise<PackOutcome | null> {
    const outcome = await incoming.bringIn(source, consent, () => beforeWriting(occasion))
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
      return whole(await incoming.look(fileOf(id)))
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
    look: incoming.look,

    /** As `add`; null when objects lack in the cache. @throws as `add` */
    bringIn,

    check: incoming.check,

    async note(source: PackSource, release: PublishedRelease): Promise<true | null> {
      const counted = await incoming.note(source, release)
      if (counted) onPublished(counted)
      return counted && true
    },

    removals: outgoing.removals,

    /** The next release of a library as a pack, which counts as published. */
    publish: (libraryId: string, notes: ReleaseNotes): Promise<PublishedPack> =>
      releasing(libraryId, async () => {
        const { published, revisions } = await outgoing.publish(libraryId, notes)
        onPublished(revisions)
        return published
      }),

    /** Between two releases of a library: while one goes out, no other is given its number. */
    releasing,

    prepare: outgoing.prepare,

    async notePrepared(prepared: PreparedRelease): Promise<void> {
      onPublished(await outgoing.notePrepared(prepared))
    },

    closeAll: threads.closeAll,
  }
}

function whole<Result>(result: Result | null): Result {
  if (result === null) throw new DeskError('pack-refused', '话术包不完整，没有导入。本机的话术没有改动')
  return result
}
